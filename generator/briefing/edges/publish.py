"""The output folder, filled aside and put in place whole: readers see the old tree or the new one.

Beside ``out`` lies, while a build runs or after one was killed, a workshop (`.<name>.briefing`) with the tree in the
making, and a lock. Only folders that carry our marker, or are empty, are ever replaced or removed.
"""

import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from briefing.edges.exchange import exchange
from briefing.edges.file_times import keep_times
from briefing.edges.lock import hold_lock
from briefing.edges.mounts import find_mount

MARKER = ".briefing-site"
_MARKER_TEXT = "briefing wrote this folder and will replace it: whatever is put here by hand is lost.\n"


class OutputRefused(Exception):
    """The output folder is not ours to replace; the command ends with ``exit_code``."""

    exit_code = 2


def publish(out: Path, fill: Callable[[Path], None], keep: Collection[Path] = ()) -> None:
    """Let ``fill`` write a new tree, then put it in place of ``out`` in one step.

    ``keep`` are folders that the output may neither be, nor hold, nor lie in. Raises OutputRefused, LockHeld,
    OSError, or what ``fill`` raises; ``out`` is then as it was.
    """
    out = check_output(out, keep)
    out.parent.mkdir(parents=True, exist_ok=True)
    with hold_lock(out.with_name(f".{out.name}.lock")):
        workshop = out.with_name(f".{out.name}.briefing")
        _clear_up(out, workshop)
        try:
            tree = _open_workshop(workshop)
            fill(tree)
            check_output(out, keep)
            keep_times(tree, out)
            _put_in_place(tree, out, workshop / "old")
        finally:
            # What cannot be removed now the next build removes: that must not undo what succeeded.
            with suppress(OSError):
                _clear_up(out, workshop)


def check_output(out: Path, keep: Collection[Path] = ()) -> Path:
    """Return the real path of ``out`` if it may be replaced; raise OutputRefused if not."""
    real = _real(out)
    if real == Path(real.anchor) or not real.name:
        raise OutputRefused(f"{out} is the root of a file system")
    for folder, name in _protected_folders(keep):
        if folder.is_relative_to(real):
            raise OutputRefused(f"{out} is, or holds, {name}")
    for folder in map(_real, keep):
        if real.is_relative_to(folder):
            raise OutputRefused(f"{out} lies inside {folder}, which a build only reads")
    _refuse_foreign(out, real)
    return real


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as loop:  # how Python before 3.13 reports links that go round in circles
        raise OutputRefused(f"{path} is a link to itself") from loop


def _protected_folders(keep: Collection[Path]) -> list[tuple[Path, str]]:
    """Return the folders that nothing may replace, each with its name for messages."""
    folders = [(Path.cwd(), "the working folder")]
    with suppress(RuntimeError):  # no home folder is known
        folders.append((Path.home().resolve(), "the home folder"))
    return folders + [(_real(folder), str(folder)) for folder in keep]


def _refuse_foreign(out: Path, real: Path) -> None:
    """Raise OutputRefused where something stands at ``out`` that we did not write."""
    if not real.exists():
        return
    if not real.is_dir():
        raise OutputRefused(f"{out} is a file, not a folder")
    _refuse_mounts(out, real)
    if (real / ".git").exists():
        raise OutputRefused(f"{out} is a repository")
    if not _is_ours(real) and any(real.iterdir()):
        raise OutputRefused(f"{out} is not empty and has no {MARKER}: briefing did not write it")


def _refuse_mounts(out: Path, real: Path) -> None:
    """Raise OutputRefused where a file system is mounted at ``out`` or below it: it cannot be moved."""
    mount = find_mount(real)
    if mount == real:
        inside = out / "public"
        raise OutputRefused(f"{out} is a mount point, which no folder can take the place of: write --out {inside}")
    if mount:
        raise OutputRefused(f"{out} holds the mount point {mount}, which would be emptied: mount it elsewhere")


def _is_ours(folder: Path) -> bool:
    marker = folder / MARKER
    return marker.is_file() and not marker.is_symlink()


def write_marker(folder: Path) -> None:
    """Mark a folder as ours."""
    (folder / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")


def _open_workshop(workshop: Path) -> Path:
    workshop.mkdir(exist_ok=True)
    write_marker(workshop)
    tree = workshop / "new"
    tree.mkdir()
    write_marker(tree)
    return tree


def _clear_up(out: Path, workshop: Path) -> None:
    """Undo what a killed build left: the old site goes back if it was aside, the rest goes away."""
    # A link to nothing does not exist, and is in the way all the same.
    if not workshop.is_symlink() and not workshop.exists():
        return
    if not _may_be_removed(workshop):
        raise OutputRefused(f"{workshop} is in the way and briefing did not write it")
    old = workshop / "old"
    if old.is_dir() and not out.exists():
        old.rename(out)
    _remove_workshop(workshop)


def _may_be_removed(workshop: Path) -> bool:
    if workshop.is_symlink() or not workshop.is_dir():
        return False
    return _is_ours(workshop) or _is_empty(workshop)


def _is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


def _remove_workshop(workshop: Path) -> None:
    """Remove a workshop, its marker last: killed half-way, it is still known as ours."""
    if not workshop.exists():
        return
    for entry in workshop.iterdir():
        if entry.name != MARKER:
            shutil.rmtree(entry)
    (workshop / MARKER).unlink(missing_ok=True)
    workshop.rmdir()


def _put_in_place(tree: Path, out: Path, aside: Path) -> None:
    if not out.exists() or _is_empty(out):
        tree.rename(out)  # over an empty folder this is one step, too
        return
    if exchange(tree, out):
        return
    # In two steps, where the system knows no better: for a moment there is no site.
    out.rename(aside)
    try:
        tree.rename(out)
    except BaseException:
        aside.rename(out)
        raise
