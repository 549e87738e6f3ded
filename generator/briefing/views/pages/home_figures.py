"""The figures of the first page, each leading to the list that it counts: what the briefing rests on, and its kinds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.dataset.comparing.origins import origins_of
from briefing.model.claims import Claim
from briefing.routes import ARTICLES, CONFLICTS, SOURCES, list_page
from briefing.views.base.context import Context
from briefing.views.base.tokens import PageLink
from briefing.views.parts.basis import unsure_note


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


def view_stats(ctx: Context) -> tuple[Stat, ...]:
    """Return how many articles, independent origins, claims and open conflicts there are; what was left out is not."""
    # What was excluded counts nowhere, though it stays in the data with its reason.
    claims = [claim for claim in ctx.data.claims.values() if not claim.excluded]
    return (
        _stat(ctx, "stat-articles", _count_articles(ctx), ARTICLES),
        _origins_stat(ctx, claims),
        _stat(ctx, "stat-claims", len(claims), SOURCES),
        _stat(ctx, "stat-conflicts", _count_open(ctx), CONFLICTS),
    )


def _stat(ctx: Context, label: str, count: int, folder: str, note: str = "") -> Stat:
    return Stat(count, PageLink(ctx.labels.say(label, n=count), list_page(folder)), note)


def _origins_stat(ctx: Context, claims: Sequence[Claim]) -> Stat:
    # Some articles may share an original that nobody has named: they count, and the note says so.
    return _stat(ctx, "stat-origins", origins_of(claims).independent, SOURCES, unsure_note(ctx, claims))


def _count_articles(ctx: Context) -> int:
    return sum(article.status != "withdrawn" for article in ctx.data.articles.values())


def _count_open(ctx: Context) -> int:
    return sum(conflict.status == "open" for conflict in ctx.findings.for_readers)


def view_kind_counts(ctx: Context) -> tuple[KindCount, ...]:
    """Return the kinds that have subjects, in the order of the registry, with how many they have."""
    counts = Counter(subject.kind for subject in ctx.data.subjects.values())
    return tuple(
        KindCount(PageLink(kind.label_plural, list_page(kind.folder)), counts[kind.name]) for kind in ctx.filled_kinds()
    )
