"""A history that is kept comes back as it was, or not at all."""

import zlib
from datetime import date

import pytest

from briefing.dataset.operations import Beginning, History
from briefing.edges.history_file import KeptHistory, parse_history, print_history
from tests.unit.reports.history.steps import operations
from tests.unit.reports.small_data import FAB, FILES, JUDGEMENT, disputed, with_file

ALL = operations(with_file(FAB, FILES[FAB] + JUDGEMENT, disputed()))
KEPT = KeptHistory(History(Beginning("b" * 40, date(2026, 1, 2), 3), tuple(ALL)), 4, 5, "d")


def test_history_comes_back() -> None:
    assert len({operation.kind for operation in ALL}) == 3
    assert parse_history(print_history(KEPT)) == KEPT


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", zlib.compress(b"{}"), zlib.compress(b"[]"), print_history(KEPT)[:-9], zlib.compress(b"\xff")],
)
def test_anything_else_is_none(content: bytes) -> None:
    assert parse_history(content) is None
