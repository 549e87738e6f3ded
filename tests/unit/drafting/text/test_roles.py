import re

import pytest

from briefing.drafting.text.roles import ROLE, role_id


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("CEO", "chief-executive"),
        ("Chief Executive Officer", "chief-executive"),
        ("chairwoman", "chair"),
        ("Co-founder", "founder"),
        ("Prime Minister", "prime-minister"),
        ("president-elect", "president-elect"),
        ("deputy finance minister", "deputy-finance-minister"),
    ],
)
def test_a_role_has_one_id(text: str, role: str) -> None:
    assert re.fullmatch(ROLE, text, re.IGNORECASE)
    assert role_id(text) == role


@pytest.mark.parametrize("text", ["farmer", "Jane Roe", "chief"])
def test_other_words_are_no_role(text: str) -> None:
    assert not re.fullmatch(ROLE, text, re.IGNORECASE)
