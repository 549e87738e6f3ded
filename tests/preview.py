"""A small briefing under `briefing serve`, in a process of its own: edited, broken, mended, and asked for pages."""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

ROOT = Path(__file__).resolve().parents[1]
BRIEFING = """name: {en: One small briefing}
url: https://one.example/
language: en
as_of: 2026-11-22
currency: JPY
"""
ACME = "name: {en: Acme Corporation}\ndescribes: A maker of anvils.\n"
BOLT = "name: {en: Bolt Works}\ndescribes: A maker of bolts.\n"
BROKEN = "name: {en: Acme Corporation}\ndescribes: [<b>broken\n"
SECONDS = 60
"""What a change may take on a busy machine before a test gives up; a single request may take no longer either."""


def lay_out_briefing(folder: Path) -> Path:
    """Write a small briefing with a mkdocs.yml of its own into a folder, and return the folder."""
    (folder / "data" / "companies").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "data" / "briefing.yml").write_text(BRIEFING, encoding="utf-8")
    (folder / "data" / "companies" / "acme.yml").write_text(ACME, encoding="utf-8")
    (folder / "data" / "companies" / "bolt.yml").write_text(BOLT, encoding="utf-8")
    shutil.copytree(ROOT / "generator" / "briefing" / "engine" / "theme", folder / "theme")
    settings = (ROOT / "generator/briefing/engine/mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def save(path: Path, text: str) -> None:
    """Replace a file in one step, as most editors do."""
    aside = path.with_name(f".{path.name}.swp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


@dataclass
class Preview:
    """A running preview of the briefing in ``folder``."""

    folder: Path
    process: "subprocess.Popen[bytes]"
    url: str
    log: Path

    @property
    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def acme(self) -> Path:
        return self.folder / "data" / "companies" / "acme.yml"

    def get(self, path: str) -> tuple[int, str]:
        """Return status and text of an answer; fail where there is none in time."""
        try:
            with urllib.request.urlopen(self.url + path, timeout=SECONDS) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()

    def state(self, page: str = "", version: str = "") -> dict[str, Any]:
        """Return what a browser that shows a version of a page is told."""
        found: dict[str, Any] = json.loads(self.get(f"-/state?{urlencode({'page': page, 'version': version})}")[1])
        return found

    def errors(self) -> list[dict[str, Any]]:
        """Return the errors that browsers show now."""
        found: list[dict[str, Any]] = self.state()["report"].get("errors", [])
        return found

    def wait(self, true: Callable[[], bool], what: str = "it") -> float:
        """Wait until something is true, and return the seconds that took."""
        start = time.monotonic()
        while time.monotonic() < start + SECONDS:
            if true():
                return time.monotonic() - start
            assert self.process.poll() is None, self.printed
            time.sleep(0.02)
        pytest.fail(f"{what} never came; printed:\n{''.join(self.printed)[-3000:]}")

    def wait_for(self, path: str, text: str) -> None:
        """Wait until a page has a text and nothing is wrong."""
        self.wait(lambda: text in self.get(path)[1] and not self.errors(), f"{text!r} in {path}")

    def events(self) -> "queue.Queue[int]":
        """Listen as a browser does; the numbers of new states come into the queue."""
        told: queue.Queue[int] = queue.Queue()

        def listen() -> None:
            with suppress(OSError, ValueError), urllib.request.urlopen(f"{self.url}-/events", timeout=60) as answer:
                for line in answer:
                    if line.startswith(b"data: "):
                        told.put(int(line[6:]))

        threading.Thread(target=listen, daemon=True).start()
        return told


def heed_interrupts() -> None:
    """Let a process that starts now end when it is interrupted."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def running(folder: Path, *words: str) -> Iterator[Preview]:
    """Run a preview on a free port; it must still live at the end, and end at once when interrupted."""
    command = [sys.executable, "-m", "briefing", "serve", "--port", "0", *words]
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": str(ROOT / "generator"),
    }
    log = folder / ".log"
    with log.open("w", encoding="utf-8") as file:
        # Whoever runs the tests in the background has taught them to ignore what an editor's Ctrl-C sends.
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=file, stderr=file, preexec_fn=heed_interrupts
        )
    try:
        yield Preview(folder, process, _address(log, process), log)
        assert process.poll() is None, log.read_text(encoding="utf-8")
    finally:
        end(process)


def _address(log: Path, process: "subprocess.Popen[bytes]") -> str:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        printed = log.read_text(encoding="utf-8")
        if "\n" in printed:
            return printed.split(" at ")[1].split()[0]
        assert process.poll() is None, printed
        time.sleep(0.02)
    pytest.fail("no address was printed")


def end(process: "subprocess.Popen[bytes]") -> None:
    """Interrupt a preview: it ends at once, quietly, with the code of interrupted commands."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        assert process.wait(timeout=60) == 130
    finally:
        process.kill()
