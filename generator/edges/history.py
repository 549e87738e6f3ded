"""Folders as git remembers them: a revision and a folder in, its files out; nothing in the repository is changed."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

SECONDS = 120


class RevisionUnknown(Exception):
    """The history has no such revision, or no such folder in it; the command ends with ``exit_code``."""

    exit_code = 2


class HistoryMissing(Exception):
    """There is no history to ask, or it was cut off; the command ends with ``exit_code``."""

    exit_code = 3


def read_revision(folder: Path, revision: str) -> dict[str, bytes]:
    """Return the `.yml` files of ``folder`` as they were at ``revision``, by path within it.

    Raises RevisionUnknown or HistoryMissing.
    """
    place = folder if folder.is_dir() else folder.parent
    if not place.is_dir():
        raise RevisionUnknown(f"there is no folder {folder}")
    commit = _commit(place, revision)
    prefix = _ask(place, "rev-parse", "--show-prefix").decode().strip()
    prefix += "" if folder.is_dir() else f"{folder.name}/"
    listing = _ask(place, "ls-tree", "-r", "-z", "--full-tree", commit, "--", prefix or ".")
    files = {path.removeprefix(prefix): name for path, name in _entries(listing) if path.endswith(".yml")}
    if not files:
        raise RevisionUnknown(f"{revision} has no data in {prefix or '.'}")
    return dict(zip(files, _contents(place, list(files.values())), strict=True))


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
        size = int(answer[start:end].split(b" ")[2])
        yield answer[end + 1 : end + 1 + size]
        start = end + size + 2


def _commit(place: Path, revision: str) -> str:
    if _run(place, "rev-parse", "--git-dir").returncode:
        raise HistoryMissing(f"{place} lies in no git repository: name a folder instead of {revision!r}")
    # What begins with a hyphen would be an option, whatever it is meant to be.
    wanted = "" if revision.startswith("-") else f"{revision}^{{commit}}"
    found = _run(place, "rev-parse", "--verify", "--quiet", wanted)
    if not found.returncode:
        return found.stdout.decode().strip()
    if _ask(place, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = "fetch it with `git fetch --unshallow` (in CI: fetch-depth: 0)"
        raise HistoryMissing(f"{revision!r} is not in this history, which was cut off; {fetch}")
    raise RevisionUnknown(f"{revision!r} is neither a revision of this repository nor a folder")


def _ask(place: Path, *words: str, given: bytes | None = None) -> bytes:
    done = _run(place, *words, given=given)
    if done.returncode:
        raise HistoryMissing(f"git {words[0]} failed: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout


def _run(place: Path, *words: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(place), *words], input=given, capture_output=True, timeout=SECONDS)
    except FileNotFoundError as missing:
        raise HistoryMissing("git is not installed") from missing
    except subprocess.TimeoutExpired as slow:
        raise HistoryMissing(f"git {words[0]} did not end within {SECONDS} s") from slow
