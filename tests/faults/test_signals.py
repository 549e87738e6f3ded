"""Commands that the system or a closed terminal ends: as Ctrl-C does, with nothing left in the temporary folder."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.every import every
from tests.preview import ROOT, SECONDS
from tests.small_briefing import files_of, lay_out

ASKED = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


def heed_all() -> None:
    """Let a process that starts now end by any of these; whoever runs the tests may have taught them otherwise."""
    for number in ASKED:
        signal.signal(number, signal.SIG_DFL)


def start(folder: Path, *words: str, before: Callable[[], None] = heed_all) -> "subprocess.Popen[bytes]":
    (folder / "t").mkdir(exist_ok=True)
    around = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "TMPDIR": str(folder / "t"), "PYTHONUNBUFFERED": "1"}
    # The command as it is installed: `python -m` ends by SIGINT, which shells call 130, too, where an interrupt came
    # inside code that is run from a string, as dataclasses run theirs (CPython 3.11 to 3.13).
    command = [str(Path(sys.executable).with_name(words[0])), *words[1:]]
    return subprocess.Popen(
        command, cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=before
    )


def wait_for(process: "subprocess.Popen[bytes]", text: bytes) -> None:
    """Read what a process says until it says ``text``; one that stays silent is ended, so that reading ends, too."""
    assert process.stdout
    told = b""
    watch = threading.Timer(6 * SECONDS, process.kill)
    watch.start()
    try:
        while text not in told:
            line = process.stdout.readline()
            assert line, told.decode()
            told += line
    finally:
        watch.cancel()


@pytest.mark.parametrize("number", ASKED)
def test_a_preview_ends_at_once_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    with start(lay_out(tmp_path), "briefing", "serve", "--port", "0") as preview:
        wait_for(preview, b" pages (")
        assert list((tmp_path / "t").iterdir()) != []
        preview.send_signal(number)
        out, _ = preview.communicate(timeout=60)
    assert preview.returncode == 130
    assert b"Traceback" not in out
    assert list((tmp_path / "t").iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"data", "t"}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells what threads leave to others")
def test_every_thread_of_a_preview_leaves_signals_to_the_first(tmp_path: Path) -> None:
    with start(lay_out(tmp_path), "briefing", "serve", "--port", "0") as preview:
        wait_for(preview, b" pages (")
        blocked: dict[int, set[int]] = {}
        for task in Path(f"/proc/{preview.pid}/task").iterdir():
            with suppress(OSError):  # a thread may end while we look
                blocked[int(task.name)] = blocked_signals(task) & set(ASKED)
        preview.terminate()
        preview.communicate(timeout=60)
    assert blocked.pop(preview.pid) == set()
    assert len(blocked) > 1
    assert every(signals == set(ASKED) for signals in blocked.values())


def blocked_signals(task: Path) -> set[int]:
    """Return the numbers of the signals that a thread does not take."""
    mask = int(dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())["SigBlk"], 16)
    return {number for number in range(1, 65) if mask >> (number - 1) & 1}


def test_a_build_that_is_asked_to_end_leaves_the_last_site_and_nothing_else(
    tmp_path: Path, count: Callable[[int], int]
) -> None:
    lay_out(tmp_path)
    # With `--timings` a build is made even where nothing has changed.
    words = ("briefing", "build", "--timings")
    for _ in range(2):  # the second takes as long as those that follow: the first has nothing kept to go by
        began = time.monotonic()
        with start(tmp_path, *words) as build:
            build.communicate()
            assert build.returncode == 0
        usual = time.monotonic() - began
    before = files_of(tmp_path / "site")
    for turn in range(count(30)):
        with start(tmp_path, *words) as build:
            time.sleep(usual * (0.4 + 0.5 * turn / count(30)))
            build.send_signal(ASKED[turn % 2])
            out, _ = build.communicate(timeout=60)
        # At its own end, when all is done, Python gives signals back to the system, which then ends the process.
        assert build.returncode in (0, 130, -ASKED[turn % 2]), out
        assert b"Traceback" not in out
        assert list((tmp_path / "t").iterdir()) == []
        assert {path.name for path in tmp_path.iterdir()} == {"data", "t", "site", ".briefing"}
        assert files_of(tmp_path / "site") == before


def test_mkdocs_own_preview_leaves_nothing_either(tmp_path: Path) -> None:
    lay_out(tmp_path)
    theme = ROOT / "generator" / "briefing" / "engine" / "theme"
    settings = f"site_name: x\ntheme: {{name: material, font: false, custom_dir: {theme}}}\nplugins: [briefing]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    with start(tmp_path, "mkdocs", "serve", "--dev-addr", "127.0.0.1:0") as preview:
        wait_for(preview, b"Building documentation")
        wait_for(preview, b"Serving on")
        preview.send_signal(signal.SIGTERM)
        preview.communicate(timeout=60)
    assert preview.returncode in (0, 130)
    assert list((tmp_path / "t").iterdir()) == []


def test_a_command_that_was_told_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    """As `nohup` tells it."""

    def heed_no_terminal() -> None:
        heed_all()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with start(lay_out(tmp_path), "briefing", "serve", "--port", "0", before=heed_no_terminal) as preview:
        wait_for(preview, b" pages (")
        preview.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            preview.wait(timeout=1)
        preview.send_signal(signal.SIGTERM)
        preview.communicate(timeout=60)
    assert preview.returncode == 130
