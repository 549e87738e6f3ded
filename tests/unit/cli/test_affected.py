"""`briefing affected` lists exactly the pages that an edit changes."""

from pathlib import Path

import pytest

from briefing import cli
from briefing.pipeline import generate_files, prepare
from briefing.routes import DATA
from tests.unit.cli.small_data import FILES, HERALD, edit


def test_affected_lists_exactly_the_pages_that_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """E23: the pages that the whole program makes otherwise, no more and no fewer."""
    before = pages()
    edit(HERALD, "value: bolt", "value: text:Nut")
    edit("data/companies/bolt.yml", "screws", "nails")
    # How large the files for programs are changes with everything, and on one page.
    both = {path for path, text in pages().items() if before.get(path) != text} - {DATA}
    assert cli.run(["affected", HERALD, "data/companies/bolt.yml"]) == 0
    listed = set(capsys.readouterr().out.split())
    assert listed == {path.removesuffix("index.md") or "/" for path in both}
    assert cli.run(["affected", "data/companies/bolt.yml"]) == 0
    assert set(capsys.readouterr().out.split()) < listed


def test_affected_by_files_that_need_others_lists_what_all_of_them_change(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new article about a new company, and a judgement that names its claim: no one of them stands alone."""
    fab = Path("data/projects/acme-fab.yml")
    Path("data/companies/newco.yml").write_text("name: {en: Newco}\ndescribes: New.\n", encoding="utf-8")
    article = FILES["articles/herald-2024.yml"].replace("2027", "2028").replace("value: bolt", "value: newco")
    Path("data/articles/herald-2025.yml").write_text(article, encoding="utf-8")
    judgement = "judgements:\n  - slot: {attribute: milestone, milestone: opening}\n    prefer: [herald-2025#c1]\n"
    fab.write_text(fab.read_text("utf-8") + judgement + "    because: It is newer.\n    decided: 2026-11-22\n", "utf-8")
    assert cli.run(["affected", "data/articles/herald-2025.yml"]) == 0
    captured = capsys.readouterr()
    assert {"articles/herald-2025/", "companies/newco/", "projects/acme-fab/"} <= set(captured.out.split())
    assert "the pages of all changes follow" in captured.err


def pages() -> dict[str, str]:
    sources = {path.relative_to("data").as_posix(): path.read_bytes() for path in Path("data").rglob("*.yml")}
    dataset = prepare(sources).dataset
    assert dataset
    return dict(generate_files(dataset).pages)


def test_affected_by_an_unchanged_file_is_nothing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["affected", HERALD]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "unchanged since HEAD" in captured.err


def test_affected_by_a_file_that_is_none_is_wrong_usage(repository: Path) -> None:
    assert cli.run(["affected", "data/companies/nobody.yml"]) == 2
    assert cli.run(["affected", "elsewhere.yml"]) == 2
