"""line-undeclared: a sum that no total can count, since its subject declares others and not this one."""

from collections.abc import Iterable, Iterator

from briefing.dataset.checks.declared_lines import declared_lines, own_claims_of
from briefing.dataset.linked.records import Slot
from briefing.diagnostics.diagnostic import Diagnostic, warning
from briefing.diagnostics.suggest import nearest
from briefing.model.claims import Claim
from briefing.model.records import Subject


def find_line_undeclared(subject: Subject, slots: Iterable[Slot]) -> Iterator[Diagnostic]:
    """Yield every line of an amount that its subject does not declare although it declares others."""
    # A subject that declares nothing has made no statement about its sums that a line could be missing from.
    declared = declared_lines(subject)
    if not declared:
        return
    for slot in slots:
        line = _line_of_amount(slot, subject)
        if not line or line in declared:
            continue
        claims = own_claims_of(slot)
        if claims:
            yield _line_undeclared(subject, line, claims[0])


def _line_of_amount(slot: Slot, subject: Subject) -> str | None:
    """Return the line of a subject's own amount; None of anything else, and of a sum without a line."""
    if slot.attribute != "amount" or slot.about[0] != subject.id:
        return None
    return dict(slot.key).get("line")


def _line_undeclared(subject: Subject, line: str, claim: Claim) -> Diagnostic:
    message = f'"{subject.id}" declares its sums, and "{line}" is not among them'
    hint = "add it to money_lines with its relation to the others, or no total can count it"
    suggestions = nearest(line, declared_lines(subject), 1)
    if suggestions:
        hint = f'did you mean "{suggestions[0]}"? else {hint}'
    return warning("line-undeclared", claim.span, message, hint)
