"""What a reviewer of changed data is told, on a repository of its own; continuous integration runs the same script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.small_data import FILES, HERALD, edit, git, write_data

ROOT = Path(__file__).parents[2]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_data(tmp_path / "data", FILES)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "before")
    return tmp_path


def review(*words: str) -> tuple[int, str, str]:
    """Return the exit code of a review, its annotations and its report."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, str(ROOT / "scripts" / "review_data.py"), "HEAD", "review.md", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=120)
    return done.returncode, done.stdout, Path("review.md").read_text("utf-8")


def test_changed_facts_are_told_with_links_to_the_preview(repository: Path) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: 2029, modality: planned")
    code, _, report = review("--site-url", "https://preview-7.example/")
    assert code == 0
    assert "2027" in report
    assert "2029" in report
    assert "https://preview-7.example/projects/acme-fab/" in report
    assert "lost" not in report


def test_an_error_stands_on_its_line(repository: Path) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: soon, modality: planned")
    code, annotations, report = review()
    assert code == 1
    assert f"::error file={HERALD},line=" in annotations
    assert "have errors" in report


def test_a_record_that_goes_needs_a_redirect(repository: Path) -> None:
    bolt = Path("data/companies/bolt.yml")
    bolt.rename("data/companies/bolt-works.yml")
    for path in Path("data").rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("value: bolt}", "value: bolt-works}"), encoding="utf-8")
    code, annotations, report = review()
    assert code == 1, report
    assert "/companies/bolt/ has no page any more" in annotations
    assert "- `/companies/bolt/`" in report
    Path("data/redirects.yml").write_text("bolt: bolt-works\n", encoding="utf-8")
    code, annotations, report = review()
    assert code == 0, annotations
    assert "lost" not in report


def test_no_address_that_was_published_is_lost(repository: Path) -> None:
    """Neither of a record of whatever kind, though it only changes its kind, nor one that a redirect kept."""
    redirects = Path("data/redirects.yml")
    redirects.write_text("bolt-and-sons: bolt\nprojects/bolt: bolt\nold-bolt: {gone: a double}\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "redirects")
    kept = "bolt-and-sons: acme\n"
    redirects.write_text(kept, encoding="utf-8")
    Path("data/organizations").mkdir()
    Path("data/companies/bolt.yml").rename("data/organizations/bolt.yml")
    Path("data/articles/gazette-2024.yml").rename("data/articles/gazette-may.yml")
    Path("data/publishers/gazette.yml").rename("data/publishers/the-gazette.yml")
    edit("data/articles/gazette-may.yml", "publisher: gazette", "publisher: the-gazette")
    code, annotations, report = review()
    assert code == 1
    lost = {line.removeprefix("- `").removesuffix("`") for line in report.splitlines() if line.startswith("- `/")}
    assert {"/companies/bolt/", "/articles/gazette-2024/", "/publishers/gazette/"} <= lost
    assert {"/projects/bolt/", "/companies/old-bolt"} <= lost
    assert "bolt-and-sons" not in report
    assert "/publishers/gazette/ has no page any more" in annotations
    moved = "companies/bolt: bolt\narticles/gazette-2024: gazette-may\npublishers/gazette: the-gazette\n"
    redirects.write_text(f"{kept}{moved}projects/bolt: bolt\nold-bolt: {{gone: a double}}\n", encoding="utf-8")
    code, annotations, _ = review()
    assert code == 0, annotations


def test_a_base_with_errors_is_said_to_be_one(repository: Path) -> None:
    edit(HERALD, "value: 2027, modality: planned", "value: soon, modality: planned")
    git("commit", "-qam", "broken")
    edit(HERALD, "value: soon, modality: planned", "value: 2027, modality: planned")
    code, _, report = review()
    assert code == 0
    assert "cannot be told" in report
