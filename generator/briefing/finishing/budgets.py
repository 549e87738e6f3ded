"""What a page may weigh: every page of a built site that asks too much of a slow connection."""

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from statistics import median

from briefing.finishing.addresses import Site, Whither
from briefing.finishing.link_kinds import loads
from briefing.finishing.page import Page, read_built_pages
from briefing.finishing.problem import Problem

KB = 1024
LARGEST_PAGE = 30 * KB
MEDIAN_PAGE = 10 * KB
STYLES = 26 * KB
SCRIPTS = 48 * KB
FIRST_VIEW = 100 * KB
REQUESTS = 12


def weigh_site(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return the pages of a built site over their budgets, which count bytes as hosts send them, compressed."""
    weight = _scale(files)
    pages = read_built_pages(files)
    site = Site(files.keys())
    problems: list[Problem] = []
    for page in pages.values():
        problems += _weigh_page(site, page, weight)
    # Half of all pages are lighter than this, half are heavier.
    half = median([weight(path) for path in pages] or [0])
    if half > MEDIAN_PAGE:
        problems.append(Problem("index.html", "budget-median", f"half of all pages are {_size(half)} and larger"))
    return tuple(sorted(problems))


def find_heavy_pages(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return the pages of a built site that alone are over the budget of a page, the heaviest first."""
    weights: dict[str, int] = {}
    for path, content in files.items():
        if path.endswith(".html") and _may_be_heavy(content):
            weights[path] = _packed_size(content)
    heavy = sorted((path for path in weights if weights[path] > LARGEST_PAGE), key=lambda path: (-weights[path], path))
    return tuple(_heavy_page(path, weights[path]) for path in heavy)


def _may_be_heavy(content: bytes) -> bool:
    """Tell whether a page has to be weighed: most are light by far, and packing as hosts do takes its time."""
    if len(content) <= LARGEST_PAGE:
        return False
    # The fastest packing leaves more than the best: what is light by it is lighter still.
    return len(zlib.compress(content, 1)) > LARGEST_PAGE


def _heavy_page(path: str, weight: int) -> Problem:
    return Problem(path, "budget-page", f"{_size(weight)} of {_size(LARGEST_PAGE)}")


def _scale(files: Mapping[str, bytes]) -> Callable[[str], int]:
    """Return what weighs a file by its path, each once; hosts send a file as it is where packing makes it larger."""

    @cache
    def weigh(path: str) -> int:
        return _packed_size(files[path])

    return weigh


def _packed_size(content: bytes) -> int:
    return min(len(gzip.compress(content, 9, mtime=0)), len(content))


def _weigh_page(site: Site, page: Page, weight: Callable[[str], int]) -> Iterator[Problem]:
    loaded = _loaded_files(site, page)
    styles = [path for path in loaded if path.endswith(".css")]
    scripts = [path for path in loaded if path.endswith(".js")]
    own = weight(page.path)
    sizes = (
        ("budget-page", own, LARGEST_PAGE),
        ("budget-styles", sum(map(weight, styles)), STYLES),
        ("budget-scripts", sum(map(weight, scripts)), SCRIPTS),
        ("budget-first-view", own + sum(map(weight, loaded)), FIRST_VIEW),
    )
    for code, size, most in sizes:
        if size > most:
            yield Problem(page.path, code, f"{_size(size)} of {_size(most)}")
    # The page itself is asked for, too.
    requests = len(loaded) + 1
    if requests > REQUESTS:
        yield Problem(page.path, "budget-requests", f"{requests} of {REQUESTS} requests")


def _loaded_files(site: Site, page: Page) -> list[str]:
    """Return the files of the site that a browser asks for to show a page, each once."""
    targets = [site.resolve(page.path, address) for address in loads(page)]
    return list(dict.fromkeys(target.file for target in targets if target.whither is Whither.HERE))


def _size(size: float) -> str:
    return f"{size / KB:.1f} KB"
