"""What a page offers beyond its text: addresses of facts (R4), looks at where links lead (R24), near ids (R35)."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from briefing.engine.build import build_site
from briefing.engine.content import generate_content
from briefing.pipeline import prepare
from tests.browser.finding import Pages, Subject, facts_page, of_kind

SUBJECT = ".bottom-line a:not(.source-ref)"
SOURCE = ".bottom-line a.source-ref"


@pytest.fixture
def fact_url(site: str, pages: Pages) -> str:
    return site + facts_page(pages)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


# ---- addresses of facts


def test_every_fact_leads_to_itself(page: Page, fact_url: str) -> None:
    page.goto(fact_url)
    places = page.locator("td.fact[id]").evaluate_all(
        "cells => cells.map(cell => [cell.id, cell.querySelector('.fact-link')?.hash])"
    )
    assert len(places) > 5
    assert [place for place in places if place[1] != f"#{place[0]}"] == []


def test_the_button_shows_on_hover_and_focus_and_is_large_enough(page: Page, fact_url: str) -> None:
    page.goto(fact_url)
    link = page.locator(".fact-link").nth(1)
    expect(link).to_have_css("opacity", "0")
    page.locator("tr:has(.fact-link)").nth(1).hover()
    expect(link).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(link).to_have_css("opacity", "0")
    link.focus()
    expect(link).to_have_css("opacity", "1")
    box = link.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_copies_the_address_and_says_so(browser: Browser, fact_url: str, key: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(fact_url)
    link = page.get_by_role("button", name="Copy link to this fact").first
    link.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_attached()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{fact_url}#{link.locator('xpath=ancestor::td').get_attribute('id')}"
    expect(page).to_have_url(address)
    context.close()


def test_without_permission_the_address_is_selected(page: Page, fact_url: str) -> None:
    page.add_init_script(
        "navigator.clipboard && (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))"
    )
    page.goto(fact_url)
    page.locator(".fact-link").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".spoken.shown")).to_be_visible()
    expect(page).to_have_url(re.compile("#."))
    assert page.evaluate("getSelection().toString().trim()") == page.url


def test_without_scripts_the_link_leads_to_its_fact(browser: Browser, fact_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(fact_url)
    link = page.get_by_role("link", name="Link to this fact").first
    place = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{fact_url}{place}")
    context.close()


# ---- looks at where links lead


def test_nothing_is_fetched_before_a_reader_dwells(page: Page, fact_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(fact_url, wait_until="networkidle")
    assert [url for url in asked if "preview" in url] == []
    page.locator(SUBJECT).first.hover()
    expect(page.locator("#preview")).to_be_visible()
    page.mouse.move(0, 0)
    expect(page.locator("#preview")).to_be_hidden()
    page.locator(SUBJECT).first.hover()
    expect(page.locator("#preview")).to_be_visible()
    assert len([url for url in asked if "preview" in url]) == 1


def test_a_subject_says_names_kind_and_trust(page: Page, fact_url: str, site_folder: Path, site: str) -> None:
    page.goto(fact_url)
    link = page.locator(SUBJECT).first
    link.hover()
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    path = str(link.evaluate("link => link.pathname")).lstrip("/")
    data = json.loads((site_folder / path / "preview.json").read_text(encoding="utf-8"))
    for text in (data["kind"], data["title"], data["text"], *data["notes"]):
        assert text in card.inner_text()
    assert data["notes"][0].startswith("Newest source: ")
    assert "checked" in data["notes"][1]
    assert link.get_attribute("aria-describedby") == "preview"
    index = json.loads((site_folder / "api/v1/index.json").read_text(encoding="utf-8"))
    japanese = {one["url"]: one["name"].get("ja") for one in index["subjects"]}[path]
    if japanese:
        expect(card.locator("[lang=ja]")).to_have_text(japanese)


def test_a_reference_says_publisher_grade_date_and_the_claims_wording(page: Page, fact_url: str) -> None:
    page.goto(fact_url)
    link = page.locator(SOURCE).first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card = page.get_by_role("tooltip")
    expect(card).to_be_visible()
    said = card.inner_text()
    data = page.evaluate("link => fetch(new URL('preview.json', link.href)).then(a => a.json())", link.element_handle())
    place, about, wording = data["claims"][str(link.evaluate("link => link.hash")).lstrip("#")]
    for text in (data["title"], place, about, wording, *data["notes"]):
        assert text in said
    assert "Grade" in said
    assert "Published" in said


def test_escape_closes_and_the_card_stays_while_hovered(page: Page, fact_url: str) -> None:
    page.clock.install()
    page.goto(fact_url)
    page.locator(SUBJECT).first.hover()
    card = page.locator("#preview")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.clock.run_for(500)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert page.locator("[aria-describedby=preview]").count() == 0


def test_a_card_moves_nothing_and_widens_nothing(page: Page, fact_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(fact_url)
    measure = "[document.documentElement.scrollWidth, document.querySelector('.trust-bar').getBoundingClientRect().top]"
    before = page.evaluate(measure)
    for link in page.locator(f"{SUBJECT}, {SOURCE}").all():
        link.hover()
        expect(page.locator("#preview")).to_be_visible()
        assert page.evaluate(measure) == before
        box = page.locator("#preview").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")


def test_a_tap_follows_the_link(phone: Page, fact_url: str) -> None:
    phone.goto(fact_url)
    link = phone.locator(SUBJECT).first
    there = link.evaluate("link => link.href")
    link.tap()
    phone.wait_for_url(there)
    assert phone.locator("#preview").is_hidden()


def test_a_page_without_a_preview_is_left_alone(page: Page, fact_url: str) -> None:
    page.route("**/preview.json", lambda route: route.fulfill(status=404, body="no"))
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(fact_url)
    page.clock.install()
    with page.expect_response("**/preview.json"):
        page.locator(SUBJECT).first.hover()
        page.clock.run_for(600)
    page.clock.run_for(600)
    assert page.locator("#preview").is_hidden()
    assert complaints == []


# ---- what is missing


def suggested(context: BrowserContext, url: str) -> list[str]:
    page = context.new_page()
    page.goto(url)
    page.locator(".near a").first.wait_for()
    return page.locator(".near a").evaluate_all("links => links.map(link => link.pathname)")


def slip(name: str) -> str:
    """Return an id with one vowel of its first word mistyped."""
    place = next(at for at in range(len(name) - 1, 0, -1) if name[at] in "aeiou" and "-" not in name[:at])
    return name[:place] + ("e" if name[place] != "e" else "o") + name[place + 1 :]


MISTAKES: Mapping[str, Callable[[Subject, Subject], tuple[str, Subject]]] = {
    "a slip": lambda company, _: (f"companies/{slip(company.id)}/", company),
    "another folder": lambda company, _: (f"projects/{company.id}/", company),
    "a file": lambda company, _: (f"companies/{company.id}.html", company),
    "a page too many": lambda company, _: (f"{company.url}claims/page_99/", company),
    "a part of a name": lambda _, person: (f"people/{max(person.id.split('-'), key=len)}/", person),
    "Japanese": lambda company, _: (f"{quote(company.japanese)}/", company),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_missing_page_suggests_what_is_near(
    browser: Browser, site: str, subjects: tuple[Subject, ...], mistake: str
) -> None:
    company = next(one for one in of_kind(subjects, "company") if one.japanese and len(one.id) > 5)
    path, there = MISTAKES[mistake](company, of_kind(subjects, "person")[0])
    context = browser.new_context()
    assert f"/{there.url}" in suggested(context, site + path)[:3]
    context.close()


def test_nothing_near_is_no_suggestion(page: Page, site: str) -> None:
    page.goto(f"{site}zzzzqqqqxxxx/", wait_until="networkidle")
    assert page.locator(".near").is_hidden()


def test_a_missing_page_works_at_any_depth_of_a_site_below_a_folder(
    browser: Browser, tmp_path: Path, site_server: Callable[..., str]
) -> None:
    out = tmp_path / "host" / "sub"
    (tmp_path / "data").mkdir()
    written = yaml.safe_load((Path(__file__).parent / "search_briefing.yml").read_text("utf-8"))
    written["briefing.yml"] |= {"url": "https://x.example/sub/"}
    sources = {path: yaml.safe_dump(one, allow_unicode=True).encode() for path, one in written.items()}
    dataset = prepare(sources).dataset
    assert dataset
    build_site(generate_content(dataset, sources), tmp_path / "data", out)
    (tmp_path / "host" / "404.html").write_bytes((out / "404.html").read_bytes())
    site = site_server(tmp_path / "host")
    failed: list[str] = []
    context = browser.new_context()
    context.on("response", lambda answer: failed.append(answer.url) if answer.status != 200 else None)
    for missing in ("sub/companies/kioxa/", "sub/a/b/c/kioxa"):
        assert suggested(context, site + missing) == ["/sub/companies/kioxia/"]
    assert [url for url in failed if "kioxa" not in url] == []
    context.close()


def test_without_scripts_a_missing_page_leads_to_the_lists(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}companies/no-such-company/")
    assert page.get_by_role("main").get_by_role("link", name="Companies").get_attribute("href") == "/companies/"
    context.close()


def test_the_first_page_says_its_name_once(page: Page, site: str) -> None:
    page.goto(site)
    assert page.title() == page.locator("h1").inner_text().removesuffix("#")
