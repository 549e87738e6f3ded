"""A committed file that holds something else on this machine: git is told to look away, nothing more."""

import subprocess
from pathlib import Path

from briefing.edges.git import ask_git

_SECONDS = 10


def keep_local(path: Path) -> bool:
    """Let git ignore what changed in ``path``; return whether it does."""
    try:
        answer = ask_git(path.parent, ["update-index", "--skip-worktree", "--", path.name], None, _SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0
