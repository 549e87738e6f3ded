"""The MkDocs plugin: hands the pages of the data folder to MkDocs, and lays the static files over its output.

Nothing is written into the docs folder. Data with errors stops a build before the last site is touched.
"""

import logging
import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from briefing.decode.text_checks.addresses import check_site_address
from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.diagnostics.text_report import report_text
from briefing.edges.disk import relative_name, write_files
from briefing.edges.interrupts import end_as_interrupted
from briefing.edges.pages import Written, is_hidden, list_written, name_beside, say_left_out
from briefing.edges.publish import write_marker
from briefing.edges.terminal import write_any_letter
from briefing.engine.bare_host import fit_to_bare_host, is_bare
from briefing.engine.content import Content, ContentReader
from briefing.engine.frame_parts import share_frame_parts
from briefing.engine.mkdocs_preview import Preview
from briefing.engine.navigation import fit_navigation
from briefing.engine.needs import add_what_pages_need
from briefing.engine.settings import PLUGIN
from briefing.engine.theme_files import list_theme_files, remove_unused
from briefing.finishing.bare_host import add_policy
from briefing.model.sites import normal_site

_log = logging.getLogger(f"mkdocs.plugins.{PLUGIN}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_DAY, _LAST_DAY = "1970-01-01", "2105-12-31"
"""The days that the packed sitemap can be dated with: gzip counts seconds from 1970 in 32 bits."""


class DataPage(File):
    """A page of the data: its text is asked for when MkDocs reads it, and not before."""

    def __init__(self, config: MkDocsConfig, path: str, texts: Mapping[str, str]) -> None:
        in_nav = InclusionLevel.NOT_IN_NAV
        super().__init__(path, None, config.site_dir, config.use_directory_urls, inclusion=in_nav)
        self.generated_by = PLUGIN
        self._texts = texts
        self._replaced: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        if self._replaced is not None:
            return self._replaced
        return self._texts[self.src_uri]

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        """Let another plugin replace the text."""
        self._replaced = content


class BriefingPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call] # see config_scheme
    """A briefing as a MkDocs site."""

    # The older way to say it: with a class of options, none could be called `data`.
    config_scheme = (
        ("data", config_options.Type(str, default="data")),
        ("as_of", config_options.Optional(config_options.Type((str, date)))),
        ("site_url", config_options.Optional(config_options.Type(str))),
    )

    preloaded: Content | None = None
    """Content read already, by whoever runs the build; otherwise the data folder is read."""

    def __init__(self) -> None:
        self._content = Content()
        self._written = Written()
        self._theme_files: frozenset[str] = frozenset()
        self._reader: ContentReader | None = None
        self._preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Forget earlier runs in this process; only a preview outlives broken data."""
        del dirty
        write_any_letter()
        end_as_interrupted()
        self.preloaded = self._reader = None
        self._preview = Preview() if command == "serve" else None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the data and fit the configuration to it, before MkDocs cleans the site folder."""
        data_dir = self._data_dir(config)
        if self._preview and self.preloaded is None:
            self._content = self._preview.last_good(self._read(data_dir, config))
            config.watch.append(str(data_dir))
        else:
            self._content = self.preloaded or self._read(data_dir, config)
            _refuse_broken(self._content)
            config.site_url = self._content.url or config.site_url
        self._written = self._list_written(Path(config.docs_dir), data_dir)
        _refuse_pages_in_the_way(self._content, Path(config.docs_dir))
        _fit_settings(config, self._content)
        return config

    def _list_written(self, docs_dir: Path, data_dir: Path) -> Written:
        """Return the files that may be published, before MkDocs looks into the folder and follows all links."""
        written = list_written(docs_dir, name_beside(docs_dir, data_dir))
        if written.findings:
            raise PluginError(report_text(written.findings, {}, f"{relative_name(data_dir)}/"))
        if sentence := say_left_out(written):
            _log.info(sentence)
        return written

    def _data_dir(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").parent / str(self.config["data"])

    def _read(self, data_dir: Path, config: MkDocsConfig) -> Content:
        if self._reader is None:
            self._reader = self._open_reader(data_dir, config)
        try:
            return self._reader.read()
        except ExportUnfit as unfit:
            raise PluginError(str(unfit)) from unfit

    def _open_reader(self, data_dir: Path, config: MkDocsConfig) -> ContentReader:
        if not data_dir.is_dir():
            raise PluginError(f"there is no data folder {data_dir}")
        # YAML makes a date of what looks like one.
        as_of = self.config["as_of"]
        reader = ContentReader(
            data_dir,
            str(as_of) if as_of else None,
            _check_address(self.config["site_url"]),
            publishing=self._preview is None,
            docs_dir=Path(config.docs_dir),
        )
        if reader.past.notice:
            _log.info(reader.past.notice)
        return reader

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, in memory; what is not in the navigation is so on purpose."""
        for file in list(files):
            if file.src_dir == config.docs_dir and not self._may_publish(file):
                files.remove(file)
        self._theme_files = list_theme_files(files, config)
        to_data = Path(os.path.relpath(self._data_dir(config), config.docs_dir)).as_posix()
        for path in self._content.pages:
            file = DataPage(config, path, self._content.pages)
            source = self._content.data_files.get(path)
            # A page is edited in the data; one that no data file makes is not edited at all.
            file.edit_uri = f"{to_data}/{source}" if source else None
            files.append(file)
        return files

    def _may_publish(self, file: File) -> bool:
        """Whether a file of the docs folder is one that we read; a hidden one, which settings may name, is no link."""
        if not is_hidden(file.src_uri):
            return file.src_uri in self._written.files
        plain = Path(str(file.src_dir)).resolve() / file.src_uri
        return plain.is_file() and plain.resolve() == plain

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Date every page by the data, not by the clock."""
        del config
        if not self._content.day:
            return nav
        # ISO dates sort as text.
        day = min(max(self._content.day, _FIRST_DAY), _LAST_DAY)
        for file in files.documentation_pages():
            if file.page:
                file.page.update_date = day
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Render what is equal on many pages once."""
        del files
        share_frame_parts(env.globals, config)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Tell the page for what is missing whether names are searched in Japanese, too."""
        del template_name, config
        context["japanese"] = self._content.japanese  # type: ignore[typeddict-unknown-key] # templates take any name
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the frame of the page its day, its feeds and its image: its own, else that of the home page.

        The day is that of the data; a hand-written page may state another `date` in its front matter.
        """
        del config, nav
        variables = cast(dict[str, object], context)  # MkDocs types its own; templates take any name
        variables["japanese"] = self._content.japanese
        variables["page_day"] = self._page_day(page)
        variables["share_image"] = self._content.share_image(page.url)
        variables["feeds"] = self._content.feeds_at(page.url)
        return context

    def _page_day(self, page: Page) -> str | None:
        stated = str(page.meta.get("date", ""))
        if _DAY.fullmatch(stated):
            return stated
        return self._content.day

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let a page say its policy, where no header does."""
        del page
        return self._with_policy(output, config)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Let a page of the theme say its policy, where no header does."""
        if template_name.endswith(".html"):
            return self._with_policy(output_content, config)
        return output_content

    def _with_policy(self, html: str, config: MkDocsConfig) -> str:
        # A preview of MkDocs puts a script of its own into every page.
        if self._preview is None and is_bare(config):
            return add_policy(html)
        return html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Take out what the theme brings for nothing, lay the static files over the site, and mark it as ours."""
        site = Path(config.site_dir)
        if self._preview is None:
            remove_unused(site, self._theme_files, self._content.static.keys())
        self.lay_over(site, self._content, config)

    @staticmethod
    def lay_over(site: Path, content: Content, config: MkDocsConfig) -> None:
        """Write what is no page into the folder of a site, and mark it as ours to replace."""
        write_files(site, content.static)
        write_files(site, content.images)
        if is_bare(config):
            fit_to_bare_host(site, config.site_url or "")
        write_marker(site)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Let the preview outlive broken data."""
        if self._preview:
            data_dir = self._data_dir(config)
            self._preview.attach(server, lambda: self._read(data_dir, config), builder)
        return server


def _check_address(address: str | None) -> str | None:
    """Return the address of the site in its one spelling; raise PluginError for what is no address of one."""
    if not address:
        return None
    if problem := check_site_address(address):
        _, message, hint = problem
        raise PluginError(f"site_url of the plugin: {message}; {hint}")
    return normal_site(address)


def _refuse_broken(content: Content) -> None:
    if content.report:
        print(content.report, end="")
        raise PluginError("the data has errors: nothing was built, the last site is as it was")


def _refuse_pages_in_the_way(content: Content, docs_dir: Path) -> None:
    for path in content.pages:
        if (docs_dir / path).exists():
            raise PluginError(f"{docs_dir / path} is in the way of a generated page: give it another name")


def _fit_settings(config: MkDocsConfig, content: Content) -> None:
    """Let the data say what the briefing is called, and the navigation name only what there is."""
    # Themes print both as they are: escaped here, they can be no markup, and are not escaped twice.
    config.site_name = escape(content.name or config.site_name)
    if content.description:
        config.site_description = escape(content.description)
    docs_dir = Path(config.docs_dir)

    def exists(path: str) -> bool:
        return path in content.pages or (docs_dir / path).is_file()

    config.nav = fit_navigation(config.nav or [], exists, content.hubs)
    add_what_pages_need(config)
