"""How the site reads its sources, in plain words, with a conflict of the briefing itself as the worked example."""

from dataclasses import dataclass

from briefing.dataset.conflicts.rule_table import RULE_OF, RULES
from briefing.routes import CHECKS, CONFLICTS, METHOD, MONEY, PUBLISHERS, SOURCES, list_page
from briefing.views.base.context import Context
from briefing.views.base.features import has_fiscal_years
from briefing.views.base.head import Head
from briefing.views.base.tokens import PageLink
from briefing.views.pages.method_example import Example, find_example
from briefing.views.parts.about import up_to_about
from briefing.views.parts.findings import rule_label
from briefing.views.parts.freshness import thresholds

_REASONS = (
    "unsupported-figure", "superseded", "misread-source", "stage-dropped", "scope-widened", "unit-slip",
    "conversion-slip", "wrong-subject", "off-topic", "copied-error", "altered-quotation",
)  # fmt: skip
"""Why a claim may be set aside, in the order of the page."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: what it looks for, and who sees what it finds."""

    name: str
    looks_for: str
    audience: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How claims become what is shown; the page's own text is its template."""

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


def view_method(context: Context) -> MethodPage:
    """Return the page on how the site reads its sources."""
    briefing = context.data.briefing
    title = context.labels.say("method")
    fresh_days, stale_days = thresholds(briefing)
    return MethodPage(
        head=Head(METHOD, title, title, context.labels.say("method-description"), up_to_about(context)),
        as_of=briefing.as_of.label,
        fresh_days=fresh_days,
        stale_days=stale_days,
        fiscal=has_fiscal_years(context.data),
        currency=briefing.currency,
        reasons=tuple(context.labels.word("reason", reason) for reason in _REASONS),
        example=find_example(context),
        rules=_rules(context),
        sources=PageLink(context.labels.say("sources"), list_page(SOURCES)),
        publishers=PageLink(context.labels.say("publishers"), list_page(PUBLISHERS)),
        conflicts=PageLink(context.labels.say("conflicts"), list_page(CONFLICTS)),
        money=PageLink(context.labels.say("money"), list_page(MONEY)),
        checks=PageLink(context.labels.say("checks"), list_page(CHECKS)),
    )


def _rules(context: Context) -> tuple[RuleRow, ...]:
    """Return every rule once, with who sees what it finds."""
    # A code has two rows of rules where its lesser cases are for editors only.
    audiences: dict[str, set[str]] = {}
    for rule in RULES:
        audiences.setdefault(rule.code, set()).add(rule.audience)
    return tuple(_rule_row(context, code, names) for code, names in audiences.items())


def _rule_row(context: Context, code: str, audiences: set[str]) -> RuleRow:
    audience = "both" if len(audiences) > 1 else next(iter(audiences))
    return RuleRow(
        rule_label(context, code), RULE_OF[code].explanation.title, context.labels.word("audience", audience)
    )
