"""Search in a browser, over the index of the real data and of a small briefing; no engine is needed for it."""

import shutil
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import material
import pytest
import yaml
from playwright.sync_api import Browser, CDPSession, Page, Route, expect

from benchmarks.sample import make_sample
from briefing.edges.disk import read_tree, write_files
from briefing.pipeline import prepare
from briefing.render.search import MOST_IN_ONE_FILE, render_index
from briefing.render.search_words import shard, terms
from briefing.views.base.context import open_context
from briefing.views.search.index import SearchIndex, view_search

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
ASSETS = ROOT / "generator/briefing/engine/theme/assets"
WORDS = ROOT / "tests/golden/search_words"
QUERIES: dict[str, dict[str, list[dict[str, Any]]]] = yaml.safe_load((HERE / "search_queries.yml").read_text("utf-8"))
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'"
BARE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
{styles}<meta name="viewport" content="width=device-width"></head>
<body data-md-color-scheme="default"><main><h1>Page</h1>{place}
<a class="search-open" href="/search/" data-hint="Name" data-close="Close" data-trouble="Not loaded.">
<svg viewBox="0 0 24 24"></svg><span>Search</span></a></main>
<script src="/assets/search/open.js" type="module"></script></body></html>"""
PLACE = '<div class="search-place"><p>Without scripts: lists.</p></div>'
ANSWER = """async (text) => {
        let found;
        for await (const {hits} of answers(index, parseQuery(text), postings)) found = hits;
        await nameAll(index, found);
        return found;
    };"""
ASK = f"""async (queries) => {{
    const {{answers}} = await import("/assets/search/ask.js");
    const {{openIndex, parseQuery}} = await import("/assets/search/rank.js");
    const {{loadIndex}} = await import("/assets/search/load.js");
    const {{nameAll}} = await import("/assets/search/results.js");
    const index = openIndex(...(await loadIndex())), postings = new Map();
    const answer = {ANSWER}
    return Promise.all(queries.map(async (text) => (await answer(text)).map((hit) => hit.entry.url)));
}}"""
ASK_ANEW = f"""async (queries) => {{
    const {{answers}} = await import("/assets/search/ask.js");
    const {{openIndex, parseQuery}} = await import("/assets/search/rank.js");
    const {{loadIndex}} = await import("/assets/search/load.js");
    const {{nameAll}} = await import("/assets/search/results.js");
    const loaded = await loadIndex();
    const answerAnew = (text) => {{
        const index = openIndex(...loaded), postings = new Map();
        const answer = {ANSWER}
        return answer(text);
    }};
    const row = ({{entry, ...hit}}) => [entry.code, entry.title, entry.url, hit.score, hit.missing, hit.key?.text];
    return Promise.all(queries.map(async (text) => (await answerAnew(text)).map(row)));
}}"""
"""The same with an index for each query, of which nothing is loaded yet; and all that is shown or ordered by."""


def view_index(sources: Mapping[str, bytes]) -> SearchIndex:
    """Return what the search of a briefing knows."""
    prepared = prepare(sources)
    assert prepared.dataset is not None, prepared.findings[:3]
    return view_search(open_context(prepared.dataset))


@cache
def view_real_index() -> SearchIndex:
    """Return what the search of the real data knows."""
    return view_index(read_tree(ROOT / "data")[0])


def write_site(folder: Path, index: SearchIndex, most_in_one_file: int = MOST_IN_ONE_FILE) -> Path:
    """Write what search needs of a site: its index, its scripts, a bare page with the way to it."""
    write_files(folder, render_index(index, most_in_one_file))
    shutil.copytree(ASSETS, folder / "assets")
    theme = Path(material.__file__).parent / "templates"
    sheets = [next(theme.glob(f"assets/stylesheets/{name}.*.min.css")) for name in ("main", "palette")]
    for sheet in sheets:
        shutil.copy(sheet, folder / "assets")
    styles = "".join(
        f'<link rel="stylesheet" href="/assets/{one}">' for one in [*(s.name for s in sheets), "briefing.css"]
    )
    for path, place in (("index.html", ""), ("companies/rapidus/index.html", ""), ("search/index.html", PLACE)):
        write_files(folder, {path: BARE.format(place=place, styles=styles).encode()})
    return folder


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, site_server: Callable[[Path], str]) -> str:
    """Give the address of the real data's search."""
    return site_server(write_site(tmp_path_factory.mktemp("search") / "real", view_real_index()))


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory, site_server: Callable[[Path], str]) -> str:
    """Give the address of the small briefing's search."""
    written: dict[str, Any] = yaml.safe_load((HERE / "search_briefing.yml").read_text("utf-8"))
    sources = {path: yaml.safe_dump(content, allow_unicode=True).encode() for path, content in written.items()}
    return site_server(write_site(tmp_path_factory.mktemp("search") / "names", view_index(sources)))


@pytest.fixture
def strict(page: Page) -> Page:
    """Give a page under a strict policy that fails the test on any trouble."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": STRICT})

    page.route("**/*", serve)
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".search-title").all_inner_texts()


def search_for(page: Page, text: str) -> None:
    """Ask, and wait for the whole answer: names come first, and what only texts hold joins them."""
    page.keyboard.press("/")
    page.locator(".search-field").fill(text)
    page.locator(".search-panel:not([aria-busy]) :is(a.search-hit, .search-nothing)").first.wait_for()


# ---- what is found (R18)


@pytest.mark.parametrize("briefing", ["real", "names"])
def test_the_right_page_is_among_the_first_three(page: Page, briefing: str, request: pytest.FixtureRequest) -> None:
    page.goto(request.getfixturevalue(briefing))
    rows = [row for group in QUERIES[briefing].values() for row in group]
    found = page.evaluate(ASK, [row["q"] for row in rows])
    wrong = [
        (row["q"], urls[:3])
        for row, urls in zip(rows, found, strict=True)
        if (not set(row["find"]) & set(urls[:3]) if row["find"] else urls)
    ]
    assert len(wrong) <= 0.02 * len(rows), wrong


def test_the_list_of_queries_is_long_enough() -> None:
    assert sum(len(group) for groups in QUERIES.values() for group in groups.values()) >= 120


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("Osaka", ["places/osaka/", "companies/osaka-gas/", "articles/gazette-2026/"]),  # exact, beginning, word
        ("toshiba", ["companies/kioxia/", "companies/renesas/"]),  # a former name before a text
        ("大阪", ["places/osaka/", "companies/osaka-gas/"]),
    ],
)
def test_exact_names_come_before_aliases_beginnings_and_texts(
    page: Page, names: str, query: str, order: list[str]
) -> None:
    page.goto(names)
    (found,) = page.evaluate(ASK, [query])
    assert found[: len(order)] == order


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory, site_server: Callable[[Path], str]) -> str:
    """Give the address of the real data's search with its names split by their letters."""
    return site_server(write_site(tmp_path_factory.mktemp("search") / "split", view_real_index(), 0))


def test_names_split_by_letters_give_the_same_answers_in_the_same_order(page: Page, real: str, split: str) -> None:
    """Whatever is asked: every query of the lists whole, cut short, without its spaces, and beside another one."""
    asked = [str(row["q"]) for group in QUERIES["real"].values() for row in group]
    queries = [*asked, "a", "2", "of", "of the", "xyzzy", "", "!!", "社", "日本", "companies", "by", "sky"]
    for text, other in pairwise(asked):
        queries += [text[:2], text[: len(text) // 2], text.replace(" ", ""), f"{text.split()[0]} {other[:3]}"]
    queries = list(dict.fromkeys(queries))
    page.goto(real)
    whole = page.evaluate(ASK_ANEW, queries)
    page.goto(split)
    for query, expected, found in zip(queries, whole, page.evaluate(ASK_ANEW, queries), strict=True):
        assert found == expected, query
    assert len(queries) > 300
    assert len([answer for answer in whole if answer]) > 200


def test_names_are_fetched_by_their_letters(page: Page, split: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(f"{split}search/")))
    page.goto(split)
    search_for(page, "rapidus")
    expect(page.locator(".search-title").first).to_have_text("Rapidus")
    expect(page.locator("a.search-hit .search-line").last).not_to_be_empty()
    assert {path for path in asked if path.startswith("names")} == {"names/ra-.json"}
    # Results that only their texts were found by have their names, too, and lead somewhere.
    expect(page.locator(".search-title")).to_have_count(10)
    expect(page.locator(".search-title:empty")).to_have_count(0)
    assert "" not in titles(page)
    assert page.locator("a.search-hit[href*=undefined]").count() == 0
    page.locator(".search-more").click()
    expect(page.locator(".search-title").nth(12)).not_to_be_empty()
    search_for(page, "rapdius")
    expect(page.locator(".search-title").first).to_have_text("Rapidus")
    assert "names.json" in asked


def test_browser_and_generator_cut_texts_into_the_same_terms(page: Page, real: str) -> None:
    cases = [case["text"] for path in sorted(WORDS.glob("*.yml")) for case in yaml.safe_load(path.read_text("utf-8"))]
    index = view_real_index()
    texts = [*cases, *(text for entry in index.entries for _, text in entry.texts)]
    page.goto(real)
    found = page.evaluate(
        """async (texts) => {
            const {fold, runs, termsOf, shard} = await import("/assets/search/fold.js");
            return texts.map((text) => runs(fold(text)).flatMap(termsOf).map((term) => [term, shard(term)]));
        }""",
        texts,
    )
    assert len(texts) > 500
    for text, pairs in zip(texts, found, strict=True):
        assert pairs == [[term, shard(term)] for term in terms(text)], text


# ---- what it costs (R19)


def test_nothing_is_fetched_before_the_field_is_opened(page: Page, real: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(real)))
    page.goto(real, wait_until="networkidle")
    assert [path for path in asked if "search" in path] == ["assets/search/open.js"]
    page.keyboard.press("/")
    page.locator(".search-start").wait_for()
    assert "search/index.json" in asked
    assert not [path for path in asked if path.startswith(("search/text/", "search/cards/", "search/facets"))]
    page.keyboard.type("rapidus")
    page.locator("a.search-hit .search-line", has_text="chip").first.wait_for()
    fetched = [path for path in asked if path.startswith("search/")]
    assert len(fetched) == len(set(fetched)) < 12


def test_the_first_result_takes_less_than_300_ms_of_work_at_300_subjects(
    browser: Browser, tmp_path: Path, site_server: Callable[[Path], str]
) -> None:
    """What the page's own thread works, and not what passes meanwhile: that depends on what else this machine does."""
    root = site_server(write_site(tmp_path / "large", view_index(make_sample(300))))
    worked: list[float] = []
    while len(worked) < 5 and min(worked, default=300) >= 300:
        context = browser.new_context()
        page = context.new_page()
        page.goto(root)
        metrics = context.new_cdp_session(page)
        metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
        before = work_done(metrics)
        page.locator(".search-open").click()
        page.locator("dialog[open] .search-field").fill("Robotics")
        page.locator("a.search-hit").first.wait_for()
        worked.append(work_done(metrics) - before)
        context.close()
    assert 0 < min(worked) < 300, worked


def work_done(metrics: CDPSession) -> float:
    """Return the milliseconds of processor time that the main thread of a page has had."""
    found = {one["name"]: one["value"] for one in metrics.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(found["TaskDuration"])


def test_scripts_and_styles_are_small() -> None:
    """Our part of the 48 KB that a page may load, and of what a search adds."""
    assert (ASSETS / "search/open.js").stat().st_size < 3 * 1024
    assert sum(file.stat().st_size for file in (ASSETS / "search").glob("*.js")) < 40 * 1024


# ---- how it is used


def test_a_strict_policy_allows_all_of_it(strict: Page, real: str) -> None:
    trouble: list[str] = []
    strict.on("console", lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None)
    strict.on("pageerror", lambda error: trouble.append(str(error)))
    strict.goto(real)
    search_for(strict, "japan")
    strict.get_by_role("button", name="Filters").click()
    strict.get_by_label("Year of sources").select_option("2024")
    expect(strict.locator("a.search-hit").first).to_be_visible()
    search_for(strict, "zzzz")
    expect(strict.locator(".search-nothing")).to_be_visible()
    assert trouble == []


def test_results_show_kind_bottom_line_and_both_names(page: Page, real: str) -> None:
    page.goto(real)
    search_for(page, "ラピダス")
    hit = page.locator("a.search-hit").first
    expect(hit.locator(".search-title")).to_have_text("Rapidus")
    expect(hit.locator(".search-kind")).to_have_text("Company")
    expect(hit.locator("[lang=ja]").first).to_have_text("Rapidus株式会社")
    expect(hit.locator(".search-line")).to_contain_text("chip")
    search_for(page, "Bold AI Strategy")
    expect(page.locator("a.search-hit .search-kind").first).to_have_text("Article")


def test_a_former_name_is_named_as_what_was_found(page: Page, names: str) -> None:
    page.goto(names)
    search_for(page, "toshiba mem")
    expect(page.locator(".search-via").first).to_have_text("formerly Toshiba Memory")
    expect(page.locator(".search-via mark")).to_have_text(["Toshiba", "Mem"])


def test_by_keyboard_alone(page: Page, real: str) -> None:
    page.goto(real)
    page.keyboard.press("/")
    field = page.locator(".search-field")
    expect(field).to_be_focused()
    page.keyboard.type("rapidus")
    hits = page.locator("a.search-hit")
    expect(hits.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" fab")
    expect(field).to_have_value("rapidus fab")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator(".search-open")).not_to_have_attribute("href", "")
    page.keyboard.press("/")
    page.keyboard.type("TSMC")
    page.keyboard.press("Enter")
    page.wait_for_url("**/companies/tsmc/")


def hold(page: Page, pattern: str) -> list[Route]:
    """Hold back what a page asks for, before the page is opened: a route that comes later misses some requests."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))
    return held


def wait_for_request(page: Page, held: list[Route]) -> None:
    """Wait until something is held back; fail where nothing is asked for."""
    for _ in range(1_500):
        if held:
            return
        page.wait_for_timeout(20)
    pytest.fail("nothing was asked for")


def test_who_walks_among_names_stays_there_when_texts_arrive(page: Page, real: str) -> None:
    """R18: names are there at once, texts follow; the list is then made anew."""
    held = hold(page, "**/text/*.json")
    page.goto(real)
    page.keyboard.press("/")
    page.keyboard.type("rapidus")
    hits = page.locator("a.search-hit")
    expect(hits.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.evaluate("document.querySelector('a.search-hit').closest('ol').id = 'of-names'")
    wait_for_request(page, held)
    for route in held:
        route.continue_()
    expect(page.locator("#of-names")).to_have_count(0)
    expect(hits.first).to_be_focused()


@pytest.fixture
def waiting(page: Page, real: str) -> Page:
    """Give a page whose search was asked for, while its window is held back until `go` is called on it."""
    held = hold(page, "**/panel.js")
    page.goto(real)
    page.keyboard.press("/")
    wait_for_request(page, held)
    page.go = held[0].continue_  # type: ignore[attr-defined]
    return page


def test_letters_typed_before_the_window_is_there_are_not_lost(waiting: Page) -> None:
    waiting.keyboard.type("tsmc")
    waiting.go()  # type: ignore[attr-defined]
    expect(waiting.locator(".search-field")).to_have_value("tsmc")
    expect(waiting.locator(".search-title").first).to_have_text("TSMC")


def test_text_put_in_before_the_window_is_there_is_not_lost(waiting: Page) -> None:
    """As an input method, a dictation or a picker of signs puts it in: without a key."""
    waiting.keyboard.insert_text("ラピ")
    waiting.keyboard.type("ダス x")
    waiting.keyboard.press("Backspace")
    waiting.go()  # type: ignore[attr-defined]
    expect(waiting.locator(".search-field")).to_have_value("ラピダス ")
    expect(waiting.locator(".search-title").first).to_have_text("Rapidus")
    waiting.keyboard.type("社")
    expect(waiting.locator(".search-field")).to_have_value("ラピダス 社")


def test_what_is_being_composed_is_not_cut_off(waiting: Page) -> None:
    ime = waiting.context.new_cdp_session(waiting)
    ime.send("Input.imeSetComposition", {"text": "らぴ", "selectionStart": 2, "selectionEnd": 2})
    waiting.go()  # type: ignore[attr-defined]
    waiting.wait_for_load_state("networkidle")
    ime.send("Input.imeSetComposition", {"text": "らぴだす", "selectionStart": 4, "selectionEnd": 4})
    ime.send("Input.insertText", {"text": "ラピダス"})
    expect(waiting.locator(".search-field")).to_have_value("ラピダス")
    expect(waiting.locator(".search-title").first).to_have_text("Rapidus")


def test_the_field_that_waits_is_gone_and_gives_the_focus_back(waiting: Page) -> None:
    waiting.evaluate("document.querySelector('.search-open').focus()")
    waiting.go()  # type: ignore[attr-defined]
    expect(waiting.locator(".search-field")).to_be_focused()
    expect(waiting.locator(".search-early")).to_have_count(0)
    waiting.keyboard.press("Escape")
    expect(waiting.locator(".search-open")).to_be_focused()


def test_the_link_that_was_clicked_has_the_focus_again_when_the_window_closes(page: Page, real: str) -> None:
    page.goto(real)
    page.locator(".search-open").click()
    expect(page.locator(".search-field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(page: Page, real: str) -> None:
    page.goto(real)
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    page.locator("main > input").press("/")
    expect(page.locator("main > input")).to_have_value("/")
    assert page.locator("dialog").count() == 0


def test_filters_narrow_and_stay_in_the_address(page: Page, names: str) -> None:
    page.goto(f"{names}search/?q=gallium")
    expect(page.locator(".search-count")).to_have_text("4 results")
    page.get_by_role("button", name="Companies").click()
    expect(page.locator(".search-title")).to_have_text(["Kioxia"])
    expect(page.get_by_role("button", name="Companies")).to_be_focused()
    page.locator(".search-field").fill("zzqq")
    expect(page.get_by_role("button", name="Companies 0")).to_be_visible()
    page.locator(".search-field").fill("gallium")
    page.get_by_role("button", name="All 4").click()
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Year of sources").select_option("2026")
    expect(page.locator(".search-count")).to_have_text("2 results")
    page.get_by_label("Publisher of sources").select_option("The Gazette")
    expect(page.locator(".search-count")).to_have_text("2 results")
    page.reload()
    expect(page.locator(".search-count")).to_have_text("2 results")
    expect(page.get_by_label("Year of sources")).to_have_value("2026")
    expect(page).to_have_url(f"{names}search/?q=gallium&year=2026&publisher=The+Gazette")
    page.get_by_label("Status").select_option("operating")
    expect(page.locator(".search-nothing")).to_contain_text("filter")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".search-count")).to_have_text("4 results")
    expect(page).to_have_url(f"{names}search/?q=gallium")


def test_the_window_keeps_its_question_in_the_address_of_its_page(page: Page, real: str) -> None:
    page.goto(f"{real}companies/rapidus/?year=2024#facts")
    search_for(page, "sony")
    page.locator("a.search-hit").first.click()
    page.wait_for_url("**/companies/sony/")
    page.go_back()
    expect(page.locator(".search-field")).to_have_value("sony")
    expect(page.locator("a.search-hit").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{real}companies/rapidus/?year=2024#facts")


def test_a_page_of_no_results_helps(page: Page, names: str) -> None:
    page.goto(names)
    search_for(page, "kioxxsia")
    nothing = page.locator(".search-nothing")
    expect(nothing.locator(".search-none")).to_have_text("Nothing found for “kioxxsia”.")
    expect(page.locator(".search-title").first).to_have_text("Kioxia")
    links = nothing.locator(".search-lists a").evaluate_all("links => links.map(link => link.pathname)")
    assert {"/companies/", "/places/", "/articles/", "/publishers/"} <= set(links)
    assert nothing.locator(".search-tips li").count() >= 2


def test_where_no_page_has_all_words_the_reader_is_told(page: Page, names: str) -> None:
    page.goto(names)
    search_for(page, "kioxia qqqq")
    expect(page.locator(".search-title").first).to_have_text("Kioxia")
    expect(page.locator(".search-count")).to_contain_text("No page has all of the words")


def test_an_index_that_cannot_be_loaded_is_said(page: Page, real: str) -> None:
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(real)
    page.keyboard.press("/")
    expect(page.locator(".search-body")).to_have_text("Not loaded.")
    page.unroute("**/search/index.json")
    page.keyboard.type("rapidus")
    expect(page.locator("a.search-hit").first).to_be_visible()


def test_hostile_names_are_text(page: Page, tmp_path: Path, site_server: Callable[[Path], str]) -> None:
    """T4: nothing of the data or of what is typed becomes markup."""
    hostile = "<img src=x onerror=window.__pwned=1>"
    written: dict[str, Any] = yaml.safe_load((HERE / "search_briefing.yml").read_text("utf-8"))
    written["companies/renesas.yml"] |= {"name": {"en": f"Evil {hostile}", "ja": hostile}, "describes": hostile}
    written["publishers/herald.yml"]["name"] = {"en": f"by {hostile}"}
    sources = {path: yaml.safe_dump(content, allow_unicode=True).encode() for path, content in written.items()}
    page.goto(f"{site_server(write_site(tmp_path / 'hostile', view_index(sources)))}search/?q=evil")
    expect(page.locator(".search-title").first).to_have_text(f"Evil {hostile}")
    expect(page.locator(".search-line").first).to_have_text(hostile)
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_label("Publisher of sources")).to_be_visible()
    page.locator(".search-field").fill("<zzqq>")
    expect(page.locator(".search-none")).to_contain_text("<zzqq>")
    assert page.locator(".search-panel img").count() == 0
    assert page.evaluate("window.__pwned") is None


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_has_nothing_to_say(page: Page, real: str, width: int, scheme: str) -> None:
    """R36, with search open, with results, filters and none."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(real)
    page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
    search_for(page, "japan")
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Year of sources").wait_for()
    for query in ("japan", "zzzz"):
        search_for(page, query)
        page.locator("a.search-hit .search-line, .search-nothing").first.wait_for()
        found = axe.run(page, "dialog").response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]][:2]) for one in found] == []
        assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")


def test_without_scripts_the_page_says_where_the_lists_are(browser: Browser, names: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(names)
    page.locator(".search-open").click()
    page.wait_for_url("**/search/")
    expect(page.locator(".search-place")).to_contain_text("lists")
    context.close()
