"""Our pictures beside those of chart libraries: the same sums and the same steps of the real data as SVG.

`python -m benchmarks.pictures --install --save` writes `pictures.md`. Each library is installed in a folder of its own,
so that its size is that of all it needs; one that is not there is reported as missing. None of them is needed to build.
"""

import argparse
import json
import os
import pickle
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from benchmarks.picture_libraries.job import Job
from benchmarks.table import machine_line, row
from briefing.edges.disk import read_tree
from briefing.pipeline import prepare
from briefing.routes import TIMELINE, list_page
from briefing.views.base.context import Context, open_context
from briefing.views.pages.money import view_money_page
from briefing.views.pages.subject_head import subject_picture
from briefing.views.pictures.charts import Bars, Spans
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.step_spans import view_all_steps

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("pictures.md")
OWN_FOLDERS = ("generator/briefing/render/drawing",)
_SVG = "{http://www.w3.org/2000/svg}"
_COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\brgba?\([^)]*\)|(?<==\")(?:black|white|gr[ae]y|red|blue)\b|:\s?(?:black|white)\b"
)
_MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Library:
    """A way to draw: its name, its module here, and what pip is asked for."""

    name: str
    module: str
    requirement: str | None = None


LIBRARIES = (
    Library("our own", "own"),
    Library("pygal", "pygal_svg", "pygal==3.1.3"),
    Library("Vega-Lite", "vega_lite", "vl-convert-python==1.9.0.post1"),
    Library("matplotlib", "matplotlib_svg", "matplotlib==3.11.2"),
)
"""From the lightest to the heaviest."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a library made: seconds to the first picture, its import included, then seconds and SVG of each."""

    first: float
    seconds: Mapping[str, float]
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a page has to know of a library's SVG, over all pictures."""

    styles: int
    """Style attributes and elements: each is refused where the Content-Security-Policy allows no inline styles."""
    scripts: int
    words_kept: float
    """The share of labels that stand in the file as text, from 0 to 1."""
    colours: int
    """Colours that are written out, and so do not follow light and dark."""
    has_title: bool
    has_description: bool
    is_repeatable: bool
    """Whether two processes write the same bytes, on any day."""


# ---- the pictures


def choose_jobs(data: Path) -> list[Job]:
    """Return the sums of the subject that has most, the steps of the one that has most, all sums and all steps."""
    sources, _ = read_tree(data)
    dataset = prepare(sources).dataset
    if dataset is None:
        raise SystemExit(f"{data} has errors: briefing check names them")
    context = open_context(dataset)
    pictures = list(_subject_pictures(context))
    sums = max((picture for picture in pictures if isinstance(picture.chart, Bars)), key=_count_marks)
    steps = max((picture for picture in pictures if isinstance(picture.chart, Spans)), key=_count_marks)
    all_sums = view_money_page(context).picture
    all_steps = view_all_steps(context, list_page(TIMELINE))
    assert all_sums is not None
    assert all_steps is not None
    return [
        _job("sums of a subject", sums),
        _job("steps of a subject", steps),
        _job("all sums", all_sums),
        _job("all steps", all_steps),
    ]


def _subject_pictures(context: Context) -> Iterator[Picture]:
    for subject in context.data.subjects:
        picture = subject_picture(context, subject)
        if picture is not None:
            yield picture


def _job(name: str, picture: Picture) -> Job:
    chart = picture.chart
    assert isinstance(chart, Bars | Spans)
    # Sums that share a scale; no library has panels of several currencies.
    if isinstance(chart, Bars):
        chart = replace(chart, panels=chart.panels[:1])
    return Job(f"{name} ({_count_marks(picture)})", picture.title, picture.alternative, chart)


def _count_marks(picture: Picture) -> int:
    match picture.chart:
        case Bars(panels=panels):
            return len(panels[0].bars)
        case Spans(spans=spans):
            return len(spans)
    return 0


# ---- drawing and looking at what was drawn


def draw_all(library: Library, folder: Path | None, jobs: Sequence[Job]) -> Drawn:
    """Draw every job in a new process, which finds the library in a folder of its own.

    Raises:
        subprocess.CalledProcessError: the library is broken.
    """
    words = [sys.executable, "-m", "benchmarks.picture_libraries.child", library.module]
    paths = [str(ROOT / "generator"), str(ROOT), *([str(folder)] if folder else [])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run(words, input=pickle.dumps(jobs), env=environment, stdout=subprocess.PIPE, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    pictures = told["pictures"]
    return Drawn(
        told["first"],
        {name: picture["seconds"] for name, picture in pictures.items()},
        {name: picture["svg"] for name, picture in pictures.items()},
    )


def look_at(drawn: Drawn, again: Drawn, jobs: Sequence[Job]) -> Traits:
    """Return what the SVG of a library is like; ``again`` is what another process drew."""
    trees = [ElementTree.fromstring(svg) for svg in drawn.pictures.values()]
    elements = [element for tree in trees for element in tree.iter()]
    kept = [_share_kept(tree, job) for tree, job in zip(trees, jobs, strict=True)]
    return Traits(
        styles=sum("style" in element.attrib for element in elements) + _count(elements, "style"),
        scripts=_count(elements, "script"),
        words_kept=sum(kept) / len(kept),
        colours=len(_colours(drawn)),
        has_title=all(map(_has_title, trees)),
        has_description=all(_has_description(tree, job) for tree, job in zip(trees, jobs, strict=True)),
        is_repeatable=drawn.pictures == again.pictures and not _tells_today(drawn, jobs),
    )


def _colours(drawn: Drawn) -> set[str]:
    """Return the colours that are written out, each in one spelling."""
    colours = chain.from_iterable(map(_COLOUR.findall, drawn.pictures.values()))
    return {re.sub(r"[:\s]", "", colour) for colour in colours}


def _tells_today(drawn: Drawn, jobs: Sequence[Job]) -> bool:
    """Tell whether a file has the day on which it was drawn, as a comment or as data, where the picture has not."""
    today = date.today().isoformat()
    return any(today in drawn.pictures[job.name] and today not in job.alternative for job in jobs)


def _count(elements: Sequence[ElementTree.Element], name: str) -> int:
    return sum(_local_name(element) == name for element in elements)


def _local_name(element: ElementTree.Element) -> str:
    # A comment has a function where elements have a name.
    return element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""


def _share_kept(tree: ElementTree.Element, job: Job) -> float:
    """Return the share of the words of all labels that stand in text elements."""
    texts = ("".join(element.itertext()) for element in tree.iter() if _local_name(element) == "text")
    printed = set(" ".join(texts).split())
    words = {word for label in _labels(job) for word in label.split()}
    return len(words & printed) / len(words)


def _labels(job: Job) -> list[str]:
    if isinstance(job.chart, Bars):
        return [bar.label for bar in job.chart.panels[0].bars]
    return [span.label for span in job.chart.spans]


def _has_title(tree: ElementTree.Element) -> bool:
    """Tell whether the whole picture has a name for those who do not see it, not only one drawn on it."""
    return any(_local_name(child) == "title" for child in tree) or "aria-label" in tree.attrib


def _has_description(tree: ElementTree.Element, job: Job) -> bool:
    """Tell whether all that the picture shows is said in words, somewhere that a screen reader reads."""
    said = [element.text or "" for element in tree.iter() if _local_name(element) == "desc"]
    said += [element.get("aria-label", "") for element in tree.iter()]
    return job.alternative in said


# ---- installing


@contextmanager
def open_folder(asked: Path | None, *, install: bool) -> Iterator[Path | None]:
    """Give the folder of the libraries, if there is one; one that nobody named vanishes."""
    with tempfile.TemporaryDirectory() as vanishing:
        folder = asked.resolve() if asked else None
        if install:
            folder = folder or Path(vanishing)
            for library in LIBRARIES:
                _install(library, folder)
        yield folder


def _install(library: Library, folder: Path) -> None:
    if library.requirement is None:
        return
    words = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*words, "--target", str(folder / library.module), library.requirement], check=True)


def find_library(library: Library, folder: Path | None) -> Path | None:
    """Return the folder of a library, or None where it is not installed."""
    if folder is None or not (folder / library.module).is_dir():
        return None
    return folder / library.module


def _installed_bytes(folder: Path | None) -> int:
    """Return the bytes of a library and all that it needs, of our own those of the modules that draw."""
    roots = [folder] if folder else [ROOT / own for own in OWN_FOLDERS]
    files = (path for root in roots for path in root.rglob("*") if path.is_file())
    # What Python compiles on the first run belongs to no package.
    return sum(path.stat().st_size for path in files if path.suffix != ".pyc")


# ---- the report


_TRAIT_HEADS = (
    "library",
    "inline styles",
    "scripts",
    "words kept as text",
    "colours written out",
    "title",
    "description",
    "same bytes",
)
_MEANINGS = (
    "- first picture: in a new process, the import of the library included; ours is loaded by a build anyway.",
    "- KB: drawings of 800 pixels, as they stand in pages; a page of ours holds a narrow one as well.",
    "- inline styles: attributes and elements in all pictures that a Content-Security-Policy without `unsafe-inline`"
    " refuses.",
    "- colours written out: those that do not follow light and dark. Each library was asked for variables of the page,"
    " where it takes them.",
    "- title and description: of the whole picture, for screen readers; the description says all that is drawn.",
    "- same bytes: from two processes, without the day of drawing in them.",
    "- plotly is left out: it writes SVG by starting a browser (kaleido), which a build must not need.",
)


def report(jobs: Sequence[Job], folder: Path | None) -> Iterator[str]:
    """Yield the lines of the report; a library is measured when its turn comes."""
    yield "# Pictures beside chart libraries\n"
    yield "`python -m benchmarks.pictures --install --save`; milliseconds of the processor, medians of five runs.\n"
    yield f"{machine_line()}\n"
    heads = [
        "library",
        "MB, installed",
        "ms, first picture",
        *(f"ms, {job.name}" for job in jobs),
        "KB, all of them",
    ]
    speeds, traits, missing = [], [], []
    for library in LIBRARIES:
        place = find_library(library, folder)
        if library.requirement is not None and place is None:
            missing.append(
                f"- **{library.name}: missing**, so not measured; `--install` fetches {library.requirement}."
            )
            continue
        drawn, again = draw_all(library, place, jobs), draw_all(library, place, jobs)
        speeds.append(_speed_row(library, place, drawn))
        traits.append(_trait_row(library, look_at(drawn, again, jobs)))
    yield from _table(heads, speeds)
    yield ""
    yield from _table(_TRAIT_HEADS, traits)
    yield ""
    yield from missing
    yield from _MEANINGS


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield row(heads)
    yield row(("---", *["---:"] * (len(heads) - 1)))
    yield from map(row, rows)


def _speed_row(library: Library, folder: Path | None, drawn: Drawn) -> list[str]:
    cells = [library.name, f"{_installed_bytes(folder) / _MEGABYTE:.2f}", f"{drawn.first * 1e3:.0f}"]
    cells += [f"{seconds * 1e3:.1f}" for seconds in drawn.seconds.values()]
    written = sum(len(svg.encode()) for svg in drawn.pictures.values())
    return [*cells, f"{written / 1e3:.1f}"]


def _trait_row(library: Library, traits: Traits) -> list[str]:
    answers = (traits.has_title, traits.has_description, traits.is_repeatable)
    numbers = (str(traits.styles), str(traits.scripts), f"{traits.words_kept:.0%}", str(traits.colours))
    return [library.name, *numbers, *("yes" if answer else "no" for answer in answers)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and save where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "data")
    parser.add_argument("--install", action="store_true", help="fetch the libraries (needs the network)")
    parser.add_argument("--libraries", type=Path, metavar="DIR", help="where they are installed; --install fills it")
    parser.add_argument("--save", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args(arguments)
    jobs = choose_jobs(options.data)
    with open_folder(options.libraries, install=options.install) as folder:
        text = "\n".join(report(jobs, folder)) + "\n"
    print(text, end="")
    if options.save:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
