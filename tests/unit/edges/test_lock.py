"""The lock: held by one at a time, free again however its holder ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.edges.lock import LockHeld, hold_lock

HOLDER = """
import sys, time
from pathlib import Path
from briefing.edges.lock import hold_lock
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with hold_lock(path):
        with pytest.raises(LockHeld) as refused, hold_lock(path):
            pass
        assert refused.value.exit_code == 4
    with hold_lock(path):
        assert path.exists()
    assert not path.exists()


def test_a_killed_holder_leaves_the_lock_free(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LockHeld), hold_lock(path):
            pass
        holder.kill()
    assert path.exists()
    with hold_lock(path):
        pass
    assert not path.exists()


def test_a_lock_file_that_lost_its_name_is_not_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between opening and locking, the former holder removes the file: the newcomer must take the new one."""
    path = tmp_path / ".lock"
    import fcntl

    real = fcntl.flock
    calls = []

    def flock(handle: int, how: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            path.unlink()
        real(handle, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    with hold_lock(path):
        assert len(calls) == 2
        with pytest.raises(LockHeld), hold_lock(path):
            pass
