from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.document.text_proposals import merge_proposals
from briefing.model.ids import SubjectId

ACME, BOLT = SubjectId("acme"), SubjectId("bolt")


def test_nothing_is_said_twice_in_one_paragraph() -> None:
    later = Proposal(2, ACME, "count", "900 jobs")
    earlier = Proposal(1, ACME, "count", "900 jobs")
    again = Proposal(1, ACME, "count", "900 jobs", remark="again")
    assert merge_proposals((later, earlier, again)) == (earlier, later)


def test_what_texts_repeat_in_passing_is_said_once() -> None:
    first, second = Proposal(1, ACME, "partner", BOLT), Proposal(2, ACME, "partner", BOLT)
    assert merge_proposals((second, first)) == (first,)
