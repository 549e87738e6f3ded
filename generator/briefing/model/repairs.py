"""Usual slips in the bounds and numbers of literals. They only ever word a hint, and never read a value."""

import re
from decimal import Decimal

from briefing.model.magnitude_words import plain_magnitudes
from briefing.model.malformed import Repair, Replacement


def repair(pattern: str, replacement: Replacement) -> Repair:
    """Return a step that mends a usual slip."""
    return pattern, replacement


def _without_exponent(match: re.Match[str]) -> str:
    number, exponent = match.group(1, 2)
    # A version such as 1.2.3 is no number.
    if number.count(".") > 1:
        return match[0]
    return f"{Decimal(number).scaleb(int(exponent)):f}"


BOUND_REPAIRS: tuple[Repair, ...] = (
    repair(r"[~≈約]|\b(?:approximately|approx\.?|around|roughly|circa|some)(?![a-z])|\bca?\. ?(?=[0-9A-Z])", " about "),
    repair(r"≤|<=|最大|\b(?:at (?:the )?most|as much as|(?:no|not) more than|max\.?|maximum)(?![a-z])", " up to "),
    repair(r"≥|>=|\b(?:no less than|not less than|no fewer than|min\.?|minimum)(?![a-z])", " at least "),
    repair(r">|\b(?:more than|greater than|above|exceeding|in excess of|beyond)\b", " over "),
    repair(r"<|\b(?:less than|fewer than|below)\b", " under "),
    repair(r"\b(?:almost|close to|just under)\b", " nearly "),
    # A bound behind the currency, or behind anything else, goes to the front.
    repair(r"^(.+) (about|up to|at least|over|under|nearly)(?= [A-Z0-9])", r"\2 \1"),
)

NUMBER_REPAIRS: tuple[Repair, ...] = (
    # Triangles are the minus of Japanese accounts. Between two figures a dash is a range, and no sign.
    repair(r"(?<![0-9a-z%千万億兆])(?:[−–—△▲]|- (?=[0-9])|\bminus )(?=[0-9])", "-"),
    repair(r"(?<![0-9a-z%千万億兆] )(?<![0-9a-z%千万億兆])\+(?=[0-9])", ""),
    repair(r"(?:±|\+/-) ?([0-9.]+)", r"-\1 to \1"),
    # A comma before three digits groups thousands as in English; before one or two it is a decimal comma.
    repair(r"(?<=[0-9]),(?=[0-9]{3})", ""),
    repair(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", "."),
    repair(r"(?<=[0-9]) (?=[0-9]{3}\b)", ""),
    repair(r"(?<![0-9])\.(?=[0-9])", "0."),
    repair(r"(?<![0-9.])([0-9.]{1,9})e\+?([0-9])\b", _without_exponent),
    repair(r"(?<=[0-9])\.(?![0-9])", ""),
    repair(r"^.*$", lambda match: plain_magnitudes(match[0])),
    # Magnitudes touch their number.
    repair(r"(?<=[0-9]) ?b\b", "bn"),
    repair(r"(?<=[0-9]) ?k\b", "k"),
    repair(r"(?<=[0-9]) ?bn\b", "bn"),
    repair(r"(?<=[0-9]) ?tn\b", "tn"),
    repair(r"(?<=[0-9]) ?m\b", "m"),
    repair(r"(?<=[0-9]) (?=[千万億兆])", ""),
    repair(r"(?<=[千万億兆]) (?=[0-9])", ""),
    repair(r"(?<=[0-9a-z千万億兆%]) ?[-–—〜～] ?(?=-?[A-Z0-9])", " to "),
)
