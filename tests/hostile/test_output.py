"""T15, P7: a build replaces nothing but an empty folder or one of its own, and never a place that matters."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import run
from briefing.edges.publish import MARKER

BRIEFING = "name: {en: Sample}\nurl: https://sample.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
EXIT_USAGE = 2


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a working folder with data, a home folder and a repository beside it."""
    for name in ("work/data", "home/files", "repository/.git", "foreign"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "work" / "data" / "briefing.yml").write_text(BRIEFING, "utf-8")
    for name in ("home/files/letter", "repository/code", "foreign/picture", "file"):
        (tmp_path / name).write_text("dear", "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def everything(place: Path) -> dict[str, bytes]:
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def _linked(place: Path, name: str, target: str) -> str:
    (place / name).symlink_to(target)
    return str(place / name)


OUTS: dict[str, Callable[[Path], str]] = {
    "the root": lambda place: "/",
    "the root by detours": lambda place: "/tmp/../",
    "the working folder": lambda place: ".",
    "what holds the working folder": lambda place: "..",
    "the home folder": lambda place: str(place / "home"),
    "what holds the home folder": lambda place: str(place),
    "the data": lambda place: "data",
    "a folder in the data": lambda place: "data/site",
    "a repository": lambda place: str(place / "repository"),
    "a folder of somebody else": lambda place: str(place / "foreign"),
    "a file": lambda place: str(place / "file"),
    "a link to the home folder": lambda place: _linked(place, "to-home", "home"),
    "a link to a folder of somebody else": lambda place: _linked(place, "to-foreign", "foreign"),
    "a link to the data": lambda place: _linked(place, "to-data", "work/data"),
    "a link to itself": lambda place: _linked(place, "loop", "loop"),
}


@pytest.mark.parametrize("name", OUTS)
@pytest.mark.parametrize("command", ["generate", "build"])
def test_a_place_that_is_not_ours_is_refused_untouched(
    place: Path, name: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = OUTS[name](place)
    before = everything(place)
    code = run([command, "--data", "data", "--out", out])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert code == EXIT_USAGE, said
    assert everything(place) == before


def test_a_marker_that_is_a_link_makes_nothing_ours(place: Path) -> None:
    (place / "foreign" / MARKER).symlink_to(place / "file")
    before = everything(place)
    assert run(["generate", "--out", str(place / "foreign")]) == EXIT_USAGE
    assert everything(place) == before


def test_what_links_inside_our_folder_lead_to_stays(place: Path) -> None:
    out = place / "out"
    assert run(["generate", "--out", str(out)]) == 0
    (out / "stolen").symlink_to(place / "home")
    (out / "pages" / "letter").symlink_to(place / "home" / "files" / "letter")
    assert run(["generate", "--out", str(out)]) == 0
    assert (place / "home" / "files" / "letter").read_text("utf-8") == "dear"
    assert not (out / "stolen").exists()


def test_nothing_but_the_output_changes(place: Path) -> None:
    before = everything(place)
    assert run(["generate", "--out", str(place / "out")]) == 0
    after = everything(place)
    assert {path: text for path, text in after.items() if not path.startswith("out/")} == before
    assert (place / "out" / MARKER).is_file()
