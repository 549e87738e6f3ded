"""The pages of what the sources of each month changed."""

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.pipeline import prepare
from briefing.routes import AS_KNOWN, list_page
from briefing.views.base import paging
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import PageLink, plain
from briefing.views.pages.known import known_heads, view_known, view_known_month
from briefing.views.parts.known_turns import known_months
from briefing.views.site import view_site
from tests.unit.dataset.sample import FILES, HEAD, JUDGEMENT, dataset, figure

RISK = "{id: c2, about: acme, attribute: risk, value: too slow, speaker: {group: critics}}"
LATER = HEAD.format(publisher="herald").replace("2024-04-14", "2024-09-01")


def data(*rows: str, **files: str) -> Dataset:
    later = LATER + "".join(f"  - {row}\n" for row in rows)
    return dataset(figure(1, "USD 5bn"), RISK, articles__two=later, **files)


def told(context: Context, month: int) -> list[str]:
    page = view_known_month(context, known_months(context)[month], 1)
    return [f"{plain(row.about)}: {plain(row.question)}: {plain(row.text)}" for row in page.rows]


def test_months_come_newest_first_with_what_stood_at_their_end() -> None:
    (page,) = view_known(open_context(data(figure(1, "USD 8bn"))))
    assert [(month.link.text, month.link.page, month.count) for month in page.months] == [
        ("September 2024", "as-known/2024-09/index.md", "1 answer is new or another"),
        ("April 2024", "as-known/2024-04/index.md", "2 answers are new or others"),
    ]
    assert page.months[1].totals == (
        "At the end of April 2024: 1 source, 2 answers, 0 of them with other values beside them."
    )


def test_a_month_tells_what_was_shown_before_and_who_says_it() -> None:
    context = open_context(data(figure(1, "USD 8bn")))
    assert told(context, 0) == ["Acme: Revenue, figure: new: US$5 billion", "Acme: Risk: new: too slow, says Critics"]
    (row,) = told(context, 1)
    assert row.startswith("Acme: Revenue, figure: was US$5 billion, now US$8 billion")


def test_what_was_another_answer_comes_before_what_is_new() -> None:
    aim = "{id: c9, about: acme, attribute: aim, value: a new aim}"
    first, second = told(open_context(data(aim, figure(1, "USD 8bn"))), 1)
    assert ("was US$5 billion" in first, "new: a new aim" in second) == (True, True)


def test_what_is_set_aside_today_leads_to_the_page_alone() -> None:
    rejected = (
        f"{FILES['companies/acme.yml']}judgements:\n  - slot: {{attribute: figure, measure: revenue}}\n"
        "    prefer: [two#c1]\n    reject: [{claim: one#c1, reason: misread-source}]\n"
        "    because: It says so.\n    decided: 2026-11-21\n"
    )
    context = open_context(data(figure(1, "USD 8bn"), companies__acme=rejected))
    month = view_known_month(context, known_months(context)[0], 1)
    links = [token for row in month.rows for token in row.question if isinstance(token, PageLink)]
    assert {link.anchor for link in links} == {"figure-revenue", "risk-one-c2-opinion"}


def test_what_was_set_aside_from_the_beginning_is_no_news() -> None:
    rejected = JUDGEMENT % (
        "slot: {attribute: figure, measure: revenue}, reject: [{claim: 'one#c1', reason: misread-source}]"
    )
    context = open_context(data("{id: c9, about: acme, attribute: aim, value: a new aim}", companies__acme=rejected))
    assert told(context, 0) == ["Acme: Risk: new: too slow, says Critics"]
    (page,) = view_known(context)
    assert page.months[-1].count == "1 answer is new or another"


def test_a_long_month_has_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    context = open_context(data(figure(1, "USD 8bn")))
    monkeypatch.setattr(paging, "PAGE_WEIGHT", 1)
    heads = known_heads(context, known_months(context)[0])
    assert [head.page for head in heads] == ["as-known/2024-04/index.md", "as-known/2024-04/page_2/index.md"]
    assert heads[1].up[0].page == list_page(AS_KNOWN)


def test_without_a_source_nothing_was_known() -> None:
    empty = {path: text for path, text in FILES.items() if not path.startswith("articles")}
    prepared = prepare({path: text.encode() for path, text in empty.items()})
    assert prepared.dataset is not None
    pages = {page.head.page for page in view_site(open_context(prepared.dataset))}
    assert not any(page.startswith(AS_KNOWN) for page in pages)
