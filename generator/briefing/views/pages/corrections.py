"""The log of corrections: what the site said, what it says now, and since when."""

from dataclasses import dataclass

from briefing.routes import CORRECTIONS
from briefing.views.base.context import Context
from briefing.views.base.correction_index import LoggedCorrection
from briefing.views.base.head import Head, Pager
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.corrections import CorrectionRow, view_correction


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """One page of the log, newest first."""

    head: Head
    rows: tuple[CorrectionRow, ...]
    pager: Pager


def view_corrections(context: Context) -> tuple[CorrectionsPage, ...]:
    """Return the pages of the log; none where nothing was put right yet."""
    title, description = context.labels.say_all("corrections", "corrections-description")
    paged = PagedList(context, title, description, CORRECTIONS, context.corrections.pages)
    return tuple(_page(context, paged, number) for number in paged.numbers)


def _page(context: Context, paged: PagedList[LoggedCorrection], number: int) -> CorrectionsPage:
    rows = tuple(view_correction(context, logged) for logged in paged.rows(number))
    return CorrectionsPage(paged.head(number), rows, paged.pager(number))
