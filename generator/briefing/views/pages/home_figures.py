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


def view_stats(context: Context) -> tuple[Stat, ...]:
    """Return how many articles, independent origins, claims and open conflicts there are; what was left out is not."""
    # What was excluded counts nowhere, though it stays in the data with its reason.
    claims = [claim for claim in context.data.claims.values() if not claim.excluded]
    return (
        _stat(context, "stat-articles", _count_articles(context), ARTICLES),
        _origins_stat(context, claims),
        _stat(context, "stat-claims", len(claims), SOURCES),
        _stat(context, "stat-conflicts", _count_open(context), CONFLICTS),
    )


def _stat(context: Context, label: str, count: int, folder: str, note: str = "") -> Stat:
    return Stat(count, PageLink(context.labels.say(label, n=count), list_page(folder)), note)


def _origins_stat(context: Context, claims: Sequence[Claim]) -> Stat:
    # Some articles may share an original that nobody has named: they count, and the note says so.
    return _stat(context, "stat-origins", origins_of(claims).independent, SOURCES, unsure_note(context, claims))


def _count_articles(context: Context) -> int:
    return sum(article.status != "withdrawn" for article in context.data.articles.values())


def _count_open(context: Context) -> int:
    return sum(conflict.status == "open" for conflict in context.findings.for_readers)


def view_kind_counts(context: Context) -> tuple[KindCount, ...]:
    """Return the kinds that have subjects, in the order of the registry, with how many they have."""
    counts = Counter(subject.kind for subject in context.data.subjects.values())
    return tuple(
        KindCount(PageLink(kind.label_plural, list_page(kind.folder)), counts[kind.name])
        for kind in context.filled_kinds()
    )
