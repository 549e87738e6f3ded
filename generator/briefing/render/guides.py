"""Files that tell programs about the site before they read it: ``llms.txt``, ``robots.txt`` and ``SHA256SUMS``."""

import hashlib
import re
from collections.abc import Container, Iterator, Mapping

from briefing.views.base.context import Context
from briefing.views.parts.site_outline import OutlineLine, view_outline

_BREAKS = re.compile(r"\s+")
_BRACKETS = str.maketrans("[]", "()")


def render_guides(context: Context, docs: Container[str]) -> dict[str, bytes]:
    """Return the files by their paths, but those that somebody has written in the docs folder, ``docs``."""
    guides = {"llms.txt": _outline(context), "robots.txt": _robots(context.data.briefing.url)}
    return {path: text.encode() for path, text in guides.items() if path not in docs}


def render_sums(files: Mapping[str, bytes]) -> bytes:
    """Return the digest of each file by its path, as ``sha256sum --check`` reads them."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _outline(context: Context) -> str:
    # Readers of this format take what stands before the first section apart by blank lines, and sections by lines.
    return "\n".join(_outline_lines(context)) + "\n"


def _outline_lines(context: Context) -> Iterator[str]:
    outline, root = view_outline(context), context.data.briefing.url.rstrip("/")
    yield f"# {_one_line(outline.title)}"
    yield f"\n> {_one_line(outline.summary)}"
    yield f"\n{_one_line(outline.note)}"
    for section in outline.sections:
        yield f"\n## {_one_line(section.title)}\n"
        for line in section.lines:
            yield _link(line, root)


def _link(line: OutlineLine, root: str) -> str:
    # No sign before a bracket is a way to write one there.
    link = f"- [{_one_line(line.name).translate(_BRACKETS)}]({root}/{line.path})"
    return f"{link}: {_one_line(line.text)}" if line.text else link


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text).strip()


def _robots(url: str) -> str:
    return f"User-agent: *\nAllow: /\n\nSitemap: {url.rstrip('/')}/sitemap.xml\n"
