"""The codes of slips in the data, and the explanation of any code as text; the codes of rules stand with the rules."""

from collections.abc import Iterable
from itertools import chain

from briefing.diagnostics.catalogue import (
    claims,
    editorial_checks,
    fields,
    files,
    records,
    references,
    slips,
    values,
)
from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Severity

__all__ = ["CODES", "Code", "explain_text", "list_text"]

_CONFLICT_LABELS = "found in (wrong, or sources that differ)", "not found in (right, or sources that agree)"
_SETTLING = """
Figures stay as their sources print them. An editor's judgement, in the file of the subject, settles or explains it:
    judgements:
      - slot: {attribute: …}          # or finding: {rule: …, claims: [article#c1, other#c2]}
        prefer: [article#c1]          # or both-stand, or differs; reject: [{claim: other#c2, reason: superseded}]
        because: Why we show what we show.
        decided: 2026-11-21
"""

CODES: dict[str, Code] = {
    code.code: code
    for code in chain(
        files.CODES,
        fields.CODES,
        references.CODES,
        values.CODES,
        claims.CODES,
        records.CODES,
        editorial_checks.CODES,
        slips.CODES,
    )
}


def explain_text(entry: Code) -> str:
    """Return the explanation of one code."""
    is_conflict = entry.severity is Severity.CONFLICT
    # Sources that differ do nothing wrong: the examples show what a rule finds, and what it leaves alone.
    wrong, right = _CONFLICT_LABELS if is_conflict else ("wrong", "right")
    head = f"{entry.severity}[{entry.code}]: {entry.title}"
    examples = f"{wrong}:\n{_indented(entry.wrong)}\n\n{right}:\n{_indented(entry.right)}\n"
    explanation = f"{head}\n\n{entry.why}\n\n{examples}"
    return explanation + _SETTLING if is_conflict else explanation


def list_text(entries: Iterable[Code]) -> str:
    """Return codes with severity and title, one a line, sorted by code."""
    in_order = sorted(entries, key=lambda entry: entry.code)
    width = max(len(entry.code) for entry in in_order)
    return "".join(f"{entry.code:<{width}}  {entry.severity:<8}  {entry.title}\n" for entry in in_order)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
