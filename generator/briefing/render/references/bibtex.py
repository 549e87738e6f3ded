"""References as BibLaTeX reads them, and pandoc."""

import re
from collections.abc import Iterable, Iterator

from briefing.render.references.dates import date_parts, joined_parts
from briefing.views.parts.references import Reference

_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_ESCAPES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_UNTITLED = "[no title known]"
_BREAKS = re.compile(r"\s+")


def render_bibtex(references: Iterable[Reference]) -> str:
    """Return the references, one entry each."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    kind = "article" if reference.news else "online"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference))
    return f"@{kind}{{{reference.id},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry; what is not known has none, but a title has to stand there."""
    if reference.authors:
        # Braces keep a name whole: an office or a newspaper has no first name.
        yield "author", " and ".join(f"{{{_escape(author)}}}" for author in reference.authors)
    # Of a title in two pairs of braces no style makes another case.
    yield "title", f"{{{_escape(reference.title or _UNTITLED)}}}"
    if reference.container:
        yield "journaltitle" if reference.news else "organization", f"{{{_escape(reference.container)}}}"
    if parts := date_parts(reference.published):
        yield "date", "/".join(joined_parts(part, "-") for part in parts)
    if reference.address:
        # An address is read as it stands; only these would end it.
        yield "url", reference.address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    yield "langid", reference.language
    if reference.note:
        yield "note", _escape(reference.note)


def _escape(text: str) -> str:
    return _SPECIAL.sub(_escaped, _BREAKS.sub(" ", text))


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], f"\\{match[0]}")
