"""R36: axe finds nothing, on every template, at three widths, light and dark, in every state a reader can reach."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.walks import OFFERS, SCHEMES, STATES, WIDTHS, find_templates, opened
from tests.site.conftest import once

OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All of axe's rules for WCAG and its best practices, and the one of WCAG 2.2 that is off by default."""
LOOKS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]
Case = tuple[str, int, str, str]


def choose(cases: list[Case], number: int) -> list[Case]:
    """Return so many cases, the same on each day, that have each template and each state in them at least once."""
    dealt = Random("axe").sample(cases, len(cases))
    wanted = {("template", one[0]) for one in cases} | {("state", one[3]) for one in cases}
    wanted |= {("look", one[1:3]) for one in cases}  # type: ignore[misc]
    chosen: list[Case] = []
    for one in dealt:
        covers = {("template", one[0]), ("state", one[3]), ("look", one[1:3])} & wanted  # type: ignore[arg-type]
        if covers:
            chosen.append(one)
            wanted -= covers
    return (chosen + [one for one in dealt if one not in chosen])[: max(number, len(chosen))]


@pytest.fixture(scope="module")
def cases(browser: Browser, site: str, site_folder: Path, shared: Path, count: Callable[[int], int]) -> list[Case]:
    """Give the matrix, without what a template cannot come to; a tenth of it outside `make soak`."""
    with once(shared, "axe-cases.json") as record:
        if not record.is_file():
            record.write_text(json.dumps(find_cases(browser, site, site_folder)), encoding="utf-8")
    able = [
        (template, width, scheme, state) for template, width, scheme, state in json.loads(record.read_text("utf-8"))
    ]
    assert {state for _, _, _, state in able} == set(STATES)
    return choose(able, count(len(able)))


def find_cases(browser: Browser, site: str, site_folder: Path) -> list[Case]:
    """Return each template in each look and each state that it can come to."""
    able: list[Case] = []
    with opened(browser, 1280) as page:
        for template in find_templates(site_folder).values():
            page.goto(site + template)
            for state in (state for state, css in OFFERS.items() if page.locator(css).count()):
                widths = WIDTHS[1:] if state == "drawer open" else WIDTHS
                able += [(template, width, scheme, state) for width in widths for scheme in SCHEMES]
    return able


def problems(page: Page) -> list[str]:
    found: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['target']} {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing(browser: Browser, site: str, cases: list[Case], width: int, scheme: str) -> None:
    mine = [(template, state) for template, *look, state in cases if look == [width, scheme]]
    assert mine
    found: list[str] = []
    with opened(browser, width, scheme) as page:
        for template, state in mine:
            page.goto(site + template)
            assert STATES[state](page), (template, state)
            found += [f"{template} ({state}): {one}" for one in problems(page)]
    assert not found, "\n".join(found)


def test_axe_sees_what_is_wrong(browser: Browser, site: str) -> None:
    with opened(browser, 390) as page:
        page.goto(site)
        page.evaluate("document.querySelector('article').append(document.createElement('button'))")
        assert [one for one in problems(page) if one.startswith("button-name")]
