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
    limit = PAGE_WEIGHT if weight is None else weight
    pages: list[tuple[Row, ...]] = []
    page: list[Row] = []
    page_weight = 0
    for row in rows:
        row_weight = weigh(row)
        has_room = len(page) < LIST_ROWS and page_weight + row_weight <= limit
        if page and not has_room:
            pages.append(tuple(page))
            page = []
            page_weight = 0
        page.append(row)
        page_weight += row_weight
    pages.append(tuple(page))
    return tuple(pages)


def weigh_text(text: str | None) -> int:
    """Return what a text weighs; a character of Japanese weighs more."""
    if not text:
        return 0
    # Texts of the data may hold lone surrogates, which have no UTF-8.
    return len(text.encode("utf-8", "replace")) // _BYTES_TO_ONE


def weigh_prose(prose: Prose) -> int:
    """Return what prose weighs with its links."""
    weight = 0
    for token in prose:
        weight += weigh_text(token.text)
        if not isinstance(token, Words):
            weight += LINK_WEIGHT
    return weight


def weigh_claim(claim: Claim) -> int:
    """Return what a claim weighs where its value and its source are shown."""
    weight = SOURCE_WEIGHT + sum(map(_weigh_qualifier, claim.qualifiers.values()))
    # Values other than texts are short, and recur.
    if isinstance(claim.value, Text):
        weight += weigh_text(claim.value.text)
    return weight


def _weigh_qualifier(qualifier: object) -> int:
    if not isinstance(qualifier, str):
        return 0
    if len(qualifier) <= _SHORT_QUALIFIER:
        return 0
    return weigh_text(qualifier)
