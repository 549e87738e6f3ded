"""References in RIS, which reference managers import."""

import re
from collections.abc import Iterable, Iterator

from briefing.render.references.dates import date_parts, joined_parts
from briefing.views.parts.references import Reference

_BREAKS = re.compile(r"\s+")
_UNTITLED = "[no title known]"


def render_ris(references: Iterable[Reference]) -> str:
    """Return the references, one record each."""
    return "\n".join(map(_record, references))


def _record(reference: Reference) -> str:
    return "".join(f"{tag}  - {_BREAKS.sub(' ', value)}\n" for tag, value in _lines(reference))


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if reference.news else "ELEC"
    yield "ID", reference.id
    yield "TI", reference.title or _UNTITLED
    for author in reference.authors:
        # Readers take what stands before a comma for a family name, and names without one apart at their spaces.
        yield "AU", author if "," in author else f"{author},"
    if reference.container:
        yield "T2", reference.container
    yield from _dates(reference)
    if reference.address:
        # Several addresses of one record are divided by a semicolon.
        yield "UR", reference.address.replace(";", "%3B")
    yield "LA", reference.language
    if reference.note:
        yield "N1", reference.note
    yield "ER", ""


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    parts = date_parts(reference.published)
    if not parts:
        return
    # There is no form for a span: its first day stands here, and the note tells the whole.
    first = parts[0]
    yield "PY", joined_parts(first[:1], "/")
    if len(parts) == 1:
        yield "DA", joined_parts(first, "/") + "/" * (3 - len(first))
