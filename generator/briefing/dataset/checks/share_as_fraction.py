"""share-as-fraction: a share written as a fraction of one where others of its kind say per cent."""

from collections.abc import Iterator
from decimal import Decimal

from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.diagnostic import Diagnostic, Related, warning
from briefing.model.claims import Claim
from briefing.model.number_texts import number_text
from briefing.model.quantity import Quantity, parse_quantity

_PARTS = frozenset({"share", "growth", "public_share"})
"""Attributes and fields whose values are parts of a whole, or changes by a part of it."""
_PERCENT = "%"


def find_share_as_fraction(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every bare number below one that says what other claims of the same sort say in per cent."""
    in_percent: dict[str, Claim] = {}
    fractions: list[tuple[Claim, str, Quantity]] = []
    for claim in dataset.claims.values():
        for name, quantity in _parts(claim):
            if quantity.unit == _PERCENT:
                in_percent.setdefault(name, claim)
            elif _is_fraction(quantity) and not claim.qualifiers.get("printed_so"):
                fractions.append((claim, name, quantity))
    for claim, name, quantity in fractions:
        # A briefing may keep to fractions throughout; only beside per cent they mislead.
        if name in in_percent:
            yield _fraction(claim, name, quantity, in_percent[name])


def _parts(claim: Claim) -> Iterator[tuple[str, Quantity]]:
    if claim.attribute in _PARTS and isinstance(claim.value, Quantity):
        yield claim.attribute, claim.value
    # Qualifiers are texts that nothing has parsed.
    for name in _PARTS & claim.qualifiers.keys():
        quantity = parse_quantity(str(claim.qualifiers[name]))
        if isinstance(quantity, Quantity):
            yield name, quantity


def _is_fraction(quantity: Quantity) -> bool:
    return quantity.unit is None and 0 < quantity.number < 1


def _fraction(claim: Claim, name: str, quantity: Quantity, other: Claim) -> Diagnostic:
    written = number_text(quantity.number)
    meant = quantity.printed.replace(written, f"{number_text(quantity.number * Decimal(100))} %", 1)
    message = f'"{quantity.printed}" is a part of one, and {other.key} says its {name.replace("_", " ")} in per cent'
    hint = f"write {meant}; if the source prints the fraction, add printed_so: true"
    return warning("share-as-fraction", claim.span, message, hint, (Related(other.span, "says per cent"),))
