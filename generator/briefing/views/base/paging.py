"""Splits long lists into pages by what their rows weigh.

A weight estimates the bytes of a row on its way to readers, compressed, from what the row holds and never from how it
is drawn. So a page stays within its budget however much there is to tell, and not by luck.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from briefing.model.claims import Claim
from briefing.model.values import Text
from briefing.views.base.tokens import Prose, Words

Row = TypeVar("Row")
LIST_ROWS = 200
PAGE_WEIGHT = 20_000
"""What the rows of one page may weigh; with frame, head and contents that is under 30 KB."""
LINK_WEIGHT = 30
SOURCE_WEIGHT = 20
# So many bytes of prose compress to one.
_BYTES_TO_ONE = 4
# A shorter qualifier is a word that recurs, such as a stage, and costs next to nothing compressed.
_SHORT_QUALIFIER = 12


def split_by_weight(
    rows: Iterable[Row], weigh: Callable[[Row], int], weight: int | None = None
) -> tuple[tuple[Row, ...], ...]:
    """Return rows in pages that weigh at most ``weight`` each; a heavier row stands alone, no rows are one page."""
    # Read when called, so that tests can lower it.
    most = PAGE_WEIGHT if weight is None else weight
    pages: list[list[Row]] = [[]]
    filled = 0
    for row in rows:
        row_weight = weigh(row)
        is_full = filled + row_weight > most or len(pages[-1]) == LIST_ROWS
        if pages[-1] and is_full:
            pages.append([])
            filled = 0
        pages[-1].append(row)
        filled += row_weight
    return tuple(map(tuple, pages))


def weigh_text(text: str | None) -> int:
    """Return what a text weighs; a character of Japanese weighs more."""
    # Texts of the data may hold lone surrogates, which have no UTF-8.
    return len((text or "").encode("utf-8", "replace")) // _BYTES_TO_ONE


def weigh_prose(prose: Prose) -> int:
    """Return what prose weighs with its links."""
    links = sum(not isinstance(token, Words) for token in prose)
    return LINK_WEIGHT * links + sum(weigh_text(token.text) for token in prose)


def weigh_claim(claim: Claim) -> int:
    """Return what a claim weighs where its value and its source are shown."""
    weight = SOURCE_WEIGHT
    if isinstance(claim.value, Text):
        weight += weigh_text(claim.value.text)
    for qualifier in claim.qualifiers.values():
        if isinstance(qualifier, str) and len(qualifier) > _SHORT_QUALIFIER:
            weight += weigh_text(qualifier)
    return weight
