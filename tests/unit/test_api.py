"""The public interface: its surface is pinned, its page in the manual describes it, and the example there runs."""

import ast
import inspect
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from briefing import api
from tests.small_briefing import ACME, BRIEFING, lay_out

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "manual/python.md"
SURFACE = {
    "load": "(folder: str | os.PathLike[str], *, revision: str | None = None) -> briefing.api.Sources",
    "check": "(sources: briefing.api.Sources, *, as_of: str | None = None, publishing: bool = False)"
    " -> briefing.api.Checked",
    "dataset": "(sources: briefing.api.Sources, *, as_of: str | None = None)"
    " -> briefing.dataset.linked.records.Dataset",
    "generate": "(data: briefing.dataset.linked.records.Dataset, *, docs: str | os.PathLike[str] | None = None)"
    " -> briefing.pipeline.Generated",
    "diff": "(old: briefing.dataset.linked.records.Dataset, new: briefing.dataset.linked.records.Dataset)"
    " -> briefing.dataset.diff.Comparison",
}
FIELDS = {
    "Sources": ["files", "findings"],
    "Checked": ["findings", "dataset"],
    "Generated": ["pages", "static"],
    "Export": ["path", "render"],
    "ExportData": ["dataset", "subjects", "claims", "conflicts"],
    "Diagnostic": ["code", "severity", "span", "message", "hint", "related", "fix", "status"],
    "Span": ["path", "line", "column", "end_line", "end_column"],
    "Related": ["span", "message"],
    "Fix": ["span", "text"],
    "Dataset": [
        "briefing", "registry", "subjects", "articles", "publishers", "claims", "slots", "slot_of", "slots_of",
        "relations_of", "conflicts", "rates", "corrections", "redirects", "incoming_of",
    ],
    "Comparison": [
        "old", "new", "added", "changed", "removed", "subjects_added", "subjects_removed", "subjects_moved",
        "articles_added", "articles_removed", "shown", "judged", "unjudged", "appeared", "settled", "reopened", "gone",
        "stale",
    ],
}  # fmt: skip
RAISES = {
    "load": ["DataFolderMissing", "RevisionUnknown", "HistoryMissing"],
    "check": ["ValueError"],
    "dataset": ["BrokenBriefing", "ValueError"],
    "generate": ["BrokenBriefing", "ExportUnfit"],
    "diff": [],
}
EXCEPTIONS = ["BrokenBriefing", "DataFolderMissing", "ExportUnfit", "HistoryMissing", "RevisionUnknown"]
FILES = {"briefing.yml": BRIEFING.encode(), "companies/acme.yml": ACME.encode()}


def with_acme(text: str) -> api.Sources:
    return api.Sources({**FILES, "companies/acme.yml": text.encode()})


def section_of(name: str, title: str) -> list[str]:
    """Return the names that a section of a function's docstring describes, in their order."""
    text = inspect.getdoc(getattr(api, name)) or ""
    _, _, section = text.partition(f"\n{title}:\n")
    return re.findall(r"^    (\w+): ", section.partition("\n\n")[0], re.MULTILINE)


# ---- the surface


def test_nothing_joins_or_leaves_the_interface_unnoticed() -> None:
    assert sorted(api.__all__) == sorted([*SURFACE, *FIELDS, *EXCEPTIONS, "Severity"])
    assert [severity.value for severity in api.Severity] == ["error", "warning", "conflict", "note"]


@pytest.mark.parametrize("name", SURFACE)
def test_a_function_keeps_its_arguments_and_describes_each(name: str) -> None:
    function = getattr(api, name)
    assert str(inspect.signature(function)) == SURFACE[name]
    assert section_of(name, "Args") == list(inspect.signature(function).parameters)


@pytest.mark.parametrize("name", SURFACE)
def test_a_function_and_the_manual_say_what_it_raises(name: str) -> None:
    assert section_of(name, "Raises") == RAISES[name]
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    raised_by = {exception: functions for exception, functions in rows if exception in (*EXCEPTIONS, "ValueError")}
    assert {exception for exception, functions in raised_by.items() if f"`{name}`" in functions} == set(RAISES[name])


@pytest.mark.parametrize("name", FIELDS)
def test_a_value_keeps_its_fields(name: str) -> None:
    # New fields may only come behind those that are there.
    assert [field.name for field in fields(getattr(api, name))] == FIELDS[name]


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_is_one(name: str) -> None:
    assert issubclass(getattr(api, name), Exception)


# ---- what the functions do


def test_a_folder_is_loaded_by_paths_within_it(tmp_path: Path) -> None:
    folder = lay_out(tmp_path) / "data"
    assert api.load(folder) == api.load(str(folder)) == api.Sources(FILES)


def test_what_cannot_be_read_is_a_finding_and_leaves_no_dataset(tmp_path: Path) -> None:
    folder = lay_out(tmp_path) / "data"
    (folder / "companies/acme.yaml").write_text(ACME, encoding="utf-8")
    sources = api.load(folder)
    checked = api.check(sources)
    assert [finding.code for finding in sources.findings] == ["file-name"]
    assert (checked.errors, checked.dataset) == (sources.findings, None)
    with pytest.raises(api.BrokenBriefing) as broken:
        api.dataset(sources)
    assert broken.value.findings == sources.findings


def test_there_must_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(api.DataFolderMissing):
        api.load(tmp_path / "nowhere")
    with pytest.raises(api.RevisionUnknown):
        api.load(tmp_path / "nowhere/data", revision="HEAD")
    with pytest.raises(api.HistoryMissing):
        api.load(lay_out(tmp_path) / "data", revision="HEAD")


def test_good_data_give_a_dataset() -> None:
    checked = api.check(api.Sources(FILES))
    assert checked.errors == ()
    assert checked.dataset is not None
    assert list(checked.dataset.subjects) == ["acme"]
    assert api.dataset(api.Sources(FILES)).subjects == checked.dataset.subjects


def test_errors_are_findings_until_a_dataset_is_asked_for() -> None:
    sources = with_acme("name: {en: Acme Corporation}\n")
    (error,) = api.check(sources).errors
    assert (error.code, error.span.path) == ("field-missing", "companies/acme.yml")
    with pytest.raises(api.BrokenBriefing, match=r"1 error, the first in companies/acme\.yml") as broken:
        api.dataset(sources)
    assert broken.value.findings == (error,)


def test_a_day_stands_in_for_that_of_the_briefing() -> None:
    assert api.dataset(api.Sources(FILES)).briefing.as_of.printed == "2026-11-22"
    assert api.dataset(api.Sources(FILES), as_of="2027-01").briefing.as_of.printed == "2027-01"


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "2026/..", ""])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(ValueError, match=r"no date|no month|has no end|is empty"):
        api.check(api.Sources(FILES), as_of=day)


def test_a_site_holds_pages_and_files_beside_them(tmp_path: Path) -> None:
    data = api.dataset(api.Sources(FILES))
    site = api.generate(data)
    assert {"index.md", "companies/acme/index.md"} <= site.pages.keys()
    assert "api/v1/claims.json" in site.static
    (tmp_path / "reading.md").write_text("# Reading\n\nHow zebras read.\n", encoding="utf-8")
    with_docs = api.generate(data, docs=tmp_path)
    index = b"".join(content for path, content in with_docs.static.items() if path.startswith("search/"))
    assert b"zebra" in index
    assert not any(b"zebra" in content for content in site.static.values())


def test_two_states_are_compared() -> None:
    old = api.dataset(api.Sources(FILES))
    bolt = {**FILES, "companies/bolt.yml": b"name: {en: Bolt Corporation}\ndescribes: A maker of bolts.\n"}
    new = api.dataset(api.Sources(bolt))
    assert [subject.id for subject in api.diff(old, new).subjects_added] == ["bolt"]
    assert [subject.id for subject in api.diff(new, old).subjects_removed] == ["bolt"]


# ---- the manual


def test_the_manual_describes_every_name() -> None:
    words = set(re.findall(r"`(\w+)`", PAGE.read_text(encoding="utf-8")))
    assert set(api.__all__) - words <= {"Fix", "Related"}
    assert {"Fix", "Related"} <= set(api.__all__)


def test_the_example_of_the_manual_runs(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    used = {node.attr for node in ast.walk(ast.parse(example)) if isinstance(node, ast.Attribute)}
    assert set(SURFACE) <= used
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for line in ("git init -q", "git add -A", "git -c user.name=t -c user.email=t@example.org commit -qm first"):
        subprocess.run(line.split(), cwd=tmp_path, check=True)
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"^\d+ claims about \d+ subjects$", done.stdout, re.MULTILINE)
    assert re.search(r"^\d{4,} bytes of JSON$", done.stdout, re.MULTILINE)
