"""The nginx server made of a site's own rules has every one of them; where nginx is there, it does as they say."""

import getpass
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.finishing.headers import render_headers
from briefing.finishing.page import read_built_pages
from scripts.nginx_conf import Header, read_headers, read_redirects, read_site, render_server

ROOT = Path(__file__).parents[2]
PAGE = '<!doctype html><html lang="en"><title>A</title><script>let a = "b; c: d"</script><body></body></html>'
BY_HAND = "\n/api/*\n  X-Files: for programs\n"
REDIRECTS = """
# moved by hand
/old/* https://example.org/:splat 302
/was/:year/:page /is/:page/:year 301
/companies/acme /companies/bolt/ 301
/companies/acme/ /companies/bolt/ 301
/api/v1/entities/gone.json /404.html 410
"""
FILES = {
    "index.html": PAGE,
    "404.html": "<title>nothing here</title>",
    "companies/bolt/index.html": PAGE,
    "companies/bolt/index.md": "# Bolt\n",
    "api/v1/claims.csv": "a,b\n",
    "api/v1/index.json": "{}",
    "sources.csl.json": "[]",
    "calendar.ics": "BEGIN:VCALENDAR\n",
    "briefing.sqlite": "SQLite",
    "assets/javascripts/a.js": "1",
    "old/kept.txt": "kept",
    ".briefing-site": "ours",
    ".well-known/security.txt": "Contact",
    "_headers": render_headers(read_built_pages({"index.html": PAGE.encode()}).values()) + BY_HAND,
    "_redirects": REDIRECTS,
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize("under", ["/", "/news/"])
def test_every_rule_of_the_site_is_in_it(site: Path, under: str) -> None:
    text, untold = render_server(read_site(site), under, "/srv/briefing", "80", "_")
    assert untold == []
    headers = list(read_headers(FILES["_headers"]))
    assert len(headers) >= 8
    for header in headers:
        value = re.escape(header.value)
        if header.pattern == "/*":
            assert re.search(rf'add_header {header.name} "{value}" always;', text)
        else:
            start = re.escape(re.escape(under + header.pattern.strip("/*")))
            told = re.search(rf'map \$uri (\S+) .*"~\^{start}[^ ]*" "{value}";', text)
            assert told, header
            assert f"add_header {header.name} {told[1]}" in text
    assert len(re.findall(r"return (?:30\d|410)", text)) == len(list(read_redirects(REDIRECTS))) + (under != "/")


def test_what_nginx_cannot_be_told_is_named() -> None:
    rules = "/a /b 200\n/c /d 301 Country=jp\n/e /f$1 301\n/g /h 301!\n/i /j\n/g /k 302\n"
    headers = "/*\n  A: $b\n"
    text, untold = render_server({"_redirects": rules, "_headers": headers}, "/", "/srv", "80", "_")
    assert [rule.split()[0] for rule in untold] == ["A:", "/a", "/c", "/f$1"]
    assert 'location = "/g" { return 301 "/h"; }' in text
    assert 'location = "/i" { return 301 "/j"; }' in text
    assert "/k" not in text


def test_a_line_of_headers_is_its_name_and_its_value() -> None:
    rules = "# ours\n/*\n  A: b: c\n\n/x/*\n\tD: e\n"
    assert list(read_headers(rules)) == [Header("/*", "A", "b: c"), Header("/x/*", "D", "e")]


def test_the_script_prints_the_server_of_a_folder(site: Path) -> None:
    words = [sys.executable, str(ROOT / "scripts" / "nginx_conf.py"), str(site), "--under", "news", "--root", "/srv/b/"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True, timeout=60)
    assert done.stdout == render_server(read_site(site), "/news/", "/srv/b", "80", "_")[0]
    (site / "_redirects").write_text("/a /b 200\n", encoding="utf-8")
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, "nginx cannot be told: /a /b 200\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(site: Path, under: str) -> Iterator[int]:
    """Let nginx serve a site on a port of this machine."""
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin") or shutil.which("nginx")
    if nginx is None:
        pytest.skip("there is no nginx")
    port, folder = free_port(), site.parent
    text, _ = render_server(read_site(site), under, str(site), f"127.0.0.1:{port}", "_")
    kept = "".join(f"{name}_temp_path {folder}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # Its workers are somebody else where it is started by root, and see no folder of a test.
    user = f"user {getpass.getuser()}; " if os.geteuid() == 0 else ""
    process = f"{user}daemon off; error_log {folder}/log; pid {folder}/pid; events {{}}"
    around = f"{process}\nhttp {{ access_log off; {kept}\n{text}}}"
    (folder / "nginx.conf").write_text(around, encoding="utf-8")
    server = subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-e", f"{folder}/log"], stderr=subprocess.PIPE)
    try:
        for _ in range(200):
            if server.poll() is not None or answers(port):
                break
            time.sleep(0.05)
        assert server.poll() is None, server.communicate()[1]
        yield port
    finally:
        server.terminate()
        server.communicate(timeout=30)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port: int, path: str) -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    assert len({name for name, _ in answer.getheaders()}) == len(answer.getheaders())
    return answer.status, dict(answer.getheaders()), text


@pytest.mark.parametrize("under", ["/", "/news/"])
def test_nginx_does_as_the_rules_say(site: Path, under: str) -> None:
    with served(site, under) as port:
        types = {
            "": "text/html; charset=utf-8",
            "companies/bolt/": "text/html; charset=utf-8",
            "companies/bolt/index.md": "text/markdown; charset=utf-8",
            "api/v1/claims.csv": "text/csv; charset=utf-8",
            "api/v1/index.json": "application/json; charset=utf-8",
            "sources.csl.json": "application/vnd.citationstyles.csl+json; charset=utf-8",
            "calendar.ics": "text/calendar; charset=utf-8",
            "briefing.sqlite": "application/vnd.sqlite3",
            "old/kept.txt": "text/plain; charset=utf-8",
            ".well-known/security.txt": "text/plain; charset=utf-8",
        }
        for path, kind in types.items():
            status, headers, text = ask(port, under + path)
            assert (status, headers["Content-Type"]) == (200, kind), path
            assert text == FILES[path if path and not path.endswith("/") else f"{path}index.html"]
            assert headers["X-Frame-Options"] == "DENY"
            assert headers["Cache-Control"] == "public, max-age=0, must-revalidate"
            assert headers.get("X-Files") == ("for programs" if path.startswith("api/") else None)
        _, headers, _ = ask(port, f"{under}assets/javascripts/a.js")
        assert "immutable" in headers["Cache-Control"]
        moved = {
            "old/x/y.html": (302, "https://example.org/x/y.html"),
            "was/2024/page": (301, f"{under}is/page/2024"),
            "companies/acme": (301, f"{under}companies/bolt/"),
            "companies/acme/": (301, f"{under}companies/bolt/"),
            "companies/bolt": (301, f"{under}companies/bolt/"),
        }
        for path, meant in moved.items():
            status, headers, _ = ask(port, under + path)
            assert (status, headers["Location"]) == meant
        gone = {"api/v1/entities/gone.json": 410, "nothing": 404, "_headers": 404, ".briefing-site": 404}
        for path, code in gone.items():
            status, headers, text = ask(port, under + path)
            assert (status, text) == (code, FILES["404.html"]), path
            assert headers["X-Frame-Options"] == "DENY"
            assert "immutable" not in headers.get("Cache-Control", "")
