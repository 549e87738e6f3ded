"""Events of single questions: what they are called, where they lead, and by what they are known."""

from briefing.dataset.operations import OperationKind
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.pages.changes import view_changes
from briefing.views.parts.change_events import tell_history
from briefing.views.parts.feed_entry import Event
from tests.feeds.sample import BETTER, FIRST, JUDGED, SET_ASIDE, context_of, edited
from tests.unit.dataset.sample import FILES, figure

JOINED = {**FIRST, "articles/two.yml": BETTER}
OUTCOME = (
    FILES["companies/acme.yml"]
    + "outcomes:\n  - {slot: {attribute: milestone, milestone: trial}, state: met, checked: 2026-11-21}\n"
)


def told(context: Context, kind: OperationKind) -> list[Event]:
    return [event for event in tell_history(context) if event.parts[0] == kind]


def places(events: list[Event]) -> list[tuple[str, str]]:
    return [(event.title, f"{event.page}#{event.anchor}") for event in events]


def test_a_value_leads_to_its_fact() -> None:
    changed = edited(FIRST, {"USD 5bn": "USD 6bn"})
    assert places(told(context_of(FIRST, changed), OperationKind.SHOWN_CHANGED)) == [
        ("Acme, Revenue: US$6 billion (before: US$5 billion)", "companies/acme/index.md#figure-revenue")
    ]


def test_what_is_gone_leads_to_its_subject() -> None:
    gone = edited(FIRST, {f"  - {figure(1, 'USD 5bn')}\n": ""})
    assert places(told(context_of(FIRST, gone), OperationKind.SHOWN_CHANGED)) == [
        ("Acme, Figure, revenue: no longer shown", "companies/acme/index.md#")
    ]


def test_what_was_set_aside_leads_to_its_subject_alone() -> None:
    """No row of a page has the anchor any longer: a link to it would keep the site from being published."""
    context = context_of(FIRST, {**FIRST, "companies/acme.yml": SET_ASIDE})
    assert places(told(context, OperationKind.SHOWN_CHANGED)) == [
        ("Acme, Revenue: no longer shown", "companies/acme/index.md#")
    ]
    (page,) = view_changes(context)
    links = [token for row in page.rows for token in row.question if isinstance(token, PageLink)]
    assert [(link.page, link.anchor) for link in links] == [("companies/acme/index.md", "")] * 2


def test_an_outcome_is_told_in_words() -> None:
    met = {**FIRST, "companies/acme.yml": OUTCOME}
    assert places(told(context_of(FIRST, met), OperationKind.OUTCOME)) == [
        ("Acme, Trial: met", "companies/acme/index.md#milestone-trial")
    ]
    assert [event.title for event in told(context_of(met, FIRST), OperationKind.OUTCOME)] == [
        "Acme, Trial: its outcome is open again"
    ]


def test_a_dispute_is_its_question_and_one_that_is_gone_its_subjects() -> None:
    (opened,) = told(context_of(FIRST, JOINED), OperationKind.DISPUTE_OPENED)
    assert opened.title == "Sources differ: Acme, revenue: US$5 billion, or US$8 billion?"
    assert (opened.page, opened.anchor) == ("conflicts/index.md", opened.parts[1])
    assert opened.is_dispute
    (settled,) = told(context_of(JOINED, FIRST), OperationKind.DISPUTE_SETTLED)
    assert (settled.title, settled.page) == ("Acme: sources no longer differ", "companies/acme/index.md")
    assert settled.parts[1] == opened.parts[1]


def test_a_decision_that_settles_a_dispute_is_told_with_it() -> None:
    judged = {**JOINED, "companies/acme.yml": JUDGED}
    context = context_of(JOINED, judged)
    assert [event.title for event in told(context, OperationKind.DISPUTE_SETTLED)] == [
        "Settled: Acme, revenue: US$5 billion, or US$8 billion?"
    ]
    assert told(context, OperationKind.JUDGED) == []


def test_a_decision_without_a_dispute_is_told_by_its_question() -> None:
    judged = {**FIRST, "companies/acme.yml": JUDGED}
    assert places(told(context_of(FIRST, judged), OperationKind.JUDGED)) == [
        ("Decided: Acme, revenue: how much?", "companies/acme/index.md#figure-revenue")
    ]
    assert [event.title for event in told(context_of(judged, FIRST), OperationKind.JUDGED)] == [
        "Decision taken back: Acme, revenue: how much?"
    ]


def test_sources_stand_in_the_text() -> None:
    (event,) = told(context_of(FIRST, JOINED), OperationKind.DISPUTE_OPENED)
    assert ["".join(token.text for token in line) for line in event.lines] == ["Acme", "Sources: Gazette, Herald"]
