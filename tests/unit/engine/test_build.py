"""A site built by way of MkDocs: its pages, what lies over them, and what a failure leaves."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.edges.publish import MARKER
from briefing.engine.build import SiteFailed, build_site, warn_of_heavy_pages
from briefing.engine.content import Content


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def site(content: Content, data: Path) -> Path:
    build_site(content, data, data.parent / "site")
    return data.parent / "site"


def files_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def test_pages_twins_and_marker_lie_where_they_belong(site: Path) -> None:
    files = files_of(site)
    assert files["api/v1/index.json"] == b'{"version": 1}'
    assert files["companies/acme/index.md"] == b"# Acme\n"
    assert MARKER in files
    assert b'href="../"' in files["companies/acme/index.html"]
    assert [path.name for path in sorted(site.parent.iterdir())] == [".briefing", "data", "site"]


def test_the_navigation_has_the_hubs_and_no_subject(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    tabs = re.findall(r'class="md-tabs__link"[^>]*>([^<]*)<', home)
    assert tabs == ["Overview", "Companies", "Vehicles", "About"]
    acme = (site / "companies/acme/index.html").read_text(encoding="utf-8")
    active = re.findall(r'md-tabs__item--active">\s*<a [^>]*>([^<]*)<', acme)
    assert active == ["Companies"]
    path = re.findall(r'md-path__link"><span class="md-ellipsis">([^<]*)<', acme)
    assert path == ["Overview", "Companies"]


def test_names_from_the_data_are_no_markup(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<AI" not in home
    assert "Chips &amp; &lt;AI" in home
    assert "&amp;amp;" not in home


def test_no_page_asks_another_host_or_holds_a_style(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:link|script|img|iframe|source)\b[^>]*\b(?:href|src)="(https?:)?//([^"]*)', text)
        assert [host for _, host in loaded if not host.startswith("briefing.example/")] == [], page
        assert not re.search(r"<style|\sstyle=", text), page


def test_dates_come_from_the_data_and_builds_are_the_same_bytes(content: Content, data: Path) -> None:
    build_site(content, data, data.parent / "one")
    build_site(content, data, data.parent / "two")
    one, two = files_of(data.parent / "one"), files_of(data.parent / "two")
    assert one == two
    assert set(re.findall(rb"<lastmod>(.*?)</lastmod>", one["sitemap.xml"])) == {b"2026-11-22"}
    assert one["sitemap.xml"].count(b"<loc>https://briefing.example/") == len(content.pages)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_no_archive_can_bear_stops_no_build(content: Content, data: Path, day: str) -> None:
    build_site(replace(content, day=day), data, data.parent / "site")
    assert (data.parent / "site" / "sitemap.xml.gz").is_file()


def own_settings(data: Path, more: str = "", nav: str = "") -> None:
    """Put an mkdocs.yml beside the data: that of this repository, with more settings and a page in its navigation."""
    ours = Path(__file__).resolve().parents[3]
    settings = (ours / "generator/briefing/engine/mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("custom_dir: theme", f"custom_dir: {ours}/generator/briefing/engine/theme").replace(
        "nav:\n", f"nav:\n{nav}", 1
    )
    (data.parent / "mkdocs.yml").write_text(more + settings, encoding="utf-8")
    (data.parent / "docs").mkdir(exist_ok=True)


@pytest.mark.parametrize("theme", ["{name: material, font: {text: Roboto}}", "material"])
def test_settings_that_name_little_or_other_hosts_give_a_whole_site(content: Content, data: Path, theme: str) -> None:
    settings = f"site_name: x\ntheme: {theme}\nmarkdown_extensions: [extra, {{toc: {{permalink: true}}}}]\n"
    (data.parent / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (data.parent / "docs").mkdir(exist_ok=True)
    table = "\n| a { #a } | b |\n|--:|---|\n| 1 { #one } | 2 |\n"
    pages = {**content.pages, "about/index.md": content.pages["about/index.md"] + table}
    build_site(replace(content, pages=pages), data, data.parent / "site")
    about = (data.parent / "site/about/index.html").read_text(encoding="utf-8")
    assert 'id="one"' in about
    assert 'src="../assets/frame.js"' in about  # our theme lies over Material, named or not
    assert 'align="right"' in about


def test_a_setting_that_no_page_can_live_with_is_named(content: Content, data: Path) -> None:
    own_settings(data, "use_directory_urls: false\n")
    with pytest.raises(SiteFailed, match=r"mkdocs\.yml: use_directory_urls is false"):
        build_site(content, data, data.parent / "site")


def test_hand_written_pages_beside_the_data_are_part_of_the_site(content: Content, data: Path) -> None:
    own_settings(data, nav="  - Team: team.md\n")
    page = "---\ntitle: The team\ndescription: Who we are\n---\n\n# The team\n"
    (data.parent / "docs" / "team.md").write_text(page, encoding="utf-8")
    build_site(content, data, data.parent / "site")
    assert "Who we are" in (data.parent / "site" / "team" / "index.html").read_text(encoding="utf-8")


def test_a_site_with_a_broken_link_is_not_published(content: Content, data: Path) -> None:
    (data.parent / "docs").mkdir(exist_ok=True)
    (data.parent / "docs" / "team.md").write_text("# The team\n\n[Gone](gone.md)\n", encoding="utf-8")
    with pytest.raises(SiteFailed, match=r"gone\.md"):
        build_site(content, data, data.parent / "site")
    assert not (data.parent / "site").exists()


def test_a_hand_written_page_in_the_way_stops_the_build(content: Content, data: Path, site: Path) -> None:
    before = files_of(site)
    (data.parent / "docs" / "about").mkdir(parents=True)
    (data.parent / "docs" / "about" / "index.md").write_text("# Us\n", encoding="utf-8")
    with pytest.raises(SiteFailed, match="in the way"):
        build_site(content, data, site)
    assert files_of(site) == before


def test_edit_links_lead_to_the_data(content: Content, data: Path) -> None:
    own_settings(data, "repo_url: https://code.example/acme/briefing\nedit_uri: edit/main/docs/\n")
    build_site(content, data, data.parent / "site")
    acme = (data.parent / "site/companies/acme/index.html").read_text(encoding="utf-8")
    assert 'href="https://code.example/acme/briefing/edit/main/data/companies/acme.yml"' in acme
    assert 'rel="edit"' not in (data.parent / "site/about/index.html").read_text(encoding="utf-8")


def test_a_build_for_another_address_names_that(content: Content, data: Path) -> None:
    build_site(replace(content, url="https://preview.example/x/"), data, data.parent / "site")
    home = (data.parent / "site" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://preview.example/x/">' in home


def test_a_page_over_its_budget_is_published_and_named(content: Content, data: Path) -> None:
    assert warn_of_heavy_pages(build_site(content, data, data.parent / "site").heavy) == ""
    noise = random.Random(1).randbytes(60 * 512).hex()
    pages = {**content.pages, "about/index.md": f"{content.pages['about/index.md']}\n{noise}\n"}
    warning = warn_of_heavy_pages(build_site(replace(content, pages=pages), data, data.parent / "site").heavy)
    assert re.search(r"  about/index\.html: budget-page: 3\d\.\d KB of 30\.0 KB\n", warning)
    assert "divide the record" in warning
    assert noise in (data.parent / "site/about/index.html").read_text(encoding="utf-8")
