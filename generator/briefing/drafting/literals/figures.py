"""Figures in running text: sums with what is printed beside them, per cents, ranks, multiples, counts; as literals.

Every literal that leaves here reads back as a value; what does not is passed over.
"""

import re
from collections.abc import Callable, Iterator

from briefing.drafting.literals.counted_figures import find_counts
from briefing.drafting.literals.money_figures import find_money
from briefing.drafting.literals.printed_figure import Figure, FigureKind, figure_of_match, find_by, read_quantity
from briefing.drafting.text.spelling import NUMBER, ORDINALS, read_whole_number
from briefing.drafting.text.stretches import is_taken

_PERCENT = re.compile(rf"(?P<number>{NUMBER})[\s-]?(?:%|％|per ?cent\b|パーセント)", re.IGNORECASE)
_HALF = re.compile(r"(?:(?P<less>a little less than|just under|less than|under|nearly|almost) )?half\b(?! a )")
_HALF_BOUNDS = {
    "nearly": "nearly ", "almost": "nearly ", "a little less than": "under ", "just under": "under ",
    "less than": "under ", "under": "under ", None: "",
}  # fmt: skip
_RANKED = re.compile(r"\b(?P<number>\d{1,4})(?:st|nd|rd|th)\b(?! (?:century|anniversary|birthday))")
_NUMBERED = re.compile(r"\b(?:No\.|number) ?(?P<number>\d{1,3}|one)\b", re.IGNORECASE)
_PLACED = re.compile(
    rf"\b(?P<number>{'|'.join(ORDINALS)})-(?P<most>[a-z]+(?:est|most \w+)) (?P<noun>[a-z]+(?: [a-z]+)?)", re.IGNORECASE
)
_LEADING = re.compile(r"\bthe (?:leading|top|number one) (?P<noun>[a-z]+(?: [a-z]+)?) (?:in|of|among)\b")
_JA_RANK = re.compile(r"(?P<number>\d{1,4})位")
# A number behind a capitalised word is a part of a name: "Fab No. 2", "Expo 32nd Street".
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
_TIMES = re.compile(r"\b(?P<word>doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing))\b", re.IGNORECASE)
_TIMES_BY_LETTER = {"d": "2 times", "t": "3 times", "q": "4 times"}
_FOLD = re.compile(r"\b(?P<number>\d+|two|three|four|five|ten)(?:-?fold| times)\b")
_SPAN = re.compile(
    rf"(?P<number>{NUMBER})[\s-](?P<unit>years?|months?|weeks?|days?|decades?)\b(?! low| high)", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?P<number>\d+(?:\.\d+)?|two|three|five|seven)[\s-]?"
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


def _read_percent(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "25 per cent", 25%, 25パーセント."""
    return read_quantity(text, match, FigureKind.PERCENT, "%")


def _read_half(_text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "half" and the words for a little less."""
    yield figure_of_match(FigureKind.PERCENT, f"{_HALF_BOUNDS[match['less']]}50 %", match)


def _read_place(_text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "second-largest economy", of which the superlative and its noun name the list."""
    noun = f"{match['most']} {match['noun']}".lower()
    yield figure_of_match(FigureKind.RANK, f"rank {ORDINALS[match['number'].lower()]}", match, noun)


def _read_leader(_text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "the leading supplier in", which is a rank without a number."""
    yield figure_of_match(FigureKind.RANK, "rank 1", match, match["noun"])


def _read_rank(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "32nd", "No. 1", 3位."""
    if not _NAME_BEFORE.search(text[: match.start()]):
        yield figure_of_match(FigureKind.RANK, f"rank {read_whole_number(match['number'])}", match)


def _read_multiple(_text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "double", "tripled", "quadrupling"."""
    first_letter = match["word"][0].lower()
    yield figure_of_match(FigureKind.TIMES, _TIMES_BY_LETTER[first_letter], match)


def _read_fold(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "tenfold" and "two times"."""
    return read_quantity(text, match, FigureKind.TIMES, "times")


def _read_size(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "2 nm", "300 MW", "40 hectares"."""
    # Nanometres are spelled in many ways, in two scripts; the other units stay as they are printed.
    return read_quantity(text, match, FigureKind.SIZE, match["unit"] or "nm")


def _read_span(text: str, match: re.Match[str]) -> Iterator[Figure]:
    """Read "three years"."""
    return read_quantity(text, match, FigureKind.SPAN, match["unit"].lower())


# Sums first: their yen and dollars would otherwise be counted; counts last, for they fit nearly anything.
_FINDERS: tuple[Callable[[str], Iterator[Figure]], ...] = (
    find_money,
    find_by((_PERCENT, _read_percent), (_HALF, _read_half)),
    find_by(
        (_PLACED, _read_place), (_LEADING, _read_leader), (_RANKED, _read_rank), (_NUMBERED, _read_rank),
        (_JA_RANK, _read_rank),
    ),
    find_by((_TIMES, _read_multiple), (_FOLD, _read_fold)),
    find_by((_SIZE, _read_size)),
    find_by((_SPAN, _read_span)),
    find_counts,
)  # fmt: skip
