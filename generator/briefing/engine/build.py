"""A whole site in one go: content converted by MkDocs, finished, crawled and published."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.edges.disk import read_built, write_files
from briefing.edges.pages import read_pages
from briefing.edges.publish import publish
from briefing.engine.bare_host import is_bare
from briefing.engine.built_pages import read_pages_of_site
from briefing.engine.content import Content
from briefing.engine.last_site import KnownPage, keep_known_pages, recall_known_pages
from briefing.engine.pruned_styles import prune_site_styles
from briefing.engine.settings import open_settings
from briefing.finishing.budgets import find_heavy_pages
from briefing.finishing.crawl import crawl_site
from briefing.finishing.finish import HEADERS, finish_site
from briefing.finishing.headers import find_unexpected_scripts
from briefing.finishing.problem import Problem
from briefing.finishing.theme_files import find_unused_of_site

if TYPE_CHECKING:
    from briefing.engine.convert import Converted
    from briefing.engine.site_inputs import SiteInputs

SHOWN = 20


class SiteFailed(Exception):
    """Data without errors gave no site: MkDocs gave up, or the crawl found problems; see ``exit_code``."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: pages that readers may mind, how many pages were looked after, and how many made anew.

    Both numbers are 0 where MkDocs made all pages by itself.
    """

    heavy: tuple[Problem, ...]
    pages: int
    made: int


def build_site(
    content: Content, data_dir: Path, out: Path, *, clean: bool = False, inputs: "SiteInputs | None" = None
) -> Built:
    """Build the site of ``content`` aside, put it in place of ``out`` in one step, and return what it came to.

    Readers mind every page that is heavier than a slow connection should have to carry.

    ``clean`` makes and reads every page of it anew, whatever earlier builds kept; ``inputs`` takes down what MkDocs has
    read.
    Raises SiteFailed, or what ``briefing.edges.publish.publish`` raises; the old site is then as it was.
    """
    known = {} if clean else recall_known_pages(data_dir)
    with open_settings(data_dir, None) as settings:
        docs_dir = Path(settings.get("docs_dir", Path(settings["config_file"]).parent / "docs"))
        pages: dict[str, KnownPage] = {}
        outcome: list[Built] = []

        def fill(tree: Path) -> None:
            converted = _convert(content, settings, tree, out, known)
            if inputs is not None:
                inputs.note(converted.config, tree)
            pages.update(converted.pages)
            heavy = _finish(tree, converted, data_dir, docs_dir, clean=clean)
            outcome.append(Built(heavy, len(converted.pages), converted.made))

        publish(out, fill, keep=[data_dir, docs_dir])
    # Only now: a page that is taken over leads where it led when it was made, and there it led somewhere.
    keep_known_pages(data_dir, pages)
    return outcome[0]


def _finish(tree: Path, converted: "Converted", data_dir: Path, docs_dir: Path, *, clean: bool) -> tuple[Problem, ...]:
    """Finish and crawl what was converted into ``tree``; return its heavy pages."""
    from briefing.engine.theme_files import remove_files

    # Hand-written pages have their text beside them, too, as every page has.
    hand_written = read_pages(docs_dir)
    write_files(tree, {path: text for path, text in hand_written.items() if _is_page(tree, path)})
    built = read_built(tree)
    pages = read_pages_of_site(built, data_dir, made=converted.lines, clean=clean)
    unused = find_unused_of_site(built, pages, converted.theme_files, converted.data_files)
    remove_files(tree, unused)
    built = {path: content for path, content in built.items() if path not in unused}
    finished = finish_site(built, pages, partial(prune_site_styles, data_dir=data_dir, clean=clean))
    if is_bare(converted.config):
        del finished[HEADERS]
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


def _convert(
    content: Content, settings: Mapping[str, Any], tree: Path, last: Path, known: Mapping[str, KnownPage]
) -> "Converted":
    from mkdocs.exceptions import MkDocsException

    from briefing.engine.convert import convert_site

    try:
        return convert_site(content, settings, tree, last, known)
    except MkDocsException as trouble:
        cause = trouble.__context__ or trouble
        if isinstance(cause, OSError):
            raise cause from None
        raise SiteFailed(str(cause)) from trouble
