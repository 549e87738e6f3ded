"""The navigation: only what exists, and every kind of the briefing."""

from briefing.engine.navigation import NavItem, fit_navigation

NAV: list[NavItem] = [
    {"Overview": "index.md"},
    {"Companies": "companies/index.md"},
    {"People": "people/index.md"},
    {"More": [{"Money": "money/index.md"}, "gone.md", {"Elsewhere": "https://example.org/"}]},
    {"Empty": ["gone.md"]},
]


def test_only_pages_that_exist_are_named_and_emptied_sections_go() -> None:
    pages = {"index.md", "companies/index.md", "money/index.md"}
    assert fit_navigation(NAV, pages.__contains__, ("companies/index.md", "people/index.md")) == [
        {"Overview": "index.md"},
        {"Companies": "companies/index.md"},
        {"More": [{"Money": "money/index.md"}, {"Elsewhere": "https://example.org/"}]},
    ]


def test_kinds_of_a_briefings_own_follow_the_other_kinds() -> None:
    pages = {"index.md", "companies/index.md", "vehicles/index.md", "money/index.md"}
    hubs = ("companies/index.md", "vehicles/index.md", "engines/index.md")
    nav = fit_navigation([{"Overview": "index.md"}, "companies/index.md", "money/index.md"], pages.__contains__, hubs)
    assert nav == [{"Overview": "index.md"}, "companies/index.md", "vehicles/index.md", "money/index.md"]


def test_no_navigation_at_all_names_the_kinds() -> None:
    assert fit_navigation([], {"vehicles/index.md"}.__contains__, ("vehicles/index.md",)) == ["vehicles/index.md"]
