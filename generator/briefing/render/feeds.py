"""Feeds as Atom (RFC 4287) and JSON Feed 1.1: the same data and history give the same bytes at any time."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import escape
from xml.etree import ElementTree as ET

from briefing.render.escape import web_address
from briefing.routes import PagePath, feed_file, file_url, site_url
from briefing.views.base.context import Context
from briefing.views.base.tokens import FileLink, PageLink, Prose, Token, WebLink, Words
from briefing.views.pages.feeds import view_feeds
from briefing.views.parts.feed_entry import Feed, FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
# What XML 1.0 cannot hold, written or escaped.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render_feeds(context: Context) -> dict[str, bytes]:
    """Return every feed of the briefing in both formats, by path."""
    files: dict[str, bytes] = {}
    for feed in view_feeds(context):
        files[feed_file(feed.name, "xml")] = atom_feed(context, feed)
        files[feed_file(feed.name, "json")] = json_feed(context, feed)
    return files


# ---- Atom


def atom_feed(context: Context, feed: Feed) -> bytes:
    """Return a feed as Atom: its text is HTML, and its links are whole, since readers show it elsewhere."""
    briefing = context.data.briefing
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": briefing.language})
    _add(root, "title", feed.title)
    _add(root, "id", feed.id)
    _add(root, "updated", _moment(feed.updated))
    _add(ET.SubElement(root, "author"), "name", briefing.name.en)
    _link(root, "self", "application/atom+xml", file_url(briefing.url, feed_file(feed.name, "xml")))
    _link(root, "alternate", "text/html", site_url(briefing.url, feed.page))
    for entry in feed.entries:
        _add_entry(context, root, entry)
    ET.indent(root, space=" ")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add_entry(context: Context, root: ET.Element, entry: FeedEntry) -> None:
    element = ET.SubElement(root, "entry")
    _add(element, "title", entry.event.title)
    _add(element, "id", entry.id)
    _add(element, "published", _moment(entry.event.day))
    # An entry is an event: what has happened does not change any more.
    _add(element, "updated", _moment(entry.event.day))
    _link(
        element, "alternate", "text/html", _place_url(context.data.briefing.url, entry.event.page, entry.event.anchor)
    )
    for name in _tags(context, entry):
        ET.SubElement(element, "category", {"term": _clean(name)})
    content = _add(element, "content", _html(context, entry))
    content.set("type", "html")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = _clean(text)
    return element


def _link(parent: ET.Element, relation: str, kind: str, address: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": kind, "href": address})


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


# ---- JSON Feed


def json_feed(context: Context, feed: Feed) -> bytes:
    """Return a feed as JSON Feed."""
    briefing = context.data.briefing
    content = {
        "version": _JSON_FEED,
        "title": feed.title,
        "home_page_url": site_url(briefing.url, feed.page),
        "feed_url": file_url(briefing.url, feed_file(feed.name, "json")),
        "language": briefing.language,
        "authors": [{"name": briefing.name.en}],
        "items": [_item(context, entry) for entry in feed.entries],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _item(context: Context, entry: FeedEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": _place_url(context.data.briefing.url, entry.event.page, entry.event.anchor),
        "title": entry.event.title,
        "content_html": _html(context, entry),
        "date_published": _moment(entry.event.day),
        "tags": list(_tags(context, entry)),
    }


# ---- what both say


def _tags(context: Context, entry: FeedEntry) -> Iterator[str]:
    for subject in entry.event.about:
        # A subject may be gone from the data since.
        if subject in context.data.subjects:
            yield context.display(subject)


def _html(context: Context, entry: FeedEntry) -> str:
    return "".join(f"<p>{_prose_html(context, line)}</p>" for line in entry.event.lines)


def _prose_html(context: Context, prose: Prose) -> str:
    return "".join(_token_html(context, token) for token in prose)


def _token_html(context: Context, token: Token) -> str:
    text, address = escape(_clean(token.text)), _address(context.data.briefing.url, token)
    if address is not None:
        return f'<a href="{escape(address)}">{text}</a>'
    if isinstance(token, Words) and token.lang:
        return f'<span lang="{token.lang}">{text}</span>'
    return text


def _address(root: str, token: Token) -> str | None:
    """Return where a token leads, as a whole address; None where it leads nowhere."""
    match token:
        case PageLink(page=page, anchor=anchor):
            return _place_url(root, page, anchor)
        case FileLink(path=path):
            return file_url(root, path)
        case WebLink(address=address):
            return web_address(address)
    return None


def _place_url(root: str, page: PagePath, anchor: str) -> str:
    if not anchor:
        return site_url(root, page)
    return f"{site_url(root, page)}#{anchor}"
