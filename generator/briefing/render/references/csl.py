"""References as CSL-JSON, which citation processors read."""

from collections.abc import Iterable

from briefing.render.export_files import encode
from briefing.render.references.dates import date_parts
from briefing.views.parts.references import Reference, is_plain

Json = dict[str, object]


def render_csl(references: Iterable[Reference]) -> bytes:
    """Return the references as one list."""
    return encode([_item(reference) for reference in references])


def _item(reference: Reference) -> Json:
    item: Json = {
        "id": reference.id,
        "type": "article-newspaper" if reference.news else "webpage",
        "title": reference.title,
        # Taken apart, the name of an office would lose its first word to a first name.
        "author": [{"literal": author} for author in reference.authors],
        "container-title": reference.container,
        "issued": _issued(reference),
        "URL": reference.address,
        "language": reference.language,
        "note": reference.note,
    }
    return {name: value for name, value in item.items() if value}


def _issued(reference: Reference) -> Json:
    parts = date_parts(reference.published)
    if not parts:
        return {}
    if is_plain(reference.published) or len(parts) == 2:
        return {"date-parts": parts}
    return {"date-parts": parts, "circa": True}
