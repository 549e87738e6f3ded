"""A whole site in one go: content in, a published folder out, by way of MkDocs."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.edges.publish import publish
from generator.engine.content import Content
from generator.engine.settings import PLUGIN, open_settings

if TYPE_CHECKING:
    from generator.engine.plugin import BriefingPlugin


class SiteFailed(Exception):
    """MkDocs gave up on data that has no errors; the command ends with ``exit_code``."""

    exit_code = 1


def build_site(content: Content, data_dir: Path, out: Path) -> None:
    """Build the site of ``content`` aside and put it in place of ``out`` in one step.

    Raises SiteFailed, or what ``generator.edges.publish.publish`` raises; the old site is then as it was.
    """
    with open_settings(data_dir, None) as settings:
        docs_dir = settings.get("docs_dir", Path(settings["config_file"]).parent / "docs")
        publish(out, lambda tree: _run_mkdocs(content, settings, tree), keep=[data_dir, Path(docs_dir)])


def _run_mkdocs(content: Content, settings: dict[str, Any], tree: Path) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(**settings, site_dir=str(tree), strict=False)
        plugin: BriefingPlugin = config.plugins[PLUGIN]  # type: ignore[assignment]
        config.plugins.on_startup(command="build", dirty=False)
        plugin.given = content
        build(config)
        config.plugins.on_shutdown()
    except MkDocsException as trouble:
        cause = trouble.__context__ or trouble
        if isinstance(cause, OSError):
            raise cause from None
        raise SiteFailed(str(cause)) from trouble
