"""The files for programs are made once, and the page of the data leads to each and says how large it is."""

import posixpath
import re

import pytest

from briefing.pipeline import Generated, generate_files, plan_files, prepare
from briefing.render.data_files import DataFiles
from briefing.views.base.context import open_context
from tests.unit.render.test_exports import FILES

LINK = re.compile(r"\[[^\]]+\]\((\.\./[^)]+)\)[^\n]* \| ([^|\n]*) \|\n")


@pytest.fixture(scope="module")
def site() -> Generated:
    prepared = prepare({path: text.encode() for path, text in FILES.items()})
    assert prepared.dataset is not None, prepared.findings
    return generate_files(prepared.dataset)


def test_every_file_that_the_page_names_is_there(site: Generated) -> None:
    rows = LINK.findall(site.static["data/index.md"].decode())
    paths = [posixpath.normpath(posixpath.join("data", link)) for link, _ in rows]
    assert len(paths) > 15
    assert {"briefing.sqlite", "api/v1/claims-sheet.csv", "llms-full.txt", "SHA256SUMS"} <= set(paths)
    assert set(paths) <= set(site.static)


def test_every_file_of_the_api_is_named(site: Generated) -> None:
    text = site.static["data/index.md"].decode()
    for path in site.static:
        folder, _, name = path.removeprefix("api/v1/").rpartition("/")
        if path.startswith("api/v1/") and folder != "schema":
            of_a_kind = rf"\[api/v1/{folder}/\\<(id|month|week)\\>\.json\]"
            assert re.search(of_a_kind, text) or f"[api/v1/{name}]" in text, path


def test_sizes_are_those_of_the_files(site: Generated) -> None:
    rows = {link.rpartition("/")[2]: size for link, size in LINK.findall(site.static["data/index.md"].decode())}
    kilobytes = len(site.static["api/v1/claims.json"]) / 1000
    assert rows["claims.json"] == f"{float(f'{kilobytes:.2g}'):g}\u00a0KB"
    assert rows["sources.bib"] == "under 1\u00a0KB"


def test_what_has_no_file_is_not_named(site: Generated) -> None:
    assert "calendar.ics" in site.static
    empty = {"briefing.yml": FILES["briefing.yml"], "companies/acme.yml": "name: Acme\ndescribes: A maker.\n"}
    prepared = prepare({path: text.encode() for path, text in empty.items()})
    assert prepared.dataset is not None
    text = generate_files(prepared.dataset).static["data/index.md"].decode()
    assert "calendar.ics" not in text
    assert "entities/" in text
    assert "articles/" not in text


def test_a_preview_says_the_same_sizes(site: Generated) -> None:
    prepared = prepare({path: text.encode() for path, text in FILES.items()})
    assert prepared.dataset is not None
    assert plan_files(prepared.dataset).pages["data/index.md"] == site.pages["data/index.md"]


def test_files_are_made_once() -> None:
    prepared = prepare({path: text.encode() for path, text in FILES.items()})
    assert prepared.dataset is not None
    made = DataFiles(open_context(prepared.dataset))
    assert made.sizes()["briefing.sqlite"] == len(made.exports.files["briefing.sqlite"])
    assert made.exports.files is made.exports.files
    assert made.beside is made.beside
