"""The state that one `briefing build` leaves to the gate of the next, written only where no doubt is left.

Marks are taken when the site is there. That they are those of what the build has read follows from the clock: whatever
has changed since the build began leaves no state.
"""

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile

from briefing.edges.content_cache import keep_one
from briefing.edges.file_marks import COMPILED, NEVER_READ, Doubtful
from briefing.edges.last_build import (
    FOLDER,
    PROGRAM,
    BuildRequest,
    BuildState,
    Saying,
    digest_of_marks,
    mark_program,
    render_state,
)
from briefing.edges.transcript import note_sayings

_TICK = 20_000_000
"""Nanoseconds: file systems of today tell times apart that differ by as much, and most by less."""
_SECOND = 1_000_000_000


class BuildRecord:
    """What is known of the build that runs: what was asked for, what it has said since, the marks of its program."""

    def __init__(self, request: BuildRequest, sayings: Sequence[Saying], program: Sequence[str]) -> None:
        self._request = request
        self._sayings = sayings
        self._program = program

    def keep(self, inputs: Sequence[str], installed: Iterable[str], tree: int, repository: Sequence[str] = ()) -> None:
        """Keep it for the next build, now that this one has succeeded; nothing where anything is unsure.

        ``inputs`` are what was read beside the data, ``installed`` files of packages that are no modules; ``tree`` is
        the inode of the folder that was published. ``repository`` are files that tell of another history, there or not.
        """
        request = self._request
        paths = list(dict.fromkeys([*request.usual_inputs, *inputs, *repository]))
        files = sorted({*installed, *_loaded_modules()})
        try:
            _require(inputs)
            _wait_for_tick(Path(request.out))
            seen = digest_of_marks(request, paths, files)
            _check_times(request, paths, files)
            if mark_program(request) != self._program:
                return
        except (OSError, Doubtful):
            return
        if any("\0" in text for _, text in self._sayings):
            return
        # Another build may have published since, or somebody may have put other folders in place of those we read.
        if _inode(Path(request.out)) == tree and request.find_places() == request.places:
            content = render_state(BuildState(seen, paths, files, list(self._sayings)))
            keep_one(Path(request.project, FOLDER), request.key, content)


def open_record(request: BuildRequest) -> BuildRecord | None:
    """Return the record of a build that begins, noting from now on what is said; None where that cannot be noted."""
    try:
        program = mark_program(request)
    except (OSError, Doubtful):
        return None
    sayings = note_sayings()
    if sayings is None:
        return None
    return BuildRecord(request, sayings, program)


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _require(inputs: Iterable[str]) -> None:
    if not all(Path(path).exists() for path in inputs):
        raise Doubtful("something is gone since it was read")


def _loaded_modules() -> Iterator[str]:
    """Yield the files of the packages that this build has loaded; Python's own go by its version, ours apart."""
    library = Path(os.__file__).parent
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if path is None or is_below(Path(PROGRAM), path):
            continue
        if not is_below(library, path) or "-packages/" in path:
            yield path


def is_below(folder: Path, path: str) -> bool:
    """Whether a path is a folder, or lies in it."""
    return f"{path}/".startswith(f"{folder}/")


def _wait_for_tick(out: Path) -> None:
    """Wait until what changes in the published folder from now on has another time."""
    age = time.time_ns() - out.stat().st_ctime_ns
    if age < _TICK:
        time.sleep(min(_TICK - age, _SECOND) / _SECOND)


def _check_times(request: BuildRequest, paths: Iterable[str], files: Iterable[str]) -> None:
    """Raise Doubtful where times do not tell what has changed, or tell that something has."""
    if time.time_ns() - request.started < time.monotonic_ns() - request.ticks - _TICK:
        raise Doubtful("the clock was set back")
    project = Path(request.project)
    _check_file_system(project)
    device = project.stat().st_dev
    changes = [_last_change(Path(path), device) for path in paths]
    program = [_time_of(path) for path in (*_files_below(Path(PROGRAM), COMPILED), *map(Path, files))]
    if max(*changes, *program) >= request.started - _TICK:
        raise Doubtful("something has changed since the build began, or right before")
    if all(path.stat().st_ctime_ns % _SECOND == 0 for path in _files_below(Path(request.out))):
        raise Doubtful("the file system of the site knows whole seconds only")


def _check_file_system(folder: Path) -> None:
    """Raise Doubtful where the file system of a folder has another clock than ours, or no fractions of seconds."""
    before = time.time_ns()
    with TemporaryFile(dir=folder) as probe:
        changed = os.fstat(probe.fileno()).st_ctime_ns
    if not before - _TICK <= changed <= time.time_ns() + _TICK:
        raise Doubtful("the file system has a clock of its own")
    if changed % _SECOND == 0:
        raise Doubtful("the file system may know whole seconds only")


def _last_change(path: Path, device: int) -> int:
    """Return when a file, or a folder with all in it, was changed last; 0 for what is not there."""
    if not path.exists():
        return 0
    # A link may lead elsewhere since.
    times = [path.lstat().st_ctime_ns, _time_of(path), *map(_time_of, _files_below(path))]
    for folder in _folders_below(path):
        if folder.stat().st_dev != device:
            raise Doubtful(f"{folder} lies on another file system, whose clock is not known")
        times.append(_time_of(folder))
    return max(times)


def _time_of(path: Path) -> int:
    status = path.stat()
    return max(status.st_ctime_ns, status.st_mtime_ns)


def _files_below(root: Path, passed_over: frozenset[str] = NEVER_READ) -> Iterator[Path]:
    for folder, _, names in _walk(root, passed_over):
        for name in names:
            yield folder / name


def _folders_below(root: Path) -> Iterator[Path]:
    for folder, _, _ in _walk(root, NEVER_READ):
        yield folder


def _walk(root: Path, passed_over: frozenset[str]) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield every folder from ``root`` downwards, but for those ``passed_over``, with its folders and files."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in passed_over]
        yield Path(folder), folders, names
