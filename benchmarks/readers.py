"""What pages cost readers: built sites in; every page against its budgets and Lighthouse's scores out, as Markdown.

Lighthouse is installed by `npm ci --ignore-scripts` in benchmarks/lighthouse/ and driven over a local host.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from benchmarks.host import compressed, hosted
from benchmarks.sample import make_sample, write_sample
from benchmarks.table import machine_line, row
from briefing.finishing import budgets
from briefing.finishing.link_kinds import loads
from briefing.finishing.page import read_page

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results-readers.md"
LIGHTHOUSE = HERE / "lighthouse"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
CATEGORIES = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The least median of each score."""
TRIES = 5
SAMPLES = (300, 1000)
"""Numbers of made-up subjects that are measured beside the real data."""
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
_IMPORT = re.compile(r"""^\s*(?:import|export)\b[^"'(]*["'](\.[^"']+)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page asks of a slow connection before anything is clicked, in compressed bytes."""

    path: str
    page: int
    styles: int
    scripts: int
    first_view: int
    requests: int


def weigh(folder: Path, path: str) -> Cost:
    """Return the cost of one page of a built site; modules that scripts import by themselves count with them."""
    page = read_page(path, (folder / path).read_text(encoding="utf-8"))
    named = (_inside(dirname(path), address) for address in loads(page))
    files = dict.fromkeys(one for file in named if (folder / file).is_file() for one in _with_imports(folder, file))
    sizes = {file: _size(folder / file) for file in files}
    own = len(compressed(folder / path))
    styles, scripts = (sum(size for file, size in sizes.items() if file.endswith(end)) for end in (".css", ".js"))
    return Cost(path, own, styles, scripts, own + sum(sizes.values()), 1 + len(files))


def _inside(folder: str, address: str) -> str:
    bare = re.split(r"[?#]", address)[0]
    return bare.lstrip("/") if bare.startswith("/") else normpath(join(folder, bare))


def _with_imports(folder: Path, file: str) -> Iterator[str]:
    yield file
    if file.endswith(".js"):
        for name in _IMPORT.findall((folder / file).read_text(encoding="utf-8")):
            yield from _with_imports(folder, normpath(join(dirname(file), name)))


def _size(path: Path) -> int:
    return min(len(compressed(path)), path.stat().st_size)


def cost_lines(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield a table of what the pages of a site cost, each figure beside its budget."""
    rows = (
        ("page, median", [statistics.median(one.page for one in costs)], budgets.MEDIAN_PAGE),
        ("page, largest", [one.page for one in costs], budgets.LARGEST_PAGE),
        ("style sheets", [one.styles for one in costs], budgets.STYLES),
        ("scripts", [one.scripts for one in costs], budgets.SCRIPTS),
        ("first view", [one.first_view for one in costs], budgets.FIRST_VIEW),
    )
    yield row(["of each page", "most", "budget", "pages over it"])
    yield row(["---", "---:", "---:", "---:"])
    for name, sizes, most in rows:
        over = sum(size > most for size in sizes)
        yield row([name, f"{max(sizes) / budgets.KB:.1f} KB", f"{most // budgets.KB} KB", str(over)])
    requests = [one.requests for one in costs]
    over = sum(number > budgets.REQUESTS for number in requests)
    yield row(["requests", str(max(requests)), str(budgets.REQUESTS), str(over)])


# ---- Lighthouse


@dataclass(frozen=True, slots=True)
class Audit:
    """One run of Lighthouse: scores of 100 by category, seconds (the shift: a number) by audit, and what failed."""

    scores: Mapping[str, float]
    times: Mapping[str, float]
    failed: tuple[str, ...]


def run_lighthouse(url: str) -> Audit:
    """Audit one page as a phone on a slow network, with Lighthouse's own simulation."""
    program = LIGHTHOUSE / "node_modules" / "lighthouse" / "cli" / "index.js"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report.json"
        words = ["node", str(program), url, "--quiet", "--output=json", f"--output-path={out}"]
        words += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
        # A busy machine now and then loses the start of a trace; such a run is none.
        for left in reversed(range(TRIES)):
            subprocess.run(words, check=not left, env={**os.environ, "CHROME_PATH": CHROMIUM})
            if out.exists() and "runtimeError" not in json.loads(out.read_text(encoding="utf-8")):
                break
        return read_audit(json.loads(out.read_text(encoding="utf-8")))


def read_audit(report: Mapping[str, object]) -> Audit:
    """Return what counts of a report of Lighthouse."""
    categories: dict[str, dict[str, float]] = report["categories"]  # type: ignore[assignment]
    audits: dict[str, dict[str, object]] = report["audits"]  # type: ignore[assignment]
    scores = {name: round(100 * categories[name]["score"]) for name in CATEGORIES}
    times = {name: float(str(audits[name]["numericValue"])) for name in TIMES}
    weighed = {
        part["id"]
        for one in categories.values()
        for part in one["auditRefs"]  # type: ignore[attr-defined]
        if part["weight"]
    }
    failed = sorted(name for name in weighed if name not in TIMES and audits[name].get("score") in (0, 0.0))
    return Audit(scores, times, tuple(failed))


def audit_lines(audits: Mapping[str, Sequence[Audit]]) -> Iterator[str]:
    """Yield a table of the medians of each page, and what was held against it."""
    yield row(["page", *CATEGORIES, "first paint", "largest paint", "blocking", "shift", "held against it"])
    yield row(["---", *["---:"] * 8, "---"])
    for name, runs in audits.items():
        scores = [f"{statistics.median(run.scores[one] for run in runs):.0f}" for one in CATEGORIES]
        first, largest, blocked, shift = (statistics.median(run.times[one] for run in runs) for one in TIMES)
        times = [f"{first / 1000:.2f} s", f"{largest / 1000:.2f} s", f"{blocked:.0f} ms", f"{shift:.3f}"]
        failed = sorted({one for run in runs for one in run.failed})
        yield row([name, *scores, *times, ", ".join(failed) or "nothing"])


def audited(folder: Path) -> dict[str, str]:
    """Return the pages that are audited, by what the table calls them: home, an index, the largest subject."""
    kinds = ("companies", "projects", "policies", "people", "organizations", "places", "topics")
    subjects = [page for kind in kinds for page in folder.glob(f"{kind}/*/index.html")]
    largest = max(subjects, key=lambda page: page.stat().st_size).parent.relative_to(folder).as_posix()
    return {"home": "", "companies": "companies/", f"largest subject ({largest})": f"{largest}/"}


# ---- the command


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print the report, and save it where that is asked for."""
    asked = _parser().parse_args(words)
    with tempfile.TemporaryDirectory() as scratch:
        sites = dict(one.split("=", 1) for one in asked.site) or build_sites(Path(scratch))
        report = report_text(asked.runs, {name: Path(folder) for name, folder in sites.items()})
    print(report, end="")
    if asked.save:
        RESULTS.write_text(report, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description="What pages cost readers.")
    parser.add_argument("--runs", type=int, default=5, help="runs of Lighthouse for each page; 0: budgets only")
    parser.add_argument("--site", action="append", default=[], metavar="NAME=DIR", help="a built site, instead of ours")
    parser.add_argument("--save", action="store_true", help="write the report to benchmarks/results-readers.md")
    return parser


def build_sites(scratch: Path) -> dict[str, str]:
    """Build the real data and made-up subjects; return their folders by what the report calls them."""
    folders = {"Real data": HERE.parent / "data"}
    for number in SAMPLES:
        folders[f"{number:,} subjects"] = scratch / str(number) / "data"
        write_sample(scratch / str(number) / "data", make_sample(number))
    for name, data in folders.items():
        words = [sys.executable, "-m", "briefing", "build", "--data", str(data), "--out", str(scratch / name)]
        subprocess.run(words, cwd=HERE.parent, stdout=subprocess.DEVNULL, check=True)
    return {name: str(scratch / name) for name in folders}


def report_text(runs: int, sites: Mapping[str, Path]) -> str:
    """Return the whole report on built sites by name."""
    command = f"python -m benchmarks.readers --runs {runs} --save"
    return "\n\n".join([
        "# What pages cost readers",
        f"`{command}`",
        f"{machine_line()}; {'; '.join(_versions(runs))}",
        "KB are 1,024 bytes by gzip, level 9. Budgets count what a page asks for before anything is clicked. "
        f"Lighthouse: as a phone on a slow network (its own simulation), medians of {runs} runs.",
        *(block for name, folder in sites.items() for block in _site_blocks(name, folder, runs)),
    ]) + "\n"  # fmt: skip


def _versions(runs: int) -> Iterable[str]:
    chromium = subprocess.run([CHROMIUM, "--version"], capture_output=True, text=True, check=True).stdout
    yield " ".join(chromium.split()[:2])
    if runs:
        package = json.loads((LIGHTHOUSE / "package.json").read_text(encoding="utf-8"))
        yield f"Lighthouse {package['devDependencies']['lighthouse']}"


def _site_blocks(name: str, folder: Path, runs: int) -> Iterator[str]:
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    costs = [weigh(folder, path) for path in pages]
    largest = max(costs, key=lambda cost: cost.page)
    yield f"## {name}: {len(pages):,} pages"
    yield "\n".join(cost_lines(costs))
    yield f"The largest page is {largest.path.removesuffix('index.html') or 'the home page'}."
    if runs:
        with hosted(folder) as root:
            audits = {name: [_audit(root + url) for _ in range(runs)] for name, url in audited(folder).items()}
        yield "\n".join(audit_lines(audits))


def _audit(url: str) -> Audit:
    print(f"… {url}", file=sys.stderr, flush=True)
    return run_lighthouse(url)


if __name__ == "__main__":
    main()
