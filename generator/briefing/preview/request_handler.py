"""What a preview answers: a path and the state of the moment in, a page with the live script, or a file, out."""

import hashlib
import json
import mimetypes
import traceback
from collections.abc import Callable, Iterator, Mapping
from html import escape
from http import HTTPStatus
from importlib import resources
from urllib.parse import quote

from briefing.edges.web import Answer
from briefing.preview.state import Good, PreviewState, Shown

OWN = "-/"
"""Where the preview's own files lie: no id begins with a hyphen, so no page lies there."""
HEARTBEAT = 10.0
"""Seconds after which a browser that waits for news is told that there are none."""
_HTML = "text/html; charset=utf-8"
_SCRIPTS = {"live.js": "text/javascript; charset=utf-8", "live.css": "text/css; charset=utf-8"}
_PLAIN = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body>
</html>
"""


class RequestHandler:
    """Answers requests from the state that the desk shows when they come in; never raises."""

    def __init__(self, desk: PreviewState, complain: Callable[[str], None] = print) -> None:
        self._desk = desk
        self._complain = complain

    def __call__(self, path: str, query: Mapping[str, str]) -> Answer:
        """Return the answer to a request for ``path``, which has no slash before it."""
        if path.startswith(OWN):
            return self._own(path.removeprefix(OWN), query)
        return self.site_answer(self._desk.shown, path)

    def _own(self, name: str, query: Mapping[str, str]) -> Answer:
        if name in _SCRIPTS:
            file = resources.files("briefing.engine").joinpath("overlay", name)
            return Answer(file.read_bytes(), _SCRIPTS[name])
        if name == "events":
            return Answer(kind="text/event-stream; charset=utf-8", stream=self._events())
        if name == "state":
            news = self._news(self._desk.shown, query.get("page", ""), query.get("version", ""))
            return Answer(news.encode(), "application/json; charset=utf-8")
        return Answer(b"The preview has no such file.\n", status=HTTPStatus.NOT_FOUND)

    def _events(self) -> Iterator[bytes]:
        """Yield the number of each state as it comes; what it means for a page, the page asks for."""
        told = -1
        while True:
            shown = self._desk.wait_for_news(told, HEARTBEAT)
            yield b": nothing new\n\n" if shown.number == told else f"data: {shown.number}\n\n".encode()
            told = shown.number

    def _news(self, shown: Shown, page: str, seen: str) -> str:
        """Return what a browser that shows version ``seen`` of a page has to know."""
        version = _version(self.site_answer(shown, page))
        return json.dumps({"version": version, "reload": version != seen, "report": json.loads(shown.report)})

    def site_answer(self, shown: Shown, path: str) -> Answer:
        """Return what the site of one state has at ``path``."""
        if shown.good is None:
            text = "The pages appear here by themselves as soon as the data has no errors."
            answer = _plain("One moment", text, HTTPStatus.SERVICE_UNAVAILABLE)
            return _with_script(answer, path, "")
        try:
            answer = _site_file(shown.good, path)
        except Exception as bug:
            self._complain(traceback.format_exc())
            answer = _plain(
                "This page cannot be built", f"{type(bug).__name__}: {bug}", HTTPStatus.INTERNAL_SERVER_ERROR
            )
        return _with_script(answer, path, shown.good.look) if answer.kind == _HTML else answer


def _plain(title: str, text: str, status: HTTPStatus) -> Answer:
    return Answer(_PLAIN.format(title=escape(title), text=escape(text)).encode(), _HTML, status)


def _site_file(good: Good, path: str) -> Answer:
    """Return a page, a file of the theme, a file laid over the site, or the page for what is missing."""
    page = _page_url(path)
    html = good.site.page_html(page) if page is not None else None
    if html is not None:
        return Answer(html, _HTML)
    if path and not path.endswith("/") and good.site.has_page(f"{path}/"):
        return Answer(status=HTTPStatus.FOUND, location=f"{quote(path.rpartition('/')[2])}/")
    body = good.site.asset(path) or good.site.template_page(path) or good.content.static.get(path)
    if body is not None:
        return Answer(body, _kind(path))
    missing = good.site.template_page("404.html", path)
    return Answer(missing, _HTML, HTTPStatus.NOT_FOUND) if missing else _plain("404", "", HTTPStatus.NOT_FOUND)


def _page_url(path: str) -> str | None:
    """Return the url of the page that a path asks for, or None where it asks for a file."""
    path = path.removesuffix("index.html")
    return path if path.endswith("/") or not path else None


def _kind(path: str) -> str:
    kind = mimetypes.guess_type(path)[0] or ("text/plain" if path.endswith(".md") else "application/octet-stream")
    return (
        f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "xml", "javascript")) else kind
    )


def _with_script(answer: Answer, path: str, look: str) -> Answer:
    """Return an answer of HTML with the live script, which knows the page and the version that it stands on."""
    digest = hashlib.sha256(answer.body + look.encode()).hexdigest()[:16]
    own = "../" * path.count("/") + OWN  # not from the root: a proxy may have put a path before it
    tags = (
        f'<link rel="stylesheet" href="{own}live.css">'
        f'<script src="{own}live.js" data-page="{escape(path)}" data-version="{digest}" defer></script>'
    )
    before, end, rest = answer.body.partition(b"</head>")
    return Answer(before + tags.encode() + end + rest, answer.kind, answer.status)


def _version(answer: Answer) -> str:
    _, _, rest = answer.body.partition(b'data-version="')
    return rest[:16].decode("ascii", "replace")
