import pytest

from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId

ACME, OSAKA = SubjectId("acme"), SubjectId("osaka")


@pytest.mark.parametrize(
    ("name", "bearer"),
    [("Acme", "acme"), ("アクメ電灯", "acme"), ("Tokyo", None), ("Nobody", None), ("", None), (None, None)],
)
def test_a_name_that_several_bear_is_nobodys(known_data: KnownData, name: str | None, bearer: str | None) -> None:
    assert known_data.sole_bearer(name) == bearer


def test_kinds_are_told_apart(known_data: KnownData) -> None:
    assert known_data.of_kind([OSAKA, None, ACME], "company", "place") == (OSAKA, ACME)
    assert known_data.first_of_kind([OSAKA, None, ACME], "company") == "acme"
    assert known_data.first_of_kind([None], "company") is None
    assert not known_data.is_kind(None, "company")


def test_a_thing_belongs_to_those_in_its_name(known_data: KnownData) -> None:
    assert known_data.owners == {
        "acme-osaka-plant": {"acme"},
        "acme-osaka-plant-2": {"acme"},
        "lamp-subsidies": set(),
        "lamp-summit-2026": set(),
    }


def test_things_are_likely_only_where_their_owners_are_named(known_data: KnownData) -> None:
    text = "a second factory for lamps in Osaka"
    things = known_data.likely_things(text, {ACME})
    assert [thing for _, thing in things] == ["acme-osaka-plant-2", "acme-osaka-plant"]
    assert known_data.likely_things(text, {OSAKA}) == []


@pytest.mark.parametrize(
    ("opening", "subject"),
    [
        ("Japan's lamp subsidies grow", "lamp-subsidies"),
        ("The Kyoto lamp summit of 2026", None),
        ("Lamps are bright", None),
        ("", None),
    ],
)
def test_a_text_is_about_what_lasts(known_data: KnownData, opening: str, subject: str | None) -> None:
    assert known_data.find_subject_matter(opening) == subject
