"""Events of articles: what one commit did to many claims of one source is one event."""

from briefing.dataset.operations import OperationKind
from briefing.views.base.tokens import plain
from briefing.views.parts.change_events import tell_history
from tests.feeds.sample import BETTER, CHANGES, FIRST, Sources, context_of, edited
from tests.unit.dataset.sample import HEAD

MANY = HEAD.format(publisher="gazette") + "".join(
    f"  - {{id: c{number}, about: subject-{number}, attribute: aim, value: grow by {number}}}\n" for number in range(8)
)
CROWD = {
    **FIRST,
    **{f"companies/subject-{n}.yml": f"name: Subject {n}\ndescribes: The {n}th.\n" for n in range(8)},
}


def told(*states: Sources) -> list[tuple[str, str, str]]:
    """Return title, text and page of the events of articles."""
    kinds = (OperationKind.CLAIM_ADDED, OperationKind.CLAIM_CHANGED, OperationKind.CLAIM_WITHDRAWN)
    events = [event for event in tell_history(context_of(*states)) if event.parts[0] in kinds]
    return [(event.title, " ".join(map(plain, event.lines)), event.page) for event in events]


def test_of_many_subjects_five_are_named() -> None:
    assert told(CROWD, {**CROWD, "articles/many.yml": MANY}) == [
        (
            "New: Gazette",
            "8 claims: Subject 0, Subject 1, Subject 2, Subject 3, Subject 4, 3 others",
            "articles/many/index.md",
        )
    ]


def test_what_was_put_right_is_told_of_its_article() -> None:
    assert told(FIRST, edited(FIRST, CHANGES)) == [
        ("Put right in what Herald says", "3 claims: Acme, Initech", "articles/one/index.md")
    ]


def test_another_rank_is_no_change_of_a_claim() -> None:
    joined = {**FIRST, "articles/two.yml": BETTER}
    assert [title for title, _, _ in told(FIRST, joined)] == ["New: Gazette"]


def test_an_article_that_is_gone_leads_to_the_first_page() -> None:
    joined = {**FIRST, "articles/two.yml": BETTER}
    assert told(joined, FIRST) == [("Withdrawn: two", "1 claim: Acme", "index.md")]
