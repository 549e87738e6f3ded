"""What a page may weigh: every page of a built site that asks too much of a slow connection."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from statistics import median

from briefing.finishing.addresses import Site
from briefing.finishing.link_kinds import loads
from briefing.finishing.page import Page, built_pages, read_built_pages
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
    problems = list(_weigh_all_pages(pages, weight))
    for page in pages.values():
        problems += _weigh_page(site, page, weight)
    return tuple(sorted(problems))


def _weigh_all_pages(paths: Iterable[str], weight: Callable[[str], int]) -> Iterator[Problem]:
    """Yield a problem where the page in the middle is too heavy: half of all are lighter, half are heavier."""
    weights = list(map(weight, paths))
    half = median(weights or [0])
    if half > MEDIAN_PAGE:
        yield Problem("index.html", "budget-median", f"half of all pages are {_size(half)} and larger")


def find_heavy_pages(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return the pages of a built site that alone are over the budget of a page, the heaviest first."""
    heavy: list[tuple[int, Problem]] = []
    for path in built_pages(files):
        weight = _weight_if_heavy(files[path])
        if weight > LARGEST_PAGE:
            problem = Problem(path, "budget-page", f"{_size(weight)} of {_size(LARGEST_PAGE)}")
            heavy.append((-weight, problem))
    return tuple(problem for _, problem in sorted(heavy))


def _weight_if_heavy(content: bytes) -> int:
    """Return what a page weighs, or 0 where it is light beyond doubt."""
    if not _may_be_heavy(content):
        return 0
    return _packed_size(content)


def _may_be_heavy(content: bytes) -> bool:
    """Tell whether a page has to be weighed: most are light by far, and packing as hosts do takes its time."""
    if len(content) <= LARGEST_PAGE:
        return False
    # The fastest packing leaves more than the best: what is light by it is lighter still.
    return len(zlib.compress(content, 1)) > LARGEST_PAGE


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
    weights = {path: weight(path) for path in loaded}
    own = weight(page.path)
    sizes = (
        ("budget-page", own, LARGEST_PAGE),
        ("budget-styles", _sum_of(weights, ".css"), STYLES),
        ("budget-scripts", _sum_of(weights, ".js"), SCRIPTS),
        ("budget-first-view", own + sum(weights.values()), FIRST_VIEW),
    )
    for code, size, most in sizes:
        if size > most:
            yield Problem(page.path, code, f"{_size(size)} of {_size(most)}")
    # The page itself is asked for, too.
    requests = len(loaded) + 1
    if requests > REQUESTS:
        yield Problem(page.path, "budget-requests", f"{requests} of {REQUESTS} requests")


def _sum_of(weights: Mapping[str, int], suffix: str) -> int:
    """Return what the files weigh together whose paths end so."""
    return sum(weight for path, weight in weights.items() if path.endswith(suffix))


def _loaded_files(site: Site, page: Page) -> list[str]:
    """Return the files of the site that a browser asks for to show a page, each once."""
    return list(dict.fromkeys(site.files_at(page.path, loads(page))))


def _size(size: float) -> str:
    return f"{size / KB:.1f} KB"
