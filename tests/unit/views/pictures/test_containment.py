"""What lies in what, directly or through something between."""

from briefing.model.ids import SubjectId
from briefing.views.pictures.containment import all_within, direct_contents, location_claims
from tests.unit.views.sample import claim, context_with

JAPAN, FAB, ACME, BOLT = (SubjectId(name) for name in ("japan", "fab-1", "acme", "bolt"))
PLACED = (
    claim("daily-1#c70", "fab-1", "located-in", "japan"),
    claim("daily-1#c71", "acme", "part-of", "fab-1"),
)


def test_contents_are_seen_from_the_place() -> None:
    contents = direct_contents(context_with(*PLACED))
    assert (contents[JAPAN], contents[FAB]) == ((FAB,), (ACME,))
    assert contents[ACME] == ()


def test_what_lies_in_something_within_lies_in_the_place_as_well() -> None:
    assert all_within(JAPAN, direct_contents(context_with(*PLACED))) == (FAB, ACME)


def test_a_circle_ends_where_it_began() -> None:
    assert all_within(JAPAN, {JAPAN: (FAB,), FAB: (ACME, JAPAN), ACME: (FAB,)}) == (FAB, ACME)


def test_only_claims_on_the_place_count() -> None:
    context = context_with(*PLACED)
    assert [claim.key for claim in location_claims(context, FAB)] == ["daily-1#c70"]
    assert location_claims(context, JAPAN) == []
    assert location_claims(context, BOLT) == []
