"""A small web server for this computer alone: a path in, an answer out; it listens on 127.0.0.1 and nowhere else.

Whoever asks under another name than this computer's own is refused: a page of another site could otherwise have its
name lead here and read what is being edited.
"""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias
from urllib.parse import parse_qsl, unquote, urlsplit

HOST = "127.0.0.1"
_NAMES = ("localhost", "127.0.0.1", "::1")
_IDLE = 60
"""Seconds that a connection may wait for its next request."""
_TRIED = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: ``body`` at once, or ``stream`` part by part until it ends or nobody listens."""

    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    status: int = HTTPStatus.OK
    stream: Iterable[bytes] | None = None
    location: str = ""


Answering: TypeAlias = Callable[[str, Mapping[str, str]], Answer]
"""From a path without its first slash, and the query, to an answer; called from several threads at once."""


class LocalServer(ThreadingHTTPServer):
    """Serves what ``answering`` says, each request in a thread of its own; raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, answering: Answering) -> None:
        self.answering = answering
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """The address that browsers are given."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that left before they were answered."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE
    server: LocalServer

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without one."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what editors have to know."""

    def _answer(self, *, with_body: bool) -> None:
        if not is_local(self.headers.get("Host", "")):
            answer = Answer(b"This preview answers only to localhost.\n", status=HTTPStatus.FORBIDDEN)
        else:
            asked = urlsplit(self.path)
            path = unquote(asked.path, errors="replace").lstrip("/")
            answer = self.server.answering(path, dict(parse_qsl(asked.query, keep_blank_values=True)))
        self._send(answer, with_body=with_body)

    def _send(self, answer: Answer, *, with_body: bool) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.stream is None:
            self.send_header("Content-Length", str(len(answer.body)))
        else:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if with_body:
            self._write(answer)

    def _write(self, answer: Answer) -> None:
        for part in (answer.body,) if answer.stream is None else answer.stream:
            self.wfile.write(part)
            self.wfile.flush()


def is_local(host: str) -> bool:
    """Whether a request's `Host` names this computer."""
    try:
        return urlsplit(f"//{host}").hostname in _NAMES
    except ValueError:
        return False


def open_server(port: int | None, usual: int, answering: Answering) -> LocalServer:
    """Return a server on ``port``; where none is asked for, on the ``usual`` one or the first free one behind it.

    Raises OSError where the port that was asked for, or all of those, are taken.
    """
    if port is not None:
        return LocalServer(port, answering)
    for number in range(usual, usual + _TRIED):
        with suppress(OSError):
            return LocalServer(number, answering)
    return LocalServer(usual + _TRIED, answering)
