"""The files of a folder as git remembers them at a revision; nothing in the repository is changed."""

import os
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.edges.repository import HistoryMissing, RevisionUnknown, ask, find_commit, run
from briefing.edges.revision_name import split_name

_BRIEFING = "briefing.yml"
_NAMED = 3
"""Folders that a message names at most."""


def read_revision(folder: Path, name: str) -> dict[str, bytes]:
    """Return the `.yml` files of ``folder`` as they were at the revision ``name``, by path within it.

    ``name`` may say where the folder was then, as git itself writes it: `HEAD~1:chips/data`.
    Raises RevisionUnknown or HistoryMissing.
    """
    place = folder_to_ask_in(folder)
    revision, written_folder = split_name(name)
    commit = find_commit(place, revision)
    path = _path_then(place, folder, written_folder)
    objects = _list_data_files(place, commit, path)
    if _BRIEFING not in objects:
        raise RevisionUnknown(_describe_missing_data(place, commit, revision, path))
    return dict(zip(objects, read_objects(place, list(objects.values())), strict=True))


# ---- where the folder lies in the repository


def folder_to_ask_in(folder: Path) -> Path:
    """Return a folder that git can be started in; raise RevisionUnknown where there is none."""
    if folder.is_dir():
        return folder
    # The folder may be gone and its history still there.
    if folder.parent.is_dir():
        return folder.parent
    raise RevisionUnknown(f"there is no folder {folder}")


def _path_then(place: Path, folder: Path, written: str | None) -> str:
    """Return the way from the top of the repository to the folder that is asked for."""
    if written is None:
        return path_now(place, folder)
    return _path_as_written(place, written)


def path_now(place: Path, folder: Path) -> str:
    """Return the way from the top of the repository to ``folder``."""
    prefix = os.fsdecode(ask(place, "rev-parse", "--show-prefix").removesuffix(b"\n"))
    if not folder.is_dir():
        return f"{prefix}{folder.name}".rstrip("/")
    return prefix.rstrip("/")


def _path_as_written(place: Path, written: str) -> str:
    """Return the way from the top of the repository to a folder, written from there or, with `./`, from here."""
    if not written:
        return ""
    # As git does: what begins with a point counts from here, all else from the top.
    if not f"{written}/".startswith(("./", "../")):
        return posixpath.normpath(written.strip("/")).removeprefix(".")
    top = Path(os.fsdecode(ask(place, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
    inside = os.path.relpath(os.path.realpath(written), os.path.realpath(top))
    if inside == ".":
        return ""
    return inside


def _describe_missing_data(place: Path, commit: str, revision: str, path: str) -> str:
    """Return a message that names the folders which had a briefing then."""
    message = f"{revision} has no data in {path or '.'}/"
    folders = _briefing_folders(_list_files(place, commit, ""))
    if not folders:
        return f"{message}, nor a {_BRIEFING} anywhere else"
    named = folders[:_NAMED]
    places = ", ".join(f"{folder or '.'}/" for folder in named)
    names = " or ".join(f"`{revision}:{folder}`" for folder in named)
    return f"{message}: the {_BRIEFING} of then lies in {places}; write {names}"


def _briefing_folders(paths: Iterable[str]) -> list[str]:
    """Return the folders that hold a briefing, of all files of a commit; the top of the repository has no name."""
    folders: list[str] = []
    for path in paths:
        folder, name = posixpath.split(path)
        if name == _BRIEFING:
            folders.append(folder)
    return folders


# ---- files of a commit


def _list_files(place: Path, commit: str, path: str) -> dict[str, str]:
    """Return the objects of the plain files below a folder of a commit, by path; none where there is no such folder."""
    listing = run(place, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{path}")
    if listing.returncode:
        return {}
    return dict(_plain_files(listing.stdout))


def _list_data_files(place: Path, commit: str, path: str) -> dict[str, str]:
    """Return the objects of the data files below a folder of a commit, by path."""
    objects = _list_files(place, commit, path)
    return {file: name for file, name in objects.items() if file.endswith(".yml")}


def _plain_files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Yield path and object of the plain files of a listing; links and submodules are no data."""
    for line in filter(None, listing.split(b"\0")):
        head, _, path = line.partition(b"\t")
        mode, _, name = head.decode().split(" ")
        if mode.startswith("100"):
            yield path.decode("utf-8", "surrogateescape"), name


def read_objects(place: Path, names: list[str]) -> Iterator[bytes]:
    """Yield the content of each object; git sends them one behind the other, each after a line with its size."""
    batch = ask(place, "cat-file", "--batch", sent="".join(f"{name}\n" for name in names).encode())
    start = 0
    for _ in names:
        end = batch.index(b"\n", start)
        head = batch[start:end].split(b" ")
        if len(head) != 3:  # "<object> missing"
            raise HistoryMissing("git lacks files of this revision: fetch them, or repair the repository (`git fsck`)")
        size = int(head[2])
        yield batch[end + 1 : end + 1 + size]
        start = end + size + 2
