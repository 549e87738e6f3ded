"""All codes a finding may carry, and their explanations as text."""

from itertools import chain

from briefing.diagnostics.catalogue import (
    claims,
    editorial_checks,
    fields,
    files,
    money_rules,
    records,
    references,
    rules,
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
        rules.CODES,
        money_rules.CODES,
        editorial_checks.CODES,
        slips.CODES,
    )
}


def explain_text(code: str) -> str:
    """Return the explanation of one code; raises KeyError for a code that does not exist."""
    entry = CODES[code]
    head = f"{entry.severity}[{entry.code}]: {entry.title}"
    wrong, right = _CONFLICT_LABELS if entry.severity is Severity.CONFLICT else ("wrong", "right")
    examples = f"{wrong}:\n{_indented(entry.wrong)}\n\n{right}:\n{_indented(entry.right)}\n"
    return f"{head}\n\n{entry.why}\n\n{examples}" + (_SETTLING if entry.severity is Severity.CONFLICT else "")


def list_text() -> str:
    """Return all codes with severity and title, one a line, sorted by code."""
    width = max(map(len, CODES))
    return "".join(f"{code:<{width}}  {CODES[code].severity:<8}  {CODES[code].title}\n" for code in sorted(CODES))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
