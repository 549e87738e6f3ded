"""share-as-fraction: a share written as a fraction of one where others of its kind say per cent."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from briefing.dataset.linked.claim_sets import is_confirmed
from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Related, warning
from briefing.model.claims import Claim
from briefing.model.grouping import first_by
from briefing.model.number_texts import number_text
from briefing.model.quantity import Quantity, parse_quantity

_PARTS = frozenset({"share", "growth", "public_share"})
"""Attributes and fields whose values are parts of a whole, or changes by a part of it."""
_PERCENT = "%"


class _Part(NamedTuple):
    """A part of a whole, in per cent or as a fraction; the claim that states it, and where: its value, or a field."""

    claim: Claim
    name: str
    quantity: Quantity


def find_share_as_fraction(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every bare number below one that says what other claims of the same sort say in per cent."""
    parts = list(chain.from_iterable(map(_parts, dataset.claims.values())))
    in_percent = first_by(filter(_is_in_percent, parts), attrgetter("name"))
    for part in filter(_is_fraction, parts):
        # A briefing may keep to fractions throughout; only beside per cent they mislead.
        if part.name in in_percent:
            yield _fraction(part, in_percent[part.name].claim)


def _parts(claim: Claim) -> Iterator[_Part]:
    if claim.attribute in _PARTS and isinstance(claim.value, Quantity):
        yield _Part(claim, claim.attribute, claim.value)
    # Qualifiers are texts that nothing has parsed.
    for name in _PARTS & claim.qualifiers.keys():
        quantity = parse_quantity(str(claim.qualifiers[name]))
        if isinstance(quantity, Quantity):
            yield _Part(claim, name, quantity)


def _is_in_percent(part: _Part) -> bool:
    return part.quantity.unit == _PERCENT


def _is_fraction(part: _Part) -> bool:
    """Tell whether a part is written as a fraction of one, and nobody has confirmed that the source prints it so."""
    if part.quantity.unit is not None or is_confirmed(part.claim):
        return False
    return 0 < part.quantity.number < 1


def _fraction(part: _Part, other: Claim) -> Diagnostic:
    quantity, name = part.quantity, part.name.replace("_", " ")
    written = number_text(quantity.number)
    meant = quantity.printed.replace(written, f"{number_text(quantity.number * Decimal(100))} %", 1)
    message = f'"{quantity.printed}" is a part of one, and {other.key} says its {name} in per cent'
    hint = f"write {meant}; if the source prints the fraction, add printed_so: true"
    return warning("share-as-fraction", part.claim.span, message, hint, (Related(other.span, "says per cent"),))
