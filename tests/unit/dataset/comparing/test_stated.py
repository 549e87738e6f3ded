from operator import eq

import pytest

from briefing.dataset.comparing.stated import differ_where_stated


@pytest.mark.parametrize(
    ("ours", "theirs", "differ"),
    [("red", "blue", True), ("red", "red", False), (None, "blue", False), ("red", None, False), (None, None, False)],
)
def test_only_what_both_state_can_differ(ours: str | None, theirs: str | None, differ: bool) -> None:
    assert differ_where_stated(ours, theirs, eq) is differ
