"""The list of the subjects of a kind, by name, in pages of at most two hundred rows."""

from dataclasses import dataclass

from briefing.model.ids import SubjectId
from briefing.model.records import Name
from briefing.model.registry import Kind
from briefing.routes import COMPARE, list_page
from briefing.views.base.context import Context
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.paging import split_by_weight, weigh_prose
from briefing.views.base.tokens import PageLink, Prose, mark_japanese, plain, words
from briefing.views.pages.open_conflicts import open_conflicts
from briefing.views.pages.paged_list import PagedList
from briefing.views.parts.facets import Facet, facet_heads
from briefing.views.parts.freshness import Freshness, view_freshness
from briefing.views.parts.page_claims import page_claims
from briefing.views.parts.subject_facets import subject_facets
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.place_map import view_places_picture

_ROW_WEIGHT = 60
"""What a row weighs beside the sentence that describes its subject."""
SUBJECT_FACETS = ("status", "sector", "year", "grade", "conflicts")


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """One subject of a list; ``name_key`` is what readers sort its name by."""

    link: PageLink
    name_key: str
    japanese: Prose
    describes: Prose
    status: str
    claims: int
    articles: int
    open_conflicts: int
    freshness: Freshness
    facets: tuple[Facet, ...]


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


def kind_picture(ctx: Context, kind: Kind) -> Picture | None:
    """Return the picture of the list of a kind: places have a map, other kinds have none."""
    if kind.name != "place":
        return None
    return view_places_picture(ctx, list_page(kind.folder))


def view_kind(ctx: Context, kind: Kind) -> tuple[KindPage, ...]:
    """Return the pages that list the subjects of a kind by name; a kind without subjects has one empty page."""
    rows = [_subject_row(ctx, subject) for subject in ctx.subjects.by_kind.get(kind.name, ())]
    description = ctx.labels.say("kind-description", n=len(rows), briefing=ctx.data.briefing.name.en)
    pages = split_by_weight(rows, _weigh)
    paged = PagedList(ctx, kind.label_plural, description, kind.folder, pages, kind.name)
    return tuple(_kind_page(ctx, kind, paged, number) for number in paged.numbers)


def _kind_page(ctx: Context, kind: Kind, paged: PagedList[SubjectRow], number: int) -> KindPage:
    rows = paged.rows(number)
    return KindPage(
        head=paged.head(number),
        rows=rows,
        pager=paged.pager(number),
        has_status=any(row.status for row in rows),
        compare=PageLink(ctx.labels.say("compare-some"), COMPARE),
        facets=facet_heads(ctx, *SUBJECT_FACETS),
        # The picture is of the whole list and stands where readers enter it.
        picture=kind_picture(ctx, kind) if number == 1 else None,
    )


def _weigh(row: SubjectRow) -> int:
    return _ROW_WEIGHT + weigh_prose(row.describes)


def _subject_row(ctx: Context, subject: SubjectId) -> SubjectRow:
    record = ctx.data.subjects[subject]
    claims = page_claims(ctx, subject)
    status = _status(ctx, subject)
    return SubjectRow(
        link=PageLink(record.name.display, ctx.page(subject)),
        name_key=_name_key(ctx, record.name),
        japanese=words(record.name.ja or "", "ja"),
        describes=mark_japanese(record.describes),
        status=status,
        claims=len(claims),
        articles=len({claim.article for claim in claims}),
        open_conflicts=len(open_conflicts(ctx, subject)),
        freshness=view_freshness(ctx, claims, record.last_verified),
        facets=subject_facets(ctx, subject, claims, status),
    )


def _name_key(ctx: Context, name: Name) -> str:
    # Kanji have no order that readers know: Japanese names are sorted by their reading.
    if ctx.labels.language == "ja":
        return name.reading or name.ja or name.display
    return name.display


def _status(ctx: Context, subject: SubjectId) -> str:
    """Return the status that a subject's page shows, nothing where it has none."""
    for slot in ctx.data.slots_of.get(subject, ()):
        if slot.attribute == "status":
            text = getattr(slot.shown.value, "text", "") if slot.shown else ""
            return plain(Linker(ctx).prose(text))
    return ""
