"""Usual slips in literals and what they stand for; only ever used to word a hint, never to read a value."""

import re
from decimal import Decimal

from briefing.model.magnitude_words import plain_magnitudes
from briefing.model.malformed import Repair, Replacement


def repair(pattern: str, replacement: Replacement) -> Repair:
    """Return a step that mends a usual slip."""
    return pattern, replacement


def _plain(found: re.Match[str]) -> str:
    return f"{Decimal(found[1]).scaleb(int(found[2])):f}" if found[1].count(".") < 2 else found[0]


BOUND_REPAIRS: tuple[Repair, ...] = (
    repair(r"[~≈約]|\b(?:approximately|approx\.?|around|roughly|circa|some)(?![a-z])|\bca?\. ?(?=[0-9A-Z])", " about "),
    repair(r"≤|<=|最大|\b(?:at (?:the )?most|as much as|(?:no|not) more than|max\.?|maximum)(?![a-z])", " up to "),
    repair(r"≥|>=|\b(?:no less than|not less than|no fewer than|min\.?|minimum)(?![a-z])", " at least "),
    repair(r">|\b(?:more than|greater than|above|exceeding|in excess of|beyond)\b", " over "),
    repair(r"<|\b(?:less than|fewer than|below)\b", " under "),
    repair(r"\b(?:almost|close to|just under)\b", " nearly "),
    repair(r"^(.+) (about|up to|at least|over|under|nearly)(?= [A-Z0-9])", r"\2 \1"),
)

NUMBER_REPAIRS: tuple[Repair, ...] = (
    repair(r"(?<![0-9a-z%千万億兆])(?:[−–—△▲]|- (?=[0-9])|\bminus )(?=[0-9])", "-"),
    repair(r"(?<![0-9a-z%千万億兆] )(?<![0-9a-z%千万億兆])\+(?=[0-9])", ""),
    repair(r"(?:±|\+/-) ?([0-9.]+)", r"-\1 to \1"),
    repair(r"(?<=[0-9]),(?=[0-9]{3})", ""),
    repair(r"(?<=[0-9]),(?=[0-9]{1,2}(?![0-9]))", "."),
    repair(r"(?<=[0-9]) (?=[0-9]{3}\b)", ""),
    repair(r"(?<![0-9])\.(?=[0-9])", "0."),
    repair(r"(?<![0-9.])([0-9.]{1,9})e\+?([0-9])\b", _plain),
    repair(r"(?<=[0-9])\.(?![0-9])", ""),
    repair(r"^.*$", lambda found: plain_magnitudes(found[0])),
    repair(r"(?<=[0-9]) ?b\b", "bn"),
    repair(r"(?<=[0-9]) ?k\b", "k"),
    repair(r"(?<=[0-9]) ?bn\b", "bn"),
    repair(r"(?<=[0-9]) ?tn\b", "tn"),
    repair(r"(?<=[0-9]) ?m\b", "m"),
    repair(r"(?<=[0-9]) (?=[千万億兆])", ""),
    repair(r"(?<=[千万億兆]) (?=[0-9])", ""),
    repair(r"(?<=[0-9a-z千万億兆%]) ?[-–—〜～] ?(?=-?[A-Z0-9])", " to "),
)
