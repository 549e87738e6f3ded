"""Paragraphs that are no part of an article, such as captions and advertisements."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from briefing.decode.reading.content import Fields
from briefing.decode.text_checks.paragraphs import parse_paragraphs
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.records import Exclusion

_Range = tuple[int, int]
"""The first and the last paragraph."""


def decode_exclusions(records: Iterable[Fields]) -> Iterator[Exclusion]:
    """Yield the excluded ranges of paragraphs with their reasons."""
    for record in records:
        paragraphs = _paragraphs_of(record)
        if paragraphs:
            yield Exclusion(paragraphs, record.text_or("why", ""))


def find_excluded_claims(claims: Iterable[Fields], exclusions: Iterable[Exclusion]) -> Iterator[Diagnostic]:
    """Yield an error for each claim that rests on an excluded paragraph."""
    excluded = _merge_ranges(sorted(exclusion.par for exclusion in exclusions))
    # Hardly any article has exclusions; without them no claim needs a look.
    if not excluded:
        return
    for claim in claims:
        paragraphs = _paragraphs_of(claim)
        if paragraphs:
            yield from _check_paragraphs(claim, paragraphs, excluded)


def _paragraphs_of(fields: Fields) -> _Range | None:
    """Return the paragraphs that a claim rests on or an exclusion takes out, or None where they are not given."""
    return parse_paragraphs(fields.text_or("par", ""))


def _check_paragraphs(claim: Fields, paragraphs: _Range, excluded: list[_Range]) -> Iterator[Diagnostic]:
    paragraph = _first_excluded(paragraphs, excluded)
    if paragraph is not None:
        message = f"paragraph {paragraph} is excluded, yet claimed"
        yield error("par-excluded", claim.span_of("par"), message, "take one of the two out")


def _first_excluded(paragraphs: _Range, excluded: list[_Range]) -> int | None:
    """Return the first paragraph of a claim that lies in the last range which begins by the claim's end."""
    first, last = paragraphs
    position = bisect_right(excluded, last, key=_start_of) - 1
    # Earlier ranges end before this one, so that it alone can reach the claim's paragraphs.
    if position < 0 or excluded[position][1] < first:
        return None
    return max(excluded[position][0], first)


def _start_of(paragraphs: _Range) -> int:
    return paragraphs[0]


def _merge_ranges(ranges: Iterable[_Range]) -> list[_Range]:
    """Return sorted ranges without overlaps, so that one look finds the range before a paragraph."""
    merged: list[_Range] = []
    for first, last in ranges:
        start = first
        # Sorted by their starts, so that only the range before can reach into this one.
        if merged and first <= merged[-1][1]:
            start, end = merged.pop()
            last = max(last, end)
        merged.append((start, last))
    return merged
