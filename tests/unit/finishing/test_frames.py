"""Where other sites may frame pages: nowhere, but for cards, and nowhere at all where a name cannot be denied."""

import pytest

from briefing.finishing.frames import denied_addresses

CARD = "embed/status-0123456789ab/index.html"


def test_a_site_without_cards_is_denied_as_a_whole() -> None:
    assert denied_addresses(["index.html", "a/index.html"]) == ("/*",)


def test_every_folder_and_file_but_the_cards_is_named() -> None:
    paths = [
        "index.html",
        "404.html",
        "a/index.html",
        "a/b/c.json",
        CARD,
        "llms.txt",
        "_headers",
        ".mark",
        "embed/x.css",
    ]
    assert denied_addresses(paths) == (
        "/", "/.mark", "/404.html", "/404", "/a/*", "/index.html", "/index", "/llms.txt",
    )  # fmt: skip


@pytest.mark.parametrize(
    "name", ["a b", "a*", ":a", "a\n  X-Frame-Options: ALLOW", "日本", "a%62", "?a", "a#b", "-a", "[a]"]
)
@pytest.mark.parametrize("rest", ["", "/index.html"])
def test_where_a_name_cannot_stand_in_a_rule_nothing_may_be_framed(name: str, rest: str) -> None:
    assert denied_addresses(["index.html", CARD, f"{name}{rest}"]) == ("/*",)


def test_a_name_of_that_sort_below_a_folder_is_no_matter() -> None:
    assert "/*" not in denied_addresses(["index.html", CARD, "a/b c.html"])
