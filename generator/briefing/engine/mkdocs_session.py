"""MkDocs one page at a time: configuration and theme loaded once, pages made out of any state of the data.

Nothing is written, and nothing of one state reaches a page of another.
"""

import threading
from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote, urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp, get_relative_url, is_error_template

from briefing.engine.content import Content
from briefing.engine.needs import add_theme
from briefing.engine.page_conversion import can_convert, convert_page
from briefing.engine.settings import PLUGIN
from briefing.engine.theme_files import list_theme_files

if TYPE_CHECKING:
    from briefing.engine.plugin import BriefingPlugin


def open_preview_session(settings: Mapping[str, Any], address: str) -> "MkDocsSession":
    """Return MkDocs as ``settings`` have it, for a preview at ``address``; raises what MkDocs and its plugins raise."""
    return MkDocsSession(load_config(**settings, site_url=address, strict=False), address)


class MkDocsSession:
    """The configuration and the theme at one moment.

    A preview has pages at an ``address`` of its own; without one they are for the address that settings and data say.
    """

    def __init__(self, config: MkDocsConfig, address: str | None = None) -> None:
        self.config = config
        command: Literal["build", "serve"] = "serve" if address else "build"
        self.config.plugins.on_startup(command=command, dirty=False)
        self.address = address
        # A preview shows drafts, too.
        self.is_shown = InclusionLevel.is_in_serve if address else InclusionLevel.is_included
        add_theme(self.config)
        self.env = self.config.theme.get_env()
        self.lock = threading.RLock()
        """MkDocs and its plugins keep state of the page at hand: one page at a time."""
        self._theme_files: list[File] | None = None

    @property
    def places(self) -> tuple[Path, ...]:
        """The files and folders that pages are made from, apart from the data."""
        places = (self.config.config_file_path, self.config.docs_dir, self.config.theme.custom_dir)
        return tuple(Path(place).resolve() for place in places if place)

    def open_site(self, content: Content) -> "OnDemandSite":
        """Return the site of one state of the data; raises what MkDocs and its plugins raise."""
        with self.lock:
            return OnDemandSite(self, replace(content, url=self.address or content.url))

    def fresh_config(self) -> MkDocsConfig:
        """Return a configuration that plugins may change without the next state seeing it."""
        config = copy(self.config)
        # Plain lists and dicts alone: a collection of plugins would register all of them once more when it is copied.
        config.data = {key: _copy_plain(value) for key, value in config.items()}
        return config

    def add_theme_files(self, files: Files, config: MkDocsConfig) -> None:
        """Add the theme's own files, searched for once."""
        if self._theme_files is None:
            written = set(files.src_uris)
            files.add_files_from_theme(self.env, config)
            self._theme_files = [file for file in files if file.src_uri not in written]
            return
        for file in self._theme_files:
            # What somebody has written at the same path comes first.
            if file.src_uri not in files.src_uris:
                files.append(file)


def _copy_plain(value: Any) -> Any:
    if type(value) in (dict, list):
        return copy(value)
    return value


class OnDemandSite:
    """One state of the data as a site: the HTML of a page is made when it is asked for."""

    def __init__(self, session: MkDocsSession, content: Content) -> None:
        self._session = session
        self._html: dict[str, bytes] = {}
        plugin: BriefingPlugin = session.config.plugins[PLUGIN]  # type: ignore[assignment]  # any plugin to MkDocs; ours by its name
        plugin.preloaded = content
        self._config = session.config.plugins.on_config(session.fresh_config())
        self._plugins = self._config.plugins
        self._plugins.on_pre_build(config=self._config)
        self._files = self._gather_files()
        # Requests come with their letters unescaped.
        self._documents = self._files.documentation_pages(inclusion=session.is_shown)
        self._pages = {unquote(file.url): file for file in self._documents}
        self._assets = {file.src_uri: file for file in self._files if self._is_asset(file)}
        self._nav = self._plugins.on_nav(
            get_navigation(self._files, self._config), config=self._config, files=self._files
        )
        for file in self._pages.values():
            if file.page is None:
                file.page = Page(None, file, self._config)
        self._converts = can_convert(self._config)
        self._name_hubs()
        self._env = self._plugins.on_env(session.env, config=self._config, files=self._files) or session.env

    def _gather_files(self) -> Files:
        files = get_files(self._config)
        self._session.add_theme_files(files, self._config)
        files = self._plugins.on_files(files, config=self._config)
        set_exclusions(files, self._config)
        return files

    def _name_hubs(self) -> None:
        """Read the pages that every page names: a title may stand in the page itself."""
        for page in self._nav.pages:
            is_hand_written = page.file.generated_by is None
            if page.title is None or is_hand_written:
                self._read(page)

    @property
    def urls(self) -> tuple[str, ...]:
        """The urls of all pages: `companies/acme/`, `./` for the home page."""
        return tuple(self._pages)

    def has_page(self, url: str) -> bool:
        """Whether there is a page at a url."""
        return url in self._pages

    def page_html(self, url: str) -> bytes | None:
        """Return the page at a url, or None where there is none."""
        file = self._pages.get(url or "./")
        if file is None or file.page is None:
            return None
        with self._session.lock:
            if url not in self._html:
                self._read(file.page)
                self._html[url] = self._dress(file.page)
            return self._html[url]

    def make_page(self, path: str) -> bytes:
        """Return the page made of the text at ``path``, and forget it: the pages of a whole site are many."""
        page = self.page_of(path)
        with self._session.lock:
            self._read(page)
            html = self._dress(page)
            if page not in self._nav.pages:
                page.content = page.markdown = None
        return html

    def page_of(self, path: str) -> Page:
        """Return what MkDocs knows of the page made of the text at ``path``; raise KeyError where there is none."""
        file = self._files.get_file_from_path(path)
        if file is None or file.page is None:
            raise KeyError(path)
        return file.page

    @property
    def config(self) -> MkDocsConfig:
        """The configuration as this state of the data has it."""
        return self._config

    @property
    def navigation(self) -> Navigation:
        """The navigation, whose pages have their titles."""
        return self._nav

    @property
    def hand_written_pages(self) -> tuple[str, ...]:
        """The paths of the texts that no plugin has made."""
        return tuple(file.src_uri for file in self._documents if file.generated_by is None)

    def copy_assets(self) -> None:
        """Copy the files of the theme and of the folder of hand-written pages into the folder of the site."""
        self._files.copy_static_files(inclusion=self._session.is_shown)

    def latest_change(self) -> int:
        """Return when the newest page was changed, in seconds since 1970."""
        return get_build_timestamp(pages=[file.page for file in self._documents if file.page is not None])

    @property
    def theme_files(self) -> frozenset[str]:
        """Where the files lie, within the site, that the installed theme brings, most of them for nothing."""
        return list_theme_files(self._files, self._config)

    @property
    def written(self) -> tuple[str, ...]:
        """The paths of all files that no plugin has made."""
        return tuple(file.src_uri for file in self._files if file.generated_by is None)

    def asset(self, path: str) -> bytes | None:
        """Return a file of the theme or of the folder of hand-written pages, or None where there is none."""
        file = self._assets.get(path)
        if file is None:
            return None
        return file.content_bytes

    def template_page(self, name: str, requested: str = "") -> bytes | None:
        """Return what the theme builds beside the pages (`404.html`, `sitemap.xml`), or None where it does not.

        ``requested`` is the path that an error page answers: its addresses are relative to it, as those of pages are.
        """
        base = "/".join([".."] * requested.count("/")) or get_relative_url(".", name)
        return self._fill_template(name, base)

    def built_template_page(self, name: str) -> bytes | None:
        """Return the same as ``template_page`` as a file of a site, where nobody knows what an error page answers."""
        if is_error_template(name):
            return self._fill_template(name, urlsplit(self._config.site_url or "/").path)
        return self._fill_template(name, get_relative_url(".", name))

    def _fill_template(self, name: str, base: str) -> bytes | None:
        if name not in self._config.theme.static_templates:
            return None
        with self._session.lock:
            template = self._plugins.on_pre_template(
                self._env.get_template(name), template_name=name, config=self._config
            )
            context = get_context(self._nav, self._files, self._config, base_url=base)
            context = self._plugins.on_template_context(context, template_name=name, config=self._config)
            output = template.render(context)
            return self._plugins.on_post_template(output, template_name=name, config=self._config).encode()

    def _read(self, page: Page) -> None:
        """Turn a page's Markdown into HTML, as MkDocs does, with all its events."""
        if page.content is not None:
            return
        events: dict[str, Any] = {"config": self._config, "files": self._files}
        page = self._plugins.on_pre_page(page, **events)
        page.read_source(self._config)
        page.markdown = self._plugins.on_page_markdown(page.markdown or "", page=page, **events)
        self._convert(page)
        page.content = self._plugins.on_page_content(page.content or "", page=page, **events)

    def _convert(self, page: Page) -> None:
        is_generated = page.file.generated_by == PLUGIN
        if self._converts and is_generated and convert_page(page, self._config, self._files):
            return
        page.render(self._config, self._files)

    def _dress(self, page: Page) -> bytes:
        """Put the theme around a page."""
        page.active = True
        try:
            context = get_context(self._nav, self._documents, self._config, page)
            template = self._env.get_template(str(page.meta.get("template", "main.html")))
            context = self._plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
            output = self._plugins.on_post_page(template.render(context), page=page, config=self._config)
            return output.encode("utf-8", errors="xmlcharrefreplace")
        finally:
            page.active = False

    def _is_asset(self, file: File) -> bool:
        """Whether a file is handed out as it is, as a build would copy it."""
        return file.generated_by is None and bool(self._session.is_shown(file.inclusion))  # type: ignore[no-untyped-call]
