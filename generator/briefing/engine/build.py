"""A whole site in one go: content converted by MkDocs, finished, crawled and published."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.edges.disk import read_built, write_files
from briefing.edges.pages import read_pages
from briefing.edges.publish import publish
from briefing.engine.built_pages import read_pages_of_site
from briefing.engine.content import Content
from briefing.engine.settings import PLUGIN, open_settings
from briefing.finishing.budgets import find_heavy_pages
from briefing.finishing.crawl import crawl_site
from briefing.finishing.finish import finish_site
from briefing.finishing.headers import find_unexpected_scripts
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from briefing.engine.plugin import BriefingPlugin
    from briefing.engine.site_inputs import SiteInputs

SHOWN = 20


class SiteFailed(Exception):
    """Data without errors gave no site: MkDocs gave up, or the crawl found problems; see ``exit_code``."""

    exit_code = 1


def build_site(
    content: Content, data_dir: Path, out: Path, *, clean: bool = False, inputs: "SiteInputs | None" = None
) -> tuple[Problem, ...]:
    """Build the site of ``content`` aside, put it in place of ``out`` in one step, and return what readers may mind.

    That is every page which is heavier than a slow connection should have to carry.

    ``clean`` reads every page of it anew, whatever earlier builds kept; ``inputs`` takes down what MkDocs has read.
    Raises SiteFailed, or what ``briefing.edges.publish.publish`` raises; the old site is then as it was.
    """
    with open_settings(data_dir, None) as settings:
        docs_dir = Path(settings.get("docs_dir", Path(settings["config_file"]).parent / "docs"))
        heavy: list[Problem] = []

        def fill(tree: Path) -> None:
            config = _run_mkdocs(content, settings, tree)
            if inputs is not None:
                inputs.note(config, tree)
            heavy.extend(_finish(docs_dir, tree, partial(read_pages_of_site, data_dir=data_dir, clean=clean)))

        publish(out, fill, keep=[data_dir, docs_dir])
    return tuple(heavy)


def _finish(docs_dir: Path, tree: Path, read: Callable[[Mapping[str, bytes]], dict[str, Page]]) -> tuple[Problem, ...]:
    """Finish and crawl what MkDocs made in ``tree``, whose pages ``read`` reads; return its heavy pages."""
    # Hand-written pages have their text beside them, too, as every page has.
    hand_written = read_pages(docs_dir)
    write_files(tree, {path: text for path, text in hand_written.items() if _is_page(tree, path)})
    built = read_built(tree)
    pages = read(built)
    finished = finish_site(built, pages)
    write_files(tree, finished)
    defects = crawl_site({**built, **finished}, pages)
    fatal = [problem for problem in defects if problem.is_fatal]
    problems = (*find_unexpected_scripts(pages.values()), *fatal)
    if problems:
        raise SiteFailed(_list_problems(problems))
    return find_heavy_pages(built)


def _is_page(tree: Path, path: str) -> bool:
    """Whether a hand-written text has become a page: mkdocs.yml may leave some out."""
    return path.endswith("index.md") and (tree / path).with_suffix(".html").is_file()


def _list_problems(problems: tuple[Problem, ...]) -> str:
    headline = f"the crawl of the new site found {len(problems)} problems; nothing was published"
    return "\n".join([headline, *_first_lines(problems)])


def _first_lines(problems: tuple[Problem, ...]) -> list[str]:
    lines = [f"  {problem.path}: {problem.code}: {problem.message}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"  and {len(problems) - SHOWN} more")
    return lines


def warn_of_heavy_pages(heavy: tuple[Problem, ...]) -> str:
    """Return the warning of pages over their budget, which are published all the same; nothing for none."""
    if not heavy:
        return ""
    headline = f"warning: pages that are heavier, compressed, than a slow connection should have to carry: {len(heavy)}"
    # Lists and claims are split by themselves: what is left is what one record says, or a page written by hand.
    advice = "  shorten what the record itself says, or divide the record; split a page that is written by hand"
    return "\n".join([headline, *_first_lines(heavy), advice])


def _run_mkdocs(content: Content, settings: dict[str, Any], tree: Path) -> "MkDocsConfig":
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    try:
        config = load_config(**settings, site_dir=str(tree), strict=False)
        plugin: BriefingPlugin = config.plugins[PLUGIN]  # type: ignore[assignment]  # any plugin to MkDocs; ours by its name
        config.plugins.on_startup(command="build", dirty=False)
        plugin.preloaded = content
        build(config)
        config.plugins.on_shutdown()
        return config
    except MkDocsException as trouble:
        cause = trouble.__context__ or trouble
        if isinstance(cause, OSError):
            raise cause from None
        raise SiteFailed(str(cause)) from trouble
