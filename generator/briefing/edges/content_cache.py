"""Bytes kept from one build to the next by the digest of what they were made from; losing them costs time only.

A folder is ours if it carries our marker. What is kept in it begins with a digest of the rest, and counts only while
that is right: an interrupted disk or a curious hand changes no page.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from briefing.edges.disk import write_whole

_T = TypeVar("_T")
WORKERS = 4
KEPT = ".briefing-kept"
_KEPT_TEXT = "briefing keeps here what it has made, and removes what it no longer needs.\n"
_OWN = re.compile(r"[0-9a-f]{32}(?:\.[0-9]+\.part)?")
"""Names that we give: a digest, and beside it one that is being written."""


def make_or_recall(
    folder: Path, wanted: Mapping[str, _T], make: Callable[[_T], bytes], *, clean: bool = False
) -> dict[str, bytes]:
    """Return the bytes of every digest in ``wanted``: those in ``folder``, the others made and kept there.

    What is no longer wanted is removed; ``clean`` makes everything anew. A folder that is not ours, or cannot be
    written, is no trouble: everything is made anew, and it stays as it is.
    """
    is_ours = _is_ours(folder)
    recalled = {name: _recall(folder / name) for name in wanted} if is_ours and not clean else {}
    kept = {name: content for name, content in recalled.items() if content is not None}
    made = _make_all({name: one for name, one in wanted.items() if name not in kept}, make)
    if is_ours:
        with suppress(OSError):
            _keep(folder, made, frozenset(kept))
    return {**kept, **made}


def _make_all(missing: Mapping[str, _T], make: Callable[[_T], bytes]) -> dict[str, bytes]:
    # Drawing lets other threads run, and the machine has more than one core.
    with ThreadPoolExecutor(WORKERS) as pool:
        try:
            return dict(zip(missing, pool.map(make, missing.values()), strict=True))
        except BaseException:
            # Whoever interrupts us does not wait for the rest.
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _is_ours(folder: Path) -> bool:
    """Whether a folder may be written: it has our marker or only names that we give, and no link leads there."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return False
    try:
        return (
            not folder.exists()
            or (folder / KEPT).is_file()
            or all(_OWN.fullmatch(file.name) for file in folder.iterdir())
        )
    except OSError:
        return False


def _keep(folder: Path, made: Mapping[str, bytes], others: frozenset[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / KEPT).write_text(_KEPT_TEXT, encoding="utf-8")
    for old in folder.iterdir():
        if _OWN.fullmatch(old.name) and old.name not in others and (old.is_file() or old.is_symlink()):
            old.unlink()
    for name, content in made.items():
        write_whole(folder / name, hashlib.sha256(content).digest() + content)


def _recall(path: Path) -> bytes | None:
    """Return what was kept, or None where it is not there or not as it was."""
    try:
        kept = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
    except OSError:
        return None
    digest, content = kept[:32], kept[32:]
    return content if content and hashlib.sha256(content).digest() == digest else None
