"""Work spread over processes: in order, whole, and with nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.edges.workers import Crew, count_workers
from tests.faults.test_signals import heed_all

MANY = list(range(200))


def with_pid(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.fixture
def several() -> int:
    if count_workers() == 1:
        pytest.skip("this system copies no processes, or has one core")
    return 3


def results_of(make: Callable[[int], object], items: list[int], workers: int) -> list[object]:
    with Crew(make, items, workers) as crew:
        return list(crew.results())


def test_results_come_in_order_from_other_processes(several: int) -> None:
    rows = [row for row in results_of(with_pid, MANY, several) if isinstance(row, tuple)]
    assert [number for number, _ in rows] == MANY
    makers = {pid for _, pid in rows}
    assert os.getpid() not in makers
    assert len(makers) <= several


def test_two_work_at_the_same_time(several: int, tmp_path: Path) -> None:
    chunks = {0, 8}

    def meet(number: int) -> int:
        if number in chunks:
            (tmp_path / str(number)).touch()
            wait_until(lambda: len(list(tmp_path.iterdir())) == len(chunks))
        return number

    assert results_of(meet, MANY, several) == MANY


@pytest.mark.parametrize(("items", "workers"), [(MANY, 1), (MANY[:8], 3), ([], 3)])
def test_little_work_is_done_here(items: list[int], workers: int) -> None:
    assert results_of(with_pid, items, workers) == [(number, os.getpid()) for number in items]


def test_a_worker_sees_what_was_there_before_and_changes_nothing_here(several: int) -> None:
    there = {"number": 40}

    def add(number: int) -> int:
        there["number"] += number
        return there["number"]

    assert results_of(add, [2] * 40, several)[0] == 42
    assert there == {"number": 40}


def test_what_fails_in_a_worker_fails_here(several: int) -> None:
    def refuse(number: int) -> int:
        if number == 100:
            raise OSError(28, "No space left on device")
        return number

    with pytest.raises(OSError, match="No space left on device") as trouble:
        results_of(refuse, MANY, several)
    assert trouble.value.errno == 28


def test_where_a_worker_is_ended_this_process_does_the_work(several: int) -> None:
    here = os.getpid()

    def end_elsewhere(number: int) -> int:
        if os.getpid() != here and number == 50:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert results_of(end_elsewhere, MANY, several) == MANY


FOREVER = """
import os, sys, time
from pathlib import Path
from briefing.edges.workers import Crew

def note(number):
    Path(sys.argv[1], str(os.getpid())).touch()
    time.sleep(0.05)

with Crew(note, list(range(4000)), 2) as crew:
    print("begun", flush=True)
    list(crew.results())
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_the_process_that_started_it(several: int, tmp_path: Path, number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", FOREVER, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=heed_all,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"begun\n"
        wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
        process.send_signal(number)
        process.wait(timeout=60)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    wait_until(lambda: not any(map(is_running, workers)))


def is_running(pid: int) -> bool:
    """Whether there is such a process; one that has ended and waits to be noticed is none."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
