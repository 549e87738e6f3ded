"""Previews as small files, one beside each page that links lead to; a script asks for one when a reader dwells."""

import json

from briefing.routes import preview_json
from briefing.views.base.context import Context
from briefing.views.pages.link_previews import Preview, view_previews


def render_previews(context: Context) -> dict[str, bytes]:
    """Return the previews of all subjects, articles and publishers by path."""
    return {preview_json(preview.page): encode_preview(preview) for preview in view_previews(context)}


def encode_preview(preview: Preview) -> bytes:
    """Return one preview: what is empty is left out, claims by their anchors."""
    fields = {
        "kind": preview.kind,
        "title": preview.title,
        "japanese": preview.japanese,
        "text": preview.text,
        "notes": preview.notes,
        "claims": {claim.anchor: [claim.paragraph, claim.about, claim.wording] for claim in preview.claims},
    }
    filled = {name: content for name, content in fields.items() if content}
    return (json.dumps(filled, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
