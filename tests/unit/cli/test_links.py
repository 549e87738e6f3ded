"""`briefing links` against a server of its own."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from briefing import cli
from tests.unit.cli.small_data import HERALD, edit

ANSWERS = {"/ok": 200, "/gone": 404, "/robots": 403, "/busy": 429, "/broken": 500, "/getonly": 200}


class _Server(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]]

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.asked.append((self.command, self.path))
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/ok")
        elif self.path == "/file":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
        else:
            refuses = self.path == "/getonly" and self.command == "HEAD"
            self.send_response(405 if refuses else ANSWERS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@pytest.fixture
def host() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    asked: list[tuple[str, str]] = []
    handler = type("Handler", (_Server,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_links_tells_what_is_gone_and_calls_nothing_else_dead(
    folder: Path, host: tuple[str, list[tuple[str, str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    """E26: refused, failing and silent servers are not dead; answers are remembered; T21: never part of a build."""
    root, asked = host
    paths = [*ANSWERS, "/moved", "/file"]
    cites = ", ".join(f"{{id: x{place}, url: '{root}{path}'}}" for place, path in enumerate(paths))
    silent = "{id: silent, url: 'http://localhost:9/'}"
    edit(HERALD, "form: report", f"form: report\ncites: [{cites}, {silent}]")
    assert cli.run(["links", "--pause", "0", "--format", "json"]) == 0
    rows = {link["url"].removeprefix(root): link for link in json.loads(capsys.readouterr().out)["links"]}
    assert {path: link["state"] for path, link in rows.items()} == {
        "/ok": "ok", "/gone": "gone", "/robots": "refused", "/busy": "refused", "/broken": "failing",
        "/getonly": "ok", "/moved": "moved", "/file": "refused", "http://localhost:9/": "silent",
    }  # fmt: skip
    assert rows["/moved"]["moved"] == f"{root}/ok"
    assert rows["/gone"]["path"] == HERALD
    asked.clear()
    assert cli.run(["links", "--pause", "0", "--strict"]) == 1
    assert "gone: the server says" in capsys.readouterr().out
    assert not {path for _, path in asked} & {"/getonly"}, "a good answer is remembered"
    assert not any(path == "/ok" for _, path in asked)
