"""`python -m paper.run SITE OUT`: print a built site as one PDF. Needs Chromium; no part of a build."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from lxml import html

from paper.book import Part, bind_book, render_book
from paper.chromium import CHROMIUM
from paper.printing import print_twice

OVERVIEWS = ("conflicts", "timeline", "money")
ABOUT = ("about", "about/reading", "about/method", "about/glossary", "about/licence")


def main(arguments: list[str] | None = None) -> int:
    """Print the site and return the exit code: 2 without a built site, 3 without Chromium."""
    parser = argparse.ArgumentParser(prog="paper", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("out", type=Path, nargs="?", default=Path("briefing.pdf"))
    options = parser.parse_args(arguments)
    if not (options.site / "api/v1/index.json").is_file():
        print(f"paper: {options.site} holds no built site; run `make site` first", file=sys.stderr)
        return 2
    if not CHROMIUM.is_file():
        print("paper: Chromium is missing; scripts/install-browser.sh installs it", file=sys.stderr)
        return 3
    options.out.write_bytes(print_site(options.site))
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")
    return 0


def print_site(site: Path) -> bytes:
    """Return the whole briefing in ``site`` as a PDF."""
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("index.html"))}
    index = json.loads((site / "api/v1/index.json").read_text("utf-8"))
    title, url = title_and_address(pages["index.html"])
    book = bind_book(title, f"As of {index['as_of']}. {url}", tuple(plan_parts(index, pages)), pages, url)
    styles = (Path(__file__).parent / "book.css").read_text("utf-8")
    return print_twice(lambda numbers: render_book(book, styles, numbers), title)


def title_and_address(home: bytes) -> tuple[str, str]:
    """Return the name and the address of the site, as its home page tells them."""
    head = html.document_fromstring(home.decode("utf-8"))
    address = head.xpath("string(//link[@rel='canonical']/@href)")
    return " ".join(head.xpath("string(//title)").split()), address


def plan_parts(index: Mapping[str, object], pages: Mapping[str, bytes]) -> Iterator[Part]:
    """Yield the parts of the book: the briefing at a glance, subjects by kind, articles, and how it is made."""
    yield Part("The briefing", _there(["", *OVERVIEWS], pages))
    by_folder: dict[str, list[str]] = {}
    subjects = index["subjects"]
    assert isinstance(subjects, list)
    for one in subjects:
        folder = one["url"].partition("/")[0]
        by_folder.setdefault(folder, []).append(one["url"].rstrip("/"))
    for folder in sorted(by_folder, key=_order_of_tabs(pages["index.html"])):
        yield Part(folder.capitalize(), _there(sorted(by_folder[folder]), pages))
    articles = [path.removesuffix("/index.html") for path in pages if path.count("/") == 2 and path[:9] == "articles/"]
    yield Part("Articles", _there(sorted(articles), pages))
    yield Part("About", _there(["sources", *ABOUT], pages))


def _order_of_tabs(home: bytes) -> Callable[[str], tuple[int, str]]:
    """Return the key that puts folders into the order of the site's own navigation."""
    links = html.document_fromstring(home.decode("utf-8")).xpath("//nav[contains(@class, 'md-tabs')]//a/@href")
    order = [str(link).rstrip("/") for link in links]
    return lambda folder: (order.index(folder) if folder in order else len(order), folder)


def _there(folders: list[str], pages: Mapping[str, bytes]) -> tuple[str, ...]:
    paths = (f"{folder}/index.html".lstrip("/") for folder in folders)
    return tuple(path for path in paths if path in pages)


if __name__ == "__main__":
    sys.exit(main())
