"""Long lists in pages: rows and what each weighs in, the pages that hold them out.

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


LINK_WEIGHT, SOURCE_WEIGHT = 30, 20


_BYTES_TO_ONE = 4


"""So many bytes of prose compress to one."""


_WORD = 12


"""A shorter qualifier is a word that recurs."""


def split_by_weight(
    rows: Iterable[Row], weigh: Callable[[Row], int], weight: int | None = None
) -> tuple[tuple[Row, ...], ...]:
    """Return rows in pages that weigh at most ``weight`` each; a heavier row stands alone, no rows are one page."""
    most = PAGE_WEIGHT if weight is None else weight
    pages: list[list[Row]] = [[]]
    filled = 0
    for row in rows:
        own = weigh(row)
        if pages[-1] and (filled + own > most or len(pages[-1]) == LIST_ROWS):
            pages.append([])
            filled = 0
        pages[-1].append(row)
        filled += own
    return tuple(map(tuple, pages))


def weigh_text(text: str | None) -> int:
    """Return what a text weighs; a character of Japanese weighs more."""
    return len((text or "").encode("utf-8", "replace")) // _BYTES_TO_ONE


def weigh_prose(prose: Prose) -> int:
    """Return what prose weighs with its links."""
    return sum(weigh_text(one.text) + (0 if isinstance(one, Words) else LINK_WEIGHT) for one in prose)


def weigh_claim(claim: Claim) -> int:
    """Return what a claim weighs where its value and its source are told."""
    told = [one for one in claim.qualifiers.values() if isinstance(one, str) and len(one) > _WORD]
    value = claim.value.text if isinstance(claim.value, Text) else ""
    return SOURCE_WEIGHT + sum(map(weigh_text, (value, *told)))
