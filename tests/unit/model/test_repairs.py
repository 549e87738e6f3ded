"""Slips in bounds and numbers: what the hint offers instead."""

import pytest

from briefing.model.malformed import Malformed
from briefing.model.quantity import parse_quantity


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 mio wafers of type 1.2.3e4", "5m wafers of type 1.2.3e4"),
        ("1.5e3 mio wafers", "1500m wafers"),
        ("3e9 wafers", "3000000000 wafers"),
        ("wafers: 3", ""),
    ],
)
def test_an_exponent_is_written_out_and_a_version_left_alone(text: str, meant: str) -> None:
    fault = parse_quantity(text)
    assert isinstance(fault, Malformed)
    assert fault.meant == meant
