"""What our pages need of MkDocs, added to settings in which a briefing's own mkdocs.yml left it out."""

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
    _refuse_flat_urls(config)
    if config.theme.name == "material":
        # Its usual fonts come from another host, and no page of ours asks one.
        config.theme["font"] = False
    add_theme(config)
    _add_extensions(config)
    _add_assets(config)


def _refuse_flat_urls(config: MkDocsConfig) -> None:
    if config.use_directory_urls:
        return
    raise PluginError(
        f"{config.config_file_path}: use_directory_urls is false, but every page of a briefing has a folder of its"
        " own, as its address says: take that line out"
    )


def add_theme(config: MkDocsConfig) -> None:
    """Lay our theme over Material, and beneath a folder of the briefing's own, where its settings do not name it."""
    if config.theme.name != "material" or _has_asset(config, STYLES[0]):
        return
    # MkDocs takes a file from the first folder that has it.
    position = 1 if config.theme.custom_dir else 0
    config.theme.dirs.insert(position, str(THEME))


def _has_asset(config: MkDocsConfig, path: str) -> bool:
    return any((Path(folder) / path).is_file() for folder in config.theme.dirs)


def _add_extensions(config: MkDocsConfig) -> None:
    config.markdown_extensions = _order_extensions(config.markdown_extensions)
    for name, options in EXTENSIONS.items():
        if options:
            config.mdx_configs[name] = {**config.mdx_configs.get(name, {}), **options}


def _order_extensions(named: list[str]) -> list[str]:
    """Return the extensions that the settings name and those that our pages need."""
    kept = list(named)
    # Behind a bundle ours are heard; before it, it would replace them.
    if _BUNDLES.intersection(named):
        kept = [name for name in named if name not in EXTENSIONS]
    missing = [name for name in EXTENSIONS if name not in kept]
    return kept + missing


def _add_assets(config: MkDocsConfig) -> None:
    """Name the styles and the script of our theme, where it is the one in use."""
    styles = [path for path in STYLES if _has_asset(config, path) and path not in config.extra_css]
    # Before those of the briefing's own, which may say otherwise.
    config.extra_css = styles + config.extra_css
    if _has_asset(config, SCRIPT) and SCRIPT not in map(str, config.extra_javascript):
        script = ExtraScriptValue(SCRIPT)
        script.type = "module"
        config.extra_javascript = [script, *config.extra_javascript]
