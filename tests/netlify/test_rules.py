"""What the host's own parsers make of `_headers` and `_redirects` is what we mean."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.edges.disk import read_tree, write_files
from briefing.finishing.headers import render_headers
from briefing.finishing.page import read_built_pages
from briefing.pipeline import generate_files, prepare
from briefing.render.redirects import render_redirects
from briefing.views.base.context import open_context
from briefing.views.parts.old_addresses import view_old_addresses

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PARSERS = HERE / "node_modules" / "@netlify" / "redirect-parser"


def parse(folder: Path) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None or not PARSERS.is_dir():
        pytest.skip("no parsers of the host: run scripts/install-node-tests.sh (needs Node)")
    done = subprocess.run([node, str(HERE / "parse.mjs"), str(folder)], capture_output=True, check=True, timeout=60)
    parsed: dict[str, Any] = json.loads(done.stdout)
    return parsed


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    dataset = prepare(read_tree(ROOT / "data")[0]).dataset
    assert dataset is not None
    return dataset


def test_every_redirect_is_read_as_it_is_meant(dataset: Dataset, tmp_path: Path) -> None:
    files = generate_files(dataset)
    content = files.static["_redirects"]
    write_files(tmp_path, {"_redirects": content, "_headers": b""})
    parsed = parse(tmp_path)
    assert parsed["errors"] == []
    context = open_context(dataset)
    meant = [
        (
            f"/{address.old}",
            f"/{address.new}" if address.new is not None else "/404.html",
            410 if address.new is None else 301,
        )
        for address in view_old_addresses(context, {*files.pages, *files.static})
    ]
    assert [(rule["from"], rule["to"], rule["status"]) for rule in parsed["redirects"]] == meant
    assert len(meant) > 80
    assert not any(rule.get("force") for rule in parsed["redirects"])


def test_rules_by_hand_stand_before_ours(dataset: Dataset, tmp_path: Path) -> None:
    written = {"_redirects": b"# moved by hand\n/old/* https://example.org/:splat 302"}
    write_files(tmp_path, render_redirects(open_context(dataset), (), written) | {"_headers": b""})
    parsed = parse(tmp_path)
    assert parsed["errors"] == []
    assert (parsed["redirects"][0]["to"], parsed["redirects"][0]["status"]) == ("https://example.org/:splat", 302)
    assert len(parsed["redirects"]) > 80


def test_every_header_is_read_as_it_is_meant(tmp_path: Path) -> None:
    page = b'<!doctype html><html lang="en"><title>A</title><script>let a = "b; c: d"</script><body></body></html>'
    paths = ["index.html", "404.html", "companies/acme/index.html", "api/v1/index.json", "embed/x/index.html"]
    text = render_headers(read_built_pages({"index.html": page}).values(), paths)
    write_files(tmp_path, {"_headers": text.encode(), "_redirects": b""})
    parsed = parse(tmp_path)
    assert parsed["errors"] == []
    meant: list[dict[str, Any]] = []
    for line in filter(None, text.splitlines()):
        if line.startswith("/"):
            meant.append({"for": line, "values": {}})
        else:
            name, _, value = line.strip().partition(": ")
            meant[-1]["values"][name] = value
    assert parsed["headers"] == meant
    assert "sha256-" in meant[0]["values"]["Content-Security-Policy"]
    assert [rule["for"] for rule in meant if rule["values"].get("X-Frame-Options") == "DENY"] == [
        "/", "/404.html", "/404", "/api/*", "/companies/*", "/index.html", "/index",
    ]  # fmt: skip
