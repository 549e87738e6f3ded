"""Cards of single facts as pages of a few kilobytes without scripts, and what oEmbed tells programs of each.

They are the only pages that others may frame (`finishing/headers.py`), so nothing on them does anything.
"""

import json
from functools import cache
from importlib import resources

from markupsafe import Markup

from briefing.render.escape import escape_html, safe
from briefing.routes import embed_file, embed_styles
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, Words
from briefing.views.pages.embeds import Embed, view_embeds

WIDTH, HEIGHT = 480, 220


def render_embeds(context: Context) -> dict[str, bytes]:
    """Return the card of each fact, its oEmbed file, and the style sheet that they share, by path."""
    files: dict[str, bytes] = {}
    for embed in view_embeds(context):
        files[embed_file(embed.key, "index.html")] = render_card(embed).encode()
        files[embed_file(embed.key, "oembed.json")] = render_oembed(embed).encode()
    # A style sheet that nothing asks for is of no use.
    if files:
        files[embed_styles()] = _styles()
    return files


@cache
def _styles() -> bytes:
    return resources.files("briefing.render").joinpath("card.css").read_bytes()


def render_oembed(embed: Embed) -> str:
    """Return what a program that meets the address of a card reads of it (oEmbed 1.0)."""
    content = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": embed.site,
        "provider_url": embed.root,
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame_code(embed),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def frame_code(embed: Embed) -> str:
    """Return the HTML that shows a card in another page."""
    return (
        f'<iframe src="{_text(embed.own)}" title="{_text(embed.title)}" width="{WIDTH}" height="{HEIGHT}"'
        ' loading="lazy"></iframe>'
    )


def render_card(embed: Embed) -> str:
    """Return the page of a card. Its own window shows how to embed and cite it, too; a frame has no room for that."""
    return f"""<!doctype html>
<html lang="{_text(embed.language)}">
<head>
<meta charset="utf-8">
<title>{_text(embed.title)}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{_text(embed.address)}">
<link rel="alternate" type="application/json+oembed" href="{_text(embed.oembed)}" title="{_text(embed.title)}">
<link rel="stylesheet" href="../card.css">
</head>
<body>
<main>
<h1>{_prose(embed.heading)}</h1>
<p class="value">{_prose(embed.value)}</p>
<p class="notes">{_text(" · ".join(embed.notes))}</p>
<p class="notes"><a href="{_text(embed.address)}" target="_top" rel="noopener">{_text(embed.link)}</a></p>
<details>
<summary>{_text(embed.how)}</summary>
<p>{_text(embed.code_note)}</p>
<p><code>{_text(frame_code(embed))}</code></p>
<p>{_prose(embed.citation)}</p>
</details>
</main>
</body>
</html>
"""


def _text(text: str) -> Markup:
    return safe(escape_html(text))


def _prose(prose: Prose) -> Markup:
    """Return words with their language; links in them are words here, the card has one way out."""
    return safe("".join(map(_word, prose)))


def _word(token: object) -> str:
    assert isinstance(token, Words), token
    if not token.lang:
        return _text(token.text)
    return f'<span lang="{_text(token.lang)}">{_text(token.text)}</span>'
