"""How the site reads its sources, in plain words, with a conflict of the briefing itself as the worked example."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.dataset.conflicts.rule_table import RULE_OF, RULES
from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.rule import Category
from briefing.routes import CHECKS, CONFLICTS, METHOD, MONEY, PUBLISHERS, SOURCES, list_page
from briefing.views.base.categories import family_of
from briefing.views.base.context import Context
from briefing.views.base.features import has_fiscal_years
from briefing.views.base.head import Head
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose
from briefing.views.parts.about import up_to_about
from briefing.views.parts.boxes import find_box_slot, locate_slot_box
from briefing.views.parts.differences import Difference, view_differences
from briefing.views.parts.findings import rule_label
from briefing.views.parts.freshness import thresholds

_REASONS = (
    "unsupported-figure", "superseded", "misread-source", "stage-dropped", "scope-widened", "unit-slip",
    "conversion-slip", "wrong-subject", "off-topic", "copied-error", "altered-quotation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A box where sources differ, to be explained part by part."""

    about: Prose
    box: Difference
    place: PageLink


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: what it looks for, and who sees what it finds."""

    name: str
    looks_for: str
    audience: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How claims become what is shown."""

    head: Head
    as_of: str
    fresh_days: int
    stale_days: int
    fiscal: bool
    currency: str
    reasons: tuple[str, ...]
    example: Example | None
    rules: tuple[RuleRow, ...]
    sources: PageLink
    publishers: PageLink
    conflicts: PageLink
    money: PageLink
    checks: PageLink


def view_method(ctx: Context) -> MethodPage:
    """Return the page on how the site reads its sources."""
    title = ctx.labels.say("method")
    fresh, stale = thresholds(ctx.data.briefing)
    return MethodPage(
        head=Head(METHOD, title, title, ctx.labels.say("method-description"), up_to_about(ctx)),
        as_of=ctx.data.briefing.as_of.label,
        fresh_days=fresh,
        stale_days=stale,
        fiscal=has_fiscal_years(ctx.data),
        currency=ctx.data.briefing.currency,
        reasons=tuple(ctx.labels.word("reason", one) for one in _REASONS),
        example=find_example(ctx),
        rules=_rules(ctx),
        sources=PageLink(ctx.labels.say("sources"), list_page(SOURCES)),
        publishers=PageLink(ctx.labels.say("publishers"), list_page(PUBLISHERS)),
        conflicts=PageLink(ctx.labels.say("conflicts"), list_page(CONFLICTS)),
        money=PageLink(ctx.labels.say("money"), list_page(MONEY)),
        checks=PageLink(ctx.labels.say("checks"), list_page(CHECKS)),
    )


def find_example(ctx: Context) -> Example | None:
    """Return the difference that shows most of the method: one with a judgement that sets a claim aside, if any."""
    found = sorted(_judgeable(ctx), key=lambda one: _teaches(ctx, *one))
    return _example(ctx, found[0][1]) if found else None


def _judgeable(ctx: Context) -> Iterator[tuple[Conflict, Slot]]:
    """Yield the differences that stand in the box of one slot."""
    for one in ctx.findings.for_readers:
        slot = find_box_slot(ctx, one) if family_of(ctx.data, one).is_difference else None
        if slot is not None:
            yield one, slot


def _teaches(ctx: Context, conflict: Conflict, slot: Slot) -> tuple[bool, bool, bool, str]:
    """Order differences by what they lack: a rejected claim, a judgement, a disputed value."""
    judgement = slot.judgement or conflict.judgement
    rejects = judgement is not None and bool(judgement.reject)
    return not rejects, judgement is None, family_of(ctx.data, conflict) is not Category.DISPUTE, conflict.key


def _example(ctx: Context, slot: Slot) -> Example | None:
    subject = slot.about[0]
    page, anchor = locate_slot_box(ctx, slot)
    box = next((one for one in view_differences(ctx, subject, Linker(ctx)) if one.anchor == anchor), None)
    if box is None:
        return None
    return Example(ctx.link(subject), box, PageLink(ctx.display(subject), page, anchor))


def _rules(ctx: Context) -> tuple[RuleRow, ...]:
    """Return every rule once, with who sees what it finds."""
    audiences = {rule.code: {one.audience for one in RULES if one.code == rule.code} for rule in RULES}
    rows = ((code, "both" if len(who) > 1 else next(iter(who))) for code, who in audiences.items())
    return tuple(
        RuleRow(rule_label(ctx, code), RULE_OF[code].explanation.title, ctx.labels.word("audience", who))
        for code, who in rows
    )
