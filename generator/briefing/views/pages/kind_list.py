"""The list of the subjects of a kind, by name, in pages of at most two hundred rows."""

from dataclasses import dataclass, replace

from briefing.model.registry import Kind
from briefing.routes import COMPARE, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.paging import split_by_weight, weigh_prose
from briefing.views.base.tokens import PageLink
from briefing.views.pages.paged_list import PagedList
from briefing.views.pages.subject_rows import SubjectRow, view_subject_row
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.place_map import view_places_picture

_ROW_WEIGHT = 60
"""What a row weighs beside the sentence that describes its subject."""
SUBJECT_FACETS = ("status", "sector", "year", "grade", "conflicts")


@dataclass(frozen=True, slots=True)
class KindPage:
    """One page of the list of a kind's subjects."""

    head: Head
    rows: tuple[SubjectRow, ...]
    pager: Pager
    has_status: bool
    compare: PageLink
    facets: tuple[Facet, ...]
    picture: Picture | None = None


def kind_picture(context: Context, kind: Kind) -> Picture | None:
    """Return the picture of the list of a kind: places have a map, other kinds have none."""
    if kind.name != "place":
        return None
    return view_places_picture(context, list_page(kind.folder))


def view_kind(context: Context, kind: Kind) -> tuple[KindPage, ...]:
    """Return the pages that list the subjects of a kind by name; a kind without subjects has one empty page."""
    rows = [view_subject_row(context, subject) for subject in context.subjects.by_kind.get(kind.name, ())]
    description = context.labels.say("kind-description", n=len(rows), briefing=context.data.briefing.name.en)
    pages = split_by_weight(rows, _weigh)
    paged = PagedList(context, kind.label_plural, description, kind.folder, pages, kind.name)
    kind_pages = [_kind_page(context, paged, number) for number in paged.numbers]
    # The picture is of the whole list and stands where readers enter it.
    kind_pages[0] = replace(kind_pages[0], picture=kind_picture(context, kind))
    return tuple(kind_pages)


def _kind_page(context: Context, paged: PagedList[SubjectRow], number: int) -> KindPage:
    rows = paged.rows(number)
    return KindPage(
        head=paged.head(number),
        rows=rows,
        pager=paged.pager(number),
        has_status=any(row.status for row in rows),
        compare=PageLink(context.labels.say("compare-some"), COMPARE),
        facets=facet_heads(context, *SUBJECT_FACETS),
    )


def _weigh(row: SubjectRow) -> int:
    return _ROW_WEIGHT + weigh_prose(row.describes)
