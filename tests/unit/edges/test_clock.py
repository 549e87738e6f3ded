"""The stopwatch counts steps and tells of each as it begins."""

import pytest

from briefing.edges.clock import Stopwatch


def test_steps_are_told_as_they_begin_and_counted_even_if_they_fail() -> None:
    steps: list[str] = []
    watch = Stopwatch(say=steps.append)
    with watch.time("one"):
        assert steps == ["one …"]
    with pytest.raises(RuntimeError), watch.time("two"):
        raise RuntimeError
    assert steps == ["one …", "two …"]
    assert list(watch.seconds) == ["one", "two"]
    assert [line.split()[-1] for line in watch.lines()] == ["one", "two", "all"]


def test_a_quiet_stopwatch_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Stopwatch().time("one"):
        pass
    assert capsys.readouterr() == ("", "")
