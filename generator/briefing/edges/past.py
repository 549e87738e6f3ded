"""What has become of a briefing, from the git history around its data folder; what was worked out once is kept.

Without git, without a repository or without a commit there is no history, and nothing fails.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from briefing.dataset.operations import History
from briefing.edges.content_cache import keep_one, recall_one
from briefing.edges.data_log import DataRevision, read_data_log, read_states
from briefing.edges.history_file import KeptHistory, parse_history, print_history
from briefing.edges.pages import project_of
from briefing.edges.program import program_digest
from briefing.edges.repository import HistoryMissing, RevisionUnknown, ask, run
from briefing.pipeline import follow_history

CACHE = Path(".briefing") / "history"
_NAMED = ("HEAD", "packed-refs", "reftable", "shallow", "info/grafts", "refs/replace")
"""What may change in a repository so that its history is another one, beside the branch itself."""


@dataclass(frozen=True, slots=True)
class Past:
    """The history of a briefing, if it has one, and a notice where it has one that cannot be told.

    ``files`` are those whose status tells when there is another history; None where that cannot be known.
    """

    history: History | None = None
    notice: str = ""
    files: tuple[str, ...] | None = ()


def read_past(data_dir: Path, *, clean: bool = False) -> Past:
    """Return what has become of the data in a folder; never raises for a repository's sake.

    ``clean`` works it out anew, whatever was kept.
    """
    candidates = _candidates(data_dir)
    if not any(map(os.path.lexists, candidates)):
        return Past(files=candidates)
    try:
        log = read_data_log(data_dir)
        return Past(_follow(data_dir, log, clean=clean), files=_history_files(data_dir))
    except RevisionUnknown:  # nothing is committed yet
        return Past(files=None)
    except HistoryMissing as missing:
        return Past(notice=f"no page says what has changed: {missing}", files=None)


def _candidates(data_dir: Path) -> tuple[str, ...]:
    """Return where a repository around a folder would be, from the inside out."""
    real = Path(os.path.realpath(data_dir))
    return tuple(str(folder / ".git") for folder in (real, *real.parents))


def _history_files(data_dir: Path) -> tuple[str, ...]:
    """Return the files of a repository that change with its history."""
    branch = run(data_dir, "symbolic-ref", "--quiet", "HEAD").stdout.decode("utf-8", "surrogateescape").strip()
    # A head that is at no branch has no other file to follow.
    names = filter(None, (*_NAMED, branch))
    asked = chain.from_iterable(("--git-path", name) for name in names)
    paths = ask(data_dir, "rev-parse", *asked).decode("utf-8", "surrogateescape").splitlines()
    return tuple(os.path.realpath(data_dir / path) for path in paths)


# ---- what is kept


def _follow(data_dir: Path, log: Sequence[DataRevision], *, clean: bool) -> History | None:
    """Return the history that a log tells: what was kept of it, and what has come since."""
    kept = None if clean else _recall(data_dir, log)
    if kept is None:
        return _extend(data_dir, log, None)
    if kept.commits == len(log):
        return kept.history
    return _extend(data_dir, log, kept)


def _extend(data_dir: Path, log: Sequence[DataRevision], kept: KeptHistory | None) -> History | None:
    first, earlier = (kept.last, kept.history) if kept else (0, None)
    followed = follow_history(read_states(data_dir, log, first), earlier)
    if followed is None:
        return None
    commits = [revision.commit for revision in log]
    digest = digest_of_commits(commits)
    _keep(data_dir, KeptHistory(followed.history, commits.index(followed.last), len(log), digest))
    return followed.history


def digest_of_commits(commits: Sequence[str]) -> str:
    """Return a digest of the commits that a history was worked out from."""
    return hashlib.sha256("\n".join(commits).encode()).hexdigest()


def _recall(data_dir: Path, log: Sequence[DataRevision]) -> KeptHistory | None:
    """Return the history that this very program worked out from the first commits of a log."""
    program = program_digest()
    if program is None:
        return None
    kept = parse_history(recall_one(project_of(data_dir) / CACHE, program) or b"")
    if kept is None or kept.commits > len(log):
        return None
    commits = [revision.commit for revision in log[: kept.commits]]
    if digest_of_commits(commits) != kept.digest:
        return None
    return kept


def _keep(data_dir: Path, kept: KeptHistory) -> None:
    program = program_digest()
    if program is not None:
        keep_one(project_of(data_dir) / CACHE, program, print_history(kept))
