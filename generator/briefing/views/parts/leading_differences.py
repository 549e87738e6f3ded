"""Which differences the summary of a page and the lists of differences tell first."""

from collections.abc import Iterable

from briefing.dataset.conflicts.rule_table import BY_EDITORS
from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.rule import Category
from briefing.views.base.categories import category_of, status_rank
from briefing.views.base.context import Context

_Question = tuple[object, ...]


def leading_differences(context: Context, conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Return what to tell first: open differences, then those with an answer, then figures that look alike.

    Of those with an answer, what a rule found, figures and dates mostly, comes before what only an editor saw, mostly
    wording, and what is explained before what is settled.
    """
    by_question: dict[_Question, Conflict] = {}
    for conflict in sorted(conflicts, key=lambda conflict: _urgency(context, conflict)):
        category = category_of(context.data, conflict)
        if conflict.claims and category is not Category.NOTE:
            # Of several findings on one question only the first is told.
            by_question.setdefault(_question_key(conflict), conflict)
    return tuple(by_question.values())


def _question_key(conflict: Conflict) -> _Question:
    """Return what findings on one question share: the judgement that answers them, or rule and subjects."""
    if conflict.judgement:
        return (conflict.judgement.span,)
    return conflict.rule, conflict.about


def _urgency(context: Context, conflict: Conflict) -> tuple[bool, bool, bool, int]:
    is_lookalike = category_of(context.data, conflict) is Category.LOOKALIKE
    is_seen_by_editor = conflict.rule == BY_EDITORS.code
    return is_lookalike, conflict.status != "open", is_seen_by_editor, status_rank(conflict)
