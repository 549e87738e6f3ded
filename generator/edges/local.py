"""A committed file that holds something else on this machine: git is told to look away, nothing more."""

import subprocess
from pathlib import Path


def keep_local(path: Path) -> bool:
    """Let git ignore what changed in ``path``; return whether it does."""
    command = ["git", "-C", str(path.parent), "update-index", "--skip-worktree", "--", path.name]
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=10).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
