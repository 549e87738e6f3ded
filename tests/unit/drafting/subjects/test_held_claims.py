from briefing.drafting.subjects.held_claims import HeldOffice
from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId

JAPAN, KEN = SubjectId("japan"), SubjectId("ken-mori")


def test_claims_are_precedents_by_what_they_say(known_data: KnownData) -> None:
    held = known_data.held_claims
    assert held.offices == (HeldOffice(JAPAN, "prime-minister", KEN),)
    assert held.relation(JAPAN, KEN) == "office"
    assert held.relation(KEN, JAPAN) is None
    assert held.products == frozenset()
    assert [precedent.claim.key for precedent in held.precedents] == [
        "courier-2026-04#c1", "courier-2026-04#c2", "courier-2026-04#c3",
    ]  # fmt: skip
    assert {precedent.about for precedent in held.precedents} == {"acme-osaka-plant"}
