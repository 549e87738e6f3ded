"""The first page: what is known, what is disputed, what comes next, where the money goes, what all this rests on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset.records import Conflict
from generator.model.claims import Claim
from generator.model.dates import date_order
from generator.routes import ABOUT, ARTICLES, CONFLICTS, HOME, LICENCE, METHOD, MONEY, SOURCES, TIMELINE, list_page
from generator.views.context import Context, Linker
from generator.views.coverage import CoverageRow
from generator.views.events import Event, slot_events
from generator.views.findings import Finding, box_of, is_difference, view_finding
from generator.views.head import Head, shorten
from generator.views.listing import article_rows
from generator.views.money import largest
from generator.views.placement import slot_id
from generator.views.sources import SourceRef, refs_of_keys, source_refs
from generator.views.statements import MoneyRow, slot_label, view_money
from generator.views.tokens import PageLink, Prose, plain, words
from generator.views.values import claim_value, group_value

ROWS = 10


@dataclass(frozen=True, slots=True)
class DisputedFact:
    """A fact whose sources differ: the values side by side, and where to read on."""

    place: PageLink
    label: str
    values: tuple[Prose, ...]
    finding: Finding
    as_of: str
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of subject and how many there are."""

    link: PageLink
    count: int


@dataclass(frozen=True, slots=True)
class Stat:
    """A number under its label, leading to the list that it counts."""

    count: int
    link: PageLink


@dataclass(frozen=True, slots=True)
class HomePage:
    """All that the first page may show."""

    head: Head
    japanese: Prose
    description: str
    bottom_line: Prose
    bottom_line_sources: tuple[SourceRef, ...]
    as_of: str
    stats: tuple[Stat, ...]
    disputed: tuple[DisputedFact, ...]
    disputed_rest: PageLink | None
    overdue: tuple[Event, ...]
    coming: tuple[Event, ...]
    timeline: PageLink
    sums: tuple[MoneyRow, ...]
    money: PageLink
    reading: tuple[PageLink, ...]
    kinds: tuple[KindCount, ...]
    articles: tuple[CoverageRow, ...]
    articles_rest: PageLink | None


def view_home(ctx: Context) -> HomePage:
    """Return the first page."""
    briefing, line = ctx.data.briefing, ctx.data.briefing.bottom_line
    linker = Linker(ctx)
    slots = [one for one in ctx.data.slots if one.attribute == "milestone"]
    steps = slot_events(ctx, slots, linker)
    disputes = [one for one in ctx.findings if one.status != "settled" and is_difference(ctx, one)]
    articles = article_rows(ctx)
    return HomePage(
        head=_head(ctx),
        japanese=words(briefing.name.ja or "", "ja"),
        description=briefing.description or "",
        bottom_line=linker.prose(line.text if line else None),
        bottom_line_sources=refs_of_keys(ctx, line.claims) if line else (),
        as_of=briefing.as_of.label,
        stats=_stats(ctx),
        disputed=tuple(_disputed(ctx, one, linker) for one in disputes[:ROWS]),
        disputed_rest=_more(ctx, "all-conflicts", CONFLICTS, len(disputes)),
        overdue=tuple(one for one in steps if one.state == "overdue")[:ROWS],
        coming=tuple(one for one in steps if one.state == "planned")[:ROWS],
        timeline=PageLink(ctx.labels.say("whole-timeline"), list_page(TIMELINE)),
        sums=tuple(view_money(ctx, entry, linker) for entry in largest(ctx, "amount")[:ROWS]),
        money=PageLink(ctx.labels.say("all-sums"), list_page(MONEY)),
        reading=_about(ctx),
        kinds=tuple(one for one in _kind_counts(ctx) if one.count),
        articles=articles[:ROWS],
        articles_rest=_more(ctx, "all-articles", ARTICLES, len(articles)),
    )


def _head(ctx: Context) -> Head:
    briefing = ctx.data.briefing
    line = briefing.bottom_line.text if briefing.bottom_line else briefing.description or briefing.name.en
    return Head(HOME, briefing.name.en, briefing.name.en, shorten(line))


def _more(ctx: Context, label: str, folder: str, count: int) -> PageLink | None:
    return PageLink(ctx.labels.say(label, n=count), list_page(folder)) if count > ROWS else None


def _stats(ctx: Context) -> tuple[Stat, ...]:
    articles = ctx.data.articles.values()
    open_count = sum(one.status == "open" for one in ctx.findings)
    counts = (
        ("stat-articles", len(ctx.data.articles), ARTICLES),
        ("stat-origins", len({one.origin for one in articles}), SOURCES),
        ("stat-claims", len(ctx.data.claims), SOURCES),
        ("stat-conflicts", open_count, CONFLICTS),
    )
    return tuple(Stat(n, PageLink(ctx.labels.say(label, n=n), list_page(folder))) for label, n, folder in counts)


def _disputed(ctx: Context, conflict: Conflict, linker: Linker) -> DisputedFact:
    claims = sorted((ctx.data.claims[key] for key in conflict.claims), key=lambda one: _place(ctx, one))
    slots = {slot_id(ctx.data.slot_of[one.key]): ctx.data.slot_of[one.key] for one in claims}
    labels = dict.fromkeys(slot_label(ctx, slot)[0] for slot in slots.values())
    values = [_value(ctx, claim, linker) for claim in claims]
    return DisputedFact(
        place=box_of(ctx, conflict) or view_finding(ctx, conflict).place,
        label=", ".join(labels),
        values=tuple({plain(value): value for value in reversed(values)}.values())[::-1],
        finding=view_finding(ctx, conflict),
        as_of=_newest(claims),
        sources=source_refs(ctx, claims),
    )


def _place(ctx: Context, claim: Claim) -> int:
    """Return where the value of a claim stands among those of its slot; the shown one is 0, one set aside is last."""
    groups = ctx.data.slot_of[claim.key].groups
    return next((place for place, group in enumerate(groups) if claim in group.claims), len(groups))


def _value(ctx: Context, claim: Claim, linker: Linker) -> Prose:
    """Return the value of the group that a claim belongs to, so that claims that agree are told once."""
    groups = ctx.data.slot_of[claim.key].groups
    place = _place(ctx, claim)
    return group_value(ctx, groups[place], linker) if place < len(groups) else claim_value(ctx, claim, linker)


def _newest(claims: list[Claim]) -> str:
    """Return the newest as-of date of the claims."""
    return max((claim.as_of for claim in claims), key=date_order).label


def _about(ctx: Context) -> tuple[PageLink, ...]:
    pages = (("about-site", ABOUT), ("method", METHOD), ("licence", LICENCE))
    return tuple(PageLink(ctx.labels.say(label), page) for label, page in pages)


def _kind_counts(ctx: Context) -> Iterator[KindCount]:
    counts = Counter(one.kind for one in ctx.data.subjects.values())
    for kind in ctx.data.registry.kinds.values():
        yield KindCount(PageLink(kind.label_plural, list_page(kind.folder)), counts[kind.name])
