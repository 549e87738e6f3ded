"""Publishing: what may be replaced, what never, and what a build leaves behind."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.edges import publish as publishing
from briefing.edges.lock import LockHeld
from briefing.edges.publish import MARKER, OutputRefused, check_output, publish


def fill_with(text: str) -> Callable[[Path], None]:
    def fill(tree: Path) -> None:
        (tree / "index.html").write_text(text, encoding="utf-8")
        (tree / "deep" / "er").mkdir(parents=True)
        (tree / "deep" / "er" / "page.html").write_text(text, encoding="utf-8")

    return fill


def unable(left: Path, right: Path) -> bool:
    return False


def refused(out: Path, *keep: Path) -> str:
    with pytest.raises(OutputRefused) as trouble:
        publish(out, fill_with("new"), keep)
    assert trouble.value.exit_code == 2
    return str(trouble.value)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def test_an_absent_an_empty_and_our_own_folder_are_replaced(out: Path) -> None:
    publish(out, fill_with("one"))
    publish(out, fill_with("two"))
    assert (out / "deep" / "er" / "page.html").read_text(encoding="utf-8") == "two"
    (out / "left.html").write_text("x", encoding="utf-8")
    publish(out, lambda tree: (tree / "only.html").touch())
    assert {path.name for path in out.iterdir()} == {"only.html", MARKER}
    empty = out.with_name("empty")
    empty.mkdir()
    publish(empty, fill_with("one"))
    assert (empty / "index.html").exists()
    assert {path.name for path in out.parent.iterdir()} == {"site", "empty"}


def test_missing_parents_are_made(out: Path) -> None:
    publish(out / "a" / "b", fill_with("one"))
    assert (out / "a" / "b" / "index.html").exists()


def test_a_folder_with_something_in_it_is_refused(out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    assert "is not empty" in refused(out)
    assert (out / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_a_hidden_file_counts_as_something(out: Path) -> None:
    out.mkdir()
    (out / ".secret").touch()
    refused(out)
    assert (out / ".secret").exists()


def test_a_file_is_refused(out: Path) -> None:
    out.write_text("mine", encoding="utf-8")
    assert "a file" in refused(out)


def test_a_marker_that_is_a_link_or_a_folder_marks_nothing(out: Path, tmp_path: Path) -> None:
    out.mkdir()
    (tmp_path / "elsewhere").touch()
    (out / MARKER).symlink_to(tmp_path / "elsewhere")
    refused(out)
    (out / MARKER).unlink()
    (out / MARKER).mkdir()
    refused(out)


def test_root_home_and_working_folder_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "work" / "inner"
    work.mkdir(parents=True)
    monkeypatch.chdir(work)
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "ann"))
    (tmp_path / "home" / "ann").mkdir(parents=True)
    for folder in (work, work.parent, tmp_path / "home" / "ann", tmp_path / "home"):
        (folder / MARKER).touch()  # not even if somebody marked them
        refused(folder)
    refused(Path("/"))
    refused(Path())
    refused(Path(".."))


def test_a_repository_is_refused_even_if_marked(out: Path) -> None:
    (out / ".git").mkdir(parents=True)
    (out / MARKER).touch()
    assert "repository" in refused(out)


def test_what_is_kept_is_refused_around_and_inside(tmp_path: Path) -> None:
    data = tmp_path / "briefing" / "data"
    data.mkdir(parents=True)
    (data / MARKER).touch()
    (data.parent / MARKER).touch()
    assert "holds" in refused(data, data)
    assert "holds" in refused(data.parent, data)
    assert "inside" in refused(data / "site", data)
    publish(data.parent / "site", fill_with("beside"), [data])


def test_a_link_stands_for_the_folder_it_leads_to(tmp_path: Path, out: Path) -> None:
    real = tmp_path / "www"
    out.symlink_to(real)
    publish(out, fill_with("one"))
    publish(out, fill_with("two"))
    assert out.is_symlink()
    assert (real / "index.html").read_text(encoding="utf-8") == "two"
    home = tmp_path / "home"
    home.mkdir()
    (home / "letters").touch()
    link = tmp_path / "link"
    link.symlink_to(home)
    refused(link)


def test_a_link_to_itself_is_refused(out: Path) -> None:
    out.symlink_to(out)
    with pytest.raises((OutputRefused, OSError)):
        publish(out, fill_with("one"))
    assert out.is_symlink()


def test_a_workshop_of_somebody_else_is_refused(out: Path) -> None:
    workshop = out.with_name(".site.briefing")
    workshop.mkdir()
    (workshop / "mine.txt").touch()
    assert "in the way" in refused(out)
    assert (workshop / "mine.txt").exists()


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), RuntimeError("bug")])
def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(out: Path, trouble: BaseException) -> None:
    publish(out, fill_with("old"))

    def fail(tree: Path) -> None:
        fill_with("new")(tree)
        raise trouble

    with pytest.raises(type(trouble)):
        publish(out, fail)
    assert (out / "index.html").read_text(encoding="utf-8") == "old"
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_second_build_is_refused_while_the_first_runs(out: Path) -> None:
    def build_again(tree: Path) -> None:
        with pytest.raises(LockHeld):
            publish(out, fill_with("second"))
        fill_with("first")(tree)

    publish(out, build_again)
    assert (out / "index.html").read_text(encoding="utf-8") == "first"


def test_a_folder_that_turns_foreign_during_the_build_is_not_replaced(out: Path) -> None:
    def intrude(tree: Path) -> None:
        out.mkdir()
        (out / "thesis.txt").touch()

    with pytest.raises(OutputRefused):
        publish(out, intrude)
    assert (out / "thesis.txt").exists()


def test_two_renames_where_the_system_cannot_exchange(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "exchange", unable)
    publish(out, fill_with("one"))
    publish(out, fill_with("two"))
    assert (out / "index.html").read_text(encoding="utf-8") == "two"
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_failed_second_rename_puts_the_old_site_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "exchange", unable)
    publish(out, fill_with("old"))
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="Input/output"):
        publish(out, fill_with("new"))
    assert (out / "index.html").read_text(encoding="utf-8") == "old"


def test_the_old_site_put_aside_by_a_killed_build_comes_back(out: Path) -> None:
    publish(out, fill_with("old"))
    workshop = out.with_name(".site.briefing")
    workshop.mkdir()
    (workshop / MARKER).touch()
    out.rename(workshop / "old")

    def fail(tree: Path) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish(out, fail)
    assert (out / "index.html").read_text(encoding="utf-8") == "old"


def test_checking_touches_nothing(out: Path) -> None:
    assert check_output(out) == out.resolve()
    assert not out.exists()
