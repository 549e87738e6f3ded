"""A bar for whoever sits before a terminal, and not a character for whoever reads a log."""

import io
import sys

import pytest

from briefing.edges.progress import show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "__stderr__", terminal)
    pages = show_progress(iter("abc"), 3, "pages")
    assert [next(pages), next(pages)] == ["a", "b"]
    assert list(pages) == ["c"]
    assert "pages" in terminal.getvalue()
    assert "3/3" in terminal.getvalue()


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_a_log_and_a_service_hear_nothing(stream: io.StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", stream)
    assert list(show_progress(iter("abc"), 3, "pages")) == ["a", "b", "c"]
    assert stream is None or stream.getvalue() == ""
