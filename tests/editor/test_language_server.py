"""E1, E2, E3: what an editor's YAML language server says with our schemas, with and without the ids of the data."""

import shutil
from pathlib import Path

import pytest

from briefing.edges.disk import write_files
from briefing.pipeline import schema_files
from tests.editor.conftest import LanguageServer

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {
    "briefing.yml": b"name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "companies/acme.yml": b"name: Acme\ndescribes: A maker of chips.\n",
    "projects/acme-fab.yml": b"name: Acme fab\ndescribes: Its fab.\n",
    "publishers/herald.yml": b"name: Herald\ngrade: {letter: B, why: a daily}\n",
    "articles/herald-2024.yml": b"""\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, about: acme-fab, attribute: amount, line: first-aid, value: JPY 4bn, stage: pledged, payer: unknown}
""",
}
ARTICLE = """\
# yaml-language-server: $schema=../../schemas/article.schema.json
publisher: h
published: 2024-04-14
language: en
form: report
claims:
  - id: c1
    about: a
    attribute: amount
    stage: p
    line: f
    value: JPY 3bn
"""


@pytest.fixture(params=[True, False], ids=["with-ids", "as-committed"])
def with_ids(request: pytest.FixtureRequest, tmp_path: Path) -> bool:
    (tmp_path / "schemas").mkdir()
    write_files(tmp_path / "schemas", schema_files(SOURCES, with_ids=request.param))
    return bool(request.param)


def test_known_ids_names_and_words_complete(with_ids: bool, server: LanguageServer) -> None:
    article = server.open("data/articles/new.yml", ARTICLE)
    assert {"pledged", "spent"} <= set(server.completions(article, 9, 12))
    assert "amount" in server.completions(article, 8, 21)
    assert ("acme" in server.completions(article, 7, 12)) is with_ids
    assert ("acme-fab" in server.completions(article, 7, 12)) is with_ids
    assert ("herald" in server.completions(article, 1, 12)) is with_ids
    assert ("first-aid" in server.completions(article, 10, 11)) is with_ids


def test_keys_complete_and_tell_what_they_mean(with_ids: bool, server: LanguageServer) -> None:
    del with_ids
    article = server.open("data/articles/new.yml", ARTICLE + "    \n")
    keys = server.completions(article, 12, 4)
    assert {"scope", "period", "payer", "also_printed"} <= set(keys)
    payer = server.open("data/articles/b.yml", ARTICLE + "    payer: acme\n")
    assert "who pays" in server.hover(payer, 12, 6)


def test_slips_are_shown_while_typing(with_ids: bool, server: LanguageServer) -> None:
    article = server.open("data/articles/new.yml", ARTICLE.replace("stage: p", "stage: pledgd") + "sumary: {}\n")
    found = " ".join(one["message"] for one in server.messages(article))
    assert "pledged" in found
    assert "sumary" in found
    assert ("herald" in found) is with_ids


def test_our_own_files_are_clean(server: LanguageServer, tmp_path: Path) -> None:
    """The committed schemas take every file of the briefing, modelines and all."""
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    paths = sorted((ROOT / "data").rglob("*.yml"))
    assert len(paths) > 100
    opened: dict[str, str] = {}
    for path in paths:
        text = path.read_text("utf-8")
        name = path.relative_to(ROOT).as_posix()
        assert "# yaml-language-server: $schema=" in text.splitlines()[0], name
        opened[server.open(name, text)] = name
    # It waits for a pause in typing before it looks at a file: all of them wait at once.
    told = server.messages_of(opened)
    assert {opened[uri]: messages for uri, messages in told.items() if messages} == {}
