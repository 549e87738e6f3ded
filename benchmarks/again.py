"""What a build costs after another: clean, with nothing changed, and with one text edited, of one checkout or several.

`python -m benchmarks.again [--data FOLDER] [--subjects N] [--before CHECKOUT] [--rounds N]` prints one table. Checkouts
take turns, each on a copy of the data of its own, so that what disturbs one disturbs the other. Seconds of the
processor are those of all processes together; a build on several cores waits for less.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.builds import Build, build_environment, time_command
from benchmarks.sample import make_sample, write_sample
from benchmarks.table import machine_line
from benchmarks.timing import Times

ROOT = Path(__file__).resolve().parents[1]
CASES = ("clean", "nothing changed", "one text edited")
_DESCRIBES = re.compile(rb'(?m)^describes: "?')


@dataclass(frozen=True, slots=True)
class Folder:
    """A copy of the data on which one checkout builds, and the builds so far by case."""

    tree: Path
    path: Path
    builds: dict[str, list[Build]] = field(default_factory=lambda: {case: [] for case in CASES})

    def build(self, case: str, *flags: str) -> None:
        """Build once more."""
        words = [sys.executable, "-m", "briefing", "build", *flags]
        self.builds[case].append(time_command(words, self.path, build_environment(self.tree)))

    def edit(self) -> None:
        """Change what the first subject that is described is said to be."""
        files = sorted((self.path / "data").rglob("*.yml"))
        file = next(file for file in files if _DESCRIBES.search(file.read_bytes()))
        file.write_bytes(_DESCRIBES.sub(lambda match: match[0] + b"Once ", file.read_bytes(), count=1))


def measure(trees: Mapping[str, Path], data: Path, folder: Path, rounds: int) -> dict[str, Folder]:
    """Return what each checkout took for each case, by what the table calls the checkout."""
    folders = {name: _lay_out(tree, data, folder / name) for name, tree in trees.items()}
    for _ in range(rounds):
        for place in folders.values():
            place.build("clean", "--clean")
        for place in folders.values():
            place.build("nothing changed")
        for place in folders.values():
            place.edit()
            place.build("one text edited")
    return folders


def _lay_out(tree: Path, data: Path, folder: Path) -> Folder:
    shutil.copytree(data, folder / "data")
    docs = data.parent / "docs"
    if docs.is_dir():
        shutil.copytree(docs, folder / "docs")
    return Folder(tree, folder)


def report(folders: Mapping[str, Folder], subjects: str) -> str:
    """Return the table."""
    heads = [f"{name}, {unit}" for name in folders for unit in ("processor", "waited", "MB")]
    lines = [_row(["seconds, median (least to most)", *heads]), _row(["---", *["---:"] * len(heads)])]
    lines += [_row([case, *_cells(place.builds[case] for place in folders.values())]) for case in CASES]
    return "\n".join([f"{subjects}; {machine_line()}", "", *lines, ""])


def _cells(rows: Iterable[list[Build]]) -> Iterator[str]:
    for builds in rows:
        yield _spread(Times(tuple(build.processor for build in builds)))
        yield _spread(Times(tuple(build.seconds for build in builds)))
        yield f"{max(build.megabytes for build in builds):.0f}"


def _spread(times: Times) -> str:
    return f"{times.median:.2f} ({times.lowest:.2f} to {times.highest:.2f})"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.again", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the data folder; that of this checkout")
    parser.add_argument("--subjects", type=int, help="made-up data of so many subjects instead")
    parser.add_argument("--before", type=Path, help="another checkout to compare with")
    parser.add_argument("--rounds", type=int, default=3, help="how often each case is built")
    options = parser.parse_args()
    trees = {"before": options.before.resolve()} if options.before else {}
    with tempfile.TemporaryDirectory() as folder:
        data, subjects = options.data, f"the data in {options.data.name}/"
        if options.subjects:
            data, subjects = Path(folder) / "sample" / "data", f"{options.subjects:,} made-up subjects"
            write_sample(data, make_sample(options.subjects))
        print(report(measure({**trees, "now": ROOT}, data.resolve(), Path(folder), options.rounds), subjects))


if __name__ == "__main__":
    main()
