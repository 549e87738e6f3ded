"""Git, asked in one place. The repository is the one that the asked folder lies in, whatever the environment says."""

import os
import subprocess
from pathlib import Path

_ELSEWHERE = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE", "GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_LITERAL_PATHSPECS", "GIT_NOGLOB_PATHSPECS",
        "LANGUAGE",
    }
)  # fmt: skip
"""What git hands on to hooks and to `rebase -x` names their repository, or changes how ours would be read.

Settings (GIT_CONFIG_…) stay: they are how a machine says whose repositories it trusts.
"""


def ask_git(
    folder: Path, words: list[str | bytes], sent: bytes | None, seconds: int
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with ``sent`` as its input; its messages are in English, it asks nobody for a password.

    Raises FileNotFoundError where git is not installed, OSError, and subprocess.TimeoutExpired.
    """
    inherited = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environment = {**inherited, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", str(folder), *words]
    return subprocess.run(command, input=sent, capture_output=True, timeout=seconds, env=environment, check=False)
