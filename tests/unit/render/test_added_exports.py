"""Exports of other packages: what is taken for one, what is said of all else, and whose path a file may have."""

import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.render import exports
from briefing.render.added_exports import ENTRY_POINTS, AddedExport, load_exports, refuse_taken_paths
from briefing.render.export import Export, ExportData
from briefing.source.hand_written import read_hand_written
from briefing.views.base.context import open_context
from tests.unit.views.sample import sample

Load = Callable[..., tuple[AddedExport, ...]]
IMPORT = "from briefing.api import Export, ExportData\n"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return sample()


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Return the function that loads exports by name from a module of this text."""
    monkeypatch.syspath_prepend(tmp_path)

    def load_from(text: str, *names: str) -> tuple[AddedExport, ...]:
        (tmp_path / "newsroom.py").write_text(IMPORT + text)
        monkeypatch.delitem(sys.modules, "newsroom", raising=False)
        return load_exports([EntryPoint(name, f"newsroom:{name}", ENTRY_POINTS) for name in names])

    return load_from


def offer(path: str, by: str = "newsroom:FEED") -> AddedExport:
    return AddedExport(Export(path, lambda data: b""), by)


def data_of(dataset: Dataset) -> ExportData:
    return ExportData(dataset, {}, {}, ())


# ---- loading


def test_exports_come_by_path_whatever_the_order_of_packages(load: Load) -> None:
    text = 'A = Export("b/a.txt", str), Export("a/z.txt", str)\nB = Export("a/b.txt", str)\n'
    for names in (("A", "B"), ("B", "A")):
        loaded = load(text, *names)
        assert [(added.path, added.offered_by) for added in loaded] == [
            ("a/b.txt", "newsroom:B"),
            ("a/z.txt", "newsroom:A"),
            ("b/a.txt", "newsroom:A"),
        ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "cannot be loaded: AttributeError: module 'newsroom' has no attribute 'FEED'"),
        ("import no_such_module\n", "cannot be loaded: ModuleNotFoundError: No module named 'no_such_module'"),
        ("FEED = (\n", "cannot be loaded: SyntaxError: "),
        ("FEED = 1 / 0\n", "cannot be loaded: ZeroDivisionError: division by zero"),
        ("def FEED(data): return ''\n", "is neither an Export nor a tuple of them"),
        ('FEED = Export("a.txt", str), "b.txt"\n', "is neither an Export nor a tuple of them"),
        ("FEED = Export(7, str)\n", "has no path on the site: 7"),
    ],
)
def test_what_is_no_export_is_named_by_its_entry_point(load: Load, text: str, complaint: str) -> None:
    with pytest.raises(ExportUnfit) as unfit:
        load(text, "FEED")
    assert str(unfit.value).startswith(f"newsroom:FEED (briefing.exports) {complaint}")


@pytest.mark.parametrize(
    "path",
    [
        "", "/a.txt", "a/", "a//b.txt", "../a.txt", "a/../b.txt", "./a.txt", "a/.hidden", ".well-known/a", "_headers",
        "A.txt", "a b.txt", "ä.txt", "a.", "a..b", "a\\b", "a?b", "a.txt\n", "https://a.example/b",
    ],
)  # fmt: skip
def test_a_path_stays_within_the_site_and_is_one_on_every_host(load: Load, path: str) -> None:
    with pytest.raises(ExportUnfit, match="has no path on the site"):
        load(f"FEED = Export({path!r}, str)\n", "FEED")


@pytest.mark.parametrize(
    "path", ["sitemap.xml", "404.html", "llms.txt", "calendar.ics", "api/v1/more.json", "api", "assets/a.js"]
)
def test_what_is_kept_for_the_program_is_no_path(load: Load, path: str) -> None:
    with pytest.raises(ExportUnfit, match=f"has the path {path}, which is kept for files of the program"):
        load(f"FEED = Export({path!r}, str)\n", "FEED")


@pytest.mark.parametrize("path", ["feed.xml", "newsroom/sums.tsv", "companies/acme/stock-2026_1.json", "a/0.tar.gz"])
def test_any_other_path_is_one(load: Load, path: str) -> None:
    (added,) = load(f"FEED = Export({path!r}, str)\n", "FEED")
    assert added.path == path


# ---- rendering


def test_bytes_are_kept_and_texts_written_as_utf_8(load: Load, dataset: Dataset) -> None:
    text = 'A = Export("a", lambda data: b"\\xff"), Export("b", lambda data: f"{len(data.dataset.subjects)} é")\n'
    first, second = load(text, "A")
    assert first.render(data_of(dataset)) == b"\xff"
    assert second.render(data_of(dataset)) == f"{len(dataset.subjects)} é".encode()


def test_a_failure_says_where_in_the_file_of_the_export(load: Load, dataset: Dataset, tmp_path: Path) -> None:
    text = "import json\ndef render(data):\n    return deeper()\ndef deeper():\n    return json.dumps({1})\n"
    (added,) = load(text + 'FEED = Export("feed.json", render)\n', "FEED")
    with pytest.raises(ExportUnfit) as unfit:
        added.render(data_of(dataset))
    assert str(unfit.value) == (
        "newsroom:FEED (briefing.exports) fails: TypeError: Object of type set is not JSON serializable"
        f" ({tmp_path / 'newsroom.py'}:6)"
    )


@pytest.mark.parametrize(
    ("render", "complaint"),
    [
        ("lambda data: None", "TypeError: it returned NoneType, neither bytes nor str"),
        ("lambda data: [b'']", "TypeError: it returned list, neither bytes nor str"),
        ("lambda data: '\\ud800'", "UnicodeEncodeError: 'utf-8' codec can't encode"),
        ("'no function'", "TypeError: 'str' object is not callable"),
        ("len", "TypeError: object of type 'ExportData' has no len()"),
        ("lambda: ''", "TypeError: <lambda>() takes 0 positional arguments but 1 was given"),
    ],
)  # fmt: skip
def test_what_a_function_does_wrong_is_said(load: Load, dataset: Dataset, render: str, complaint: str) -> None:
    (added,) = load(f'FEED = Export("feed.json", {render})\n', "FEED")
    with pytest.raises(ExportUnfit) as unfit:
        added.render(data_of(dataset))
    assert str(unfit.value).startswith(f"newsroom:FEED (briefing.exports) fails: {complaint}")
    assert "added_exports.py" not in str(unfit.value)


# ---- paths that are taken


@pytest.mark.parametrize(
    ("path", "taken", "complaint"),
    [
        ("a/b.json", "a/b.json", "which is taken: a/b.json is a file of the site"),
        ("a/b.json", "A/B.json", "which is taken: a/b.json is a file of the site"),
        ("a/b.json/c", "a/b.json", "which is taken: a/b.json is a file of the site"),
        ("a/b", "a/b/c/d.json", "which is a folder: a/b/c/d.json is a file of the site"),
    ],
)
def test_no_export_takes_the_path_of_a_file_or_of_a_folder(path: str, taken: str, complaint: str) -> None:
    with pytest.raises(ExportUnfit) as unfit:
        refuse_taken_paths([offer(path)], ["index.html", taken])
    assert str(unfit.value) == f"newsroom:FEED (briefing.exports) has the path {path}, {complaint}"


def test_neighbours_are_in_nobodys_way() -> None:
    refuse_taken_paths([offer("a/b"), offer("a/bc"), offer("a/c/d")], ["a/b.json", "ab/c", "index.html"])


@pytest.mark.parametrize("path", ["a/b", "a/b/c", "a"])
def test_two_exports_share_no_path(path: str) -> None:
    with pytest.raises(ExportUnfit, match=r"^b:B \(briefing\.exports\) has the path .* is the file of a:A$"):
        refuse_taken_paths([offer("a/b", "a:A"), offer(path, "b:B")], ["index.html"])


@pytest.mark.parametrize(
    "path",
    [
        "companies/acme/index.html", "companies/acme/index.md", "companies/acme/share.png", "companies/acme",
        "companies/acme/preview.json", "guide/index.html", "pictures/map.png", "index.html",
    ],
)  # fmt: skip
def test_files_of_pages_are_taken(dataset: Dataset, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    context = open_context(dataset, read_hand_written({"guide.md": b"# A guide\n"}))
    site_paths = ["index.md", "companies/acme/index.md", "guide.md", "pictures/map.png"]
    monkeypatch.setattr(exports, "added_exports", lambda: (offer(path),))
    with pytest.raises(ExportUnfit, match=f"has the path {path}, which is"):
        exports.render_exports(context, site_paths)


def test_own_exports_are_as_they_are_without_others(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    context = open_context(dataset)
    own = exports.render_exports(context)
    added = AddedExport(Export("a/claims.txt", lambda data: "\n".join(data.claims)), "newsroom:FEED")
    monkeypatch.setattr(exports, "added_exports", lambda: (added,))
    files = exports.render_exports(context)
    assert files.pop("a/claims.txt").decode().split("\n") == list(dataset.claims)
    assert files == own
