"""What an origin is called."""

import pytest

from briefing.views.base.context import Context
from briefing.views.parts.origins import origin_name


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("daily-1", "The Daily"),
        ("acme-2024-04", "the Acme story of April 2024"),
        # "the The Daily story" is no English.
        ("daily-2024", "the Daily story of 2024"),
        ("agency-1", "the unnamed original of Unidentified source, April 2024 and The Daily"),
        ("nobody-2024", "one unnamed original"),
    ],
)
def test_an_origin_is_named_by_what_is_known_of_it(context: Context, origin: str, name: str) -> None:
    assert origin_name(context, origin) == name
