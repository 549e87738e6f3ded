"""What our pages need of MkDocs: settings in, the same with what a briefing's own mkdocs.yml left out."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "attr_list": {},
    "def_list": {},
    "md_in_html": {},
    "tables": {"use_align_attribute": True},  # instead of inline styles, which the site's own policy forbids
}
"""What the Markdown of our pages is written with, and the options that it needs."""

THEME = Path(__file__).parent / "theme"
STYLES = ("assets/briefing.css", "assets/pictures.css")
SCRIPT = "assets/page.js"

_BUNDLES = frozenset({"extra", "markdown.extensions.extra", "pymdownx.extra"})
"""Extensions that bring some of ours with options of their own; whoever is named last is heard."""


def add_what_pages_need(config: MkDocsConfig) -> None:
    """Let MkDocs read and show our pages as they are meant, whatever else its settings ask for.

    Raises PluginError for a setting that no page of ours can live with.
    """
    if not config.use_directory_urls:
        raise PluginError(
            f"{config.config_file_path}: use_directory_urls is false, but every page of a briefing has a folder of its"
            " own, as its address says: take that line out"
        )
    if config.theme.name == "material":
        # Its usual fonts come from another host, and no page of ours asks one.
        config.theme["font"] = False
    add_theme(config)
    _add_extensions(config)
    _add_assets(config)


def add_theme(config: MkDocsConfig) -> None:
    """Lay our theme over Material, and beneath a folder of the briefing's own, where its settings do not name it."""
    folders = config.theme.dirs
    if config.theme.name == "material" and not any((Path(folder) / STYLES[0]).is_file() for folder in folders):
        folders.insert(1 if config.theme.custom_dir else 0, str(THEME))


def _add_extensions(config: MkDocsConfig) -> None:
    named = list(config.markdown_extensions)
    if _BUNDLES.intersection(named):
        named = [name for name in named if name not in EXTENSIONS]
    config.markdown_extensions = [*named, *(name for name in EXTENSIONS if name not in named)]
    for name, options in EXTENSIONS.items():
        if options:
            config.mdx_configs[name] = {**config.mdx_configs.get(name, {}), **options}


def _add_assets(config: MkDocsConfig) -> None:
    """Name the styles and the script of our theme, where it is the one in use."""
    there = [Path(folder) for folder in config.theme.dirs]
    own = [path for path in (*STYLES, SCRIPT) if any((folder / path).is_file() for folder in there)]
    config.extra_css = [*(path for path in STYLES if path in own and path not in config.extra_css), *config.extra_css]
    if SCRIPT in own and SCRIPT not in map(str, config.extra_javascript):
        script = ExtraScriptValue(SCRIPT)
        script.type = "module"
        config.extra_javascript = [script, *config.extra_javascript]
