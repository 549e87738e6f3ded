"""The commits that changed the data of a folder, oldest first, and the files that each of them changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.edges.history import folder_to_ask_in, path_now, read_objects
from briefing.edges.repository import HistoryMissing, ask, find_commit

_LOG = (
    "log", "--raw", "-z", "--format=tformat:commit %H %ct", "--reverse", "--first-parent",
    "--diff-merges=first-parent", "--root", "--no-abbrev", "--no-renames", "--no-relative", "--no-ext-diff",
    "--no-color", "--no-notes", "--no-show-signature", "--no-follow", "--encoding=UTF-8",
)  # fmt: skip
"""Whatever a machine's settings say, the listing has one form."""


@dataclass(frozen=True, slots=True)
class DataRevision:
    """A commit that changed data: when it was committed, and its changed files by path within the folder.

    A file's value is the name of its new object, or None where the commit took the file away.
    """

    commit: str
    committed: datetime
    changed: Mapping[str, str | None]


def read_data_log(folder: Path) -> list[DataRevision]:
    """Return the commits that changed the `.yml` files of ``folder``, oldest first, as its own branch saw them.

    A merge counts as one commit. Raises HistoryMissing also where the history was cut off, since its first
    commit would seem to have brought all data, and RevisionUnknown where nothing is committed yet.
    """
    place = folder_to_ask_in(folder)
    head = find_commit(place, "HEAD")
    if ask(place, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = "fetch the rest with `git fetch --unshallow` (in CI: fetch-depth: 0)"
        raise HistoryMissing(f"the history of {folder} was cut off; {fetch}")
    path = path_now(place, folder)
    listing = ask(place, *_LOG, head, "--", f":(top,literal){path}")
    return list(_parse_log(listing, f"{path}/" if path else ""))


def read_contents(folder: Path, objects: Iterable[str]) -> dict[str, bytes]:
    """Return the content of objects by name, each read once however many commits share it.

    Raises HistoryMissing where git lacks one of them.
    """
    names = sorted(set(objects))
    return dict(zip(names, read_objects(folder_to_ask_in(folder), names), strict=True))


def _parse_log(listing: bytes, prefix: str) -> Iterator[DataRevision]:
    """Yield the commits of a listing that changed data; one that changed other files alone is left out."""
    commit, moment = "", 0
    changed: dict[str, str | None] = {}
    # Fields end with a zero byte; git sets a line's end before the first change of a commit.
    fields = iter(listing.split(b"\0"))
    for field in fields:
        head = field.lstrip(b"\n").decode("ascii")
        if head.startswith("commit "):
            if changed:
                yield _revision(commit, moment, changed)
            _, commit, seconds = head.split(" ")
            moment, changed = int(seconds), {}
        elif head.startswith(":"):
            path = next(fields).decode("utf-8", "surrogateescape")
            if path.endswith(".yml"):
                changed[path.removeprefix(prefix)] = _new_object(head)
    if changed:
        yield _revision(commit, moment, changed)


def _revision(commit: str, moment: int, changed: dict[str, str | None]) -> DataRevision:
    """Return a commit with its moment, which git counts in seconds."""
    return DataRevision(commit, datetime.fromtimestamp(moment, UTC), changed)


def _new_object(change: str) -> str | None:
    """Return the object that a change left in place of a file; links and submodules are no data."""
    _, mode, _, name, _ = change.split(" ")
    if mode.startswith("100"):
        return name
    return None
