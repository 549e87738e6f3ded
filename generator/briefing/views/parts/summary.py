"""A page within a minute: what independent sources agree on, and where sources differ, here and next door."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.model.claims import Claim
from briefing.views.base.categories import category_of
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placed_entry import Entry
from briefing.views.base.placement import Layout
from briefing.views.base.tokens import PageLink, plain
from briefing.views.parts.basis import Basis, view_basis
from briefing.views.parts.date_words import as_of_words
from briefing.views.parts.disputed import DisputedFact, view_disputed
from briefing.views.parts.entries import entry_label, entry_value
from briefing.views.parts.leading import lead_with
from briefing.views.parts.qualifiers import firmness
from briefing.views.parts.values import lead_claim

_VALUE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class SummaryFact:
    """A fact in few words: where it stands, how firmly it is said and as of when."""

    link: PageLink
    attribution: str


@dataclass(frozen=True, slots=True)
class SummarySection:
    """What all rests on, what is firm, what one good source says, what is overdue or disputed, here and next door.

    ``single`` is what nothing contradicts: everything else that is said was compared with it. ``uncompared`` is what
    sources give in units or currencies that nothing converts.
    ``basis`` is there where all comes from one article or original; ``unsure`` is told by several articles that may
    share an original; ``has_claims`` tells a page without firm facts from one without any, ``confirmed`` whether a
    second independent source confirms anything. ``differ`` names the label above the disputes; ``alike`` is what may
    be no dispute.
    """

    basis: Basis | None
    firm: tuple[SummaryFact, ...]
    unsure: tuple[SummaryFact, ...]
    single: tuple[SummaryFact, ...]
    uncompared: tuple[SummaryFact, ...]
    overdue: tuple[SummaryFact, ...]
    has_claims: bool
    confirmed: bool
    disputed: tuple[DisputedFact, ...]
    differ: str
    alike: tuple[DisputedFact, ...]


def view_summary(ctx: Context, layout: Layout, payments: Sequence[Entry], claims: Sequence[Claim]) -> SummarySection:
    """Return the summary of a page.

    ``payments`` are the sums of others that its subject pays or receives, ``claims`` all that the page rests on.
    """
    leading, linker = lead_with(ctx, layout.subject, payments), Linker(ctx, layout.subject)
    basis = view_basis(ctx, claims) if leading.has_claims else None
    disputes = [_disputed(ctx, one, layout, linker) for one in leading.differences if not _is_alike(ctx, one)]
    return SummarySection(
        basis=basis,
        firm=tuple(_firm(ctx, entry, linker, layout) for entry in leading.firm),
        unsure=tuple(_firm(ctx, entry, linker, layout) for entry in leading.unsure),
        single=tuple(_firm(ctx, entry, linker, layout, voiced=basis is None) for entry in leading.single),
        uncompared=tuple(_firm(ctx, entry, linker, layout, voiced=basis is None) for entry in leading.uncompared),
        overdue=tuple(_firm(ctx, entry, linker, layout) for entry in leading.overdue),
        has_claims=leading.has_claims,
        confirmed=leading.confirmed,
        disputed=tuple(disputes),
        differ=_differ_label(disputes),
        alike=tuple(_disputed(ctx, one, layout, linker) for one in leading.differences if _is_alike(ctx, one)),
    )


def _differ_label(rows: Sequence[DisputedFact]) -> str:
    if all(row.within for row in rows):
        return "differ-itself"
    return "differ-short" if any(row.finding.status == "open" for row in rows) else "differ-answered"


def _is_alike(ctx: Context, conflict: Conflict) -> bool:
    """Tell whether statements may all be so and only look as if they were about one thing."""
    return category_of(ctx.data, conflict) is not Category.DISPUTE


def _disputed(ctx: Context, conflict: Conflict, layout: Layout, linker: Linker) -> DisputedFact:
    """Return a difference; the subject is not named again on its own page."""
    row = view_disputed(ctx, conflict, linker)
    return row if row.link.page != layout.home else replace(row, about="")


def _firm(ctx: Context, entry: Entry, linker: Linker, layout: Layout, *, voiced: bool = False) -> SummaryFact:
    """Return a fact; one next door names whose it is, one too long for a summary goes by its label alone."""
    said, (label, role) = plain(entry_value(ctx, entry, linker)), entry_label(ctx, entry)
    if role and entry.relation is not None:
        label = f"{label} ({role})"
    if entry.page != layout.home:
        label = f"{ctx.display(entry.slot.about[0])}, {label}"
    told = f"{label}: {said}" if len(said) <= _VALUE_LENGTH else label
    return SummaryFact(PageLink(told, entry.page, entry.anchor), _attribution(ctx, entry, voiced=voiced))


def _attribution(ctx: Context, entry: Entry, *, voiced: bool) -> str:
    """Return who says a fact, how firmly where nobody reports it as done, and the day that it holds for."""
    group = entry.slot.shown
    if group is None:
        return ""
    lead = lead_claim(group)
    # It stands in brackets, so the date does without those of its own words.
    day = as_of_words(ctx, group).partition(" (")[0]
    day = ctx.labels.say("or-so", date=day) if "?" in group.as_of.edtf else day
    voice = ctx.names.brief_articles[lead.article] if voiced else ""
    return ", ".join(filter(None, (voice, firmness(ctx, lead), ctx.labels.say("as-of-is", date=day))))
