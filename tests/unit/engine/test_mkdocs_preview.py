"""The preview: broken data keeps the last good pages, and shows what is wrong, escaped."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from briefing.engine.content import Content
from briefing.engine.mkdocs_preview import Preview, with_findings

BROKEN = "data/a.yml:1:1: error[yaml-syntax]: </pre><script>alert(1)</script>"
GOOD = Content(name="Good", pages={"index.md": "# Good"})


class FakeServer:
    """Holds what a preview replaces in the real one."""

    def __init__(self) -> None:
        self.builder: Callable[[], None] = lambda: None
        self.app: Any = None

    def set_app(self, app: Any) -> None:
        self.app = app

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        kind = "text/html" if environ["PATH_INFO"].endswith("/") else "application/json"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", "27")])
        return [b"<html><body>page", b"</body></html>"]

    def get(self, path: str) -> tuple[dict[str, str], bytes]:
        started: list[Any] = []
        body = b"".join(self.app({"PATH_INFO": path}, lambda *arguments: started.extend(arguments)))
        assert started[0] == "200 OK"
        return dict(started[1]), body


def attached(states: list[Content | Exception], builds: list[str]) -> tuple[Preview, FakeServer]:
    preview, server = Preview(), FakeServer()

    def read() -> Content:
        state = states.pop(0)
        if isinstance(state, Exception):
            raise state
        return state

    def build() -> None:
        builds.append("built")
        preview.last_good(GOOD)

    preview.attach(server, read, build)  # type: ignore[arg-type]
    return preview, server


def test_broken_data_from_the_start_gives_a_page_that_says_so() -> None:
    preview = Preview()
    shown = preview.last_good(Content(BROKEN))
    assert list(shown.pages) == ["index.md"]
    assert preview.report == BROKEN


def test_broken_data_keeps_the_last_good_pages_until_it_is_repaired() -> None:
    preview = Preview()
    assert preview.last_good(GOOD) is GOOD
    assert preview.last_good(Content(BROKEN)) is GOOD
    assert preview.report == BROKEN
    assert preview.last_good(GOOD) is GOOD
    assert preview.report == ""


def test_broken_data_is_not_built_but_shown_on_every_page_and_clears_itself() -> None:
    builds: list[str] = []
    _, server = attached([Content(BROKEN), GOOD], builds)
    server.builder()
    assert builds == []
    headers, body = server.get("/companies/acme/")
    assert b"error[yaml-syntax]" in body
    assert headers["Content-Length"] == str(len(body))
    assert b"yaml-syntax" not in server.get("/api/v1/index.json")[1]
    server.builder()
    assert builds == ["built"]
    assert b"yaml-syntax" not in server.get("/companies/acme/")[1]


def test_a_build_that_fails_never_ends_the_preview(capsys: pytest.CaptureFixture[str]) -> None:
    preview, server = attached([RuntimeError("a bug"), GOOD], [])
    server.builder()
    assert "a bug" in preview.report
    assert "Traceback" in capsys.readouterr().err
    server.builder()
    assert preview.report == ""


def test_findings_cannot_become_markup() -> None:
    page = with_findings(b"<body>x</body>", BROKEN).decode()
    assert "<script>" not in page
    assert "&lt;/pre&gt;&lt;script&gt;" in page
    assert page.endswith("</body>")
    assert b"yaml-syntax" in with_findings(b"no body", BROKEN)
