"""The folder of hand-written pages in build, preview and `mkdocs build`: the same files, and none that must not."""

import os
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

import pytest

from briefing.cli import run
from briefing.preview.request_handler import RequestHandler
from briefing.preview.serve import Rebuilder
from briefing.preview.state import PreviewState
from tests.every import every
from tests.small_briefing import files_of, lay_out

ROOT = Path(__file__).resolve().parents[3]
TEAM = "---\ntitle: The team\ndescription: Who we are\n---\n\n# The team\n\nWho we are.\n"
MORE = "---\ntitle: More\ndescription: What else there is\n---\n\n# More\n\nWhat else.\n"
SETTINGS = f"""\
site_name: x
theme: {{name: material, font: false, custom_dir: {ROOT}/generator/briefing/engine/theme}}
plugins: [briefing]
nav: [index.md, about/index.md, team.md, more/x.md, 会社 案内.md, search/index.md]
"""
PUBLISHED = {"team/index.html", "会社 案内/index.html", "more/x/index.html", "note.txt"}
LEFT_OUT = {"note.txt~", "#note.txt#", "4913", "note.txt.orig", ".well-known/security.txt"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a briefing whose data are a link to another checkout, with settings and pages beside the link."""
    elsewhere = lay_out(tmp_path / "elsewhere")
    folder = tmp_path / "project"
    (folder / "docs" / ".well-known").mkdir(parents=True)
    (folder / "data").symlink_to(elsewhere / "data")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "docs" / "team.md").write_text(TEAM, encoding="utf-8")
    (folder / "docs" / "会社 案内.md").write_text(TEAM.replace("team", "firm").replace("Who", "What"), encoding="utf-8")
    (folder / "pages").mkdir()
    (folder / "pages" / "x.md").write_text(MORE, encoding="utf-8")
    (folder / "docs" / "more").symlink_to("../pages")
    for name in ("note.txt", *LEFT_OUT):
        (folder / "docs" / name).write_text("x\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_build_preview_and_mkdocs_show_the_same_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build"]) == 0
    output = capsys.readouterr().err
    assert every(name in output for name in LEFT_OUT if not name.startswith("."))
    built = files_of(project / "site")
    assert built.keys() >= PUBLISHED
    assert not built.keys() & LEFT_OUT
    # Settings that name the plugin alone: what our pages are written with is added.
    assert not [path for path, page in built.items() if path.endswith(".html") and b"{ #" in page]
    assert b'href="assets/briefing.css"' in built["index.html"]

    words = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"]
    around = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(words, env=around, check=True, capture_output=True)
    plain = files_of(project / "plain")
    assert plain.keys() >= PUBLISHED
    assert not plain.keys() & LEFT_OUT
    assert not [path for path, page in plain.items() if path.endswith(".html") and b"{ #" in page]

    messages: list[str] = []
    state = PreviewState()
    rebuilder = Rebuilder(Path("data"), None, "http://127.0.0.1:9/", state, messages.append)
    rebuilder.update()
    handler = RequestHandler(state)
    for path in PUBLISHED:
        assert handler(path, {}).status == HTTPStatus.OK, path
    for path in LEFT_OUT:
        assert handler(path, {}).status == HTTPStatus.NOT_FOUND, path
    assert sum("left out of docs/" in line for line in messages) == 1
    # A page in a linked folder is followed where it lies.
    assert project.resolve() / "pages" in rebuilder._places()


def test_hidden_files_that_settings_ask_for_are_in_build_and_preview(project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"{SETTINGS}exclude_docs: '!.well-known'\n", encoding="utf-8")
    (project / "docs" / ".well-known" / "passwd").symlink_to("/etc/passwd")
    assert run(["build"]) == 0
    assert (project / "site/.well-known/security.txt").is_file()
    assert not (project / "site/.well-known/passwd").exists()
    state = PreviewState()
    Rebuilder(Path("data"), None, "http://127.0.0.1:9/", state, lambda _: None).update()
    assert RequestHandler(state)(".well-known/security.txt", {}).status == HTTPStatus.OK
    assert RequestHandler(state)(".well-known/passwd", {}).status == HTTPStatus.NOT_FOUND


def test_links_out_of_the_repository_stop_everything_that_publishes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs" / "env.txt").symlink_to("/proc/self/environ")
    os.mkfifo(project / "docs" / "wait.md")
    (project / "docs" / "a").symlink_to(".")
    (project / "docs" / "b").symlink_to(".")
    for command in (["check"], ["build"], ["generate", "--out", "tree"]):
        assert run(command) == 1
        out = capsys.readouterr().out
        for place in ("docs/env.txt:1:1", "docs/wait.md:1:1", "docs/a:1:1", "docs/b:1:1"):
            assert f"{place}: error[file-unreadable]" in out
    assert not (project / "site").exists()
    assert not (project / "tree").exists()
    messages: list[str] = []
    state = PreviewState()
    Rebuilder(Path("data"), None, "http://127.0.0.1:9/", state, messages.append).update()
    assert state.snapshot.good is None
    assert "docs/env.txt" in state.snapshot.report
    words = [sys.executable, "-m", "mkdocs", "build", "-q"]
    around = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(words, env=around, check=False, capture_output=True, timeout=120)
    assert done.returncode == 1
    assert b"docs/env.txt:1:1: error[file-unreadable]" in done.stdout + done.stderr


def test_a_page_that_settings_leave_out_has_no_text_either(project: Path) -> None:
    (project / "docs" / "plans").mkdir()
    (project / "docs" / "plans" / "index.md").write_text(TEAM, encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{SETTINGS}exclude_docs: plans/\n", encoding="utf-8")
    assert run(["build"]) == 0
    assert not (project / "site" / "plans" / "index.html").exists()
    assert not (project / "site" / "plans" / "index.md").exists()
