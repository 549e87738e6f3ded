from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.document.claim_rows import write_rows
from briefing.model.ids import SubjectId

ACME = SubjectId("acme")


def test_claims_are_numbered_within_their_paragraph() -> None:
    rows = write_rows(tuple(Proposal(par, ACME, "aim", None) for par in (3, 3, 3, 4)))
    assert [row.id for row in rows] == ["c3", "c3b", "c3c", "c4"]


def test_letters_begin_again_with_a_number() -> None:
    rows = write_rows(tuple(Proposal(1, ACME, "aim", None) for _ in range(25)))
    assert [row.id for row in rows[-3:]] == ["c1z", "c1b2", "c1c2"]


def test_relations_of_one_kind_share_a_row() -> None:
    partners = (Proposal(1, ACME, "partner", "bolt"), Proposal(1, ACME, "partner", "lumen"))
    (row,) = write_rows(partners)
    assert row.text == "{id: c1, par: 1, about: acme, attribute: partner, value: [bolt, lumen]}"
    assert row.proposals == (0, 1)


def test_what_was_said_before_restates_it() -> None:
    rows = write_rows((Proposal(1, ACME, "located-in", "osaka"), Proposal(2, ACME, "located-in", "osaka")))
    assert rows[0].text == "{id: c1, par: 1, about: acme, attribute: located-in, value: osaka}"
    assert rows[1].text == "{id: c2, par: 2, about: acme, attribute: located-in, value: osaka, restates: c1}"


def test_words_are_left_to_the_editor_as_a_draft_of_their_own() -> None:
    (row,) = write_rows((Proposal(1, ACME, "risk", None, {"speaker": {"group": "analysts"}}),))
    assert row.text == (
        "{id: c1, par: 1, about: acme, attribute: risk, "
        'value: "to be worded: c1", speaker: {group: analysts}, review: draft}'
    )


def test_doubts_are_remarks() -> None:
    others = (SubjectId("bolt"), SubjectId("japan"), SubjectId("osaka"))
    (row,) = write_rows((Proposal(1, ACME, "aim", None, {}, others, "who forecasts it?"),))
    assert row.remark == "who forecasts it?; or about bolt, japan?"
