from collections.abc import Iterable

import pytest

from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.document.likely_originals import LikelyOriginal, find_likely_originals
from briefing.drafting.literals.publication import parse_publication_date
from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId

PLANT = SubjectId("acme-osaka-plant")
AMOUNT = Proposal(1, PLANT, "amount", "USD 1.2bn")
MILESTONE = Proposal(1, PLANT, "milestone", "2028")
COUNT = Proposal(1, PLANT, "count", "about 900 jobs")


def copies_of(known_data: KnownData, published: str, proposals: Iterable[Proposal]) -> tuple[LikelyOriginal, ...]:
    """Return what a text of these claims may copy; the data hold an article of 2026-04-10."""
    publication = parse_publication_date(published)
    assert publication is not None
    return find_likely_originals(known_data, "", None, publication, proposals, {})


def test_three_figures_of_the_same_subjects_are_a_possible_copy(known_data: KnownData) -> None:
    (copy,) = copies_of(known_data, "2026-04-25", (AMOUNT, MILESTONE, COUNT))
    assert (copy.article, copy.origin, copy.sure) == ("courier-2026-04", "agency-2026-04", "possible")
    assert copy.why.startswith("3 figures of the same subjects: ")


def test_two_figures_are_the_news_itself(known_data: KnownData) -> None:
    assert copies_of(known_data, "2026-04-25", (AMOUNT, MILESTONE)) == ()
    other_count = Proposal(1, PLANT, "count", "800 jobs")
    assert copies_of(known_data, "2026-04-25", (AMOUNT, MILESTONE, other_count)) == ()


@pytest.mark.parametrize(
    ("published", "count"), [("2026-05-01", 1), ("2026-05-02", 0), ("2026-03-20", 1), ("2026-03-19", 0), ("2026-05", 1)]
)
def test_articles_more_than_three_weeks_apart_are_no_copies(known_data: KnownData, published: str, count: int) -> None:
    assert len(copies_of(known_data, published, (AMOUNT, MILESTONE, COUNT))) == count
