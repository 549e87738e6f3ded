"""A cache of bytes by the digest of what they were made from, from one build to the next; losing it costs time only.

A folder is ours if it carries our marker. A file in it begins with a digest of the rest, and counts only while
that is right: an interrupted disk or a curious hand changes no page.
"""

import hashlib
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from briefing.edges.disk import write_whole

_T = TypeVar("_T")
WORKERS = 4
_DIGEST_BYTES = 32
_QUICKLY = 1
"""The level of packing: a tenth of the bytes, for hardly any time."""
MARKER = ".briefing-kept"
_MARKER_TEXT = "briefing keeps here what it has made, and removes what it no longer needs.\n"
_OWN = re.compile(r"[0-9a-f]{32}(?:\.[0-9]+\.part)?")
"""Names that we give: a digest, and beside it one that is being written."""


def make_or_recall(
    folder: Path, wanted: Mapping[str, _T], make: Callable[[_T], bytes], *, clean: bool = False
) -> dict[str, bytes]:
    """Return the bytes of every digest in ``wanted``: those cached in ``folder``, the others made and cached.

    What is no longer wanted is removed; ``clean`` makes everything anew. A folder that is not ours, or cannot be
    written, is no trouble: everything is made anew, and it stays as it is.
    """
    if not _is_ours(folder):
        return _make_all(wanted, make)
    cached: dict[str, bytes] = {}
    if not clean:
        cached = _recall_all(folder, wanted)
    missing = {name: source for name, source in wanted.items() if name not in cached}
    made = _make_all(missing, make)
    with suppress(OSError):
        _update(folder, made, cached.keys())
    return {**cached, **made}


def recall_one(folder: Path, name: str) -> bytes | None:
    """Return the bytes that ``keep_one`` cached under a name, or None where they are not there or not as they were."""
    if not _is_ours(folder):
        return None
    return _recall(folder / name)


def keep_one(folder: Path, name: str, content: bytes) -> None:
    """Cache bytes under a name, a digest of 32 digits, in place of all else in ``folder`` that we have cached.

    A folder that is not ours stays as it is, and one that cannot be written is no trouble.
    """
    if _is_ours(folder):
        with suppress(OSError):
            _update(folder, {name: content}, ())


def recall_lines(folder: Path, name: str) -> dict[str, str]:
    """Return the lines that ``keep_lines`` cached under a name, by their keys; none where there is nothing or else."""
    content = recall_one(folder, name)
    if content is None:
        return {}
    try:
        text = zlib.decompress(content).decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        return {}
    entries = (entry.partition(" ") for entry in text.split("\n"))
    return {key: line for key, _, line in entries}


def keep_lines(folder: Path, name: str, lines: Mapping[str, str]) -> None:
    """Cache lines of ASCII under a name, as ``keep_one`` does; no key of a line may hold a blank."""
    text = "\n".join(f"{key} {line}" for key, line in sorted(lines.items()))
    keep_one(folder, name, zlib.compress(text.encode("ascii"), _QUICKLY))


def _recall_all(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of the names that are cached in ``folder`` as they were."""
    contents: dict[str, bytes] = {}
    for name in names:
        content = _recall(folder / name)
        if content is not None:
            contents[name] = content
    return contents


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
        return _is_unclaimed(folder)
    except OSError:
        # What cannot be looked into may hold anything.
        return False


def _is_unclaimed(folder: Path) -> bool:
    """Whether nobody else has put anything into a folder, which need not be there."""
    if not folder.exists():
        return True
    if (folder / MARKER).is_file():
        return True
    return all(map(_is_our_name, folder.iterdir()))


def _is_our_name(file: Path) -> bool:
    return _OWN.fullmatch(file.name) is not None


def _update(folder: Path, made: Mapping[str, bytes], valid: Collection[str]) -> None:
    """Write what was made, and remove all files of ours but the ``valid`` ones."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")
    _remove_outdated(folder, valid)
    for name, content in made.items():
        write_whole(folder / name, hashlib.sha256(content).digest() + content)


def _remove_outdated(folder: Path, valid: Collection[str]) -> None:
    for file in folder.iterdir():
        if file.name not in valid and _is_removable(file):
            file.unlink()


def _is_removable(file: Path) -> bool:
    """Whether an entry of the folder is ours by its name; what a link leads to stays, the link goes."""
    if not _is_our_name(file):
        return False
    return file.is_file() or file.is_symlink()


def _recall(path: Path) -> bytes | None:
    """Return what was cached, or None where it is not there or not as it was."""
    entry = _read_entry(path)
    digest, content = entry[:_DIGEST_BYTES], entry[_DIGEST_BYTES:]
    if not content or hashlib.sha256(content).digest() != digest:
        return None
    return content


def _read_entry(path: Path) -> bytes:
    """Return the bytes of a file with the digest before them, none where there is no file or none of ours."""
    try:
        # We write no links: somebody else did.
        if path.is_symlink() or not path.is_file():
            return b""
        return path.read_bytes()
    except OSError:
        return b""
