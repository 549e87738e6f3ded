"""A page within a minute: what independent sources agree on, and where sources differ, here and next door."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.linked.records import Conflict, ValueGroup
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
    """A fact in few words, linked to where it stands; ``attribution`` says who says it, how firmly, as of when."""

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


def view_summary(
    context: Context, layout: Layout, payments: Sequence[Entry], claims: Sequence[Claim]
) -> SummarySection:
    """Return the summary of a page.

    ``payments`` are the sums of others that its subject pays or receives, ``claims`` all that the page rests on.
    """
    leading = lead_with(context, layout.subject, payments)
    linker = Linker(context, layout.subject)
    basis = view_basis(context, claims) if leading.has_claims else None
    # Where all comes from one article, who says a fact is told already.
    voiced = basis is None
    disputes = [conflict for conflict in leading.differences if not _is_alike(context, conflict)]
    likenesses = [conflict for conflict in leading.differences if _is_alike(context, conflict)]
    disputed = _view_disputes(context, disputes, layout, linker)
    return SummarySection(
        basis=basis,
        firm=_view_facts(context, leading.firm, linker, layout),
        unsure=_view_facts(context, leading.unsure, linker, layout),
        single=_view_facts(context, leading.single, linker, layout, voiced=voiced),
        uncompared=_view_facts(context, leading.uncompared, linker, layout, voiced=voiced),
        overdue=_view_facts(context, leading.overdue, linker, layout),
        has_claims=leading.has_claims,
        confirmed=leading.confirmed,
        disputed=disputed,
        differ=_differ_label(disputed),
        alike=_view_disputes(context, likenesses, layout, linker),
    )


def _is_alike(context: Context, conflict: Conflict) -> bool:
    """Tell whether statements may all be so and only look as if they were about one thing."""
    return category_of(context.data, conflict) is not Category.DISPUTE


def _view_disputes(
    context: Context, conflicts: Iterable[Conflict], layout: Layout, linker: Linker
) -> tuple[DisputedFact, ...]:
    return tuple(_view_dispute(context, conflict, layout, linker) for conflict in conflicts)


def _view_dispute(context: Context, conflict: Conflict, layout: Layout, linker: Linker) -> DisputedFact:
    """Return a difference; the subject is not named again on its own page."""
    row = view_disputed(context, conflict, linker)
    if row.link.page != layout.home:
        return row
    return replace(row, about="")


def _differ_label(rows: Sequence[DisputedFact]) -> str:
    """Return the key of the label above the disputes: within one article, open, or all with an answer."""
    if all(row.within for row in rows):
        return "differ-itself"
    if any(row.finding.status == "open" for row in rows):
        return "differ-short"
    return "differ-answered"


def _view_facts(
    context: Context, entries: Iterable[Entry], linker: Linker, layout: Layout, *, voiced: bool = False
) -> tuple[SummaryFact, ...]:
    """Return facts in few words; where ``voiced``, with who says them."""
    facts: list[SummaryFact] = []
    for entry in entries:
        link = PageLink(_fact_words(context, entry, linker, layout), entry.page, entry.anchor)
        facts.append(SummaryFact(link, _attribution(context, entry, voiced=voiced)))
    return tuple(facts)


def _fact_words(context: Context, entry: Entry, linker: Linker, layout: Layout) -> str:
    """Return a fact; one next door names whose it is, one too long for a summary goes by its label alone."""
    value = plain(entry_value(context, entry, linker))
    label, note = entry_label(context, entry)
    if note and entry.relation is not None:
        label = f"{label} ({note})"
    if entry.page != layout.home:
        label = f"{context.display(entry.slot.about[0])}, {label}"
    if len(value) > _VALUE_LENGTH:
        return label
    return f"{label}: {value}"


def _attribution(context: Context, entry: Entry, *, voiced: bool) -> str:
    """Return who says a fact, how firmly where nobody reports it as done, and the day that it holds for."""
    group = entry.slot.shown
    if group is None:
        return ""
    lead = lead_claim(group)
    parts: list[str] = []
    if voiced:
        parts.append(context.names.brief_articles[lead.article])
    firm = firmness(context, lead)
    if firm:
        parts.append(firm)
    parts.append(context.labels.say("as-of-is", date=_plain_day(context, group)))
    return ", ".join(parts)


def _plain_day(context: Context, group: ValueGroup) -> str:
    # It stands in brackets, so the date does without those of its own words.
    day = as_of_words(context, group).partition(" (")[0]
    if "?" not in group.as_of.edtf:
        return day
    return context.labels.say("or-so", date=day)
