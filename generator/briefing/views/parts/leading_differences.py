"""Which differences are told first."""

from collections.abc import Iterable

from briefing.dataset.conflicts.rule_table import BY_EDITORS
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.views.base.categories import family_of, status_place
from briefing.views.base.context import Context


def leading_differences(ctx: Context, conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return what to tell first: open differences, then those with an answer, then figures that look alike.

    Of those with an answer, what a rule found, figures and dates mostly, comes before what only an editor saw, mostly
    wording, and what is explained before what is settled.
    Of several findings that one judgement answers, or of one rule about the same subjects, only the first is told.
    """
    ordered = sorted(conflicts, key=lambda one: _urgency(ctx, one))
    first: dict[tuple[object, ...], Conflict] = {}
    for one in ordered:
        family = family_of(ctx.data, one)
        if one.claims and (family.is_difference or family is Category.LOOKALIKE):
            first.setdefault((one.judgement.span,) if one.judgement else (one.rule, one.about), one)
    return tuple(first.values())


def _urgency(ctx: Context, one: Conflict) -> tuple[bool, bool, bool, int]:
    lookalike, seen_alone = family_of(ctx.data, one) is Category.LOOKALIKE, one.rule == BY_EDITORS.code
    return lookalike, one.status != "open", seen_alone, status_place(one)
