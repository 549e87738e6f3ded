"""Sizes of files in words."""

import pytest

from briefing.views.parts.file_sizes import size_words
from tests.unit.views.sample import sample_context


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "under 1 KB"),
        (999, "under 1 KB"),
        (1000, "1 KB"),
        (1449, "1.4 KB"),
        (244_023, "240 KB"),
        (994_999, "990 KB"),
        (999_999, "1 MB"),
        (1_216_512, "1.2 MB"),
        (10_739_712, "11 MB"),
        (123_456_789, "120 MB"),
    ],
)
def test_a_size_has_two_digits(size: int, said: str) -> None:
    assert size_words(sample_context(), size).replace("\u00a0", " ") == said
