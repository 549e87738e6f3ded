"""Identifiers that carry check digits: one mistyped digit shows."""

import re
from collections.abc import Callable, Iterator, Mapping

from briefing.decode.reading.content import Content, ScalarText
from briefing.diagnostics.diagnostic import Diagnostic, error

_HINT = "compare it with its source; leave it out rather than guess"


def find_identifier_problems(identifiers: Mapping[str, Content]) -> Iterator[Diagnostic]:
    """Yield a finding for each identifier of a known scheme that can not be right."""
    for name, content in identifiers.items():
        scheme = _SCHEMES.get(name)
        if scheme is None or not isinstance(content, ScalarText):
            continue
        shape, is_right = scheme
        if not re.fullmatch(shape, content.text) or not is_right(content.text):
            message = f'"{content.text}" is no {_NAMES[name]}: its form or its check digits are wrong'
            yield error("identifier-checksum", content.span, message, _HINT)


def is_corporate_number(text: str) -> bool:
    """Tell whether the first digit of a Japanese corporate number is the check digit of the other twelve."""
    total = sum(int(digit) * (1 if place % 2 == 0 else 2) for place, digit in enumerate(reversed(text[1:])))
    return int(text[0]) == 9 - total % 9


def is_lei(text: str) -> bool:
    """Tell whether a legal entity identifier has the check digits of ISO 7064 (mod 97-10)."""
    return int(_digits(text)) % 97 == 1


def is_isin(text: str) -> bool:
    """Tell whether a securities number has the check digit of its Luhn sum."""
    digits = [int(digit) for digit in reversed(_digits(text))]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[0::2]) + sum(doubled)) % 10 == 0


def _digits(text: str) -> str:
    """Return letters as two digits, A being 10."""
    return "".join(str(int(letter, 36)) for letter in text)


def _always(_: str) -> bool:
    return True


_SCHEMES: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "wikidata": (r"Q[1-9][0-9]{0,11}", _always),
    "houjin_bangou": (r"[1-9][0-9]{12}", is_corporate_number),
    "lei": (r"[0-9A-Z]{18}[0-9]{2}", is_lei),
    "isin": (r"[A-Z]{2}[0-9A-Z]{9}[0-9]", is_isin),
}
_NAMES = {"wikidata": "Wikidata item", "houjin_bangou": "corporate number", "lei": "LEI", "isin": "ISIN"}
