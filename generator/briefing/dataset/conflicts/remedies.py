"""What an editor does about open conflicts, as their rules tell it. Nothing here is published."""

from collections import defaultdict
from collections.abc import Iterable

from briefing.dataset.conflicts.rule_table import RULE_OF
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.diagnostics.diagnostic import Diagnostic
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
            diagnostics.update((conflict.key, diagnostic) for conflict in group)
    return diagnostics


def _group_unjudged(conflicts: Iterable[Conflict]) -> dict[tuple[str, tuple[SubjectId, ...]], list[Conflict]]:
    """Return the open conflicts that may share a diagnostic, by rule and subjects."""
    groups: dict[tuple[str, tuple[SubjectId, ...]], list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        if conflict.status != "open" or conflict.rule not in _PRINTED_TOGETHER:
            continue
        # A conflict that was judged before tells why it is open again, which the others do not share.
        if conflict.judgement is None:
            groups[conflict.rule, conflict.about].append(conflict)
    return groups
