"""The folder of a site for a host that reads no rules."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from briefing.engine.bare_host import fit_to_bare_host, is_bare
from briefing.engine.plugin import BriefingPlugin
from tests.small_briefing import files_of


def config(**extra: object) -> MkDocsConfig:
    settings = MkDocsConfig()
    settings.load_dict({"site_name": "x", "extra": extra})
    return settings


@pytest.mark.parametrize(("extra", "bare"), [({}, False), ({"bare_host": True}, True), ({"bare_host": False}, False)])
def test_the_settings_say_which_host_it_is_for(extra: dict[str, object], bare: bool) -> None:
    page = "<meta charset=utf-8>"
    assert is_bare(config(**extra)) is bare
    plugin = BriefingPlugin()
    for name, shown in (("404.html", bare), ("sitemap.xml", False)):
        assert ("Policy" in plugin.on_post_template(page, template_name=name, config=config(**extra))) is shown
    assert ("Policy" in plugin.on_post_page(page, page=None, config=config(**extra))) is bare  # type: ignore[arg-type]


def test_a_preview_may_put_its_script_into_pages() -> None:
    plugin = BriefingPlugin()
    plugin.on_startup(command="serve", dirty=False)
    page = "<meta charset=utf-8>"
    assert plugin.on_post_page(page, page=None, config=config(bare_host=True)) == page  # type: ignore[arg-type]


def test_pages_take_the_place_of_rules(tmp_path: Path) -> None:
    rules = "/companies/apex/ /companies/acme/ 301\n/about/old/ /about/ 301\n"
    (tmp_path / "_redirects").write_text(rules, encoding="utf-8")
    (tmp_path / "about" / "old").mkdir(parents=True)
    (tmp_path / "about" / "old" / "index.html").write_text("by hand", encoding="utf-8")
    fit_to_bare_host(tmp_path, "https://briefing.example/")
    files = files_of(tmp_path)
    assert set(files) == {".nojekyll", "about/old/index.html", "companies/apex/index.html"}
    assert files["about/old/index.html"] == b"by hand"
    assert b"../acme/" in files["companies/apex/index.html"]


def test_a_site_without_rules_needs_no_page_more(tmp_path: Path) -> None:
    fit_to_bare_host(tmp_path, "")
    assert set(files_of(tmp_path)) == {".nojekyll"}
