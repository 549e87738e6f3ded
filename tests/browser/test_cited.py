"""An address that somebody cited: its page says where that is no longer shown, or is disputed, and else nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SCRIPT = Path(__file__).parents[2] / "generator/briefing/engine/theme/assets/cited.js"
KEY = "status-0123456789ab"
PAGE = """<!doctype html><html lang="en"><title>A</title><article><h1>A</h1></article>
<p class="spoken" data-root="../.."></p><script type="module" src="../../cited.js"></script></html>"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, site_server: Callable[..., str]) -> str:
    folder = tmp_path_factory.mktemp("cited")
    facts = [
        {"slot": KEY, "digest": "89abcdef", "value": "<b>open</b>", "differ_url": None},
        {"slot": "status-ba9876543210", "digest": "89abcdef", "value": "open", "differ_url": "a/#differ"},
    ]
    files = {
        "a/acme/index.html": PAGE,
        "cited.js": SCRIPT.read_text("utf-8"),
        "api/v1/entities/acme.json": json.dumps({"facts": facts}),
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return site_server(folder)


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (f"{KEY}.00000000", "This has changed since it was cited. It now says: <b>open</b>"),
        ("status-ba9876543210.89abcdef", "This still says what was cited. Its sources differ."),
        ("status-000000000000.89abcdef", "no longer shown here"),
    ],
)
def test_a_page_says_what_became_of_what_was_cited(page: Page, served: str, cited: str, told: str) -> None:
    page.goto(f"{served}a/acme/?cited={cited}#status")
    expect(page.locator("article > p.flag:first-child")).to_contain_text(told)


@pytest.mark.parametrize("query", ["", f"?cited={KEY}.89abcdef", "?cited=../../x.89abcdef", "?cited=%3Cb%3E"])
def test_what_still_stands_or_is_no_citation_has_no_banner(page: Page, served: str, query: str) -> None:
    page.goto(f"{served}a/acme/{query}", wait_until="networkidle")
    expect(page.locator("article > *")).to_have_count(1)
