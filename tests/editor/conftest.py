"""A YAML language server as editors run it, for the tests of this folder; without Node or the package they skip."""

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SERVER = HERE / "node_modules/yaml-language-server/bin/yaml-language-server"
SECONDS = 60


class LanguageServer:
    """The server as a process, and one conversation with it over its standard streams."""

    def __init__(self, root: Path) -> None:
        command = [shutil.which("node") or "node", str(SERVER), "--stdio"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._inbox: queue.Queue[dict[str, Any]] = queue.Queue()
        self._count = 0
        self._root = root
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.request("initialize", {"processId": os.getpid(), "rootUri": root.as_uri(), "capabilities": {}})
        self._send({"method": "initialized", "params": {}})

    def _listen(self) -> None:
        assert self._process.stdout
        while header := self._process.stdout.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = self._process.stdout.readline()
            self._inbox.put(json.loads(self._process.stdout.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        message = self._inbox.get(timeout=SECONDS)
        if "id" in message and "method" in message:
            asked = message.get("params", {}).get("items", [])
            wanted = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
            answers = [wanted if one.get("section") == "yaml" else None for one in asked]
            self._send({"id": message["id"], "result": answers if asked else None})
        return message

    def request(self, method: str, params: dict[str, Any]) -> Any:
        self._count += 1
        self._send({"id": self._count, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._count and "method" not in message:
                return message.get("result")

    def open(self, path: str, text: str) -> str:
        """Open a file that is not on the disk, and return its address."""
        uri = (self._root / path).as_uri()
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": item}})
        return uri

    def messages(self, uri: str) -> list[dict[str, Any]]:
        """Return what the server says is wrong with an open file."""
        return self.messages_of([uri])[uri]

    def messages_of(self, uris: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
        """Return what the server says is wrong with each of some open files."""
        wanted = set(uris)
        told: dict[str, list[dict[str, Any]]] = {}
        while told.keys() < wanted:
            message = self._receive()
            found = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and found["uri"] in wanted:
                told[found["uri"]] = list(found["diagnostics"])
        return told

    def completions(self, uri: str, line: int, character: int) -> list[str]:
        position = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return [one["label"] for one in self.request("textDocument/completion", position)["items"]]

    def hover(self, uri: str, line: int, character: int) -> str:
        position = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return str(self.request("textDocument/hover", position)["contents"]["value"])

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LanguageServer]:
    if not shutil.which("node") or not SERVER.is_file():
        pytest.skip("no YAML language server: run scripts/install-node-tests.sh (needs Node)")
    one = LanguageServer(tmp_path)
    yield one
    one.stop()
