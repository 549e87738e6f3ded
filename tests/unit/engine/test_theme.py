"""The theme over Material: what it replaces is pinned, what it relies on is there, and no rule styles nothing."""

import hashlib
import re
from pathlib import Path

import pytest

from briefing.edges.pages import read_pages
from briefing.engine.content import ContentReader

ROOT = Path(__file__).resolve().parents[3]
THEME = ROOT / "generator/briefing/engine/theme"
# When one of these changes with an upgrade, compare our template with the new upstream one, then renew the digest.
UPSTREAM = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/path.html": "cbde0642861fe91597825d03c1c8cf6876f1fd079045579edea5bf578075d2ca",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/tabs.html": "d2c82916569e645a6b6dc5a36a2beddfaca5a66c8738c5b3e13b7d100ac2e8b7",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
}
FROM_SCRIPTS = {"js", "no-js"}.union(
    *(re.findall(r"[a-z][a-z0-9-]*", script.read_text(encoding="utf-8")) for script in THEME.glob("assets/**/*.js"))
)


def upstream(name: str) -> str:
    material = pytest.importorskip("material")
    return (Path(material.__file__).parent / "templates" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", UPSTREAM)
def test_what_we_stand_in_for_has_not_moved(name: str) -> None:
    assert hashlib.sha256(upstream(name).encode()).hexdigest() == UPSTREAM[name]


def test_replaced_partials_keep_the_licence_notice() -> None:
    partials = list((THEME / "partials").rglob("*.html"))
    assert partials
    for partial in partials:
        assert "Copyright (c) 2016-2025 Martin Donath" in partial.read_text(encoding="utf-8"), partial


def test_the_header_still_ends_where_we_put_the_way_to_search() -> None:
    assert 'replace("</nav>", search ~ "</nav>")' in (THEME / "main.html").read_text(encoding="utf-8")
    parts = ("header", "logo", "palette", "javascripts/palette", "alternate", "source")
    ends = {part: upstream(f"partials/{part}.html").count("</nav>") for part in parts}
    assert {part: count for part, count in ends.items() if count} == {"header": 1}
    assert '{% if "material/search" in config.plugins %}' in upstream("partials/header.html")


def test_the_markup_that_the_frame_goes_by_is_there() -> None:
    parts = "".join(upstream(name) for name in ("base.html", "partials/header.html", "partials/palette.html"))
    for mark in (
        'class="md-header__title"', 'data-md-component="palette"', "data-md-color-media", 'name="__palette"', "hidden>",
    ):  # fmt: skip
        assert mark in parts, mark
    assert 'class="md-top' in upstream("partials/top.html")
    assert 'data-md-component="toc"' in upstream("partials/toc.html")
    assert '__md_get("__palette")' in upstream("partials/javascripts/palette.html")
    assert 'aria-labelledby="{{ path }}_label" aria-expanded' in upstream("partials/nav-item.html")


def test_blocks_that_we_extend_exist() -> None:
    base = upstream("base.html")
    for template in ("main.html", "404.html"):
        for block in re.findall(r"{% block (\w+) %}", (THEME / template).read_text(encoding="utf-8")):
            assert f"{{% block {block} %}}" in base


def test_every_class_that_we_style_is_on_some_page() -> None:
    styles = re.sub(
        r"/\*.*?\*/|\"[^\"]*\"", "", (THEME / "assets/briefing.css").read_text(encoding="utf-8"), flags=re.S
    )
    styled = set(re.findall(r"\.([a-z][a-z0-9-]*)(?=[^{}]*{)", styles)) - FROM_SCRIPTS
    ours = {name for name in styled if not name.startswith(("md-", "headerlink"))}
    pages = "\n".join(ContentReader(ROOT / "data").read().pages.values())
    hand_written = b"\n".join(read_pages(ROOT / "docs").values()).decode()
    templates = "\n".join(file.read_text(encoding="utf-8") for file in THEME.rglob("*.html"))
    views = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "generator/briefing/views").rglob("*.py"))
    unused = {name for name in ours if not re.search(rf"\b{name}\b", pages + hand_written + templates + views)}
    assert unused == set()


def test_the_style_sheet_asks_for_nothing() -> None:
    assert "url(" not in (THEME / "assets/briefing.css").read_text(encoding="utf-8")
    assert "@import" not in (THEME / "assets/briefing.css").read_text(encoding="utf-8")


def test_the_script_that_opens_search_asks_for_all_others_at_once() -> None:
    """What it does not know of is asked for only when another script names it."""
    folder = THEME / "assets/search"
    listed = re.search(r'MODULES = "([a-z ]+)"', (folder / "open.js").read_text(encoding="utf-8"))
    assert listed
    assert listed[1].split() == sorted({script.stem for script in folder.glob("*.js")} - {"open"})
