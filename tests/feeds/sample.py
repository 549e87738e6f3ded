"""A small briefing that changes commit by commit, and what pages and feeds are made of after it has."""

from collections.abc import Mapping
from datetime import date

from briefing.dataset.operations import History
from briefing.pipeline import PastState, follow_history, prepare
from briefing.render.feeds import render_feeds
from briefing.views.base.context import Context, open_context
from tests.unit.dataset.sample import FILES, HEAD, JUDGEMENT, figure

Sources = Mapping[str, str]
GAZETTE = "name: Gazette\ngrade: {letter: A, why: a record}\n"
FIRST = {
    **FILES,
    "publishers/gazette.yml": GAZETTE,
    "articles/one.yml": HEAD.format(publisher="herald")
    + f"  - {figure(1, 'USD 5bn')}\n"
    + "  - {id: c2, about: initech, attribute: count, measure: staff, value: 200 people, note: as printed}\n"
    + "  - {id: c3, about: acme, attribute: milestone, milestone: trial, value: 2025-04, modality: planned}\n"
    + "  - {id: c4, about: northwind, attribute: aim, value: grow abroad}\n",
}
"""The briefing as it began."""
CHANGES = {"USD 5bn": "USD 6bn", "200 people": "300 people", "value: 2025-04": "value: 2025-09"}
BETTER = HEAD.format(publisher="gazette").replace("2024-04-14", "2024-05-01") + f"  - {figure(1, 'USD 8bn')}\n"


def edited(sources: Sources, changes: Mapping[str, str], path: str = "articles/one.yml") -> dict[str, str]:
    text = sources[path]
    for was, now in changes.items():
        assert was in text
        text = text.replace(was, now)
    return {**sources, path: text}


def history_of(*states: Sources) -> History:
    past = [
        PastState(f"{number:040x}", date(2026, 11, number), {path: text.encode() for path, text in state.items()})
        for number, state in enumerate(states, 1)
    ]
    followed = follow_history(past)
    assert followed is not None
    return followed.history


def context_of(*states: Sources) -> Context:
    """Return what pages are made of after a history of these states."""
    prepared = prepare({path: text.encode() for path, text in states[-1].items()})
    assert prepared.dataset is not None, prepared.findings
    return open_context(prepared.dataset, (), history_of(*states))


def feeds_of(*states: Sources) -> dict[str, bytes]:
    return render_feeds(context_of(*states))


JUDGED = JUDGEMENT % "slot: {attribute: figure, measure: revenue}, prefer: [one#c1]"
LONG = [FIRST, edited(FIRST, CHANGES)]
LONG.append({**LONG[-1], "articles/two.yml": BETTER})
LONG.append({**LONG[-1], "companies/acme.yml": JUDGED})
"""The states of a briefing, commit by commit."""
SET_ASIDE = JUDGEMENT % (
    "slot: {attribute: figure, measure: revenue}, reject: [{claim: 'one#c1', reason: misread-source}]"
)
"""The file of Acme when its editor has rejected all that is said of its revenue."""
