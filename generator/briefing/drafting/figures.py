"""Figures in running text: sums with what is printed beside them, per cents, ranks, multiples, counts; as literals.

Every literal that leaves here reads back as a value; what does not is passed over.
"""

import re
from collections.abc import Iterator

from briefing.drafting.counted_figures import find_counts
from briefing.drafting.money_figures import find_money
from briefing.drafting.printed_figure import Figure, FigureKind, figure_of_match, read_quantity
from briefing.drafting.spelling import NUMBER, ORDINALS, read_whole_number
from briefing.drafting.stretches import is_taken

_PERCENT = re.compile(rf"(?P<n>{NUMBER})[\s-]?(?:%|％|per ?cent\b|パーセント)", re.IGNORECASE)
_HALF = re.compile(r"(?:(?P<less>a little less than|just under|less than|under|nearly|almost) )?half\b(?! a )")
_HALF_BOUNDS = {
    "nearly": "nearly ", "almost": "nearly ", "a little less than": "under ", "just under": "under ",
    "less than": "under ", "under": "under ", None: "",
}  # fmt: skip
_RANKED = re.compile(r"\b(?P<n>\d{1,4})(?:st|nd|rd|th)\b(?! (?:century|anniversary|birthday))")
_NUMBERED = re.compile(r"\b(?:No\.|number) ?(?P<n>\d{1,3}|one)\b", re.IGNORECASE)
_PLACED = re.compile(
    rf"\b(?P<n>{'|'.join(ORDINALS)})-(?P<most>[a-z]+(?:est|most \w+)) (?P<noun>[a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_LEADING = re.compile(r"\bthe (?:leading|top|number one) (?P<noun>[a-z]+(?: [a-z]+)?) (?:in|of|among)\b")
_JA_RANK = re.compile(r"(?P<n>\d{1,4})位")
# A number behind a capitalised word is a part of a name: "Fab No. 2", "Expo 32nd Street".
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
_TIMES = re.compile(r"\b(?P<word>doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing))\b", re.IGNORECASE)
_TIMES_BY_LETTER = {"d": "2 times", "t": "3 times", "q": "4 times"}
_FOLD = re.compile(r"\b(?P<n>\d+|two|three|four|five|ten)(?:-?fold| times)\b")
_SPAN = re.compile(
    rf"(?P<n>{NUMBER})[\s-](?P<unit>years?|months?|weeks?|days?|decades?)\b(?! low| high)", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?P<n>\d+(?:\.\d+)?|two|three|five|seven)[\s-]?"
    r"(?:(?P<nm>nano-?met(?:er|re)s?|nm|ナノ(?:メートル)?)|(?P<unit>GW|MW|kW|gigawatts?|megawatts?|hectares?|"
    r"square met(?:er|re)s))(?![a-z])"
)


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence from left to right, none inside another."""
    figures: list[Figure] = []
    for finder in _FINDERS:
        # What one finder yields may overlap with itself; only what earlier ones took is closed to it.
        taken = tuple(figures)
        for figure in finder(text):
            if not is_taken(figure.start, figure.end, taken):
                figures.append(figure)
    return tuple(sorted(figures, key=lambda figure: figure.start))


def _find_percents(text: str) -> Iterator[Figure]:
    for match in _PERCENT.finditer(text):
        yield from read_quantity(text, match, FigureKind.PERCENT, "%")
    for match in _HALF.finditer(text):
        yield figure_of_match(FigureKind.PERCENT, f"{_HALF_BOUNDS[match['less']]}50 %", match)


def _find_ranks(text: str) -> Iterator[Figure]:
    for match in _PLACED.finditer(text):
        noun = f"{match['most']} {match['noun']}".lower()
        yield figure_of_match(FigureKind.RANK, f"rank {ORDINALS[match['n'].lower()]}", match, noun)
    for match in _LEADING.finditer(text):
        yield figure_of_match(FigureKind.RANK, "rank 1", match, match["noun"])
    for pattern in (_RANKED, _NUMBERED, _JA_RANK):
        for match in pattern.finditer(text):
            if not _NAME_BEFORE.search(text[: match.start()]):
                yield figure_of_match(FigureKind.RANK, f"rank {read_whole_number(match['n'])}", match)


def _find_multiples(text: str) -> Iterator[Figure]:
    for match in _TIMES.finditer(text):
        first_letter = match["word"][0].lower()
        yield figure_of_match(FigureKind.TIMES, _TIMES_BY_LETTER[first_letter], match)
    for match in _FOLD.finditer(text):
        yield from read_quantity(text, match, FigureKind.TIMES, "times")


def _find_sizes(text: str) -> Iterator[Figure]:
    for match in _SIZE.finditer(text):
        # Nanometres are spelled in many ways, in two scripts; the other units stay as they are printed.
        unit = match["unit"] or "nm"
        yield from read_quantity(text, match, FigureKind.SIZE, unit)


def _find_spans(text: str) -> Iterator[Figure]:
    for match in _SPAN.finditer(text):
        yield from read_quantity(text, match, FigureKind.SPAN, match["unit"].lower())


# Sums first: their yen and dollars would otherwise be counted; counts last, for they fit nearly anything.
_FINDERS = (find_money, _find_percents, _find_ranks, _find_multiples, _find_sizes, _find_spans, find_counts)
