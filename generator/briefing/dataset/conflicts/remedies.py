"""What an editor does about open conflicts, as their rules tell it. Nothing here is published."""

from collections.abc import Iterable
from operator import attrgetter

from briefing.dataset.conflicts.rule_table import RULE_OF
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.grouping import group_by
from briefing.model.ids import SubjectId

_PRINTED_TOGETHER = {code: rule.print_together for code, rule in RULE_OF.items() if rule.print_together is not None}


def remedy_of(conflict: Conflict, dataset: Dataset) -> str:
    """Return what to do about an open conflict that nobody has judged; nothing where a judgement is all there is."""
    rule = RULE_OF.get(conflict.rule)
    if rule is None:
        return ""
    if isinstance(rule.remedy, str):
        return rule.remedy
    return rule.remedy(conflict, dataset)


def print_together(conflicts: Iterable[Conflict], dataset: Dataset) -> dict[str, Diagnostic]:
    """Return one diagnostic in place of several open ones about the same subjects, by the key of each of them."""
    diagnostics: dict[str, Diagnostic] = {}
    for (code, _), group in _group_unjudged(conflicts).items():
        if len(group) > 1:
            diagnostic = _PRINTED_TOGETHER[code](group, dataset)
            diagnostics.update(dict.fromkeys(map(attrgetter("key"), group), diagnostic))
    return diagnostics


def _group_unjudged(conflicts: Iterable[Conflict]) -> dict[tuple[str, tuple[SubjectId, ...]], tuple[Conflict, ...]]:
    """Return the open conflicts that may share a diagnostic, by rule and subjects."""
    return group_by(filter(_may_share, conflicts), lambda conflict: (conflict.rule, conflict.about))


def _may_share(conflict: Conflict) -> bool:
    if conflict.status != "open" or conflict.rule not in _PRINTED_TOGETHER:
        return False
    # A conflict that was judged before tells why it is open again, which the others do not share.
    return conflict.judgement is None
