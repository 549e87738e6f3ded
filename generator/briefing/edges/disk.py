"""Folders read and written: a data folder as its bytes by relative path; whatever cannot be read is a finding.

Only plain files within reach are opened, and never more of one than the loader would take.
"""

import os
import posixpath
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from briefing.diagnostics.diagnostic import Diagnostic, Span, error
from briefing.edges.publish import publish

READ_MAX = 1024 * 1024 + 1
"""Bytes read of one data file: one more than the loader takes, so that it sees what is too large."""

_NEAR_MISSES = (".yaml", ".yml.txt", ".yaml.txt")
KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class DataFolderMissing(Exception):
    """There is no such data folder; the command ends with ``exit_code``."""

    exit_code = 2


def read_tree(data_dir: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the `.yml` files of a data folder and of its folders, sorted by path, and what could not be read.

    Raises DataFolderMissing where ``data_dir`` is no folder.
    """
    if not data_dir.is_dir():
        raise DataFolderMissing(f"there is no data folder {data_dir}")
    root = data_dir.resolve()
    sources: dict[str, bytes] = {}
    findings: list[Diagnostic] = []
    for path in sorted(_walk(root, "", findings)):
        content = _read(root, path, findings)
        if content is not None:
            sources[path] = content
    return sources, tuple(findings)


def _walk(root: Path, folder: str, findings: list[Diagnostic]) -> Iterator[str]:
    """Yield the paths of the data files of one folder and, at the top, of its folders."""
    try:
        names = sorted(os.listdir(root / folder))  # noqa: PTH208 - names alone, before anything is asked of them
    except OSError as trouble:
        findings.append(_unreadable(folder, trouble.strerror or "it cannot be listed"))
        return
    for name in names:
        if _is_passed_over(name):
            continue
        path = posixpath.join(folder, name)
        if not name.endswith(".yml") and _is_folder(root / path):
            yield from _walk_folder(root, path, findings)
        elif _is_data(path, name, findings):
            yield path


def _is_passed_over(name: str) -> bool:
    """Whether a name is that of a hidden file, or of a backup that an editor made."""
    return name.startswith(".") or name.endswith("~")


def _walk_folder(root: Path, path: str, findings: list[Diagnostic]) -> Iterator[str]:
    """Yield the data files of a folder that lies at the top; deeper ones are no place for data."""
    if (root / path).is_symlink():
        findings.append(_unreadable(path, "it is a link to a folder"))
    elif "/" not in path:
        yield from _walk(root, path, findings)
    else:
        for file in sorted((root / path).rglob("*.yml")):
            findings.append(_misplaced(file.relative_to(root).as_posix()))


def _misplaced(path: str) -> Diagnostic:
    hint = "data files lie directly in the folder of their kind"
    return error("file-misplaced", Span(printable(path)), "this folder is too deep for data", hint)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def _is_data(path: str, name: str, findings: list[Diagnostic]) -> bool:
    """Whether a file is data by its name; a name that was probably meant to be is a finding."""
    is_data = name.endswith(".yml")
    if is_data and name != printable(name):
        findings.append(_misnamed(path, "the name has characters that cannot be shown"))
        return False
    if not is_data and name.lower().endswith((".yml", *_NEAR_MISSES)):
        findings.append(_misnamed(path, f'"{printable(name)}" would not be read: data files end in .yml'))
    return is_data


def _misnamed(path: str, message: str) -> Diagnostic:
    return error("file-name", Span(printable(path)), message, "rename the file")


def printable(path: str) -> str:
    """Return ``path`` with everything that is no printable text replaced."""
    return "".join(map(_printable_character, path))


def _printable_character(character: str) -> str:
    if character.isprintable():
        return character
    return "\ufffd"


def _read(root: Path, path: str, findings: list[Diagnostic]) -> bytes | None:
    try:
        if not (root / path).resolve().is_relative_to(root):
            findings.append(_unreadable(path, "it is a link out of the data folder"))
            return None
        # Without waiting: a pipe that nobody writes to would stop the build.
        handle = os.open(root / path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, RuntimeError) as trouble:
        findings.append(_unreadable(path, getattr(trouble, "strerror", None) or "it is a link to itself"))
        return None
    try:
        return _read_plain(handle, path, findings)
    finally:
        os.close(handle)


def _read_plain(handle: int, path: str, findings: list[Diagnostic]) -> bytes | None:
    # Asked of the open file: what stands at the path may have become something else.
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        findings.append(_unreadable(path, f"it is {KINDS.get(stat.S_IFMT(mode), 'no plain file')}"))
        return None
    try:
        return b"".join(_read_parts(handle))
    except OSError as trouble:
        findings.append(_unreadable(path, trouble.strerror or "it cannot be read"))
        return None


def _read_parts(handle: int) -> Iterator[bytes]:
    """Yield what an open file holds, part by part, as the system gives it; no more than is needed of a long one."""
    left = READ_MAX
    while left > 0:
        part = os.read(handle, left)
        if not part:
            return
        yield part
        left -= len(part)


def _unreadable(path: str, reason: str) -> Diagnostic:
    # The system begins its reasons with a capital letter, findings none of theirs.
    message = f"this cannot be read: {reason[:1].lower()}{reason[1:]}"
    return error("file-unreadable", Span(printable(path) or "."), message)


def write_tree(out: Path, files: Mapping[str, bytes], keep: Collection[Path] = ()) -> None:
    """Replace ``out``, which must be absent, empty or ours, by these files; see ``publish`` for what it raises."""
    publish(out, lambda tree: write_files(tree, files), keep)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths relative to ``folder``; raises ValueError for a path that leaves it."""
    # A site has many files in few folders; each is made once.
    made: set[Path] = set()
    for path, content in files.items():
        if not _is_inside(path):
            raise ValueError(f"{path!r} is no path inside the output")
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)


def _is_inside(path: str) -> bool:
    """Whether a path, as it is written, names a file below a folder; no file has a zero byte in its name."""
    if path != posixpath.normpath(path) or "\0" in path:
        return False
    return not path.startswith(("/", ".."))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in a folder that is there, whole or not at all: its reader may come while we are killed."""
    aside = path.with_name(f"{path.name}.{os.getpid()}.part")
    aside.write_bytes(content)
    aside.replace(path)


def read_built(folder: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path relative to ``folder``."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def relative_name(folder: Path) -> str:
    """Return a folder as findings name it: relative to the working folder where it lies in it, links as written."""
    here = Path.cwd()
    for path in (Path(os.path.normpath(folder.absolute())), folder.resolve()):
        if path.is_relative_to(here):
            return path.relative_to(here).as_posix()
    return folder.as_posix()
