"""All codes a finding may carry, and their explanations as text."""

from itertools import chain

from generator.diagnostics.catalogue import claims, fields, files, money_rules, records, references, rules, values
from generator.diagnostics.code import Code

__all__ = ["CODES", "Code", "explain_text", "list_text"]

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
    )
}


def explain_text(code: str) -> str:
    """Return the explanation of one code; raises KeyError for a code that does not exist."""
    entry = CODES[code]
    head = f"{entry.severity}[{entry.code}]: {entry.title}"
    return f"{head}\n\n{entry.why}\n\nwrong:\n{_indented(entry.wrong)}\n\nright:\n{_indented(entry.right)}\n"


def list_text() -> str:
    """Return all codes with severity and title, one a line, sorted by code."""
    width = max(map(len, CODES))
    return "".join(f"{code:<{width}}  {CODES[code].severity:<8}  {CODES[code].title}\n" for code in sorted(CODES))


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
