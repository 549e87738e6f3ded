"""R27 as readers meet it: light and dark, print, forced colours, phones; nothing is cut off or without contrast."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finding import Pages, find_page, needs, of_class

PLACES = ("", "money/", "timeline/", "sources/", "network/", "places/", "companies/*/")
PICTURE = of_class("picture")
COLOUR = "one => getComputedStyle(one).{}"
LEAST_TEXT = 9


def shown(page: Page) -> list[str]:
    """Return the classes of the drawings that are to be seen."""
    return [str(one.get_attribute("class")) for one in page.locator(".picture svg").all() if one.is_visible()]


@pytest.mark.parametrize("place", PLACES)
def test_one_drawing_is_seen_and_its_text_is_readable(page: Page, site: str, pages: Pages, place: str) -> None:
    url = find_page(pages, "companies/", PICTURE) if "*" in place else place
    needs('class="picture' in pages[url], f"{place} has no picture")
    for width, wanted in ((1280, "broad"), (390, "narrow"), (320, "narrow")):
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(site + url)
        assert set(shown(page)) == {wanted}, width
        sizes = page.locator(f".picture svg.{wanted}").evaluate_all(
            "all => all.flatMap(svg => { const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;"
            " return [...svg.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * scale) })"
        )
        assert min(sizes) >= LEAST_TEXT, width
        outside = page.locator(f".picture svg.{wanted}").evaluate_all(
            "all => all.flatMap(svg => { const box = svg.getBoundingClientRect();"
            " return [...svg.querySelectorAll('text')].filter(t => { const b = t.getBoundingClientRect();"
            " return b.left < box.left - 3 || b.right > box.right + 3 || b.bottom > box.bottom + 3 })"
            ".map(t => t.textContent) })"
        )
        assert outside == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_words_follow_the_colours_of_the_page(page: Page, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    page.goto(site + "money/")
    ground = page.locator("body").evaluate(COLOUR.format("backgroundColor"))
    text = page.locator(".picture svg.broad text").first.evaluate(COLOUR.format("fill"))
    mark = page.locator(".picture svg.broad .done").first.evaluate(COLOUR.format("fill"))
    assert contrast(text, ground) >= 4.5
    assert contrast(mark, ground) >= 3


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [float(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_print_shows_the_broad_drawing_with_its_sources(page: Page, site: str) -> None:
    page.goto(site + "money/")
    page.emulate_media(media="print")
    assert shown(page) == ["broad"]
    assert page.locator(".picture p").last.is_visible()


def test_forced_colours_are_those_of_the_system(page: Page, site: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(site + "money/")
    system = page.evaluate(
        "() => { const one = document.createElement('p'); one.className = 'probe'; document.body.append(one);"
        " return getComputedStyle(one).color }"
    )
    marks = page.locator(".picture svg.broad .done, .picture svg.broad text:not(.muted)").evaluate_all(
        "all => all.map(one => getComputedStyle(one).fill)"
    )
    assert marks
    assert set(marks) == {system}


def test_a_name_of_the_network_shows_its_lines_to_pointer_and_keyboard(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1400})
    page.goto(site + "network/")
    knot = page.locator(".picture svg.broad .knot").first
    expect(knot.locator("path.edge")).to_have_css("stroke-width", "0.6px")
    there = knot.locator("a").evaluate("one => one.href.baseVal ?? one.href")
    knot.locator("a").focus()
    expect(knot.locator("path.edge")).to_have_css("stroke-width", "2px")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{there.removeprefix('../')}")


@pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"},
                                  {"media": "print"}])  # fmt: skip
@pytest.mark.parametrize("width", [1280, 390])
def test_heads_of_arrows_stand_out_in_every_look(page: Page, site: str, look: dict[str, str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(**look)  # type: ignore[arg-type]
    page.goto(site + "network/")
    drawing = "broad" if width == 1280 or "media" in look else "narrow"
    head = page.locator(f".picture svg.{drawing} .head").first
    assert head.is_visible()
    ground = page.locator("body").evaluate(COLOUR.format("backgroundColor"))
    white = "rgb(255, 255, 255)"
    assert contrast(head.evaluate(COLOUR.format("fill")), white if "media" in look else ground) >= 3


def test_the_table_unfolds(page: Page, site: str) -> None:
    page.goto(site + "money/")
    fold = page.locator("details.same-data").first
    expect(fold.locator("td").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("td").first).to_be_visible()
