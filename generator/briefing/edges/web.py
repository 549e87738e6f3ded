"""A small web server for this computer alone: it listens on 127.0.0.1 and nowhere else.

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
class Response:
    """What is sent: ``body`` at once, or ``stream`` part by part until it ends or nobody listens."""

    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    status: int = HTTPStatus.OK
    stream: Iterable[bytes] | None = None
    location: str = ""


Handler: TypeAlias = Callable[[str, Mapping[str, str]], Response]
"""From a path without its first slash, and the query, to a response; called from several threads at once."""


class LocalServer(ThreadingHTTPServer):
    """Serves what ``handler`` returns, each request in a thread of its own; raises OSError where the port is taken."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, handler: Handler) -> None:
        self.handler = handler
        super().__init__((HOST, port), _Connection)

    @property
    def address(self) -> str:
        """The address that browsers are given."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that left before they were answered."""


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _IDLE
    server: LocalServer

    def do_GET(self) -> None:
        """Respond with a body."""
        self._respond(with_body=True)

    def do_HEAD(self) -> None:
        """Respond without one."""
        self._respond(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what editors have to know."""

    def _respond(self, *, with_body: bool) -> None:
        self._send(self._response(), with_body=with_body)

    def _response(self) -> Response:
        if not is_local(self.headers.get("Host", "")):
            return Response(b"This preview answers only to localhost.\n", status=HTTPStatus.FORBIDDEN)
        address = urlsplit(self.path)
        path = unquote(address.path, errors="replace").lstrip("/")
        return self.server.handler(path, dict(parse_qsl(address.query, keep_blank_values=True)))

    def _send(self, response: Response, *, with_body: bool) -> None:
        self.send_response(response.status)
        self.send_header("Content-Type", response.kind)
        # What is edited changes from one request to the next.
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if response.location:
            self.send_header("Location", response.location)
        if response.stream is None:
            self.send_header("Content-Length", str(len(response.body)))
        else:
            # Its length is not known: the end of the connection is the end of the body.
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        if with_body:
            self._write(response)

    def _write(self, response: Response) -> None:
        parts = (response.body,) if response.stream is None else response.stream
        for part in parts:
            self.wfile.write(part)
            self.wfile.flush()


def is_local(host: str) -> bool:
    """Whether a request's `Host` names this computer."""
    try:
        return urlsplit(f"//{host}").hostname in _NAMES
    except ValueError:
        return False


def open_server(port: int | None, usual: int, handler: Handler) -> LocalServer:
    """Return a server on ``port``; where none is asked for, on the ``usual`` one or the first free one behind it.

    Raises OSError where the port that was asked for, or all of those, are taken.
    """
    if port is not None:
        return LocalServer(port, handler)
    for number in range(usual, usual + _TRIED):
        with suppress(OSError):
            return LocalServer(number, handler)
    return LocalServer(usual + _TRIED, handler)
