"""What the site got wrong and put right: the log, the pages that were wrong, and the facts (R13)."""

from dataclasses import replace

import pytest

from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Correction
from briefing.render.pages import render_twins
from briefing.routes import PagePath
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.corrections import view_corrections
from briefing.views.pages.subject import view_subject
from briefing.views.parts.corrections import correction_details, corrections_of
from tests.unit.views.sample import day, sample

ACME, BOLT = SubjectId("acme"), SubjectId("bolt")


def correction(date: str, *about: SubjectId, claims: tuple[str, ...] = ()) -> Correction:
    return Correction(day(date), about, tuple(map(ClaimKey, claims)), f"was {date}", f"now {date}")


def context_of(*corrections: Correction) -> Context:
    return open_context(replace(sample(), corrections=corrections))


NEWEST_FIRST = (
    correction("2026-11-20", ACME, claims=("daily-1#c1",)),
    correction("2026-11-10", ACME),
    correction("2026-11-10", ACME, BOLT),
)


def test_the_log_has_every_correction_newest_first() -> None:
    (page,) = view_corrections(context_of(*NEWEST_FIRST))
    assert [(row.date, plain(row.was), plain(row.now)) for row in page.rows] == [
        ("20 November 2026", "was 2026-11-20", "now 2026-11-20"),
        ("10 November 2026", "was 2026-11-10", "now 2026-11-10"),
        ("10 November 2026", "was 2026-11-10", "now 2026-11-10"),
    ]
    assert [ref.link.text for ref in page.rows[0].sources]
    assert plain(page.rows[2].about) == "Acme, Bolt"


def test_a_new_correction_takes_no_anchor_of_one_before_it() -> None:
    def anchors(*corrections: Correction) -> list[str]:
        (page,) = context_of(*corrections).corrections.pages
        return [logged.anchor for logged in page]

    before = anchors(*NEWEST_FIRST)
    assert before == ["2026-11-20-acme", "2026-11-10-acme-2", "2026-11-10-acme"]
    assert anchors(correction("2026-11-20", ACME), *NEWEST_FIRST) == ["2026-11-20-acme-2", *before]


@pytest.mark.parametrize(
    ("date", "anchor"), [("../2026-11", "2026-11-acme"), ("2026-11/2026-12", "2026-11-2026-12-acme")]
)
def test_a_correction_of_no_single_day_has_an_anchor(date: str, anchor: str) -> None:
    (page,) = context_of(correction(date, ACME)).corrections.pages
    assert [logged.anchor for logged in page] == [anchor]


def test_a_page_that_was_wrong_says_so_and_leads_to_the_log() -> None:
    context = context_of(*NEWEST_FIRST)
    assert [row.date for row in corrections_of(context, BOLT)] == ["10 November 2026"]
    assert len(view_subject(context, ACME).corrections) == 3
    (link,) = {(row.link.page, row.link.anchor) for row in corrections_of(context, BOLT)}
    assert link == ("about/corrections/index.md", "2026-11-10-acme")


def test_a_fact_leads_to_what_was_put_right_of_it_once() -> None:
    context = context_of(*NEWEST_FIRST)
    claim = context.data.claims[ClaimKey("daily-1#c1")]
    (detail,) = correction_details(context, [claim, claim])
    assert (detail.label, plain(detail.value)) == ("put right here", "20 November 2026")
    shown = render_twins(context)[PagePath("companies/acme/index.md")]
    assert "put right here: [20 November 2026]" in shown


def test_very_many_corrections_are_split_and_each_is_found() -> None:
    long = Correction(day("2026-01-01"), (ACME,), (), "was " * 100, "now " * 100)
    context = context_of(*[long] * 300)
    pages = view_corrections(context)
    assert len(pages) > 1
    places = {(page.head.page, row.anchor) for page in pages for row in page.rows}
    assert len(places) == 300
    last = context.corrections.pages[-1][-1]
    assert corrections_of(context, ACME)[-1].link.anchor == last.anchor
    assert (pages[-1].head.page, last.anchor) in places


def test_without_corrections_nothing_speaks_of_any() -> None:
    context = context_of()
    assert view_corrections(context) == ()
    twins = render_twins(context)
    assert not [path for path in twins if "corrections" in path]
    assert "about/corrections" not in "".join(twins.values())
