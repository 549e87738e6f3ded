"""Searches side by side on the real data and on samples: `python -m benchmarks.search --help` lists what it takes."""

import argparse
import gzip
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.sample import make_sample
from benchmarks.search_corpus import Query, changed, read_index, real_queries, sample_queries
from benchmarks.search_sites import Packages
from briefing.edges.disk import read_tree
from briefing.views.search.index import SearchIndex
from paper.chromium import CHROMIUM, FLAGS
from tests.chromium import _Quiet

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "search.md"
FIRST = 3
"""Queries whose first result is timed, each in a browser that has nothing yet."""
DRIVER = "drive.js"
ASK = "async (text) => (await (await import('/drive.js')).ask(text)).slice(0, 10)"
HEAD = ("search", "data", "recall", "KB, a query", "ms, first result", "ms, ×4", "ms, next", "KB in all", "s, build",
        "files, a change", "KB, a change")  # fmt: skip


class _Noting(_Quiet):
    """Serves files and notes which."""

    asked: list[str]

    def do_GET(self) -> None:
        """Note the path."""
        self.asked.append(self.path.split("?")[0].lstrip("/"))
        super().do_GET()


@dataclass(slots=True)
class Served:
    """A folder on a local port, and what was asked of it."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    _server: ThreadingHTTPServer | None = None

    def start(self) -> str:
        """Return the address."""
        handler = type("Noting", (_Noting,), {"asked": self.asked})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(self.folder)))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def stop(self) -> None:
        """Serve no longer."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()

    def kilobytes(self) -> float:
        """Return the compressed size of what was asked for since the last time, without the page and its driver."""
        paths = [self.folder / one for one in self.asked if one and one not in ("empty.html", DRIVER)]
        self.asked.clear()
        return sum(packed(path) for path in paths if path.is_file()) / 1024


def packed(path: Path) -> int:
    """Return the size of a file as hosts send it."""
    content = path.read_bytes()
    return min(len(gzip.compress(content, 9)), len(content))


def measure(
    browser: Browser, name: str, data: str, write: Callable[[SearchIndex, Path], None],
    index: SearchIndex, queries: Sequence[Query], folder: Path,
) -> list[str]:  # fmt: skip
    """Return the row of one candidate on one set of data."""
    start = time.perf_counter()
    write(index, folder)
    seconds = time.perf_counter() - start
    total = sum(packed(path) for path in folder.rglob("*") if path.is_file()) / 1024
    shutil.copy(HERE / "search_candidates" / f"{name}.js", folder / DRIVER)
    (folder / "empty.html").write_text("<!doctype html><title>Empty</title>")
    served = Served(folder)
    root = served.start()
    try:
        cold = [first_result(browser, root, one.text, 1) for one in queries[:: len(queries) // FIRST]]
        sizes = served.kilobytes() / len(cold)
        slow = [first_result(browser, root, one.text, 4) for one in queries[:: len(queries) // FIRST]]
        found, warm = recall(browser, root, queries)
    finally:
        served.stop()
    files, kilobytes = change(write, index, folder)
    figures = (sizes, median(cold), median(slow), warm, total, seconds, files, kilobytes)
    return [name, data, f"{found:.0%}", *(f"{one:,.1f}" if one < 100 else f"{one:,.0f}" for one in figures)]


def first_result(browser: Browser, root: str, text: str, slower: int) -> float:
    """Return the milliseconds from nothing loaded to the answer, in a fresh context."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(180_000)
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(root + "empty.html")
    start = time.perf_counter()
    _ask(page, text)
    passed = time.perf_counter() - start
    context.close()
    return passed * 1000


def _ask(page: Page, text: str) -> list[str]:
    found: list[str] = page.evaluate(ASK, text)
    return found


def recall(browser: Browser, root: str, queries: Sequence[Query]) -> tuple[float, float]:
    """Return the share of queries answered within the first three, and the median milliseconds of an answer."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(root + "empty.html")
    times, right = [], 0
    for query in queries:
        start = time.perf_counter()
        found = _ask(page, query.text)[:3]
        times.append((time.perf_counter() - start) * 1000)
        right += any(one in found for one in query.find)
    context.close()
    return right / len(queries), median(times)


def change(write: Callable[[SearchIndex, Path], None], index: SearchIndex, folder: Path) -> tuple[int, float]:
    """Return how many files another bottom line changes, and their kilobytes, compressed."""
    other = folder.with_name(f"{folder.name}-changed")
    write(changed(index), other)
    files = [path for path in other.rglob("*") if path.is_file() and path.suffix != ".html"]
    new = [path for path in files if not _same(path, folder / path.relative_to(other))]
    size = sum(packed(path) for path in new) / 1024
    shutil.rmtree(other)
    return len(new), size


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def main() -> None:
    """Measure what the command line asks for, print the table, and save it where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description="Measure searches side by side.")
    parser.add_argument("--sizes", default="real,1000,5000", help="`real`, or numbers of subjects")
    parser.add_argument("--pagefind", help="the program of Pagefind")
    parser.add_argument("--modules", type=Path, help="a node_modules folder with minisearch and flexsearch")
    parser.add_argument("--own", action="store_true", help="measure the site's own search alone")
    parser.add_argument("--save", action="store_true", help="write the table to benchmarks/search.md")
    asked = parser.parse_args()
    packages = Packages(asked.pagefind, asked.modules, None if asked.own else _material())
    rows = list(_rows(packages, asked.sizes.split(",")))
    table = "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, ["---"] * len(HEAD), *rows))
    print(table)
    if asked.save:
        RESULTS.write_text(f"{_INTRODUCTION}\n\n{table}\n", encoding="utf-8")


def _material() -> Path | None:
    import material

    return Path(material.__file__).parent / "templates"


def _rows(packages: Packages, sizes: Sequence[str]) -> Iterator[list[str]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for size in sizes:
            real = size == "real"
            index = read_index(read_tree(HERE.parent / "data")[0] if real else make_sample(int(size)))
            queries = real_queries() if real else sample_queries(index)
            for name, write in packages.candidates().items():
                print(f"… {size}, {name}", file=sys.stderr, flush=True)
                with tempfile.TemporaryDirectory() as folder:
                    label = "real data" if real else f"{int(size):,} subjects"
                    yield measure(browser, name, label, write, index, queries, Path(folder) / name)


_INTRODUCTION = """# Searches side by side

`python -m benchmarks.search --pagefind PROGRAM --modules node_modules --save`; Pagefind, MiniSearch and FlexSearch are
installed for this alone. Recall: the right page among the first three. KB are compressed; a query's are those that a
browser without anything fetches for its first answer, scripts included. First result: from nothing loaded, median of
three, also with the processor slowed down four times. A change: another bottom line of one subject."""

if __name__ == "__main__":
    main()
