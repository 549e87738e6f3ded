"""Publishing under every fault we can cause: a reader sees one complete tree, the old or the new."""

import errno
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.edges.publish import MARKER, publish
from tests.every import every

FILES = 12
FAULTS = (errno.ENOSPC, errno.EROFS, errno.EIO, errno.EMFILE, errno.EDQUOT, errno.EACCES)
WATCHED = ("open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.listdir", "os.scandir", "shutil.rmtree")

# Counts what a build does to the disk, and dies at the n-th step as from kill -9.
KILLED = f"""
import os, signal, sys
from pathlib import Path
from briefing.edges import exchange, publish

out, version, steps, able = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4] == "exchange"
if not able:
    publish.exchange = lambda one, other: False
done = 0

def step(event, arguments):
    global done
    if event in {WATCHED!r} or event.startswith("ctypes."):
        done += 1
        if done == steps:
            os.kill(os.getpid(), signal.SIGKILL)

def fill(tree):
    for number in range({FILES}):
        (tree / f"{{number}}.html").write_text(version)

sys.addaudithook(step)
publish.publish(out, fill)
"""


def fill_with(version: str) -> Callable[[Path], None]:
    def fill(tree: Path) -> None:
        for number in range(FILES):
            (tree / f"{number}.html").write_text(version, encoding="utf-8")

    return fill


def version_of(out: Path) -> str:
    """Return which version is published; fail if it is not exactly one, complete."""
    names = {path.name for path in out.iterdir()}
    assert names == {MARKER, *(f"{number}.html" for number in range(FILES))}
    versions = {(out / name).read_text(encoding="utf-8") for name in names - {MARKER}}
    assert len(versions) == 1, versions
    return versions.pop()


def build_and_kill(out: Path, step: int, how: str) -> int:
    command = [sys.executable, "-c", KILLED, str(out), "new", str(step), how]
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.mark.parametrize("how", ["exchange", "two-renames"])
def test_killed_at_any_step_the_site_is_old_or_new_and_the_next_build_works(
    tmp_path: Path, how: str, count: Callable[[int], int]
) -> None:
    out = tmp_path / "site"
    seen = set()
    step, stride = 1, max(1, 150 // count(150))
    while True:
        publish(out, fill_with("old"))
        if build_and_kill(out, step, how) == 0:
            break
        # Without an exchange there is an instant with no site at all; the next build puts the old one back.
        if how == "exchange" or out.exists():
            seen.add(version_of(out))
        publish(out, fill_with("next"))
        assert version_of(out) == "next"
        assert [path.name for path in tmp_path.iterdir()] == ["site"]
        step += stride if step > 3 else 1
    assert step > FILES
    assert seen == {"old", "new"}


class Faults:
    """Lets the n-th step to the disk fail, while it is told to."""

    def __init__(self) -> None:
        self.left = -1
        self.number = 0

    def __call__(self, event: str, arguments: object) -> None:
        if self.left < 0 or event not in WATCHED:
            return
        self.left -= 1
        if self.left < 0:
            raise OSError(self.number, "injected")


@pytest.fixture(scope="module")
def faults() -> Iterator[Faults]:
    injected = Faults()
    sys.addaudithook(injected)
    yield injected
    injected.left = -1


def publish_under(faults: Faults, out: Path, version: str) -> OSError | None:
    try:
        publish(out, fill_with(version))
    except OSError as trouble:
        return trouble
    finally:
        faults.left = -1
    return None


def test_any_fault_at_any_step_leaves_one_complete_site(
    tmp_path: Path, faults: Faults, count: Callable[[int], int]
) -> None:
    out = tmp_path / "site"
    publish(out, fill_with("0"))
    before, failed = "0", 0
    for number in range(1, count(300) + 1):
        faults.number, faults.left = FAULTS[number % len(FAULTS)], (number * 7) % 60
        trouble = publish_under(faults, out, str(number))
        if trouble is None:
            before = str(number)
        else:
            assert trouble.errno == faults.number
            failed += 1
        assert version_of(out) == before
    assert failed > count(300) // 4


def test_eight_builds_at_once_leave_one_complete_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(out, fill_with("old"))
    builds = [
        subprocess.Popen([sys.executable, "-c", KILLED, str(out), str(number), "0", "exchange"], stderr=subprocess.PIPE)
        for number in range(8)
    ]
    outcomes = [build.communicate()[1] for build in builds]
    winners = [str(number) for number, build in enumerate(builds) if build.returncode == 0]
    assert version_of(out) in winners
    assert every(b"LockHeld" in error for error, build in zip(outcomes, builds, strict=True) if build.returncode)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
