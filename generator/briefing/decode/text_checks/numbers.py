"""Checks of texts that hold numbers: exchange rates with their currencies and months, thresholds of rules."""

import re

from briefing.decode.text_checks.text_problem import TextProblem
from briefing.model.currencies import CURRENCIES

_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
# Only ASCII digits, and few of them: float() would also take "1e999", "inf" and digits of other scripts.
_RATE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?\Z")
_THRESHOLD = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?\Z")


def check_pair(text: str) -> TextProblem | None:
    """Check that a currency pair joins two different codes by a slash."""
    first, _, second = text.partition("/")
    # Between a currency and itself there is nothing to convert.
    if first in CURRENCIES and second in CURRENCIES and first != second:
        return None
    message = f'"{text}" is no pair of currencies'
    return TextProblem("rates-malformed", message, "write it like USD/JPY")


def check_month(text: str) -> TextProblem | None:
    """Check that a month is written like 2024-04."""
    if _MONTH.match(text):
        return None
    message = f'"{text}" is no month'
    return TextProblem("date-malformed", message, "write it like 2024-04")


def check_rate(text: str) -> TextProblem | None:
    """Check that an exchange rate is a plain number above nought."""
    if _RATE.match(text) and float(text) > 0:
        return None
    message = f'"{text}" is no exchange rate'
    return TextProblem("rates-malformed", message, "write a number such as 153.89")


def check_threshold(text: str) -> TextProblem | None:
    """Check that the threshold of a rule is a plain number, not below nought."""
    if _THRESHOLD.match(text):
        return None
    message = f'"{text}" is no limit'
    return TextProblem("registry-invalid", message, "write a plain number such as 365 or 0.05")
