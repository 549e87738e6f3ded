"""From the content of a site to a tree of files: pages converted by MkDocs, everything else laid beside them.

Where only this program, MkDocs and Material have a say in a page, it is taken from the last site, or made by one of
several processes with MkDocs around that page. Where anybody else has, MkDocs builds everything as it always does.
"""

import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from briefing.edges.disk import write_files
from briefing.edges.progress import show_progress
from briefing.edges.workers import Crew
from briefing.engine.content import Content
from briefing.engine.last_site import KnownPage
from briefing.engine.mkdocs_session import MkDocsSession, OnDemandSite
from briefing.engine.page_keys import is_ours_alone
from briefing.engine.page_maker import MadePage, PageMaker
from briefing.engine.settings import PLUGIN

if TYPE_CHECKING:
    from briefing.engine.plugin import BriefingPlugin

_SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class Converted:
    """What is known of the pages that were made: what they were made from, by path, and what they say to the crawl.

    ``config`` is how MkDocs was set up for them.
    ``lines`` are by the digest of a page's bytes; those of pages that were taken from the last site are not among them.
    ``theme_files`` are the paths of what the theme has brought, whether or not a page refers to it; ``data_files`` are
    those of files that were written from the data and are no page. ``made`` is how many pages were made anew.
    """

    config: MkDocsConfig
    pages: dict[str, KnownPage] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    theme_files: frozenset[str] = frozenset()
    data_files: frozenset[str] = frozenset()
    made: int = 0


def convert_site(
    content: Content, settings: Mapping[str, Any], tree: Path, last: Path, known: Mapping[str, KnownPage]
) -> Converted:
    """Fill ``tree`` with the site of ``content``; ``last`` is the folder of the last site, and ``known`` its pages.

    Raises what MkDocs and its plugins raise, and OSError.
    """
    config = load_config(**settings, site_dir=str(tree), strict=False)
    if is_ours_alone(config):
        return _make_site(content, MkDocsSession(config), tree, last, known)
    _run_mkdocs(content, config)
    return Converted(config)


def _run_mkdocs(content: Content, config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    _plugin_of(config).preloaded = content
    build(config)
    config.plugins.on_shutdown()


def _plugin_of(config: MkDocsConfig) -> "BriefingPlugin":
    return config.plugins[PLUGIN]  # type: ignore[return-value]  # any plugin to MkDocs; ours by its name


def _make_site(
    content: Content, session: MkDocsSession, tree: Path, last: Path, known: Mapping[str, KnownPage]
) -> Converted:
    """Do what MkDocs would do, in its order: what is written later lies over what was there."""
    site = session.open_site(content)
    maker = PageMaker(content, site, known, last)
    pages: dict[str, KnownPage] = {}
    lines: dict[str, str] = {}
    count = 0
    site.copy_assets()
    write_files(tree, dict(_pack_sitemap(site)))
    first, *further = [*content.pages, *site.hand_written_pages]
    # Before there are others, each of which would have to compile the templates for itself.
    made = [*_theme_pages(site, maker), maker.make(first)]
    with Crew(maker.make, further) as crew:
        # What draws on everything is made here, while others make the pages.
        others = {path: content.static[path] for path in content.static if path not in content.pages}
        for page in show_progress(chain(made, crew.results()), len(made) + len(further), "pages"):
            write_files(tree, page.files)
            pages[page.path] = page.known
            if page.line:
                lines[page.known.digest] = page.line
                count += 1
    _plugin_of(site.config).lay_over(tree, replace(content, static=others), site.config)
    return Converted(site.config, pages, lines, site.theme_files, frozenset(content.static), count)


def _theme_pages(site: OnDemandSite, maker: PageMaker) -> Iterator[MadePage]:
    """Yield the pages that the theme shows for none."""
    for name in sorted(site.config.theme.static_templates - {_SITEMAP}):
        page = maker.make_theme_page(name)
        if page is not None:
            yield page


def _pack_sitemap(site: OnDemandSite) -> Iterator[tuple[str, bytes]]:
    """Yield the sitemap by its path, and packed."""
    sitemap = site.built_template_page(_SITEMAP)
    if sitemap is None or not sitemap.strip():
        return
    yield _SITEMAP, sitemap
    packed = io.BytesIO()
    with gzip.GzipFile(f"{_SITEMAP}.gz", "wb", fileobj=packed, mtime=site.latest_change()) as archive:
        archive.write(sitemap)
    yield f"{_SITEMAP}.gz", packed.getvalue()
