"""How a preview answers a request: with a page and the live script in it, a file, or news of what has changed."""

import hashlib
import json
import mimetypes
import traceback
from collections.abc import Callable, Iterator, Mapping
from html import escape
from http import HTTPStatus
from importlib import resources
from urllib.parse import quote

from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.edges.web import Response
from briefing.preview.state import GoodSite, PreviewState, Snapshot

OWN = "-/"
"""Where the preview's own files lie: no id begins with a hyphen, so no page lies there."""
HEARTBEAT = 10.0
"""Seconds after which a browser that waits for news is told that there are none."""
_DIGITS = 16
"""Digits of a digest that tell one version of a page from another."""
_HTML = "text/html; charset=utf-8"
_SCRIPTS = {"live.js": "text/javascript; charset=utf-8", "live.css": "text/css; charset=utf-8"}
_PLAIN = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body>
</html>
"""


class RequestHandler:
    """Answers requests from what the preview shows when they come in; never raises."""

    def __init__(self, state: PreviewState, complain: Callable[[str], None] = print) -> None:
        self._state = state
        self._complain = complain

    def __call__(self, path: str, query: Mapping[str, str]) -> Response:
        """Return the response to a request for ``path``, which has no slash before it."""
        if path.startswith(OWN):
            return self._own_file(path.removeprefix(OWN), query)
        return self.site_response(self._state.snapshot, path)

    def _own_file(self, name: str, query: Mapping[str, str]) -> Response:
        if name in _SCRIPTS:
            file = resources.files("briefing.engine").joinpath("overlay", name)
            return Response(file.read_bytes(), _SCRIPTS[name])
        if name == "events":
            return Response(kind="text/event-stream; charset=utf-8", stream=self._events())
        if name == "state":
            news = self._news(self._state.snapshot, query.get("page", ""), query.get("version", ""))
            return Response(news.encode(), "application/json; charset=utf-8")
        return Response(b"The preview has no such file.\n", status=HTTPStatus.NOT_FOUND)

    def _events(self) -> Iterator[bytes]:
        """Yield the number of each snapshot as it comes; what it means for a page, the page asks for."""
        sent = -1
        while True:
            number = self._state.wait_for_news(sent, HEARTBEAT).number
            if number == sent:
                # A comment now and then shows whether the browser is still there.
                yield b": nothing new\n\n"
            else:
                yield f"data: {number}\n\n".encode()
            sent = number

    def _news(self, snapshot: Snapshot, page: str, seen: str) -> str:
        """Return what a browser that shows version ``seen`` of a page has to know."""
        version = _version(self.site_response(snapshot, page))
        return json.dumps({"version": version, "reload": version != seen, "report": json.loads(snapshot.report)})

    def site_response(self, snapshot: Snapshot, path: str) -> Response:
        """Return what the site of one snapshot has at ``path``."""
        if snapshot.good is None:
            text = "The pages appear here by themselves as soon as the data has no errors."
            return _with_script(_plain_page("One moment", text, HTTPStatus.SERVICE_UNAVAILABLE), path, "")
        response = self._try_file(snapshot.good, path)
        if response.kind != _HTML:
            return response
        return _with_script(response, path, snapshot.good.look)

    def _try_file(self, good: GoodSite, path: str) -> Response:
        try:
            return _site_file(good, path)
        except ExportUnfit as unfit:
            # Its author needs the message; of the program a traceback would show nothing but our calls.
            self._complain(str(unfit))
            return _plain_page("This file cannot be made", str(unfit), HTTPStatus.INTERNAL_SERVER_ERROR)
        except Exception as bug:
            # Of a theme, of a plugin, or ours: the other pages can be shown all the same.
            self._complain(traceback.format_exc())
            text = f"{type(bug).__name__}: {bug}"
            return _plain_page("This page cannot be built", text, HTTPStatus.INTERNAL_SERVER_ERROR)


def _plain_page(title: str, text: str, status: HTTPStatus) -> Response:
    return Response(_PLAIN.format(title=escape(title), text=escape(text)).encode(), _HTML, status)


def _site_file(good: GoodSite, path: str) -> Response:
    """Return a page, a file of the theme, a file laid over the site, or the page for what is missing."""
    url = _page_url(path)
    if url is not None and (html := good.site.page_html(url)) is not None:
        return Response(html, _HTML)
    # As hosts do: links of a page count from its folder.
    if path and not path.endswith("/") and good.site.has_page(f"{path}/"):
        return Response(status=HTTPStatus.FOUND, location=f"{quote(path.rpartition('/')[2])}/")
    body = good.site.asset(path) or good.site.template_page(path) or good.content.static.get(path)
    if body is not None:
        return Response(body, _content_type(path))
    not_found = good.site.template_page("404.html", path)
    if not_found:
        return Response(not_found, _HTML, HTTPStatus.NOT_FOUND)
    return _plain_page("404", "", HTTPStatus.NOT_FOUND)


def _page_url(path: str) -> str | None:
    """Return the url of the page that a path asks for, or None where it asks for a file."""
    path = path.removesuffix("index.html")
    if path and not path.endswith("/"):
        return None
    return path


def _content_type(path: str) -> str:
    guessed = mimetypes.guess_type(path)[0]
    if guessed is None:
        # Not every machine knows Markdown, and browsers would offer to save it.
        guessed = "text/plain" if path.endswith(".md") else "application/octet-stream"
    if guessed.startswith("text/") or guessed.endswith(("json", "xml", "javascript")):
        return f"{guessed}; charset=utf-8"
    return guessed


def _with_script(response: Response, path: str, look: str) -> Response:
    """Return a page of HTML with the live script, which knows the page and the version that it stands on."""
    digest = hashlib.sha256(response.body + look.encode()).hexdigest()[:_DIGITS]
    own = "../" * path.count("/") + OWN  # not from the root: a proxy may have put a path before it
    tags = (
        f'<link rel="stylesheet" href="{own}live.css">'
        f'<script src="{own}live.js" data-page="{escape(path)}" data-version="{digest}" defer></script>'
    )
    before, end, rest = response.body.partition(b"</head>")
    return Response(before + tags.encode() + end + rest, response.kind, response.status)


def _version(response: Response) -> str:
    """Return the version that a page with the live script says it has."""
    _, _, rest = response.body.partition(b'data-version="')
    return rest[:_DIGITS].decode("ascii", "replace")
