"""The files of a folder as git remembers them at a revision; nothing in the repository is changed."""

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
    # The folder may be gone and its history still there.
    place = folder if folder.is_dir() else folder.parent
    if not place.is_dir():
        raise RevisionUnknown(f"there is no folder {folder}")
    revision, written_folder = split_name(name)
    commit = _find_commit(place, revision)
    path = _path_now(place, folder) if written_folder is None else _path_as_written(place, written_folder)
    objects = {file: name for file, name in _list_files(place, commit, path).items() if file.endswith(".yml")}
    if _BRIEFING not in objects:
        raise RevisionUnknown(_describe_missing_data(place, commit, revision, path))
    return dict(zip(objects, _read_objects(place, list(objects.values())), strict=True))


def split_name(name: str) -> tuple[str, str | None]:
    """Return the revision and the folder of `REVISION:FOLDER`, or None for the folder where none is named.

    A colon in braces belongs to the revision (`main@{10:00}`, `HEAD^{/fix: a bug}`), and so does the first letter.
    """
    depth = 0
    for position, letter in enumerate(name):
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        elif letter == ":" and depth == 0 and position > 0:
            return name[:position], name[position + 1 :]
    return name, None


# ---- where the folder lies in the repository


def _path_now(place: Path, folder: Path) -> str:
    """Return the way from the top of the repository to ``folder``."""
    prefix = os.fsdecode(_ask(place, "rev-parse", "--show-prefix").removesuffix(b"\n"))
    if not folder.is_dir():
        return f"{prefix}{folder.name}".rstrip("/")
    return prefix.rstrip("/")


def _path_as_written(place: Path, written: str) -> str:
    """Return the way from the top of the repository to a folder, written from there or, with `./`, from here."""
    if not written:
        return ""
    if not written.startswith(("./", "../")) and written not in (".", ".."):
        return posixpath.normpath(written.strip("/")).removeprefix(".")
    top = Path(os.fsdecode(_ask(place, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    inside = os.path.relpath(os.path.realpath(written), os.path.realpath(top))
    return "" if inside == "." else inside


def _describe_missing_data(place: Path, commit: str, revision: str, path: str) -> str:
    """Return a message that names the folders which had a briefing then."""
    message = f"{revision} has no data in {path or '.'}/"
    folders = [file[: -len(_BRIEFING)] for file in _list_files(place, commit, "") if _is_briefing(file)]
    if not folders:
        return f"{message}, nor a {_BRIEFING} anywhere else"
    named = [folder.rstrip("/") for folder in folders[:_NAMED]]
    places = ", ".join(f"{folder or '.'}/" for folder in named)
    names = " or ".join(f"`{revision}:{folder}`" for folder in named)
    return f"{message}: the {_BRIEFING} of then lies in {places}; write {names}"


def _is_briefing(path: str) -> bool:
    return posixpath.basename(path) == _BRIEFING


# ---- files of a commit


def _list_files(place: Path, commit: str, path: str) -> dict[str, str]:
    """Return the objects of the plain files below a folder of a commit, by path; none where there is no such folder."""
    listing = _run(place, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{path}")
    if listing.returncode:
        return {}
    return dict(_plain_files(listing.stdout))


def _plain_files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Yield path and object of the plain files of a listing; links and submodules are no data."""
    for line in filter(None, listing.split(b"\0")):
        head, _, path = line.partition(b"\t")
        mode, _, name = head.decode().split(" ")
        if mode.startswith("100"):
            yield path.decode("utf-8", "surrogateescape"), name


def _read_objects(place: Path, names: list[str]) -> Iterator[bytes]:
    """Yield the content of each object; git sends them one behind the other, each after a line with its size."""
    batch = _ask(place, "cat-file", "--batch", sent="".join(f"{name}\n" for name in names).encode())
    start = 0
    for _ in names:
        end = batch.index(b"\n", start)
        head = batch[start:end].split(b" ")
        if len(head) != 3:  # "<object> missing"
            raise HistoryMissing("git lacks files of this revision: fetch them, or repair the repository (`git fsck`)")
        size = int(head[2])
        yield batch[end + 1 : end + 1 + size]
        start = end + size + 2


# ---- the commit, and git itself


def _find_commit(place: Path, revision: str) -> str:
    """Return the commit that a revision means; where there is none, say what to do about it."""
    _need_repository(place)
    # What begins with a hyphen would be an option, whatever it is meant to be.
    name = "" if revision.startswith("-") else f"{revision}^{{commit}}"
    parsed = _run(place, "rev-parse", "--verify", "--quiet", name)
    if not parsed.returncode:
        return parsed.stdout.decode().strip()
    if _ask(place, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = "fetch it with `git fetch --unshallow` (in CI: fetch-depth: 0)"
        raise HistoryMissing(f"{revision!r} is not in this history, which was cut off; {fetch}")
    if _run(place, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode:
        raise RevisionUnknown(f"there is no {revision!r}: nothing is committed yet")
    raise RevisionUnknown(f"{revision!r} is neither a revision of this repository nor a folder")


def _need_repository(place: Path) -> None:
    """Raise HistoryMissing with git's own reason where it shows no repository around ``place``."""
    inside = _run(place, "rev-parse", "--is-inside-work-tree")
    if not inside.returncode and inside.stdout.strip() == b"true":
        return
    if not inside.returncode:
        raise HistoryMissing(f"{place} lies in a repository, but not among the files that it keeps")
    reason = inside.stderr.decode("utf-8", "replace").strip()
    # Git has other reasons, such as a repository of somebody else, and says what to do about each.
    if "not a git repository (or any" in reason and "filesystem boundary" not in reason:
        raise HistoryMissing(f"{place} lies in no git repository; `briefing diff` also compares two folders")
    raise HistoryMissing(f"git does not show the history of {place}:\n{reason}")


def _ask(place: Path, *words: str, sent: bytes | None = None) -> bytes:
    """Return what git answers; raise HistoryMissing with its reason where it fails."""
    process = _run(place, *words, sent=sent)
    if process.returncode:
        raise HistoryMissing(f"git {words[0]} failed: {process.stderr.decode('utf-8', 'replace').strip()}")
    return process.stdout


def _run(place: Path, *words: str, sent: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return ask_git(place, [_as_bytes(word) for word in words], sent, SECONDS)
    except FileNotFoundError as missing:
        raise HistoryMissing("git is not installed") from missing
    except subprocess.TimeoutExpired as slow:
        raise HistoryMissing(f"git {words[0]} did not end within {SECONDS} s") from slow
    except ValueError as odd:  # a zero byte, which no word of a command can hold
        raise RevisionUnknown(f"no revision has a zero byte in its name: {odd}") from odd


def _as_bytes(word: str) -> bytes:
    """Return a word as git keeps names: bytes that are UTF-8 whatever the locale is."""
    return word.encode("utf-8", "surrogateescape")
