"""What our search fetches before its first result: `python -m benchmarks.search_first --help` lists what it takes.

A window is opened on a page that has loaded, and a whole query put into its field: from nothing, over two lines.
"""

import argparse
import gzip
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks.sample import make_sample
from benchmarks.search_corpus import read_index, sample_queries
from benchmarks.search_sites import write_own
from paper.chromium import CHROMIUM, FLAGS

QUERIES = 7
"""Queries of each size, each in a browser that has nothing yet."""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
</head><body><a class="search-open" href="/search/" data-hint="Name" data-close="Close" data-trouble="Not loaded.">
<svg viewBox="0 0 24 24"></svg><span>Search</span></a>
<script src="/assets/search/open.js" type="module"></script></body></html>"""
HEAD = ("data", "line", "first result: requests", "in a chain", "KB", "ms", "complete: requests", "KB", "ms")


@dataclass(frozen=True, slots=True)
class Line:
    """A connection: bits a second, and the milliseconds that every request takes beside its bytes."""

    name: str
    bits: int
    latency: int


LINES = (Line("no limit", 0, 0), Line("1.6 Mbit/s, 150 ms", 1_600_000, 150))


class _Packing(SimpleHTTPRequestHandler):
    """Sends files compressed, over connections that stay open, as hosts do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the file, or that there is none."""
        path = Path(self.translate_path(self.path))
        content = gzip.compress(path.read_bytes(), 9) if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


WATCH = """
addEventListener("keydown", () => window.begun ??= performance.now(), true)
new MutationObserver(() => document.querySelector("a.search-hit") && (window.first ??= performance.now()))
    .observe(document, {childList: true, subtree: true})
"""
TELL = """() => ({begun, first, files: performance.getEntriesByType("resource")
    .filter((file) => file.startTime >= begun)
    .map((file) => [file.startTime, file.responseEnd, file.encodedBodySize])})"""
Files = list[tuple[float, float, float]]
"""From and to which millisecond each file was asked for, and its bytes as they came."""


def chain_length(files: Files) -> int:
    """Return how many of the files came one after the other, each asked for when the last one was there."""
    length, last = 0, 0.0
    for start, end, _ in sorted(files, key=lambda file: file[1]):
        if start >= last:
            length, last = length + 1, end
    return length


def measure(context: BrowserContext, root: str, line: Line, text: str) -> list[float]:
    """Return the figures of one query, all by the clock of the page."""
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{root}empty.html", wait_until="networkidle")
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    speed = line.bits / 8 if line.bits else -1
    limits = {"offline": False, "latency": line.latency, "downloadThroughput": speed, "uploadThroughput": speed}
    network.send("Network.emulateNetworkConditions", limits)
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    page.locator("a.search-hit").first.wait_for(timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1_000)
    told = page.evaluate(TELL)
    every: Files = told["files"]
    before = [file for file in every if file[1] <= told["first"]]
    passed = max(end for _, end, _ in every) - told["begun"]
    first = (len(before), chain_length(before), _kilobytes(before), told["first"] - told["begun"])
    return [*first, len(every), _kilobytes(every), passed]


def _kilobytes(files: Files) -> float:
    return sum(size for _, _, size in files) / 1024


def rows(browser: Browser, sizes: Sequence[int]) -> Iterator[list[str]]:
    """Yield a row for every size and line, of the median query."""
    for size in sizes:
        index = read_index(make_sample(size))
        queries = sample_queries(index)
        with tempfile.TemporaryDirectory() as folder:
            write_own(index, Path(folder))
            (Path(folder) / "empty.html").write_text(PAGE)
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packing, directory=folder))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for line in LINES:
                measured = []
                for query in queries[:: len(queries) // QUERIES]:
                    context = browser.new_context()
                    measured.append(measure(context, f"http://127.0.0.1:{server.server_port}/", line, query.text))
                    context.close()
                figures = [f"{median(column):,.0f}" for column in zip(*measured, strict=True)]
                yield [f"{size:,} subjects", line.name, *figures]
            server.shutdown()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_first", description="Time first results.")
    parser.add_argument("--sizes", default="300,5000", help="numbers of subjects")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        table = [HEAD, ["---"] * len(HEAD), *rows(browser, sizes)]
    print("\n".join(f"| {' | '.join(row)} |" for row in table))


if __name__ == "__main__":
    main()
