"""Folders as git remembers them: a revision and a folder in, its files out; nothing in the repository is changed."""

import os
import posixpath
import subprocess
from collections.abc import Iterator
from pathlib import Path

from briefing.edges.git import ask_git

SECONDS = 120
_BRIEFING = "briefing.yml"
_NAMED = 3
"""Folders that a message names at most."""


class RevisionUnknown(Exception):
    """The history has no such revision, or no such folder in it; the command ends with ``exit_code``."""

    exit_code = 2


class HistoryMissing(Exception):
    """There is no history to ask, or it was cut off; the command ends with ``exit_code``."""

    exit_code = 3


def read_revision(folder: Path, name: str) -> dict[str, bytes]:
    """Return the `.yml` files of ``folder`` as they were at the revision ``name``, by path within it.

    ``name`` may say where the folder was then, as git itself writes it: `HEAD~1:chips/data`.
    Raises RevisionUnknown or HistoryMissing.
    """
    place = folder if folder.is_dir() else folder.parent
    if not place.is_dir():
        raise RevisionUnknown(f"there is no folder {folder}")
    revision, then = split_name(name)
    commit = _commit(place, revision)
    path = _place_now(place, folder) if then is None else _place_then(place, then)
    files = {path: content for path, content in _files(place, commit, path).items() if path.endswith(".yml")}
    if _BRIEFING not in files:
        raise RevisionUnknown(_without_data(place, commit, revision, path))
    return dict(zip(files, _contents(place, list(files.values())), strict=True))


def split_name(name: str) -> tuple[str, str | None]:
    """Return the revision and the folder of `REVISION:FOLDER`, or None for the folder where none is named.

    A colon in braces belongs to the revision (`main@{10:00}`, `HEAD^{/fix: a bug}`), and so does the first letter.
    """
    depth = 0
    for place, letter in enumerate(name):
        depth += (letter == "{") - (letter == "}")
        if letter == ":" and depth == 0 and place > 0:
            return name[:place], name[place + 1 :]
    return name, None


def _place_now(place: Path, folder: Path) -> str:
    """Return the way from the top of the repository to ``folder``."""
    prefix = os.fsdecode(_ask(place, "rev-parse", "--show-prefix").removesuffix(b"\n"))
    return (prefix if folder.is_dir() else f"{prefix}{folder.name}").rstrip("/")


def _place_then(place: Path, written: str) -> str:
    """Return the way from the top of the repository to a folder, written from there or, with `./`, from here."""
    if not written.startswith(("./", "../")) and written not in (".", ".."):
        return posixpath.normpath(written.strip("/")).removeprefix(".") if written else ""
    top = Path(os.fsdecode(_ask(place, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    inside = os.path.relpath(os.path.realpath(written), os.path.realpath(top))
    return "" if inside == "." else inside


def _files(place: Path, commit: str, path: str) -> dict[str, str]:
    """Return the objects of the plain files below a folder of a commit, by path; none where there is no such folder."""
    listing = _run(place, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{path}")
    return dict(_entries(listing.stdout)) if not listing.returncode else {}


def _without_data(place: Path, commit: str, revision: str, path: str) -> str:
    """Return a message that names the folders which had a briefing then."""
    endings = (_BRIEFING, f"/{_BRIEFING}")
    briefings = [one for one in _files(place, commit, "") if one == endings[0] or one.endswith(endings[1])]
    folders = [one.removesuffix(_BRIEFING).rstrip("/") for one in briefings]
    message = f"{revision} has no data in {path or '.'}/"
    if not folders:
        return f"{message}, nor a {_BRIEFING} anywhere else"
    names = [f"`{revision}:{folder}`" for folder in folders[:_NAMED]]
    places = [f"{folder or '.'}/" for folder in folders[:_NAMED]]
    return f"{message}: the {_BRIEFING} of then lies in {', '.join(places)}; write {' or '.join(names)}"


def _entries(listing: bytes) -> Iterator[tuple[str, str]]:
    """Yield path and object of the plain files of a listing; links and submodules are no data."""
    for line in filter(None, listing.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, name = about.decode().split(" ")
        if mode.startswith("100"):
            yield path.decode("utf-8", "surrogateescape"), name


def _contents(place: Path, names: list[str]) -> Iterator[bytes]:
    answer = _ask(place, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    start = 0
    for _ in names:
        end = answer.index(b"\n", start)
        about = answer[start:end].split(b" ")
        if len(about) != 3:  # "<object> missing"
            raise HistoryMissing("git lacks files of this revision: fetch them, or repair the repository (`git fsck`)")
        size = int(about[2])
        yield answer[end + 1 : end + 1 + size]
        start = end + size + 2


def _commit(place: Path, revision: str) -> str:
    _need_repository(place)
    # What begins with a hyphen would be an option, whatever it is meant to be.
    wanted = "" if revision.startswith("-") else f"{revision}^{{commit}}"
    found = _run(place, "rev-parse", "--verify", "--quiet", wanted)
    if not found.returncode:
        return found.stdout.decode().strip()
    if _ask(place, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = "fetch it with `git fetch --unshallow` (in CI: fetch-depth: 0)"
        raise HistoryMissing(f"{revision!r} is not in this history, which was cut off; {fetch}")
    if _run(place, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode:
        raise RevisionUnknown(f"there is no {revision!r}: nothing is committed yet")
    raise RevisionUnknown(f"{revision!r} is neither a revision of this repository nor a folder")


def _need_repository(place: Path) -> None:
    """Raise HistoryMissing with git's own reason where it shows no repository around ``place``."""
    inside = _run(place, "rev-parse", "--is-inside-work-tree")
    if not inside.returncode:
        if inside.stdout.strip() != b"true":
            raise HistoryMissing(f"{place} lies in a repository, but not among the files that it keeps")
        return
    reason = inside.stderr.decode("utf-8", "replace").strip()
    if "not a git repository (or any" in reason and "filesystem boundary" not in reason:
        raise HistoryMissing(f"{place} lies in no git repository; `briefing diff` also compares two folders")
    raise HistoryMissing(f"git does not show the history of {place}:\n{reason}")


def _ask(place: Path, *words: str, given: bytes | None = None) -> bytes:
    done = _run(place, *words, given=given)
    if done.returncode:
        raise HistoryMissing(f"git {words[0]} failed: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _run(place: Path, *words: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return ask_git(place, [_as_bytes(word) for word in words], given, SECONDS)
    except FileNotFoundError as missing:
        raise HistoryMissing("git is not installed") from missing
    except subprocess.TimeoutExpired as slow:
        raise HistoryMissing(f"git {words[0]} did not end within {SECONDS} s") from slow
    except ValueError as odd:  # a zero byte, which no word of a command can hold
        raise RevisionUnknown(f"no revision has a zero byte in its name: {odd}") from odd


def _as_bytes(word: str) -> bytes:
    """Return a word as git keeps names: bytes that are UTF-8 whatever the locale is."""
    return word.encode("utf-8", "surrogateescape")
