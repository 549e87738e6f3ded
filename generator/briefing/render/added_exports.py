"""The exports that other packages add under the entry point group ``briefing.exports``.

Each entry point is an ``Export``, or a tuple of them; what is wrong with one is said by the name of its entry point.
"""

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.render.export import Export, ExportData
from briefing.routes import RESERVED_FILES, RESERVED_FOLDERS

ENTRY_POINTS = "briefing.exports"
# Lower case alone, since some hosts take two cases for one; a point first hides a file, and `_headers` is for hosts.
_NAME = r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*"
_PATH = re.compile(rf"{_NAME}(?:/{_NAME})*")


@dataclass(frozen=True, slots=True)
class AddedExport:
    """An export of another package, and the entry point that offers it: `newsroom.exports:FEED`."""

    export: Export
    offered_by: str

    @property
    def path(self) -> str:
        """Where the file lies, relative to the site's root."""
        return self.export.path

    def render(self, data: ExportData) -> bytes:
        """Return the file; raises ExportUnfit where the export fails or returns something else."""
        try:
            content = self.export.render(data)
            return _as_bytes(content)
        except Exception as failure:
            raise _unfit(self.offered_by, f"fails: {_describe(failure)}") from failure


def _as_bytes(content: object) -> bytes:
    if isinstance(content, str):
        return content.encode()
    if isinstance(content, bytes):
        return content
    raise TypeError(f"it returned {type(content).__name__}, neither bytes nor str")


def _describe(failure: Exception) -> str:
    """Return what went wrong, and where in the file of the export: what that calls seldom tells its author more."""
    message = f"{type(failure).__name__}: {failure}"
    # The first frame is our own call, the second the function of the export, if it is one of Python.
    frames = traceback.extract_tb(failure.__traceback__)[1:]
    own_frames = [frame for frame in frames if frame.filename == frames[0].filename]
    if not own_frames or own_frames[0].filename == __file__:
        return message
    return f"{message} ({own_frames[-1].filename}:{own_frames[-1].lineno})"


def _unfit(offered_by: str, complaint: str) -> ExportUnfit:
    return ExportUnfit(f"{offered_by} ({ENTRY_POINTS}) {complaint}")


@cache
def added_exports() -> tuple[AddedExport, ...]:
    """Return the exports of all installed packages; raises ExportUnfit where one cannot be."""
    return load_exports(entry_points(group=ENTRY_POINTS))


def load_exports(offers: Iterable[EntryPoint]) -> tuple[AddedExport, ...]:
    """Return the exports that entry points offer, by path: no order of installed packages shows anywhere.

    Raises ExportUnfit where an entry point cannot be loaded or offers something else, or a path cannot be one.
    """
    exports: list[AddedExport] = []
    for entry_point in offers:
        for offered in _load(entry_point):
            exports.append(_check(offered, entry_point.value))
    return tuple(sorted(exports, key=lambda added: (added.path, added.offered_by)))


def _load(entry_point: EntryPoint) -> tuple[object, ...]:
    try:
        offered = entry_point.load()
    except Exception as failure:
        complaint = f"cannot be loaded: {type(failure).__name__}: {failure}"
        raise _unfit(entry_point.value, complaint) from failure
    if isinstance(offered, tuple):
        return offered
    return (offered,)


def _check(offered: object, offered_by: str) -> AddedExport:
    if not isinstance(offered, Export):
        raise _unfit(offered_by, "is neither an Export nor a tuple of them")
    path = offered.path
    if not _is_path(path):
        raise _unfit(offered_by, f"has no path on the site: {path!r} (write one such as newsroom/feed.json)")
    if path in RESERVED_FILES or path.split("/")[0] in RESERVED_FOLDERS:
        raise _unfit(offered_by, f"has the path {path}, which is kept for files of the program")
    return AddedExport(offered, offered_by)


def _is_path(path: object) -> bool:
    # The type of a field holds nobody whose program is not checked.
    return isinstance(path, str) and _PATH.fullmatch(path) is not None


def refuse_taken_paths(exports: Iterable[AddedExport], taken: Iterable[str]) -> None:
    """Raise ExportUnfit for an export whose file would lie where another does, below one, or where a folder is.

    ``taken`` are the paths of all other files of the site.
    """
    # Some hosts take two cases for one, and hand-written files may have either.
    owners = {path.lower(): "a file of the site" for path in taken}
    for added in exports:
        _refuse_if_taken(added, owners)
        owners[added.path] = f"the file of {added.offered_by}"


def _refuse_if_taken(added: AddedExport, owners: Mapping[str, str]) -> None:
    for path in (added.path, *_folders_above(added.path)):
        if path in owners:
            raise _unfit(added.offered_by, f"has the path {added.path}, which is taken: {path} is {owners[path]}")
    for path, owner in owners.items():
        if path.startswith(f"{added.path}/"):
            raise _unfit(added.offered_by, f"has the path {added.path}, which is a folder: {path} is {owner}")


def _folders_above(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, the nearest first."""
    folder, _, _ = path.rpartition("/")
    while folder:
        yield folder
        folder, _, _ = folder.rpartition("/")
