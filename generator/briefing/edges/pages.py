"""The folder of hand-written pages, read: its files, and a finding for each that must not be published.

Links are followed within the repository, and no further: the files of a machine are no pages. What editors leave
behind (backups, lock files) is left out, and named.
"""

import os
import posixpath
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.diagnostics.diagnostic import Diagnostic, Span, error
from briefing.edges.disk import KINDS, printable

DOCS = "../docs"
"""How findings name the usual folder of hand-written pages, relative to the data folder."""
_LEFT_BEHIND = re.compile(
    r".*~|#.*#|4913|.*\.(?:orig|rej|bak|tmp|swp|swo)|~\$.*|thumbs\.db|desktop\.ini", re.IGNORECASE
)
"""Backups and lock files: of Emacs and Vim, of merges, of office programs, of file managers."""
_HINT = "put the file itself there, or take the name away"
_DEPTH = 30
"""Folders within folders that are looked into."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a folder by relative path, hidden ones apart; the findings; and what editors left behind.

    ``linked`` are the real places of folders that stand here as links.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    left_out: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()


def docs_of(data_dir: Path) -> Path:
    """Return the folder of the pages that people write beside the data."""
    return project_of(data_dir) / "docs"


def project_of(data_dir: Path) -> Path:
    """Return the folder that a data folder lies in as it is written: a link is looked at where it stands."""
    whole = data_dir.absolute()
    # What a last `..` means, only the file system knows.
    if whole.name in ("", ".."):
        return whole.resolve().parent
    return whole.parent.resolve()


def read_written(docs_dir: Path, shown: str = DOCS) -> Written:
    """Return the files of a docs folder, and what could not be read; nothing where there is none.

    ``shown`` is how findings name the folder, relative to the data folder.
    """
    if not docs_dir.is_dir():
        return Written()
    walk = _Walk(docs_dir, shown)
    files = {}
    for path in walk.paths():
        content = walk.read(path)
        if content is not None:
            files[path] = content
    return walk.outcome(files)


def list_written(docs_dir: Path, shown: str = DOCS) -> Written:
    """Return the same, the files as empty bytes: their paths are all that is asked for."""
    if not docs_dir.is_dir():
        return Written()
    walk = _Walk(docs_dir, shown)
    return walk.outcome(dict.fromkeys(walk.paths(), b""))


def name_beside(docs_dir: Path, data_dir: Path) -> str:
    """Return how findings name a docs folder, relative to the data folder."""
    return posixpath.join("..", os.path.relpath(docs_dir, project_of(data_dir)))


def read_pages(docs_dir: Path) -> dict[str, bytes]:
    """Return the hand-written pages and files of a docs folder by relative path; nothing where there is none."""
    return read_written(docs_dir).files


def say_left_out(written: Written) -> str:
    """Return a line that names what was left out, or nothing."""
    if not written.left_out:
        return ""
    named = ", ".join(printable(path) for path in written.left_out)
    return f"left out of docs/, as backups and lock files of editors: {named}"


def is_hidden(path: str) -> bool:
    """Return whether a path has a part that begins with a dot."""
    return path.startswith(".") or "/." in path


class _Walk:
    """One walk through a docs folder."""

    def __init__(self, docs_dir: Path, shown: str) -> None:
        self._docs_dir = docs_dir
        self._shown = shown
        self._reach = _reach(docs_dir)
        self._findings: list[Diagnostic] = []
        self._left_out: list[str] = []
        self._linked: list[str] = []

    def outcome(self, files: dict[str, bytes]) -> Written:
        """Return the files with all that was met on the way."""
        left_out, linked = tuple(sorted(self._left_out)), tuple(sorted(set(self._linked)))
        return Written(dict(sorted(files.items())), tuple(self._findings), left_out, linked)

    def paths(self, folder: str = "", above: tuple[str, ...] = ()) -> Iterator[str]:
        """Yield the paths of the plain files of a folder and of its folders; ``above`` are the real ones around it."""
        real = os.path.realpath(self._docs_dir / folder)
        # Links may lead in circles, and some of these grow with every turn.
        if any(f"{outer}/".startswith(f"{real}/") for outer in above) or len(above) > _DEPTH:
            self._refuse(folder, "it is a link to a folder that holds it")
            return
        if folder and (self._docs_dir / folder).is_symlink():
            self._linked.append(real)
        for name in self._names(folder, real):
            path = posixpath.join(folder, name)
            mode = self._mode(path)
            if stat.S_ISDIR(mode):
                yield from self.paths(path, (*above, real))
            elif stat.S_ISREG(mode):
                yield path

    def _names(self, folder: str, real: str) -> Iterator[str]:
        """Yield the names in a folder that count, sorted; note those that editors left behind."""
        try:
            names = sorted(os.listdir(real))  # noqa: PTH208 - names alone, before anything is asked of them
        except OSError as trouble:
            self._refuse(folder, trouble.strerror or "it cannot be listed")
            return
        for name in names:
            if name.startswith("."):
                continue
            if _LEFT_BEHIND.fullmatch(name):
                self._left_out.append(posixpath.join(folder, name))
            else:
                yield name

    def _mode(self, path: str) -> int:
        """Return the mode of a folder or file that may be read, or 0 where it may not."""
        whole = self._docs_dir / path
        try:
            mode = whole.stat().st_mode
        except OSError as trouble:
            return self._refuse(path, _reason(trouble) if whole.exists() else "it is a link to nothing")
        if reason := self._beyond_reach(path):
            return self._refuse(path, reason)
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            return self._refuse(path, f"it is {KINDS.get(stat.S_IFMT(mode), 'no plain file')}")
        return mode

    def _beyond_reach(self, path: str) -> str:
        """Return why what a path leads to is not ours to publish, or nothing."""
        real = os.path.realpath(self._docs_dir / path)
        roots = [root for root in self._reach if f"{real}/".startswith(f"{root.rstrip('/')}/")]
        if not roots:
            return "it is a link out of the repository"
        # The way to a root may be hidden; only what lies below it counts.
        if all("/." in real.removeprefix(root) for root in roots):
            return "it is a link to what is hidden"
        return ""

    def read(self, path: str) -> bytes | None:
        """Return the content of a file, or None where it cannot be read."""
        try:
            # Without waiting: the file may have become a pipe meanwhile.
            handle = os.open(self._docs_dir / path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(handle, "rb") as file:
                return file.read()
        except OSError as trouble:
            self._refuse(path, _reason(trouble))
            return None

    def _refuse(self, path: str, reason: str) -> int:
        span = Span(printable(posixpath.join(self._shown, path)))
        message = f"this cannot be published: {reason[:1].lower()}{reason[1:]}"
        self._findings.append(error("file-unreadable", span, message, _HINT))
        return 0


def _reason(trouble: OSError) -> str:
    return trouble.strerror or "it cannot be read"


def _reach(docs_dir: Path) -> tuple[str, ...]:
    """Return the folders that links may lead into: the docs folder itself, and the repository that it stands in."""
    project = docs_dir.absolute().parent.resolve()
    return os.path.realpath(docs_dir), str(_repository_around(project))


def _repository_around(project: Path) -> Path:
    """Return the nearest folder around a project with a repository in it, or the project where there is none."""
    for folder in (project, *project.parents):
        if (folder / ".git").exists():
            return folder
    return project
