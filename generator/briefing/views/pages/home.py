"""The first page: what is known, what is disputed, what comes next, where the money goes, what all this rests on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.comparing.confidence import origins_of
from briefing.routes import (
    ABOUT,
    ARTICLES,
    CONFLICTS,
    HOME,
    LICENCE,
    METHOD,
    MONEY,
    NETWORK,
    SOURCES,
    TIMELINE,
    list_page,
)
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import newest_first
from briefing.views.parts.basis import unsure_note
from briefing.views.parts.coverage import CoverageRow, all_coverage
from briefing.views.parts.disputed import DisputedFact, view_disputed
from briefing.views.parts.events import Event, slot_events
from briefing.views.parts.findings import is_difference
from briefing.views.parts.freshness import Freshness, view_freshness
from briefing.views.parts.leading_differences import leading_differences
from briefing.views.parts.money_rows import MoneyRow, view_money
from briefing.views.parts.questions import question_of
from briefing.views.parts.sources import SourceRef, refs_of_keys
from briefing.views.parts.sums import largest
from briefing.views.pictures.money_bars import view_leading_sums
from briefing.views.pictures.network_graph import view_network_picture
from briefing.views.pictures.picture import Picture

ROWS = 10
DISPUTES = 8
BARS = 6


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of subject and how many there are."""

    link: PageLink
    count: int


@dataclass(frozen=True, slots=True)
class Stat:
    """A number under its label, leading to the list that it counts; ``note`` is what it does not count."""

    count: int
    link: PageLink
    note: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the first page may show."""

    head: Head
    japanese: Prose
    description: str
    bottom_line: Prose
    bottom_line_sources: tuple[SourceRef, ...]
    as_of: str
    freshness: Freshness
    stats: tuple[Stat, ...]
    disputed: tuple[DisputedFact, ...]
    disputed_rest: PageLink | None
    overdue: tuple[Event, ...]
    coming: tuple[Event, ...]
    timeline: PageLink
    sums: tuple[MoneyRow, ...]
    money: PageLink
    picture: Picture | None
    network: PageLink | None
    reading: tuple[PageLink, ...]
    kinds: tuple[KindCount, ...]
    articles: tuple[CoverageRow, ...]
    review: str
    articles_rest: PageLink | None


def view_home(ctx: Context) -> HomePage:
    """Return the first page."""
    briefing, line = ctx.data.briefing, ctx.data.briefing.bottom_line
    linker = Linker(ctx)
    slots = [one for one in ctx.data.slots if one.attribute == "milestone"]
    steps = slot_events(ctx, slots, linker)
    shown = leading_differences(ctx, ctx.findings.for_readers)
    articles = all_coverage(ctx)
    return HomePage(
        head=_head(ctx),
        japanese=words(briefing.name.ja or "", "ja"),
        description=briefing.description or "",
        bottom_line=linker.prose(line.text if line else None),
        bottom_line_sources=refs_of_keys(ctx, line.claims) if line else (),
        as_of=briefing.as_of.label,
        freshness=view_freshness(ctx, ctx.data.claims.values()),
        stats=_stats(ctx),
        disputed=tuple(view_disputed(ctx, one, linker) for one in shown[:DISPUTES]),
        disputed_rest=_all_conflicts(ctx),
        overdue=tuple(one for one in steps if one.state == "overdue")[:ROWS],
        coming=tuple(one for one in steps if one.state == "planned")[:ROWS],
        timeline=PageLink(ctx.labels.say("whole-timeline"), list_page(TIMELINE)),
        sums=tuple(view_money(ctx, entry, linker) for entry in largest(ctx, "amount")[:ROWS]),
        money=PageLink(ctx.labels.say("all-sums"), list_page(MONEY)),
        picture=home_picture(ctx),
        network=_network(ctx),
        reading=_about(ctx),
        kinds=tuple(one for one in _kind_counts(ctx) if one.count),
        articles=articles[:ROWS],
        review=machine_note(ctx, newest_first(ctx.data.articles.values())[:ROWS]),
        articles_rest=_more(ctx, "all-articles", ARTICLES, len(articles)),
    )


def _head(ctx: Context) -> Head:
    briefing = ctx.data.briefing
    line = briefing.bottom_line.text if briefing.bottom_line else briefing.description or briefing.name.en
    return Head(HOME, briefing.name.en, briefing.name.en, shorten(line))


def home_picture(ctx: Context) -> Picture | None:
    """Return the picture of the first page: the largest sums that can be compared."""
    return view_leading_sums(ctx, HOME, largest(ctx, "amount"), BARS)


def _network(ctx: Context) -> PageLink | None:
    related = view_network_picture(ctx, list_page(NETWORK))
    return PageLink(ctx.labels.say("whole-network"), list_page(NETWORK)) if related else None


def _more(ctx: Context, label: str, folder: str, count: int) -> PageLink | None:
    return PageLink(ctx.labels.say(label, n=count), list_page(folder)) if count > ROWS else None


def _all_conflicts(ctx: Context) -> PageLink | None:
    # The list tells findings that ask one question of the same subjects as one.
    count = len({(question_of(ctx, one), one.about) for one in ctx.findings.for_readers if is_difference(ctx, one)})
    text = ctx.labels.say("all-conflicts", n=count) if count > 1 else ctx.labels.say("conflicts")
    return PageLink(text, list_page(CONFLICTS)) if ctx.findings.for_readers else None


def _stats(ctx: Context) -> tuple[Stat, ...]:
    claims = [claim for claim in ctx.data.claims.values() if not claim.excluded]
    articles = [one for one in ctx.data.articles.values() if one.status != "withdrawn"]
    open_count = sum(one.status == "open" for one in ctx.findings.for_readers)
    counts = (
        ("stat-articles", len(articles), ARTICLES),
        ("stat-origins", origins_of(claims).independent, SOURCES),
        ("stat-claims", len(claims), SOURCES),
        ("stat-conflicts", open_count, CONFLICTS),
    )
    notes = {"stat-origins": unsure_note(ctx, claims)}
    return tuple(
        Stat(n, PageLink(ctx.labels.say(label, n=n), list_page(folder)), notes.get(label, ""))
        for label, n, folder in counts
    )


def _about(ctx: Context) -> tuple[PageLink, ...]:
    pages = (("about-site", ABOUT), ("method", METHOD), ("licence", LICENCE))
    return tuple(PageLink(ctx.labels.say(label), page) for label, page in pages)


def _kind_counts(ctx: Context) -> Iterator[KindCount]:
    counts = Counter(one.kind for one in ctx.data.subjects.values())
    for kind in ctx.data.registry.kinds.values():
        yield KindCount(PageLink(kind.label_plural, list_page(kind.folder)), counts[kind.name])
