"""`briefing generate`: pages and exports without MkDocs, and what it leaves alone."""

import json
from pathlib import Path

from briefing import cli


def test_generate_writes_pages_and_static_without_mkdocs(data: Path) -> None:
    assert cli.run(["generate", "--out", "out"]) == 0
    assert Path("out/pages/companies/acme/index.md").is_file()
    index = json.loads(Path("out/static/api/v1/index.json").read_text(encoding="utf-8"))
    assert [subject["id"] for subject in index["subjects"]] == ["acme"]


def test_generate_leaves_a_foreign_folder_alone(data: Path) -> None:
    Path("mine").mkdir()
    Path("mine/letter.txt").write_text("dear", encoding="utf-8")
    assert cli.run(["generate", "--out", "mine"]) == 2
    assert [path.name for path in Path("mine").iterdir()] == ["letter.txt"]


def test_broken_data_leave_the_last_output_as_it_was(data: Path) -> None:
    assert cli.run(["generate", "--out", "out"]) == 0
    before = Path("out/pages/companies/acme/index.md").read_bytes()
    (data / "companies/acme.yml").write_text("name: {en: Acme\n", encoding="utf-8")
    assert cli.run(["generate", "--out", "out"]) == 1
    assert Path("out/pages/companies/acme/index.md").read_bytes() == before
