"""Which script a page starts: our small one, or the theme's own where something is asked for that only it does."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.engine.build import build_site
from briefing.engine.content import Content
from briefing.finishing.finish import finish_site
from briefing.finishing.page import read_built_pages

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = (ROOT / "generator/briefing/engine/mkdocs.yml").read_text(encoding="utf-8")
TABLE = "\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"
BUNDLE = "assets/javascripts/bundle."
FRAME = "assets/frame.js"
BOXED = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table>'


def build(content: Content, folder: Path, settings: str) -> Path:
    (folder / "data").mkdir()
    (folder / "docs").mkdir()
    settings = settings.replace("custom_dir: theme", f"custom_dir: {ROOT}/generator/briefing/engine/theme")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    pages = {path: text + TABLE for path, text in content.pages.items()}
    build_site(replace(content, pages=pages), folder / "data", folder / "s")
    return folder / "s"


def test_our_settings_need_only_our_script(content: Content, tmp_path: Path) -> None:
    site = build(content, tmp_path, SETTINGS)
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    assert len(pages) > len(content.pages)
    for page in pages:
        assert BUNDLE not in page
        assert FRAME in page
        assert "__config" not in page
        assert page.count("<table>") == page.count(BOXED)
        assert page.count("<div") == page.count("</div>")
    assert sum(page.count(BOXED) for page in pages) == len(content.pages)
    sheet = next((site / "assets/stylesheets").glob("main.*.min.css")).read_text(encoding="utf-8")
    assert ".md-header__title--active" in sheet
    assert ".md-code__button" not in sheet


def test_settings_without_features_need_only_our_script(content: Content, tmp_path: Path) -> None:
    before, _, after = SETTINGS.partition("  features:\n")
    site = build(content, tmp_path, before + after[after.index("\nplugins:") :])
    assert FRAME in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    - toc.follow\n", "    - toc.follow\n    - content.code.copy\n"),
        ("  generator: false\n", "  generator: false\n  theme_script: true\n"),
        ("  - briefing:", "  - search\n  - briefing:"),
    ],
)
def test_what_only_the_theme_s_script_does_brings_it_back(
    content: Content, tmp_path: Path, before: str, after: str
) -> None:
    assert before in SETTINGS
    site = build(content, tmp_path, SETTINGS.replace(before, after))
    for path in ("index.html", "404.html", "companies/acme/index.html"):
        page = (site / path).read_text(encoding="utf-8")
        assert BUNDLE in page
        assert FRAME not in page
        assert "__config" in page
        assert BOXED not in page
    sheet = next((site / "assets/stylesheets").glob("main.*.min.css")).read_text(encoding="utf-8")
    assert ".md-code__button" in sheet


def test_words_of_scripts_that_nothing_starts_keep_no_rule() -> None:
    css = b".theirs{color:red}.ours{color:red}"
    files = {"assets/javascripts/b.js": b"'theirs'", "assets/own/part.js": b"'ours'", "a.css": css}
    page = b'<p>a</p><script type="module" src="../%s"></script>'
    ours = {**files, "i.html": page % b"x.js"}
    assert finish_site(ours, read_built_pages(ours))["a.css"] == b".ours{color:red}"
    theirs = {**files, "i.html": page % b"assets/javascripts/b.js"}
    assert finish_site(theirs, read_built_pages(theirs))["a.css"] == css
