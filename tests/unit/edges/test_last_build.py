"""The gate of `briefing build`: it answers where nothing has changed, and at the least change or doubt it does not."""

import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.edges import build_record, last_build
from briefing.edges.build_record import BuildRecord
from briefing.edges.file_marks import mark_imports
from briefing.edges.last_build import (
    FOLDER,
    BuildRequest,
    BuildState,
    Saying,
    mark_program,
    parse_state,
    read_request,
    recall_build,
    render_state,
)
from briefing.edges.pages import project_of

SAYINGS: list[Saying] = [("out", "0 errors, 1 warning\n"), ("err", "left out: 半導体~\n")]
FILES = (
    "chips/data/briefing.yml",
    "chips/data/companies/acme.yml",
    "chips/docs/about/index.md",
    "chips/mkdocs.yml",
    "chips/theme/main.html",
    "chips/site/index.html",
    "chips/site/companies/acme/index.html",
    "program/cli/build.py",
    "lib/six.py",
    "lib/click/__init__.py",
    "installed/base.html",
)
ASKED = ["build"]


@dataclass
class Briefing:
    """A briefing that was built, its program and what is installed, all of it made up."""

    root: Path
    program: Sequence[str] = ()

    def request(self, words: Sequence[str] = ASKED) -> BuildRequest:
        request = read_request(list(words))
        assert request is not None
        request.imports = [str(self.root / "lib"), str(self.root / "nowhere")]
        self.program = mark_program(request)
        return request

    def keep(self, request: BuildRequest, sayings: Sequence[Saying] = SAYINGS, tree: int | None = None) -> None:
        inputs = [str(self.root / "chips/theme"), str(self.root / "chips/mkdocs.yml")]
        published = (self.root / "chips/site").stat().st_ino if tree is None else tree
        BuildRecord(request, sayings, self.program).keep(inputs, [str(self.root / "installed/base.html")], published)

    def recall(self, words: Sequence[str] = ASKED) -> list[Saying] | None:
        return recall_build(self.request(words))

    @property
    def state(self) -> Path:
        (file,) = (self.root / "chips" / FOLDER).glob("?" * 32)
        return file


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Briefing:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"this is {name}\n", encoding="utf-8")
    (tmp_path / "lib/click-8.5.dist-info").mkdir()
    monkeypatch.chdir(tmp_path / "chips")
    for module in (last_build, build_record):
        monkeypatch.setattr(module, "PROGRAM", str(tmp_path / "program"))
    monkeypatch.setattr(build_record, "_loaded_modules", lambda: iter([str(tmp_path / "lib/six.py")]))
    wait()
    return Briefing(tmp_path)


@pytest.fixture
def built(briefing: Briefing) -> Briefing:
    briefing.keep(briefing.request())
    assert briefing.recall() == SAYINGS
    return briefing


def wait() -> None:
    """Let what was written be older than what is asked for next."""
    time.sleep(0.05)


def edit(name: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text("other words", encoding="utf-8")


def edit_unseen(root: Path) -> None:
    """Change a file, its size and its time of modification as before."""
    file = root / "chips/data/companies/acme.yml"
    before = file.stat()
    file.write_bytes(file.read_bytes().upper())
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_site(root: Path) -> None:
    shutil.copytree(root / "chips/site", root / "chips/other")
    shutil.rmtree(root / "chips/site")
    (root / "chips/other").rename(root / "chips/site")


def link(name: str, target: str) -> Callable[[Path], object]:
    return lambda root: (root / name).symlink_to(target)


CHANGES: dict[str, Callable[[Path], object]] = {
    **{f"edited {name}": edit(name) for name in FILES if "click" not in name},
    "edited unseen": edit_unseen,
    "data added": edit("chips/data/companies/bolt.yml"),
    "data hidden": lambda root: (root / "chips/data/companies").chmod(0) or _require_no_root(),
    "data gone": lambda root: (root / "chips/data/companies/acme.yml").unlink(),
    "data renamed": lambda root: (root / "chips/data/briefing.yml").rename(root / "chips/data/briefing.yaml"),
    "data linked": link("chips/data/companies/bolt.yml", "acme.yml"),
    "folder added": lambda root: (root / "chips/data/people").mkdir(),
    "all data gone": lambda root: shutil.rmtree(root / "chips/data"),
    "page added": edit("chips/docs/new.md"),
    "pages gone": lambda root: shutil.rmtree(root / "chips/docs"),
    "settings gone": lambda root: (root / "chips/mkdocs.yml").unlink(),
    "template added": edit("chips/theme/404.html"),
    "program added": edit("program/cli/rules.py"),
    "package installed": lambda root: (root / "lib/pint-1.dist-info").mkdir(),
    "package upgraded": lambda root: (root / "lib/click-8.5.dist-info").rename(root / "lib/click-8.6.dist-info"),
    "package shadowed": lambda root: shutil.copytree(root / "lib/click", root / "nowhere/click"),
    "package replaced": lambda root: (root / "lib/click").rename(root / "lib/klick"),
    "data like compiled": lambda root: shutil.copytree(root / "chips/data/companies", root / "chips/data/__pycache__"),
    "path hook": edit("lib/more.pth"),
    "imports appear": lambda root: (root / "nowhere").mkdir(),
    "module gone": lambda root: (root / "lib/six.py").unlink(),
    "site gone": lambda root: shutil.rmtree(root / "chips/site"),
    "site's page gone": lambda root: (root / "chips/site/index.html").unlink(),
    "site's page linked": lambda root: (
        (root / "chips/site/index.html").unlink(),
        (root / "chips/site/index.html").symlink_to("companies/acme/index.html"),
    ),
    "site's file added": edit("chips/site/extra.txt"),
    "site's repository": lambda root: (root / "chips/site/.git").mkdir(),
    "site replaced": replace_site,
    "site being built": edit("chips/.site.lock"),
    "site's workshop": lambda root: (root / "chips/.site.briefing").mkdir(),
}


def _require_no_root() -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_gate_is_closed(built: Briefing, change: str) -> None:
    CHANGES[change](built.root)
    assert built.recall() is None


def test_what_no_build_reads_changes_nothing(built: Briefing) -> None:
    for name in ("chips/README.md", "chips/data/.git/index", "program/cli/__pycache__/x.pyc", "lib/README", "lib/x/y"):
        (built.root / name).parent.mkdir(exist_ok=True)
        (built.root / name).write_text("words", encoding="utf-8")
    assert built.recall() == SAYINGS


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--as-of", "2026-01-01"],
        ["build", "--site-url=https://two.example/"],
        ["build", "--out", "other"],
        ["build", "--data", "docs"],
        ["build", "--clean"],
    ],
)
def test_other_words_are_another_build(built: Briefing, words: list[str]) -> None:
    assert built.recall(words) is None


@pytest.mark.parametrize("name", ["SOURCE_DATE_EPOCH", "LC_ALL", "PYTHONUTF8", "HOME"])
def test_other_surroundings_make_another_build(built: Briefing, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "1")
    assert built.recall() is None


def test_another_python_makes_another_build(built: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version", "4.0")
    assert built.recall() is None


def test_a_clean_build_is_what_the_next_one_goes_by(briefing: Briefing) -> None:
    briefing.keep(briefing.request(["build", "--clean"]))
    assert briefing.recall() == SAYINGS


def test_the_last_build_is_the_one_that_counts(built: Briefing) -> None:
    other = ["build", "--as-of", "2026-01-01"]
    built.keep(built.request(other))
    assert built.recall(other) == SAYINGS
    assert built.recall() is None


# ---- states that are not as they were written


def damage(state: Path, sort: str) -> None:
    whole = state.read_bytes()
    if sort in ("folder", "link", "pipe"):
        state.rename(state.with_name("aside"))
        make = {"folder": state.mkdir, "link": lambda: state.symlink_to("aside"), "pipe": lambda: os.mkfifo(state)}
        make[sort]()
        return
    older = whole[32:].replace(b"briefing build 1", b"briefing build 0")
    texts = {
        "empty": b"",
        "cut": whole[:-1],
        "digest alone": whole[:32],
        "changed": whole.replace(b"1 warning", b"2 warning"),
        "foreign": b"{}" * 200,
        "unsigned": whole[32:],
        "older": last_build.sha256(older).digest() + older,
        "signed nothing": last_build.sha256(b"").digest(),
        "signed words": last_build.sha256(b"a\0b\0c").digest() + b"a\0b\0c",
        "signed count": last_build.sha256(b"v\0s\x00-5\0a").digest() + b"v\0s\x00-5\0a",
        "signed bytes": last_build.sha256(b"\xff\0\xfe").digest() + b"\xff\0\xfe",
    }
    state.write_bytes(texts[sort])


@pytest.mark.parametrize(
    "sort",
    [
        *("folder", "link", "pipe", "empty", "cut", "digest alone", "changed", "foreign", "unsigned", "older"),
        *("signed nothing", "signed words", "signed count", "signed bytes"),
    ],
)
def test_a_damaged_state_is_none(built: Briefing, sort: str) -> None:
    damage(built.state, sort)
    assert built.recall() is None


@pytest.mark.parametrize("name", [".briefing", ".briefing/build"])
def test_a_state_behind_a_link_is_none(built: Briefing, name: str) -> None:
    folder = built.root / "chips" / name
    folder.rename(built.root / "elsewhere")
    folder.symlink_to(built.root / "elsewhere")
    assert built.recall() is None


def test_a_state_of_another_folder_is_none(built: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(built.root / "chips", built.root / "copy")
    monkeypatch.chdir(built.root / "copy")
    assert built.recall() is None
    name = built.request().key
    (built.root / "copy" / FOLDER / built.state.name).rename(built.root / "copy" / FOLDER / name)
    assert built.recall() is None


def test_a_folder_that_is_not_ours_gets_no_state(briefing: Briefing) -> None:
    folder = briefing.root / "chips" / FOLDER
    folder.mkdir(parents=True)
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    briefing.keep(briefing.request())
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("sayings", [[], SAYINGS, [("err", ""), ("out", "\ud800\udcff\n")]])
def test_a_state_is_read_as_it_was_written(sayings: list[Saying]) -> None:
    state = BuildState("0a", ["a b", "半"], [], sayings)
    again = parse_state(render_state(state))
    assert again is not None
    assert vars(again) == vars(state)


# ---- builds that leave no state


DURING: dict[str, Callable[[Path], object]] = {
    "edited": edit("chips/data/briefing.yml"),
    "edited unseen": edit_unseen,
    "added": edit("chips/data/companies/bolt.yml"),
    "gone": lambda root: (root / "chips/data/companies/acme.yml").unlink(),
    "page gone": lambda root: (root / "chips/docs/about/index.md").unlink(),
    "pages gone": lambda root: shutil.rmtree(root / "chips/docs"),
    "settings gone": lambda root: (root / "chips/mkdocs.yml").unlink(),
    "theme gone": lambda root: shutil.rmtree(root / "chips/theme"),
    "program edited": edit("program/cli/build.py"),
    "program gone": lambda root: (root / "program/cli/build.py").unlink(),
    "package installed": lambda root: (root / "lib/pint-1.dist-info").mkdir(),
    "installed edited": edit("installed/base.html"),
    "installed gone": lambda root: (root / "installed/base.html").unlink(),
    "linked": link("chips/data/companies/bolt.yml", "acme.yml"),
    "in years to come": lambda root: os.utime(root / "chips/data/briefing.yml", (2**32, 2**32)),
}


@pytest.mark.parametrize("change", DURING)
def test_what_changes_during_a_build_it_may_have_missed(briefing: Briefing, change: str) -> None:
    request = briefing.request()
    DURING[change](briefing.root)
    briefing.keep(request)
    wait()
    assert briefing.recall() is None


def test_what_changed_right_before_a_build_may_have_changed_again(briefing: Briefing) -> None:
    edit("chips/data/briefing.yml")(briefing.root)
    briefing.keep(briefing.request())
    assert briefing.recall() is None
    wait()
    briefing.keep(briefing.request())
    assert briefing.recall() == SAYINGS


def test_data_put_in_place_of_others_are_not_those_that_were_read(briefing: Briefing) -> None:
    chips = briefing.root / "chips"
    shutil.copytree(chips / "data", chips / "newer")
    wait()
    request = briefing.request()
    (chips / "data").rename(chips / "older")
    (chips / "newer").rename(chips / "data")
    briefing.keep(request)
    assert briefing.recall() is None


def test_a_site_that_another_build_published_is_not_ours(briefing: Briefing) -> None:
    briefing.keep(briefing.request(), tree=1)
    assert briefing.recall() is None


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_was_set_leaves_no_state(briefing: Briefing, monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    request = briefing.request()
    # Set back, times of changes look older than the build; files of a server that is behind do so, too.
    now = time.time_ns() + hours * 3_600_000_000_000
    monkeypatch.setattr("time.time_ns", lambda: now)
    monkeypatch.setattr("time.sleep", lambda _: None)
    briefing.keep(request)
    assert not (briefing.root / "chips" / FOLDER).exists()


def test_words_with_a_zero_byte_are_not_kept(briefing: Briefing) -> None:
    briefing.keep(briefing.request(), [("out", "a\0b")])
    assert briefing.recall() is None


def test_a_full_disk_leaves_no_state(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("briefing.edges.content_cache.write_whole", full)
    briefing.keep(briefing.request())
    assert briefing.recall() is None


# ---- words


@pytest.mark.parametrize(
    ("words", "folders"),
    [
        (["build"], ("data", "site")),
        (["build", "--out", "a b", "--data=x/y"], ("x/y", "a b")),
        (["build", "--clean", "--as-of=2026-01"], ("data", "site")),
    ],
)
def test_words_that_ask_for_a_build(words: list[str], folders: tuple[str, str]) -> None:
    request = read_request(words)
    assert request is not None
    assert (request.data, request.out) == folders
    assert request.clean is ("--clean" in words)


@pytest.mark.parametrize(
    "words",
    [
        *([], ["check"], ["--help"], ["build", "--help"], ["build", "-h"], ["build", "--timings"], ["build", "x"]),
        *(["build", "--out"], ["build", "--out="], ["build", "--out", "--clean"], ["build", "--data", "../data"]),
        *(["build", "--out", "a", "--out", "b"], ["build", "--out=a\udcff"], ["build", "--"], ["build", "--dat", "a"]),
        ["build", "--clean=1"],
    ],
)
def test_words_that_ask_for_anything_else(words: list[str]) -> None:
    assert read_request(words) is None


@pytest.mark.parametrize("data", ["data", "./data/", "deep/data", ".", "deep//data", "linked/data", "linked"])
def test_the_project_is_where_the_program_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    (tmp_path / "deep/data").mkdir(parents=True)
    (tmp_path / "linked").symlink_to("deep")
    monkeypatch.chdir(tmp_path)
    request = read_request(["build", "--data", data])
    assert request is not None
    assert request.project == str(project_of(Path(data)))


def test_other_letters_than_utf8_are_left_to_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.getfilesystemencoding", lambda: "ascii")
    assert read_request(["build"]) is None


def test_modules_are_those_of_packages() -> None:
    paths = list(build_record._loaded_modules())
    assert pytest.__file__ in paths
    assert os.__file__ not in paths
    assert last_build.__file__ not in paths


def test_a_zipped_package_is_marked_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "python.zip").write_bytes(b"PK")
    (mark,) = mark_imports(str(tmp_path / "python.zip"))
    assert mark.startswith("file ")
