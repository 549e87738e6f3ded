"""Literals as values: a text is parsed into what it means, or a finding tells which part of it is wrong."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from itertools import filterfalse

from briefing.decode.reading.hints import stands_plainly
from briefing.diagnostics.diagnostic import Diagnostic, Fix, Span, error
from briefing.model.date_repairs import days_meant
from briefing.model.dates import PartialDate, parse_date
from briefing.model.magnitude_words import plain_magnitudes
from briefing.model.numerals import MINUS, SIGN
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import Malformed, Nothing, Unknown, Value

_DAY_SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[?~%]?\Z")
# Year, month and day in this order, with the signs of English and Japanese dates between them.
_NUMBERED_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\Z")
_PLAIN_HINT = "write it as the manual's section on values shows"
_CACHED_LENGTH = 40
"""Characters of a literal that may well be written again."""

# The same dates and sums stand in many claims, and in the next state of the data.
_parse_cached = lru_cache(maxsize=10_000)(parse_value_as)


def parse_literal(
    text: str, span: Span, kinds: tuple[str, ...], *, settled: bool = False
) -> tuple[Diagnostic | None, Value | None]:
    """Parse ``text`` as the first of ``kinds`` that takes it, or return what is wrong with it.

    Where ``settled``, neither ``unknown`` nor ``none`` will do.
    """
    value = _parse(kinds, text)
    if isinstance(value, Malformed):
        return _malformed_literal(value, text, span, kinds, settled=settled), None
    if settled and isinstance(value, Unknown | Nothing):
        message = f'"{text}" will not do here'
        return error(f"{kinds[0]}-malformed", span, message, _hint_to_settle(kinds)), None
    return None, value


def _parse(kinds: tuple[str, ...], text: str) -> Value | Malformed:
    if len(text) > _CACHED_LENGTH:
        return parse_value_as(kinds, text)
    return _parse_cached(kinds, text)


def _malformed_literal(
    problem: Malformed, text: str, span: Span, kinds: tuple[str, ...], *, settled: bool
) -> Diagnostic:
    """Return an error at the part that is wrong, with a fix where that is no guess."""
    hint = _hint_for(problem, kinds, settled=settled)
    finding = error(_code_of(kinds, text), _wrong_part(span, text, problem), problem.message, hint)
    if _may_be_fixed(text, problem.meant) and stands_plainly(span, text):
        return replace(finding, fix=Fix(span, problem.meant))
    return finding


def _hint_for(problem: Malformed, kinds: tuple[str, ...], *, settled: bool) -> str:
    """Return what to write in place of a malformed literal."""
    if not problem.hint:
        return _PLAIN_HINT
    # The hint of the parser offers "unknown", which is no answer here.
    if settled and "unknown" in problem.hint:
        return _hint_to_settle(kinds)
    return problem.hint


def _hint_to_settle(kinds: tuple[str, ...]) -> str:
    return f"write the {' or '.join(kinds)}"


def _may_be_fixed(text: str, meant: str) -> bool:
    """Return whether ``meant`` says the same as the literal in other characters: only that is no guess."""
    return bool(meant) and _normalise(text) == _normalise(meant)


def _normalise(text: str) -> str:
    """Return a literal without differences of width, case, spacing and of the order of a date's parts."""
    plain = plain_magnitudes(unicodedata.normalize("NFKC", text).replace(MINUS, SIGN)).casefold()
    days = days_meant(plain)
    if len(days) == 1:
        return days[0]
    date = _NUMBERED_DAY.match(plain)
    if date:
        return "-".join(f"{int(part):02}" for part in date.groups())
    return "".join(plain.split())


def _code_of(kinds: tuple[str, ...], text: str) -> str:
    """Return the code that says what is wrong with a literal of the first of ``kinds``."""
    if kinds[0] != "date":
        return f"{kinds[0]}-malformed"
    ends = text.split("/")
    malformed = list(filterfalse(_is_date, ends))
    if len(ends) == 2 and not malformed:
        # Each end is a date for itself, so the interval runs backwards.
        return "date-order"
    if any(map(_DAY_SHAPE.match, malformed)):
        # Written like a day of the calendar, which has no such day.
        return "date-impossible"
    return "date-malformed"


def _is_date(text: str) -> bool:
    return isinstance(parse_date(text), PartialDate)


def _wrong_part(span: Span, text: str, problem: Malformed) -> Span:
    """Return the place of the part that is wrong; of the whole literal where escapes make offsets uncertain."""
    if not stands_plainly(span, text):
        return span
    quotes = span.end_column - span.column - len(text)
    start = span.column + quotes // 2 + min(problem.offset, max(len(text) - 1, 0))
    return Span(span.path, span.line, start, span.line, start + max(problem.length, 1))
