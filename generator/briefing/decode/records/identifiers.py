"""Identifiers that carry check digits: one mistyped digit shows."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from briefing.decode.reading.content import Content, ScalarText
from briefing.diagnostics.diagnostic import Diagnostic, error

_HINT = "compare it with its source; leave it out rather than guess"


def find_identifier_problems(identifiers: Mapping[str, Content]) -> Iterator[Diagnostic]:
    """Yield a finding for each identifier of a known scheme that can not be right."""
    for name, content in identifiers.items():
        scheme = _SCHEMES.get(name)
        if scheme and isinstance(content, ScalarText):
            yield from _check_identifier(content, scheme)


def _check_identifier(identifier: ScalarText, scheme: "_Scheme") -> Iterator[Diagnostic]:
    if not scheme.allows(identifier.text):
        message = f'"{identifier.text}" is no {scheme.label}: its form or its check digits are wrong'
        yield error("identifier-checksum", identifier.span, message, _HINT)


def is_corporate_number(text: str) -> bool:
    """Tell whether the first digit of a Japanese corporate number is the check digit of the other twelve."""
    # From the right, every other digit counts twice; the check digit runs from 1 to 9.
    digits = [int(digit) for digit in reversed(text[1:])]
    total = sum(digits[0::2]) + 2 * sum(digits[1::2])
    return int(text[0]) == 9 - total % 9


def is_lei(text: str) -> bool:
    """Tell whether a legal entity identifier has the check digits of ISO 7064 (mod 97-10)."""
    return int(_letters_to_digits(text)) % 97 == 1


def is_isin(text: str) -> bool:
    """Tell whether a securities number has the check digit of its Luhn sum."""
    digits = [int(digit) for digit in reversed(_letters_to_digits(text))]
    # A doubled digit counts with the sum of its own digits.
    doubled = sum(sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[0::2]) + doubled) % 10 == 0


def _letters_to_digits(text: str) -> str:
    """Return letters as two digits, A being 10."""
    return "".join(str(int(letter, 36)) for letter in text)


def _has_no_check_digits(_: str) -> bool:
    """Pass every text: the items of Wikidata are simply numbered."""
    return True


class _Scheme(NamedTuple):
    label: str
    form: str
    has_right_digits: Callable[[str], bool]

    def allows(self, text: str) -> bool:
        return re.fullmatch(self.form, text) is not None and self.has_right_digits(text)


_SCHEMES = {
    "wikidata": _Scheme("Wikidata item", r"Q[1-9][0-9]{0,11}", _has_no_check_digits),
    "houjin_bangou": _Scheme("corporate number", r"[1-9][0-9]{12}", is_corporate_number),
    "lei": _Scheme("LEI", r"[0-9A-Z]{18}[0-9]{2}", is_lei),
    "isin": _Scheme("ISIN", r"[A-Z]{2}[0-9A-Z]{9}[0-9]", is_isin),
}
"""Schemes by the names that editors write them under; others are taken as they are."""
