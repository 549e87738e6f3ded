"""The files of a built site in, every page that asks too much of a slow connection out."""

import gzip
from collections.abc import Callable, Mapping
from statistics import median

from briefing.finishing.addresses import Site, Whither
from briefing.finishing.links import loads
from briefing.finishing.other_files import decode_texts
from briefing.finishing.page import Page, read_page
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
    texts, _ = decode_texts(files)
    weight = _scale(files)
    pages = {path: read_page(path, text) for path, text in texts.items() if path.endswith(".html")}
    site = Site(files.keys())
    found = [problem for page in pages.values() for problem in _weigh_page(site, page, weight)]
    middle = median([weight(path) for path in pages] or [0])
    if middle > MEDIAN_PAGE:
        found.append(Problem("index.html", "budget-median", f"half of all pages are {_size(middle)} and larger"))
    return tuple(sorted(found))


def _scale(files: Mapping[str, bytes]) -> Callable[[str], int]:
    known: dict[str, int] = {}

    def weigh(path: str) -> int:
        if path not in known:
            known[path] = min(len(gzip.compress(files[path], 9, mtime=0)), len(files[path]))
        return known[path]

    return weigh


def _weigh_page(site: Site, page: Page, weight: Callable[[str], int]) -> list[Problem]:
    targets = [site.resolve(page.path, address) for address in loads(page)]
    loaded = dict.fromkeys(target.file for target in targets if target.whither is Whither.HERE)
    own = weight(page.path)
    sizes = (
        ("budget-page", own, LARGEST_PAGE),
        ("budget-styles", sum(weight(one) for one in loaded if one.endswith(".css")), STYLES),
        ("budget-scripts", sum(weight(one) for one in loaded if one.endswith(".js")), SCRIPTS),
        ("budget-first-view", own + sum(map(weight, loaded)), FIRST_VIEW),
    )
    over = [Problem(page.path, code, f"{_size(size)} of {_size(most)}") for code, size, most in sizes if size > most]
    if len(loaded) + 1 > REQUESTS:
        over.append(Problem(page.path, "budget-requests", f"{len(loaded) + 1} of {REQUESTS} requests"))
    return over


def _size(size: float) -> str:
    return f"{size / KB:.1f} KB"
