from briefing.drafting.quantities.quantity_proposal import propose_quantity
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses

BOLT = SubjectId("bolt")


def test_a_figure_names_what_else_it_may_be_about(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme has 900 jobs at its lamp plant in Osaka.")
    (proposal,) = propose_quantity(clause, clause.figures[0], BOLT, "count", {"measure": "jobs"})
    assert (proposal.about, proposal.value) == ("bolt", "900 jobs")
    assert proposal.alternatives == ("acme-osaka-plant", "acme-osaka-plant-2", "acme")


def test_a_figure_about_nobody_is_about_the_main_subject(clauses_of: ReadClauses) -> None:
    *_, clause = clauses_of("Bolt grows. It has 900 jobs.")
    (proposal,) = propose_quantity(clause, clause.figures[0], None, "count", {})
    assert (proposal.about, proposal.alternatives) == ("bolt", ())


def test_a_text_that_names_nobody_claims_no_figure(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("It has 900 jobs.")
    assert list(propose_quantity(clause, clause.figures[0], None, "count", {})) == []
