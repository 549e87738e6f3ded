import pytest

from briefing.model.malformed import Malformed
from briefing.model.value_parsing import parse_value
from briefing.model.values import Value, print_value, value_text


def value(kind: str, text: str) -> Value:
    parsed = parse_value(kind, text)
    assert not isinstance(parsed, Malformed), parsed
    return parsed


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("money", "JPY 3.9tn", "¥3.9 trillion"),
        ("quantity", "25 %", "25%"),
        ("date", "2021~", "about 2021"),
        ("entity", "ibm", "ibm"),
        ("entity", "text:Some Name", "Some Name"),
        ("text", "as it is", "as it is"),
        ("text", "unknown", "unknown"),
        ("text", "none", "none"),
    ],
)
def test_readers_text_of_every_kind(kind: str, text: str, shown: str) -> None:
    assert value_text(value(kind, text)) == shown


@pytest.mark.parametrize(
    ("kind", "text", "canonical"),
    [
        ("money", "JPY 3兆9000億", "JPY 3.9tn"),
        ("quantity", "about 3m people", "about 3m people"),
        ("date", "JFY2030 H1", "JFY2030 H1"),
        ("entity", "ibm", "ibm"),
        ("entity", "text:Some Name", "text:Some Name"),
        ("text", "as it is", "as it is"),
        ("text", "unknown", "unknown"),
        ("text", "none", "none"),
    ],
)
def test_canonical_literals(kind: str, text: str, canonical: str) -> None:
    assert print_value(value(kind, text)) == canonical
