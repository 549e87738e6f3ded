"""The first page: what is known, what is disputed, what comes next, where the money goes, what all this rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.routes import (
    ABOUT,
    ARTICLES,
    CHANGES,
    CONFLICTS,
    HOME,
    LICENCE,
    METHOD,
    MONEY,
    NETWORK,
    TIMELINE,
    list_page,
)
from briefing.views.base.context import Context
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.shortening import shorten
from briefing.views.base.tokens import PageLink, Prose, words
from briefing.views.pages.home_figures import KindCount, Stat, view_kind_counts, view_stats
from briefing.views.parts.article_flags import machine_note
from briefing.views.parts.article_links import newest_first
from briefing.views.parts.coverage import CoverageRow, all_coverage
from briefing.views.parts.disputed import DisputedFact, view_disputed
from briefing.views.parts.event_rows import Event
from briefing.views.parts.events import slot_events
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
"""What the first page has room for; each list leads to all that it leaves out."""


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


def view_home(context: Context) -> HomePage:
    """Return the first page."""
    briefing = context.data.briefing
    line = briefing.bottom_line
    # One linker serves the whole page: a name is linked where it is first worked out, and steps come first.
    linker = Linker(context)
    steps = _steps(context, linker)
    articles = all_coverage(context)
    return HomePage(
        head=_head(context),
        japanese=words(briefing.name.ja or "", "ja"),
        description=briefing.description or "",
        bottom_line=linker.prose(line.text if line else None),
        bottom_line_sources=refs_of_keys(context, line.claims) if line else (),
        as_of=briefing.as_of.label,
        freshness=view_freshness(context, context.data.claims.values()),
        stats=view_stats(context),
        disputed=_disputed(context, linker),
        disputed_rest=_all_conflicts(context),
        overdue=_in_state(steps, "overdue"),
        coming=_in_state(steps, "planned"),
        timeline=PageLink(context.labels.say("whole-timeline"), list_page(TIMELINE)),
        sums=tuple(view_money(context, entry, linker) for entry in largest(context, "amount")[:ROWS]),
        money=PageLink(context.labels.say("all-sums"), list_page(MONEY)),
        picture=home_picture(context),
        network=_network(context),
        reading=_about(context),
        kinds=view_kind_counts(context),
        articles=articles[:ROWS],
        review=machine_note(context, newest_first(context.data.articles.values())[:ROWS]),
        articles_rest=_all_articles(context, len(articles)),
    )


def _head(context: Context) -> Head:
    briefing = context.data.briefing
    name = briefing.name.en
    if briefing.bottom_line:
        return Head(HOME, name, name, shorten(briefing.bottom_line.text))
    return Head(HOME, name, name, shorten(briefing.description or name))


def _steps(context: Context, linker: Linker) -> tuple[Event, ...]:
    # Dates that stand with no plan, such as a founding, are on the timeline only.
    milestones = [slot for slot in context.data.slots if slot.attribute == "milestone"]
    return slot_events(context, milestones, linker)


def _in_state(steps: Sequence[Event], state: str) -> tuple[Event, ...]:
    return tuple(step for step in steps if step.state == state)[:ROWS]


def _disputed(context: Context, linker: Linker) -> tuple[DisputedFact, ...]:
    conflicts = leading_differences(context, context.findings.for_readers)[:DISPUTES]
    return tuple(view_disputed(context, conflict, linker) for conflict in conflicts)


def home_picture(context: Context) -> Picture | None:
    """Return the picture of the first page: the largest sums that can be compared."""
    return view_leading_sums(context, HOME, largest(context, "amount"), BARS)


def _network(context: Context) -> PageLink | None:
    # Where nothing is related, there is no page of the network to lead to.
    if not view_network_picture(context, list_page(NETWORK)):
        return None
    return PageLink(context.labels.say("whole-network"), list_page(NETWORK))


def _all_articles(context: Context, count: int) -> PageLink | None:
    if count <= ROWS:
        return None
    return PageLink(context.labels.say("all-articles", n=count), list_page(ARTICLES))


def _all_conflicts(context: Context) -> PageLink | None:
    conflicts = context.findings.for_readers
    if not conflicts:
        return None
    differences = [conflict for conflict in conflicts if is_difference(context, conflict)]
    # The list shows findings that ask one question of the same subjects as one.
    count = len({(question_of(context, conflict), conflict.about) for conflict in differences})
    text = context.labels.say("all-conflicts", n=count) if count > 1 else context.labels.say("conflicts")
    return PageLink(text, list_page(CONFLICTS))


def _about(context: Context) -> tuple[PageLink, ...]:
    pages = {"about-site": ABOUT, "method": METHOD, "licence": LICENCE}
    if context.changes.began is not None:
        pages["changes"] = list_page(CHANGES)
    return tuple(PageLink(context.labels.say(label), page) for label, page in pages.items())
