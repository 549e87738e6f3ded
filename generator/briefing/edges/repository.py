"""Git asked about the repository around a folder, with errors that say what to do about them; it changes nothing."""

import subprocess
from pathlib import Path

from briefing.edges.git import ask_git

SECONDS = 120


class RevisionUnknown(Exception):
    """The history has no such revision, or no such folder in it; the command ends with ``exit_code``."""

    exit_code = 2


class HistoryMissing(Exception):
    """There is no history to ask, or it was cut off; the command ends with ``exit_code``."""

    exit_code = 3


def find_commit(place: Path, revision: str) -> str:
    """Return the commit that a revision means; where there is none, say what to do about it."""
    _need_repository(place)
    parsed = run(place, "rev-parse", "--verify", "--quiet", _commit_name(revision))
    if not parsed.returncode:
        return parsed.stdout.decode().strip()
    if ask(place, "rev-parse", "--is-shallow-repository").strip() == b"true":
        fetch = "fetch it with `git fetch --unshallow` (in CI: fetch-depth: 0)"
        raise HistoryMissing(f"{revision!r} is not in this history, which was cut off; {fetch}")
    if run(place, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").returncode:
        raise RevisionUnknown(f"there is no {revision!r}: nothing is committed yet")
    raise RevisionUnknown(f"{revision!r} is neither a revision of this repository nor a folder")


def _commit_name(revision: str) -> str:
    """Return how git is asked for the commit of a revision: a tag or a tree is none by itself."""
    # What begins with a hyphen would be an option, whatever it is meant to be.
    if revision.startswith("-"):
        return ""
    return f"{revision}^{{commit}}"


def _need_repository(place: Path) -> None:
    """Raise HistoryMissing with git's own reason where it shows no repository around ``place``."""
    inside = run(place, "rev-parse", "--is-inside-work-tree")
    if not inside.returncode and inside.stdout.strip() == b"true":
        return
    if not inside.returncode:
        raise HistoryMissing(f"{place} lies in a repository, but not among the files that it keeps")
    reason = inside.stderr.decode("utf-8", "replace").strip()
    # Git has other reasons, such as a repository of somebody else, and says what to do about each.
    if "not a git repository (or any" in reason and "filesystem boundary" not in reason:
        raise HistoryMissing(f"{place} lies in no git repository; `briefing diff` also compares two folders")
    raise HistoryMissing(f"git does not show the history of {place}:\n{reason}")


def ask(place: Path, *words: str, sent: bytes | None = None) -> bytes:
    """Return what git answers; raise HistoryMissing with its reason where it fails."""
    process = run(place, *words, sent=sent)
    if process.returncode:
        raise HistoryMissing(f"git {words[0]} failed: {process.stderr.decode('utf-8', 'replace').strip()}")
    return process.stdout


def run(place: Path, *words: str, sent: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Return what git did, whether it failed or not; raise HistoryMissing where it cannot be asked."""
    try:
        return ask_git(place, list(map(_as_bytes, words)), sent, SECONDS)
    except FileNotFoundError as missing:
        raise HistoryMissing("git is not installed") from missing
    except subprocess.TimeoutExpired as slow:
        raise HistoryMissing(f"git {words[0]} did not end within {SECONDS} s") from slow
    except ValueError as odd:  # a zero byte, which no word of a command can hold
        raise RevisionUnknown(f"no revision has a zero byte in its name: {odd}") from odd


def _as_bytes(word: str) -> bytes:
    """Return a word as git keeps names: bytes that are UTF-8 whatever the locale is."""
    return word.encode("utf-8", "surrogateescape")
