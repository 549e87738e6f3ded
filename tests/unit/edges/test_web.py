"""The preview's server: this computer only, whatever the request; it never stops answering."""

import http.client
import socket
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus

import pytest

from briefing.edges.web import LocalServer, Response, is_local, open_server


def handle(path: str, query: Mapping[str, str]) -> Response:
    if path == "stream":
        return Response(kind="text/event-stream", stream=iter([b"one ", b"two"]))
    if path == "away":
        return Response(status=HTTPStatus.FOUND, location="/there/")
    if path == "bug":
        raise RuntimeError("a bug")
    return Response(f"{path} {dict(query)}".encode())


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with open_server(0, 0, handle) as opened:
        threading.Thread(target=opened.serve_forever, daemon=True).start()
        yield opened
        opened.shutdown()


def ask(server: LocalServer, path: str, method: str = "GET", host: str = "") -> tuple[int, bytes, Mapping[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request(method, path, headers={"Host": host} if host else {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body, dict(response.getheaders())


def test_paths_and_queries_reach_the_answer_decoded(server: LocalServer) -> None:
    status, body, headers = ask(server, "/a%20b/%E6%97%A5?x=1&y=")
    assert (status, body.decode()) == (200, "a b/日 {'x': '1', 'y': ''}")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Length"] == str(len(body))


def test_head_has_no_body_and_a_stream_ends(server: LocalServer) -> None:
    assert ask(server, "/x", "HEAD")[:2] == (200, b"")
    assert ask(server, "/stream")[:2] == (200, b"one two")
    assert ask(server, "/away")[2]["Location"] == "/there/"
    assert ask(server, "/x", "POST")[0] == HTTPStatus.NOT_IMPLEMENTED


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil", "[bad"]
)
def test_other_names_than_this_computers_own_are_refused(server: LocalServer, host: str) -> None:
    status, body, _ = ask(server, "/secret", host=host)
    assert status == HTTPStatus.FORBIDDEN
    assert b"secret" not in body


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000", "LOCALHOST"])
def test_own_names_are_served(host: str) -> None:
    assert is_local(host)


def test_a_request_without_a_host_is_refused() -> None:
    assert not is_local("")


def test_it_listens_on_this_computer_alone(server: LocalServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_a_bug_or_a_browser_that_leaves_ends_one_request_only(
    server: LocalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(http.client.HTTPException):
        ask(server, "/bug")
    with socket.create_connection(("127.0.0.1", server.server_port)) as raw:
        raw.sendall(b"GET /x HTTP/1.1\r\nHo")
    assert ask(server, "/x")[0] == 200
    assert capsys.readouterr().err == ""


def test_a_taken_port_is_refused_when_asked_for_and_passed_over_otherwise(server: LocalServer) -> None:
    taken = server.server_port
    with pytest.raises(OSError, match="in use"):
        open_server(taken, 0, handle)
    with open_server(None, taken, handle) as other:
        assert taken < other.server_port <= taken + 21
