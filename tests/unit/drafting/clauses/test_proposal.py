from briefing.drafting.clauses.proposal import Proposal
from briefing.model.ids import SubjectId

ACME = SubjectId("acme")


def test_two_proposals_state_the_same_where_their_keys_agree() -> None:
    planned = Proposal(1, ACME, "count", "900 jobs", {"measure": "jobs", "modality": "planned"})
    told = Proposal(4, ACME, "count", "900 jobs", {"measure": "jobs"})
    others = Proposal(4, ACME, "count", "900 jobs", {"measure": "jobs", "speaker": "jane-roe"})
    assert planned.identity == told.identity
    assert told.identity != others.identity
    assert told.identity != Proposal(4, ACME, "count", "900 jobs").identity
