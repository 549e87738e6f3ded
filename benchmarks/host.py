"""A built site in, a local host out that answers as real ones do: compressed, under the site's own headers."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

TEXTS = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a folder on a free local port; give its address, ending in a slash."""
    handler = type("_Site", (_Handler,), {"folder": folder.resolve(), "rules": _rules(folder)})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@cache
def compressed(path: Path) -> bytes:
    """Return a file by gzip at its best level, as budgets count it."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


def _rules(folder: Path) -> list[tuple[str, str, str]]:
    rules, pattern = [], ""
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules.append((pattern, name, value))
        else:
            pattern = line or pattern
    return rules


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: ClassVar[Path]
    rules: ClassVar[list[tuple[str, str, str]]]

    def do_GET(self) -> None:
        """Answer with the file that the address names, or the page for what is missing."""
        address = unquote(urlsplit(self.path).path)
        path = (self.folder / address.lstrip("/")).resolve()
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file() and path.is_relative_to(self.folder)
        self._answer(200 if found else 404, path if found else self.folder / "404.html", address)

    def _answer(self, status: int, path: Path, address: str) -> None:
        kind = guess_type(path.name)[0] or "application/octet-stream"
        is_text = kind.startswith(TEXTS)
        body = compressed(path) if is_text else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        for pattern, name, value in self.rules:
            if fnmatch(address, pattern):
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
