"""Bytes kept from one build to the next by the digest of what they were made from; losing them costs time only."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from generator.edges.disk import write_whole

_T = TypeVar("_T")
WORKERS = 4


def make_or_recall(folder: Path, wanted: Mapping[str, _T], make: Callable[[_T], bytes]) -> dict[str, bytes]:
    """Return the bytes of every digest in ``wanted``: those in ``folder``, the others made and kept there.

    What is no longer wanted is removed. A folder that cannot be written is no trouble: everything is made anew.
    """
    kept = {name: content for name in wanted if (content := _read(folder / name)) is not None}
    missing = {name: one for name, one in wanted.items() if name not in kept}
    # Drawing lets other threads run, and the machine has more than one core.
    with ThreadPoolExecutor(WORKERS) as pool:
        made = dict(zip(missing, pool.map(make, missing.values()), strict=True))
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if old.name not in wanted and old.is_file():
                old.unlink()
        for name, content in made.items():
            write_whole(folder / name, content)
    return {**kept, **made}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
