"""Every finding of the rules under its permanent anchor: a list for readers, sort by sort, and one for editors."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.routes import CHECKS, CONFLICTS
from briefing.views.base.categories import family_of, order_findings
from briefing.views.base.context import Context
from briefing.views.base.finding_pages import MOST_VOICES, Findings, split_findings
from briefing.views.base.head import Head, Pager
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, join_prose
from briefing.views.pages.listing import list_heads, pager_of
from briefing.views.parts.facets import Facet, facet, facet_heads
from briefing.views.parts.findings import Finding, conflict_page, link_to_box, rule_label, view_finding
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.voices import Voice, view_voice

# So many facts make a heading; a finding on a whole article is about dozens.
_NAMED = 3
FINDING_FACETS = ("sort", "rule", "status", "kind")


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One finding with the claims that it is about; ``others`` ask the same question and are answered with it."""

    anchor: str
    finding: Finding
    others: tuple[Finding, ...]
    about: Prose
    label: str
    box: PageLink | None
    reading: Prose
    voices: tuple[Voice, ...]
    voices_left: int
    claims: int
    sources: tuple[SourceRef, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class FamilyGroup:
    """The findings of one sort; boxes where sources differ, else rows of a table."""

    anchor: str
    title: str
    boxed: bool
    rows: tuple[ConflictRow, ...]


@dataclass(frozen=True, slots=True)
class RuleStatus:
    """How many findings of a rule there are and how they stand."""

    rule: PageLink
    kind: str
    found: str
    open: str
    explained: str
    settled: str


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """One page of the findings for readers, disputes first; the summary stands on the first."""

    head: Head
    rules: tuple[RuleStatus, ...]
    groups: tuple[FamilyGroup, ...]
    pager: Pager
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule speaks, to whom, and how many of its findings are still open."""

    name: str
    code: str
    audience: str
    found: str
    open: str


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """One page of the findings for editors."""

    head: Head
    rules: tuple[RuleCount, ...]
    rows: tuple[ConflictRow, ...]
    pager: Pager
    facets: tuple[Facet, ...]


def checks_heads(ctx: Context) -> tuple[Head, ...]:
    """Return the heads of the pages for editors."""
    parts = _checks(ctx)
    description = ctx.labels.say("checks-description", n=sum(map(len, parts)))
    return list_heads(ctx, ctx.labels.say("checks"), description, CHECKS, len(parts))


def _checks(ctx: Context) -> tuple[Findings, ...]:
    return split_findings(ctx.data, order_findings(ctx.data, "editor"))


def view_checks(ctx: Context, number: int = 1) -> ChecksPage:
    """Return a page for editors: how often each rule speaks, and the findings that no reader's page shows."""
    rows = _checks(ctx)
    return ChecksPage(
        head=checks_heads(ctx)[number - 1],
        rules=_rule_counts(ctx) if number == 1 else (),
        rows=tuple(replace(_conflict_row(ctx, one, Linker(ctx)), box=None) for one in rows[number - 1]),
        pager=pager_of(CHECKS, number, sum(map(len, rows)), len(rows)),
        facets=facet_heads(ctx, *FINDING_FACETS),
    )


def _rule_counts(ctx: Context) -> tuple[RuleCount, ...]:
    """The noisiest rules first: one that speaks often and is seldom settled needs sharpening."""
    found = ctx.data.conflicts
    counts = Counter((one.rule, one.audience) for one in found)
    still_open = Counter((one.rule, one.audience) for one in found if one.status == "open")
    rows = [
        RuleCount(
            rule_label(ctx, rule), rule, ctx.labels.word("audience", audience), str(n), str(still_open[rule, audience])
        )
        for (rule, audience), n in counts.items()
    ]
    return tuple(sorted(rows, key=lambda one: (-int(one.found), one.code, one.audience)))


def conflicts_heads(ctx: Context) -> tuple[Head, ...]:
    """Return the heads of the pages of findings for readers."""
    title, count = ctx.labels.say("conflicts"), len(ctx.findings.for_readers)
    pages = len(split_findings(ctx.data, ctx.findings.for_readers))
    return list_heads(ctx, title, ctx.labels.say("conflicts-description", n=count), CONFLICTS, pages)


def view_conflicts(ctx: Context, number: int = 1) -> ConflictsPage:
    """Return a page of the findings for readers, each under its permanent anchor."""
    parts = split_findings(ctx.data, ctx.findings.for_readers)
    return ConflictsPage(
        head=conflicts_heads(ctx)[number - 1],
        rules=_rule_statuses(ctx) if number == 1 else (),
        groups=_family_groups(ctx, parts[number - 1]),
        pager=pager_of(CONFLICTS, number, len(ctx.findings.for_readers), len(parts)),
        facets=facet_heads(ctx, *FINDING_FACETS),
    )


def _rule_statuses(ctx: Context) -> tuple[RuleStatus, ...]:
    groups = groupby(ctx.findings.for_readers, key=lambda one: (family_of(ctx.data, one), one.rule))
    return tuple(_rule_status(ctx, list(found)) for _, found in groups)


def _rule_status(ctx: Context, found: list[Conflict]) -> RuleStatus:
    counts = Counter(one.status for one in found)
    first = found[0]
    return RuleStatus(
        rule=PageLink(rule_label(ctx, first.rule), conflict_page(ctx, first.key), first.key),
        kind=ctx.labels.word("family", family_of(ctx.data, first)),
        found=str(len(found)),
        open=str(counts["open"]),
        explained=str(counts["explained"]),
        settled=str(counts["settled"]),
    )


def _family_groups(ctx: Context, found: Iterable[Conflict]) -> tuple[FamilyGroup, ...]:
    groups = groupby(found, key=lambda one: family_of(ctx.data, one))
    return tuple(_family_group(ctx, family, list(rows)) for family, rows in groups)


def _family_group(ctx: Context, family: Category, found: list[Conflict]) -> FamilyGroup:
    linker = Linker(ctx)
    rows = [_conflict_row(ctx, one, linker) for one in found]
    word = ctx.labels.word("family", family)
    return FamilyGroup(
        anchor=f"family-{family}",
        title=word[:1].upper() + word[1:],
        boxed=family.is_difference,
        rows=_cards(rows) if family.is_difference else tuple(rows),
    )


def _cards(rows: Iterable[ConflictRow]) -> tuple[ConflictRow, ...]:
    """Return rows with those that ask one question about the same subjects as one, under the anchors of all."""
    first: dict[tuple[str, Prose], ConflictRow] = {}
    for row in rows:
        asked = row.finding.question, row.about
        known = first.get(asked)
        first[asked] = replace(known, others=(*known.others, row.finding)) if known else row
    return tuple(first.values())


def facts_heading(ctx: Context, labels: tuple[str, ...]) -> str:
    """Return the facts of a finding as a heading; those beyond the first few are counted, for the box names all."""
    left = len(labels) - _NAMED
    shown = labels if left <= 1 else labels[:_NAMED]
    return ", ".join((*shown, *([ctx.labels.say("more-facts", n=left)] if left > 1 else [])))


def _conflict_row(ctx: Context, conflict: Conflict, linker: Linker) -> ConflictRow:
    claims = ctx.data.find_claims(conflict.claims)
    labels = dict.fromkeys(slot_label(ctx, ctx.data.slot_of[claim.key])[0] for claim in claims)
    finding = view_finding(ctx, conflict)
    return ConflictRow(
        anchor=conflict.key,
        finding=finding,
        others=(),
        about=join_prose([ctx.link(one) for one in conflict.about]),
        label=facts_heading(ctx, tuple(labels)),
        box=link_to_box(ctx, conflict),
        reading=linker.prose(conflict.reading),
        voices=tuple(view_voice(ctx, claim, linker) for claim in claims[:MOST_VOICES]),
        voices_left=len(claims[MOST_VOICES:]),
        claims=len(claims),
        sources=source_refs(ctx, claims[:MOST_VOICES]),
        facets=(
            facet("sort", [finding.category_word]),
            facet("rule", [finding.rule]),
            facet("status", [finding.status_word]),
            facet("kind", [ctx.kind(one).label for one in conflict.about if one in ctx.data.subjects]),
        ),
    )
