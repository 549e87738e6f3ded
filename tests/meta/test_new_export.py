"""Another package adds an export by its entry point alone: that of the manual, installed beside the program."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.meta.repository import ROOT

PAGE = ROOT / "manual/api.md"
ARTICLE = """\
title: Acme builds a fab
publisher: herald
language: en
form: report
published: 2026-11-20
claims:
  - {id: c1, par: 1, about: acme, attribute: figure, measure: revenue, value: USD 1.5bn}
  - {id: c2, par: 2, about: acme, attribute: date, measure: founded, value: 2001-02-03}
"""
DATA = {
    "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: USD\n",
    "publishers/herald.yml": "name: Herald\ngrade: {letter: B, why: a daily}\n",
    "articles/herald-2026.yml": ARTICLE,
    "companies/acme.yml": "name: Acme\ndescribes: A maker.\n",
}


def block_of_manual(language: str) -> str:
    section = PAGE.read_text("utf-8").partition("## Exports of your own\n")[2].partition("\n## ")[0]
    (block,) = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    return str(block)


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with small data, and the package of the manual's example, installed."""
    for path, text in DATA.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(text)
    write_package(tmp_path, block_of_manual("python"))
    (tmp_path / "newsroom-1.0.dist-info").mkdir()
    (tmp_path / "newsroom-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: newsroom\nVersion: 1.0\n")
    (tmp_path / "newsroom-1.0.dist-info/entry_points.txt").write_text(entry_points_of_manual())
    return tmp_path


def write_package(folder: Path, text: str) -> None:
    (folder / "newsroom").mkdir(exist_ok=True)
    (folder / "newsroom/__init__.py").touch()
    (folder / "newsroom/exports.py").write_text(text)


def entry_points_of_manual() -> str:
    """Return what an installer writes of the table in the package's pyproject.toml."""
    group, name, value = re.fullmatch(
        r'\[project\.entry-points\."([a-z.]+)"\]\n(\w+) = "([\w.:]+)"\n', block_of_manual("toml")
    ).groups()  # type: ignore[union-attr]
    return f"[{group}]\n{name} = {value}\n"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT / "generator"), str(folder)])
    environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True)


def generate(folder: Path) -> dict[str, bytes]:
    done = run(folder, "-m", "briefing", "generate", "--data", "data", "--out", "tree")
    assert done.returncode == 0, done.stderr
    static = folder / "tree/static"
    return {file.relative_to(static).as_posix(): file.read_bytes() for file in static.rglob("*") if file.is_file()}


def test_the_export_of_the_manual_is_among_the_files(newsroom: Path) -> None:
    files = generate(newsroom)
    assert files["newsroom/sums.tsv"] == b"url\tsum\ncompanies/acme/\tUSD 1.5bn\n"
    (newsroom / "newsroom-1.0.dist-info/entry_points.txt").unlink()
    without = generate(newsroom)
    # The list of digests names it, and nothing else knows of it.
    added = {line for line in files["SHA256SUMS"].splitlines() if line.endswith(b"  newsroom/sums.tsv")}
    sums = b"".join(line for line in files["SHA256SUMS"].splitlines(keepends=True) if line.strip() not in added)
    assert len(added) == 1
    rest = {path: content for path, content in files.items() if path != "newsroom/sums.tsv"}
    assert without == {**rest, "SHA256SUMS": sums}
    assert "api/v1/index.json" in without


def test_a_site_is_built_with_it(newsroom: Path) -> None:
    done = run(newsroom, "-m", "briefing", "build", "--data", "data", "--out", "site")
    assert done.returncode == 0, done.stderr
    assert (newsroom / "site/newsroom/sums.tsv").read_bytes() == b"url\tsum\ncompanies/acme/\tUSD 1.5bn\n"
    assert json.loads((newsroom / "site/api/v1/index.json").read_bytes())["subjects"][0]["id"] == "acme"


MISUSES = {
    "generate": (
        'SUMS = Export("companies/acme/index.html", str)\n',
        "has the path companies/acme/index.html, which is taken: ",
    ),
    "build": ("SUMS = Export('sums.tsv', lambda data: data.claims['none'])\n", "fails: KeyError: 'none' ("),
}
"""What is offered, and what is said of it, by the command that is tried with it; any that makes files says the same."""


@pytest.mark.parametrize("command", MISUSES)
def test_misuse_ends_with_a_line_that_names_the_entry_point(newsroom: Path, command: str) -> None:
    text, complaint = MISUSES[command]
    write_package(newsroom, f"from briefing.api import Export\n{text}")
    done = run(newsroom, "-m", "briefing", command, "--data", "data", "--out", "site")
    assert done.returncode == 2
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("briefing: ")]
    assert line.startswith(f"briefing: newsroom.exports:SUMS (briefing.exports) {complaint}")
    assert "Traceback" not in done.stderr
    assert not (newsroom / "site").exists()


def test_mkdocs_says_it_without_a_traceback(newsroom: Path) -> None:
    write_package(newsroom, "SUMS = 3\n")
    engine = ROOT / "generator/briefing/engine"
    theme = f"theme: {{custom_dir: {engine / 'theme'}}}\n"
    (newsroom / "mkdocs.yml").write_text(f"INHERIT: {engine / 'mkdocs.yml'}\nsite_name: Chips\n{theme}")
    (newsroom / "docs").mkdir()
    done = run(newsroom, "-m", "mkdocs", "build")
    assert done.returncode == 1
    assert "newsroom.exports:SUMS (briefing.exports) is neither an Export nor a tuple of them" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_needs_no_files_needs_no_exports(newsroom: Path) -> None:
    write_package(newsroom, "SUMS = 3\n")
    assert run(newsroom, "-m", "briefing", "check", "--data", "data").returncode == 0
