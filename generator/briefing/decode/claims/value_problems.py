"""Values that their attribute can not have, though each is well formed for itself."""

import re
from collections.abc import Iterator

from briefing.decode.reading.content import Fields, ScalarText
from briefing.decode.reading.hints import did_you_mean, with_fix
from briefing.diagnostics.diagnostic import Diagnostic, error, warning
from briefing.diagnostics.suggest import nearest, same_word
from briefing.model.money import Money
from briefing.model.registry import Attribute
from briefing.model.values import Text, Value

_FALLING = frozenset(
    {"contraction", "decline", "declines", "decrease", "decreases", "drop", "drops", "fall", "falls", "reduction",
     "shrinkage", "slump"}
)  # fmt: skip


def find_falling_growth(fields: Fields, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield a warning for a growth whose measure says that it falls: a minus says so, and meets what others say."""
    measure = fields.scalar("measure")
    if attribute.name != "growth" or measure is None:
        return
    # Whole words: a dropout does not say that anything drops.
    words = re.findall(r"[a-z]+", measure.text.casefold())
    if _FALLING.isdisjoint(words):
        return
    message = f'"{measure.text}" says which way it goes, which its number does'
    hint = "name what changes, such as `sales`, and write a fall as `-12 %`: so it meets what others say of it"
    yield warning("growth-direction", measure.span, message, hint)


def find_sums_below_zero(value: Value | None, scalar: ScalarText, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield an error for an amount below zero: money that is paid has a payer and a payee, and no sign."""
    if attribute.name != "amount" or not isinstance(value, Money):
        return
    if value.amount < 0:
        message = f'"{scalar.text}" is below zero, and an amount is paid'
        hint = "say by payer and payee which way it goes, or write a loss as a figure"
        yield error("money-malformed", scalar.span, message, hint)


def find_option_problems(value: Value | None, scalar: ScalarText, attribute: Attribute) -> Iterator[Diagnostic]:
    """Yield a warning for a text that is none of the words which its attribute offers."""
    if not attribute.options or not isinstance(value, Text):
        return
    if value.text in attribute.options:
        return
    message = f'"{value.text}" is not on the list of {attribute.name}'
    hint = did_you_mean(nearest(value.text, attribute.options), f"one of: {', '.join(attribute.options)}")
    finding = warning("option-unknown", scalar.span, message, hint)
    yield with_fix(finding, scalar.text, same_word(scalar.text, attribute.options))
