"""Whole builds before and behind the gate: one without a change imports nothing and says what the last one said."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

BRIEFING = """name: {en: One small briefing}
url: https://one.example/
language: en
as_of: 2026-11-22
currency: JPY
"""
NOTHING_CHANGED = "nothing has changed since the last build: site is as it was\n"
HEAVY = {"click", "yaml", "mkdocs", "jinja2", "pathlib", "dataclasses", "typing", "briefing.cli", "briefing.pipeline"}


def build(folder: Path, *words: str, options: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [sys.executable, *options, "-m", "briefing", "build", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Give a folder with a briefing that was built with a warning and a notice, and what the build said."""
    folder = tmp_path_factory.mktemp("gate")
    (folder / "data/companies").mkdir(parents=True)
    (folder / "docs/about").mkdir(parents=True)
    (folder / "data/briefing.yml").write_text(BRIEFING, encoding="utf-8")
    text = "name: {en: Acme Corporation}\ndescribes: A maker of anvils. 半導体\nlast_verified: 2030-01-01\n"
    (folder / "data/companies/acme.yml").write_text(text, encoding="utf-8")
    (folder / "docs/about/notes.md~").write_text("left behind", encoding="utf-8")
    time.sleep(0.05)
    return folder, build(folder)


def test_a_build_without_a_change_says_the_same_and_imports_nothing(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, first = built
    assert first.returncode == 0, first.stderr
    assert "warning" in first.stdout
    assert "notes.md~" in first.stderr
    before = (folder / "site/index.html").stat()
    again = build(folder)
    assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, first.stderr + NOTHING_CHANGED)
    assert (folder / "site/index.html").stat() == before
    loaded = build(folder, options=["-X", "importtime"]).stderr
    assert NOTHING_CHANGED in loaded
    names = {line.rpartition("|")[2].strip() for line in loaded.splitlines() if line.startswith("import time:")}
    assert "briefing.edges.last_build" in names
    assert HEAVY & names == set()


def test_nobody_to_say_it_to_ends_the_gate_as_it_ends_a_build(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, _ = built
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "briefing", "build"]
        environment = {**os.environ, "PYTHONUTF8": "1"}
        done = subprocess.run(command, cwd=folder, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


def test_an_edit_opens_the_way_to_a_whole_build(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, first = built
    page = folder / "site/companies/acme/index.html"
    assert "anvils" in page.read_text(encoding="utf-8")
    file = folder / "data/companies/acme.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("anvils", "hammer"), encoding="utf-8")
    time.sleep(0.05)
    done = build(folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, first.stderr)
    assert "hammer" in page.read_text(encoding="utf-8")
    assert build(folder).stderr.endswith(NOTHING_CHANGED)
