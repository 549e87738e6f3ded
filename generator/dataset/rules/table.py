"""Every rule of the program, in the order in which findings are listed."""

from decimal import Decimal

from generator.dataset.rules.rule import Rule
from generator.dataset.rules.values_differ import find_differing_values

RULES: tuple[Rule, ...] = (
    Rule(
        code="values-differ",
        find=find_differing_values,
        limits={"rate": Decimal("0.02")},
        disputes=True,
        by_slot=True,
    ),
)
