from briefing.drafting.clauses.clause import Clause
from briefing.drafting.quantities.sum_subjects import find_precedent, rank_subjects
from tests.unit.drafting.outline import ReadClauses


def first_subject(clause: Clause) -> str:
    return rank_subjects(clause, clause.figures[0], None)[0]


def test_a_sum_belongs_to_the_thing_before_the_company(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme spends $3 billion on its lamp plant in Osaka.")
    assert rank_subjects(clause, clause.figures[0], None) == (
        "acme-osaka-plant", "acme-osaka-plant-2", "acme", "osaka",
    )  # fmt: skip


def test_support_of_a_state_is_about_the_company_that_the_text_spoke_of(clauses_of: ReadClauses) -> None:
    *_, clause = clauses_of("Bolt grows. Japan gives support of $3 million.")
    assert first_subject(clause) == "bolt"


def test_a_company_that_acts_comes_before_one_that_is_only_named(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Together with Acme, Bolt spends $3 million.")
    assert first_subject(clause) == "bolt"


def test_the_same_sum_counts_only_where_its_subject_is_spoken_of(clauses_of: ReadClauses) -> None:
    (related,) = clauses_of("Acme spends up to $1.2 billion.")
    (unrelated,) = clauses_of("Bolt spends $1.2 billion.")
    (other_sum,) = clauses_of("Acme spends $1.3 billion.")
    precedent = find_precedent(related, related.figures[0])
    assert precedent is not None
    assert precedent.claim.key == "courier-2026-04#c1"
    assert find_precedent(unrelated, unrelated.figures[0]) is None
    assert find_precedent(other_sum, other_sum.figures[0]) is None
