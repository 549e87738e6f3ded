"""A plain text file, read for drafting; what is no text raises with file, line and column."""

from pathlib import Path

from briefing.diagnostics.diagnostic import Diagnostic
from briefing.source.text import decode_text

TEXT_MAX = 512 * 1024
"""Bytes of one article: some eighty thousand words, more than anybody drafts from."""


class TextUnreadable(OSError):
    """The file cannot be drafted from; the message names it and the place."""


def read_article_text(path: Path) -> str:
    """Return the text of a file; raises TextUnreadable for an empty, huge or binary one and OSError for the disk's."""
    if path.is_dir():
        raise TextUnreadable(f"{path}: this is a folder, not a text file")
    if not path.exists():
        raise TextUnreadable(f"{path}: there is no such file")
    if not path.is_file():
        raise TextUnreadable(f"{path}: this is no plain file")
    with path.open("rb") as file:
        content = file.read(TEXT_MAX + 1)
    if len(content) > TEXT_MAX:
        raise TextUnreadable(f"{path}: the text is larger than {TEXT_MAX // 1024} KB; cut it down to the article")
    readable, findings = decode_text(path.as_posix(), content)
    if readable is None:
        raise TextUnreadable(_located(path, findings))
    if b"\0" in content:
        line = content[: content.index(b"\0")].count(b"\n") + 1
        raise TextUnreadable(f"{path}:{line}: this is no text: it has a zero byte")
    # Decoded anew: paragraphs end at every line separator, as in captures, and stand-ins would hide some.
    text = content.decode("utf-8-sig")
    if not text.strip():
        raise TextUnreadable(f"{path}: the file is empty")
    return text


def _located(path: Path, findings: tuple[Diagnostic, ...]) -> str:
    first = findings[0]
    message = f"{path}:{first.span.line}:{first.span.column}: {first.message}"
    return f"{message}; {first.hint}" if first.hint else message


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet; raises FileExistsError, and leaves no half file behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(content)
            file.flush()
        except BaseException:
            path.unlink(missing_ok=True)
            raise
