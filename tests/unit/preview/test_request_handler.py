"""Requests see one whole state of the preview; broken data, broken pages and bugs leave the last good ones."""

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span, error, warning
from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.engine.content import Content
from briefing.preview.overlay_report import MOST, overlay_report, trouble_report
from briefing.preview.request_handler import RequestHandler
from briefing.preview.state import GoodSite, PreviewState
from briefing.render.planned import PlannedFiles

ERROR = error("yaml-syntax", Span("a.yml", 2, 3), "</script><b>x", "close it\nsoon")
REPORT = overlay_report([ERROR], {"a.yml": b"one\ntwo\n"}, "data/")
CLEAN = overlay_report([], {}, "data/")


class FakeSite:
    """Pages by url; one of them cannot be made."""

    def __init__(self, **pages: str) -> None:
        self.pages = pages

    def has_page(self, url: str) -> bool:
        return url in self.pages

    def page_html(self, url: str) -> bytes | None:
        if url == "bug/":
            raise RuntimeError("<i>a bug")
        text = self.pages.get(url.strip("./") or "home")
        return f"<head></head><body>{text}</body>".encode() if text else None

    def asset(self, path: str) -> bytes | None:
        return b"css" if path == "assets/x.css" else None

    def template_page(self, name: str, asked: str = "") -> bytes | None:
        return b"<head></head>missing" if name == "404.html" else None


def good(look: str = "", **pages: str) -> GoodSite:
    site: Any = FakeSite(**pages)
    return GoodSite(site, Content(static={"api/v1/index.json": b"{}", "acme/index.md": b"# Acme"}), look)


@pytest.fixture
def state() -> PreviewState:
    return PreviewState()


@pytest.fixture
def handler(state: PreviewState) -> RequestHandler:
    return RequestHandler(state, lambda text: None)


def news(handler: RequestHandler, page: str, version: str = "") -> dict[str, Any]:
    report: dict[str, Any] = json.loads(handler("-/state", {"page": page, "version": version}).body)
    return report


def test_before_the_first_good_state_a_page_waits_and_says_so(state: PreviewState, handler: RequestHandler) -> None:
    state.show_findings((ERROR,), REPORT)
    response = handler("acme/", {})
    assert response.status == 503
    assert b'src="../-/live.js"' in response.body
    assert news(handler, "acme/")["report"]["errors"][0]["place"] == "data/a.yml:2:3"
    waiting = news(handler, "acme/")["version"]
    state.show_good(good(acme="Acme"), (), CLEAN)
    assert news(handler, "acme/", waiting)["reload"]
    assert handler("acme/", {}).status == 200


def test_only_the_page_that_changed_is_to_be_reloaded(state: PreviewState, handler: RequestHandler) -> None:
    state.show_good(good(acme="Acme", other="Other"), (), CLEAN)
    acme, other = (news(handler, page)["version"] for page in ("acme/", "other/"))
    state.show_good(good(acme="Acme 2", other="Other"), (), CLEAN)
    assert news(handler, "acme/", acme)["reload"]
    assert not news(handler, "other/", other)["reload"]
    state.show_good(good(look="new styles", acme="Acme 2", other="Other"), (), CLEAN)
    assert news(handler, "other/", other)["reload"]


def test_findings_keep_the_pages_and_reload_none(state: PreviewState, handler: RequestHandler) -> None:
    state.show_good(good(acme="Acme"), (), CLEAN)
    version = news(handler, "acme/")["version"]
    state.show_findings((ERROR,), REPORT)
    report = news(handler, "acme/", version)
    assert not report["reload"]
    assert report["report"]["counts"]["errors"] == 1
    assert b"Acme" in handler("acme/", {}).body
    state.show_good(good(acme="Acme"), (), CLEAN)
    assert news(handler, "acme/", version) == {"version": version, "reload": False, "report": json.loads(CLEAN)}


def test_a_page_that_cannot_be_made_says_so_and_heals(state: PreviewState) -> None:
    complaints: list[str] = []
    handler = RequestHandler(state, complaints.append)
    state.show_good(good(acme="Acme"), (), CLEAN)
    response = handler("bug/", {})
    assert response.status == 500
    assert b"&lt;i&gt;a bug" in response.body
    assert b'src="../-/live.js"' in response.body
    assert "RuntimeError" in complaints[0]


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("", "-/"),
        ("acme/", "../-/"),
        ("a/b/", "../../-/"),
        ("a/index.html", "../-/"),
        ("no-such", "-/"),
        ("a/b", "../-/"),
    ],
)
def test_the_live_script_is_asked_for_beside_the_page(
    state: PreviewState, handler: RequestHandler, path: str, own: str
) -> None:
    """A proxy may have put a path before that of the preview."""
    state.show_good(good(home="Home", acme="Acme"), (), CLEAN)
    body = handler(path, {}).body.decode()
    assert f'href="{own}live.css"' in body
    assert f'src="{own}live.js"' in body


def test_a_redirect_stays_below_where_it_was_asked_for(state: PreviewState, handler: RequestHandler) -> None:
    state.show_good(good(**{"a/b/": "x"}), (), CLEAN)
    assert handler("a/b", {}).location == "b/"


def test_files_redirects_and_what_is_missing(state: PreviewState, handler: RequestHandler) -> None:
    state.show_good(good(**{"acme/": "x", "acme": "Acme", "home": "Home"}), (), CLEAN)
    assert handler("acme", {}).location == "acme/"
    assert handler("acme/index.html", {}).body == handler("acme/", {}).body.replace(b"acme/", b"acme/index.html")
    assert b"Home" in handler("", {}).body
    assert handler("acme/index.md", {}).kind == "text/markdown; charset=utf-8"
    assert handler("assets/x.css", {}).kind == "text/css; charset=utf-8"
    assert handler("api/v1/index.json", {}).body == b"{}"
    missing = handler("no/such", {})
    assert (missing.status, b"missing" in missing.body) == (404, True)
    assert handler("-/secret", {}).status == 404


def test_an_address_cannot_become_markup(state: PreviewState, handler: RequestHandler) -> None:
    state.show_good(good(home="Home"), (), CLEAN)
    assert b'data-page="&quot;&gt;&lt;script&gt;x/"' in handler('"><script>x/', {}).body


def test_who_waits_is_woken_by_the_next_state(state: PreviewState, handler: RequestHandler) -> None:
    state.show_good(good(acme="Acme"), (), CLEAN)
    stream = handler("-/events", {}).stream
    assert stream is not None
    events = iter(stream)
    assert next(events) == b"data: 1\n\n"
    threading.Timer(0.1, lambda: state.show_findings((ERROR,), REPORT)).start()
    start = time.monotonic()
    assert next(events) == b"data: 2\n\n"
    assert time.monotonic() - start < 5


def test_nothing_new_is_a_heartbeat(state: PreviewState, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.preview.request_handler.HEARTBEAT", 0.01)
    stream = RequestHandler(state)("-/events", {}).stream
    assert stream is not None
    events = iter(stream)
    assert next(events).startswith(b"data: 0")
    assert next(events).startswith(b":")


def test_the_report_has_place_frame_and_hint_and_steers_nothing() -> None:
    hostile = error("x", Span("\x1b[31m.yml", 1, 1), "a\u202eb")
    report = json.loads(overlay_report([ERROR, hostile], {"a.yml": b"one\ntwo\n"}, "data/"))["errors"]
    assert report[1]["place"] == "data/a.yml:2:3"
    assert report[1]["frame"].splitlines() == ["    2 | two", "      |   ^"]
    assert report[1]["hint"] == "close it\nsoon"
    assert (report[0]["place"], report[0]["message"]) == ("data/<U+001B>[31m.yml:1:1", "a<U+202E>b")


def test_warnings_and_drafts_are_listed_apart_and_long_lists_counted() -> None:
    draft = Diagnostic("review-draft", Severity.NOTE, Span("b.yml"), '"b" is a draft')
    many = [warning("x", Span("a.yml", line), "w") for line in range(1, MOST + 10)]
    report = json.loads(overlay_report([draft, *many], {}, "data/"))
    assert len(report["warnings"]) == MOST
    assert report["counts"] == {"errors": 0, "warnings": MOST + 9, "drafts": 1}
    assert report["drafts"][0]["place"] == "data/b.yml:1:1"


def test_trouble_that_is_no_finding_is_told_alike() -> None:
    report = json.loads(trouble_report("no such \x07 theme"))
    assert report["counts"]["errors"] == 1
    assert report["errors"][0]["message"] == "no such <U+0007> theme"


def test_live_files_are_there(handler: RequestHandler) -> None:
    for name in ("live.js", "live.css"):
        body = handler(f"-/{name}", {}).body
        assert body == (Path("generator/briefing/engine/overlay") / name).read_bytes()
        assert b"innerHTML" not in body


def test_an_export_that_fails_is_named_and_pages_are_shown(state: PreviewState) -> None:
    said: list[str] = []
    handler = RequestHandler(state, said.append)

    def render_others() -> dict[str, bytes]:
        raise ExportUnfit("newsroom:FEED (briefing.exports) fails: KeyError: 'x' (newsroom.py:3)")

    site: Any = FakeSite(home="Home")
    content = Content(static=PlannedFiles({"index.md": "# Home"}, render_others))
    state.show_good(GoodSite(site, content, ""), [], CLEAN)
    response = handler("newsroom/feed.json", {})
    assert response.status == 500
    assert b"newsroom:FEED (briefing.exports) fails: KeyError" in response.body
    assert said == ["newsroom:FEED (briefing.exports) fails: KeyError: 'x' (newsroom.py:3)"]
    assert b"Home" in handler("", {}).body
