"""One literal in, its value or a located finding out: which part of it is wrong, and which code says so."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from briefing.diagnostics.diagnostic import Diagnostic, Fix, Span, error
from briefing.model.date_repairs import days_meant
from briefing.model.dates import PartialDate, parse_date
from briefing.model.magnitude_words import plain_magnitudes
from briefing.model.numerals import MINUS, SIGN
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import Malformed, Nothing, Unknown, Value

_DAY_SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[?~%]?\Z")
_PLAIN = "write it as the manual's section on values shows"
_NUMBERED_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\Z")
_SHORT = 40
"""Characters of a literal that may well be written again."""

# The same dates and sums stand in many claims, and in the next state of the data.
_parse_known = lru_cache(maxsize=10_000)(parse_value_as)


def parse_literal(
    text: str, span: Span, kinds: tuple[str, ...], *, settled: bool = False
) -> tuple[Diagnostic | None, Value | None]:
    """Parse ``text`` as the first of ``kinds`` that takes it, or return what is wrong with it.

    Where ``settled``, neither ``unknown`` nor ``none`` will do.
    """
    found = _parse_known(kinds, text) if len(text) <= _SHORT else parse_value_as(kinds, text)
    if isinstance(found, Malformed):
        hint = f"write the {' or '.join(kinds)}" if settled and "unknown" in found.hint else found.hint or _PLAIN
        problem = error(_code_of(kinds, text), _within(span, text, found), found.message, hint)
        return _with_fix(problem, text, found.meant, span), None
    if settled and isinstance(found, Unknown | Nothing):
        what = " or ".join(kinds)
        return error(f"{kinds[0]}-malformed", span, f'"{text}" will not do here', f"write the {what}"), None
    return None, found


def _with_fix(problem: Diagnostic, text: str, meant: str, span: Span) -> Diagnostic:
    """Return the finding with the whole literal as its fix, where ``meant`` says the same in other characters."""
    if not meant or _bare(text) != _bare(meant) or not _stands_plainly(span, text):
        return problem
    return replace(problem, fix=Fix(span, meant))


def _bare(text: str) -> str:
    plain = plain_magnitudes(unicodedata.normalize("NFKC", text).replace(MINUS, SIGN)).casefold()
    days = days_meant(plain)
    if len(days) == 1:
        return days[0]
    date = _NUMBERED_DAY.match(plain)
    return "-".join(f"{int(part):02}" for part in date.groups()) if date else "".join(plain.split())


def _code_of(kinds: tuple[str, ...], text: str) -> str:
    if kinds[0] != "date":
        return f"{kinds[0]}-malformed"
    ends = text.split("/")
    bad = [end for end in ends if not isinstance(parse_date(end), PartialDate)]
    if len(ends) == 2 and not bad:
        return "date-order"
    return "date-impossible" if any(_DAY_SHAPE.match(end) for end in bad) else "date-malformed"


def _within(span: Span, text: str, problem: Malformed) -> Span:
    if not _stands_plainly(span, text):
        return span
    width = span.end_column - span.column
    start = span.column + (width - len(text)) // 2 + min(problem.offset, max(len(text) - 1, 0))
    return Span(span.path, span.line, start, span.line, start + max(problem.length, 1))


def _stands_plainly(span: Span, text: str) -> bool:
    """Whether the literal stands unescaped on one line: only then do offsets into it hold."""
    return span.line == span.end_line and span.end_column - span.column in (len(text), len(text) + 2)
