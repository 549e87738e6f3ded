"""Conflicts as diagnostics, each with what an editor can do about it."""

from collections.abc import Iterator
from itertools import chain

from briefing.dataset.conflicts.conflicts import RuleMemo
from briefing.dataset.conflicts.remedies import print_together, remedy_of
from briefing.dataset.linked.claim_sets import point_to
from briefing.dataset.linked.records import Conflict, Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Severity

_MOST_CLAIMS = 5


def diagnose_conflicts(dataset: Dataset, memo: RuleMemo | None = None) -> Iterator[Diagnostic]:
    """Yield one diagnostic for every conflict, with a ``memo`` that which it had where it is the same.

    Where its rule says so, several about the same subjects share one.
    """
    memo = memo or RuleMemo()
    cached, memo.diagnostics = memo.diagnostics, {}
    shared = print_together(dataset.conflicts, dataset)
    yielded: set[Diagnostic] = set()
    for conflict in dataset.conflicts:
        if conflict.key not in shared:
            entry = _renew(cached.get(conflict.key), conflict, dataset)
            memo.diagnostics[conflict.key] = entry
            yield entry[1]
        # Printed where its first conflict stands.
        elif shared[conflict.key] not in yielded:
            yielded.add(shared[conflict.key])
            yield shared[conflict.key]


def _renew(
    entry: tuple[Conflict, Diagnostic] | None, conflict: Conflict, dataset: Dataset
) -> tuple[Conflict, Diagnostic]:
    """Return a conflict with its diagnostic, which is that of last time where the conflict is the same."""
    # What to do about an open one depends on more than itself: it is made anew.
    if entry is None or conflict.status == "open":
        return conflict, _diagnostic(conflict, dataset)
    if entry[0] is not conflict:
        return conflict, _diagnostic(conflict, dataset)
    return entry


def _diagnostic(conflict: Conflict, dataset: Dataset) -> Diagnostic:
    claims = dataset.find_claims(conflict.claims)
    others = [claim for claim in claims if claim.span != conflict.span]
    related = point_to(others[:_MOST_CLAIMS], lambda claim: f"the claim {claim.key}")
    hint = _hint(conflict, dataset)
    return Diagnostic(
        conflict.rule, _severity(conflict), conflict.span, conflict.message, hint, related, status=conflict.status
    )


def _severity(conflict: Conflict) -> Severity:
    if conflict.severity == "warning":
        return Severity.WARNING
    return Severity.CONFLICT


def _hint(conflict: Conflict, dataset: Dataset) -> str:
    if conflict.status == "open":
        return _hint_to_open(conflict, dataset)
    if conflict.status == "explained" and conflict.judgement is None:
        return "for your information; nothing is to be decided"
    return f"{conflict.status} by a judgement"


def _hint_to_open(conflict: Conflict, dataset: Dataset) -> str:
    where = _file_of_judgement(conflict, dataset)
    if conflict.judgement is not None:
        return f"reopened: {_reason_to_reopen(conflict.judgement.seen, where)}"
    remedy = remedy_of(conflict, dataset)
    # A remedy of several lines ends with data to paste, after which no sentence can go on.
    if "\n" in remedy:
        return f"open; {remedy}"
    if remedy:
        return f"open; {remedy}; else a judgement in {where} explains it"
    return f"open; a judgement in {where} settles or explains it"


def _reason_to_reopen(seen: str | None, where: str) -> str:
    if seen is None:
        return f"what it prefers was withdrawn or corrected; prefer a claim that stands, in {where}"
    changed = "the claims judged, or how far they can be trusted, have changed"
    return f"{changed}; renew the judgement in {where} and delete its seen"


def _file_of_judgement(conflict: Conflict, dataset: Dataset) -> str:
    # A judgement stands in a file of its slot; whoever is only named there is no place for it.
    owners = chain.from_iterable(dataset.slot_of[key].about for key in conflict.claims)
    subjects = [*filter(conflict.about.__contains__, owners), *conflict.about]
    if not subjects:
        return "the file of any of its subjects"
    return f'the file of "{subjects[0]}"'
