"""Lists for readers: tables sort, rows filter with their state in the address, folds open."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.finding import Pages, Subject, alike, of_kind
from tests.every import every

INDEX = "companies/"
PAGER = 'class="pager"'
ORDER = """async ([keys, descending]) => {
    const {inOrder} = await import("/assets/lists.js");
    const collator = new Intl.Collator("en", {numeric: true, sensitivity: "base"});
    return inOrder(keys, (key) => key, descending, collator);
}"""


def counted(some: int, everything: int) -> re.Pattern[str]:
    """Return what a list says of its filters; a part of a long list says that it is one."""
    return re.compile(rf"^{some} of {everything}( on this page)?$")


def names(page: Page) -> list[str]:
    """Return the first words of each row that is shown."""
    return [
        row.locator("td").first.inner_text().split("\n")[0]
        for row in page.locator(".sortable tbody tr").all()
        if row.is_visible()
    ]


# ---- sort keys (R21)


@pytest.mark.parametrize(
    ("keys", "ordered"),
    [
        (["10", "9", "-1", "2.5"], ["-1", "2.5", "9", "10"]),
        (["JPY 3900000000000", "USD 2900000000", "JPY 943000000000"],
         ["JPY 943000000000", "JPY 3900000000000", "USD 2900000000"]),
        (["2027-01-01 3 2027-12-31", "2026-12-01 1 2026-12-31", "2027-01-01 0 2027-01-01"],
         ["2026-12-01 1 2026-12-31", "2027-01-01 0 2027-01-01", "2027-01-01 3 2027-12-31"]),
        (["Fab 10", "fab 2", "Åbo", "Zeta"], ["Åbo", "fab 2", "Fab 10", "Zeta"]),
        (["ラピダス", "キオクシア", "ソニー"], ["キオクシア", "ソニー", "ラピダス"]),
        (["b", "5", "USD 1"], ["5", "USD 1", "b"]),
    ],
    ids=["numbers", "amounts", "dates", "names", "readings", "mixed"],
)  # fmt: skip
def test_keys_order_by_value(site: str, page: Page, keys: list[str], ordered: list[str]) -> None:
    page.goto(f"{site}{INDEX}")
    assert page.evaluate(ORDER, [keys, False]) == ordered
    assert page.evaluate(ORDER, [keys, True]) == ordered[::-1]


def test_blanks_come_last_either_way_and_equals_stay(site: str, page: Page) -> None:
    page.goto(f"{site}{INDEX}")
    assert page.evaluate(ORDER, [["", "2", " ", "1"], False]) == ["1", "2", "", " "]
    assert page.evaluate(ORDER, [["", "2", " ", "1"], True]) == ["2", "1", "", " "]
    assert page.evaluate(ORDER, [["a", "B", "A", "b"], True]) == ["B", "b", "a", "A"]


# ---- sorting (R21)


def test_a_head_sorts_its_table_and_says_so(site: str, page: Page) -> None:
    page.goto(f"{site}{INDEX}")
    before = names(page)
    head = page.locator("th", has_text="Claims")
    button = head.get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    claims = [int(cell.inner_text()) for cell in page.locator('td[data-label="Claims"]').all()]
    assert claims == sorted(claims)
    expect(page.get_by_role("status").filter(has_text="Sorted by Claims, ascending")).to_have_count(1)
    button.click()
    assert head.get_attribute("aria-sort") == "descending"
    claims = [int(cell.inner_text()) for cell in page.locator('td[data-label="Claims"]').all()]
    assert claims == sorted(claims, reverse=True)
    assert page.locator("th[aria-sort]").count() == 1
    page.locator("th", has_text="Name").get_by_role("button").click()
    assert names(page) == before


def test_dates_of_every_precision_sort_by_their_days(site: str, page: Page) -> None:
    page.goto(f"{site}timeline/")
    keys = "[...document.querySelectorAll('.sortable td[data-label=Date]')].map((cell) => cell.dataset.sort)"
    page.locator(".sortable th", has_text="As of").get_by_role("button").click()
    page.locator(".sortable th", has_text="Date").get_by_role("button").click()
    found = page.evaluate(keys)
    assert len(found) > 8
    assert found == sorted(found)


def test_cards_are_sorted_by_a_choice(site: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{site}{INDEX}")
    assert not page.locator("th button").count()
    assert every(page.locator("th").all_text_contents())
    page.get_by_label("Sort by").select_option(label="Claims ↓")
    claims = [int(cell.inner_text()) for cell in page.locator('td[data-label="Claims"]').all()]
    assert claims == sorted(claims, reverse=True)
    context.close()


# ---- filters (R20, R26)


def test_choices_are_in_the_order_of_the_language(site: str, page: Page) -> None:
    """Below the one for all; what the address asked for stays chosen while they are put in order."""
    page.goto(f"{site}timeline/?state=planned")
    ordered = "(a, b) => a.localeCompare(b, 'en', {numeric: true, sensitivity: 'base'})"
    choices = "[...document.querySelectorAll('.filters select')].map(one => [...one.options].slice(1).map(o => o.text))"
    page.wait_for_function(f"{choices}.every(all => String(all) === String(all.toSorted({ordered})))")
    assert every(len(texts) > 1 for texts in page.evaluate(choices))
    assert page.locator(".filters option").first.inner_text() == "All"
    assert page.locator("select[name=state]").input_value() == "planned"


def test_a_filter_narrows_counts_and_stands_in_the_address(site: str, page: Page) -> None:
    page.goto(f"{site}timeline/")
    everything = len(names(page))
    expect(page.locator(".filters output")).to_have_text(counted(everything, everything))
    page.locator("select[name=state]").select_option("planned")
    some = len(names(page))
    assert 0 < some < everything
    expect(page).to_have_url(f"{site}timeline/?state=planned")
    expect(page.locator(".filters output")).to_have_text(counted(some, everything))
    year = page.locator("select[name=year]").locator("option").nth(1).get_attribute("value")
    page.locator("select[name=year]").select_option(year)
    expect(page).to_have_url(re.compile(rf"[?&]year={year}\b"))
    moves: list[tuple[Callable[[], object], int]] = [
        (page.go_back, some), (page.go_back, everything), (page.go_forward, some), (page.reload, some),
    ]  # fmt: skip
    for move, shown in moves:
        move()
        expect(page).to_have_url(f"{site}timeline/{'?state=planned' if shown == some else ''}")
        expect(page.locator(".filters output")).to_have_text(counted(shown, everything))
        assert len(names(page)) == shown
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".filters output")).to_have_text(counted(everything, everything))
    expect(page).to_have_url(f"{site}timeline/")


def test_a_list_of_several_pages_says_that_it_filters_one_and_asks_the_others_the_same(
    site: str, page: Page, pages: Pages
) -> None:
    long = next((url for url in pages if url.startswith("conflicts/") and PAGER in pages[url]), None)
    if long is None:
        pytest.skip("no list of findings has several pages here; `make test-large` has one")
    page.goto(f"{site}conflicts/")
    expect(page.locator(".filters output")).to_have_text(re.compile(r"^(\d+) of \1 on this page$"))
    said = page.locator(".pager").first.inner_text()
    assert re.match(r"Page 1 of \d+, \d+ rows in all\.", said)
    page.locator("select[name=status]").select_option("open")
    page.locator(".pager").first.get_by_role("link", name="2", exact=True).click()
    page.wait_for_url("**/conflicts/page_2/?status=open")
    expect(page.locator("select[name=status]")).to_have_value("open")


def test_an_unknown_choice_in_the_address_hides_nothing(site: str, page: Page) -> None:
    page.goto(f"{site}timeline/?state=no-such-state&utm=x")
    assert not page.locator("tr[hidden]").count()


def test_what_a_link_points_to_is_shown_whatever_was_chosen(site: str, page: Page) -> None:
    page.goto(f"{site}conflicts/")
    anchors = """[...document.querySelectorAll("tr[hidden], .conflict[hidden]")]
        .map((one) => one.querySelector("[id]").id)"""
    page.locator("select[name=status]").select_option("open")
    hidden = page.evaluate(anchors)
    assert hidden
    page.goto(f"{site}conflicts/?status=open#{hidden[-1]}")
    expect(page.locator(f"[id='{hidden[-1]}']")).to_be_in_viewport()


def test_groups_without_a_match_go_with_their_headings(site: str, page: Page) -> None:
    page.goto(f"{site}conflicts/")
    page.locator("select[name=status]").select_option("open")
    for section in page.locator("section[data-group]").all():
        found = section.locator(".status-open").count()
        assert section.is_visible() == bool(found)


# ---- folds


@pytest.fixture
def folding(site: str, pages: Pages) -> str:
    """Give the address of a page of conflicts with findings in a fold."""
    return site + next(url for url in pages if url.startswith("conflicts/") and 'class="fold findings"' in pages[url])


def folded(page: Page) -> str:
    return str(page.evaluate("document.querySelector('details.fold:not([open]) td[id]').id"))


def test_a_link_into_a_fold_opens_it(folding: str, page: Page) -> None:
    page.goto(folding)
    anchor = folded(page)
    expect(page.locator(f"#{anchor}")).to_be_hidden()
    page.evaluate("(anchor) => { location.hash = anchor }", anchor)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    page.goto("about:blank")
    page.goto(f"{folding}#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_fold_with_the_target_opens_without_scripts(folding: str, browser: Browser, page: Page) -> None:
    page.goto(folding)
    anchor = folded(page)
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{folding}#{anchor}")
    expect(plain.locator(f"#{anchor}")).to_be_in_viewport()
    context.close()


def test_without_scripts_nothing_is_missing_and_nothing_pretends(site: str, browser: Browser, page: Page) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    for url in (INDEX, "timeline/", "articles/", "sources/", "conflicts/"):
        page.goto(f"{site}{url}")
        plain.goto(f"{site}{url}")
        rows = "td, .conflict"
        assert plain.locator(rows).count() == page.locator(rows).count() > 0
        assert not plain.locator("th button, .list-tools, tr[hidden]").count()
    context.close()


# ---- comparing (R22)


def columns(page: Page) -> list[str]:
    return page.locator(".compare thead th").all_text_contents()[1:]


@pytest.fixture
def companies(subjects: tuple[Subject, ...]) -> list[Subject]:
    """Give three companies, each with a Japanese name."""
    return [one for one in of_kind(subjects, "company") if one.japanese][:3]


def test_subjects_named_in_the_address_stand_side_by_side(site: str, page: Page, subjects: tuple[Subject, ...]) -> None:
    label, one, other = alike(subjects, "company")
    page.goto(f"{site}compare/?ids={one.id},{other.id}")
    expect(page.locator(".compare table")).to_be_visible()
    assert columns(page) == [one.name, other.name]
    row = page.locator(".compare tr", has=page.get_by_text(label, exact=True)).first
    assert [cell.get_attribute("data-label") for cell in row.locator("td").all()][1:] == [one.name, other.name]
    for cell in row.locator("td").all()[1:]:
        assert cell.locator("[class^=confidence-]").count()
        assert "as of" in cell.inner_text()
    link = page.locator(".compare td a").first
    words = link.inner_text()
    link.click()
    page.wait_for_url("**/*#*")
    target = page.url.partition("#")[2]
    assert words in page.locator(f"tr:has([id='{target}'])").inner_text()


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_a_long_word_makes_no_comparison_wider_than_the_window(
    site: str, page: Page, companies: list[Subject], width: int
) -> None:
    """Wherever it stands: in a name, a label or a value; what does not fit is cut off, for the page does not scroll."""
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    first = json.loads(page.request.get(f"{site}api/v1/entities/{companies[0].id}.json").text())
    first["subject"]["name"]["short"] = word
    first["facts"][0] |= {"label": word, "value": word}
    first["facts"][1] |= {"value": f"x {word}"}
    page.route(f"**/entities/{companies[0].id}.json", lambda route: route.fulfill(json=first))
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site}compare/?ids={companies[0].id},{companies[1].id}")
    expect(page.locator(".compare table")).to_contain_text(word)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    table = page.locator(".compare table").bounding_box()
    assert table
    assert table["x"] + table["width"] <= width
    narrow = [cell.bounding_box() for cell in page.locator(".compare td:not(:empty)").all() if cell.is_visible()]
    assert min(box["width"] for box in narrow if box) > 60


def test_every_fact_of_the_data_is_shown(site: str, page: Page, subjects: tuple[Subject, ...]) -> None:
    two = [one.id for one in subjects[:2]]
    page.goto(f"{site}compare/?ids={','.join(two)}")
    expect(page.locator(".compare table")).to_be_visible()
    entities = [
        page.evaluate("(id) => fetch(`/api/v1/entities/${id}.json`).then((one) => one.json())", one) for one in two
    ]
    assert page.locator(".compare td div").count() == sum(len(one["facts"]) for one in entities) > 20
    assert page.locator(".compare a.disputed").count() == sum(
        bool(fact["differ_url"]) for one in entities for fact in one["facts"]
    )


def test_subjects_come_and_go_and_back(site: str, page: Page, companies: list[Subject]) -> None:
    one, other, third = companies
    page.goto(f"{site}compare/")
    expect(page.get_by_role("status").filter(has_text="Nothing is compared")).to_be_visible()
    for name in (one.name, other.japanese, third.name.lower()):
        page.get_by_label("Name of a subject").fill(name)
        page.keyboard.press("Enter")
        expect(page.get_by_label("Name of a subject")).to_have_value("")
    expect(page.locator(".compare thead th")).to_have_count(4)
    expect(page).to_have_url(f"{site}compare/?ids={one.id},{other.id},{third.id}")
    page.get_by_role("button", name=f"Remove {other.name}").click()
    expect(page.locator(".compare thead th")).to_have_count(3)
    page.go_back()
    expect(page.locator(".compare thead th")).to_have_count(4)


def test_an_unknown_subject_is_told_with_one_that_is_near(site: str, page: Page, companies: list[Subject]) -> None:
    one, other, _ = companies
    wrong = one.id[:1] + one.id[2:]
    page.goto(f"{site}compare/?ids={wrong},{other.id}")
    expect(page.get_by_role("status").filter(has_text=f"“{wrong}”")).to_be_visible()
    page.get_by_role("button", name=one.name, exact=True).click()
    expect(page.locator(".compare thead th")).to_have_count(3)
    assert columns(page) == [one.name, other.name]
    page.goto(f"{site}compare/?ids=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,{other.id}")
    expect(page.get_by_role("status").filter(has_text="<img")).to_be_visible()
    assert not page.locator(".compare img").count()


def test_a_comparison_fits_a_phone(site: str, browser: Browser, subjects: tuple[Subject, ...]) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{site}compare/?ids={','.join(one.id for one in subjects[:4])}")
    expect(page.locator(".compare table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    label = page.locator(".compare td[data-label]").first.evaluate(
        "(cell) => getComputedStyle(cell, '::before').content"
    )
    assert label.strip('"') in columns(page)
    context.close()


def test_subjects_lead_to_their_comparison(site: str, page: Page, companies: list[Subject]) -> None:
    page.goto(site + companies[0].url)
    page.get_by_role("link", name="Compare with").click()
    expect(page.locator(".compare table")).to_be_visible()
    expect(page.locator(".compare thead th")).to_have_count(3)
    assert columns(page)[0] == companies[0].name


def test_without_scripts_a_comparison_leads_to_the_lists(site: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}compare/")
    page.locator("article").get_by_role("link", name="Companies").click()
    expect(page).to_have_url(f"{site}companies/")
    context.close()


def test_what_is_empty_is_last_either_way(site: str, page: Page) -> None:
    page.goto(f"{site}projects/")
    for _ in range(2):
        page.locator("th", has_text="Status").get_by_role("button").click()
        cells = [cell.inner_text() for cell in page.locator(".subjects tbody td:nth-child(3)").all()]
        known = [bool(text.strip()) for text in cells]
        assert any(known)
        assert not all(known)
        assert known == sorted(known, reverse=True)
