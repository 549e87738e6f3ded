"""The benchmarks' command: sizes in, Markdown tables out; `python -m benchmarks.run --help` lists what it takes."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.builds import time_build
from benchmarks.sample import make_sample, write_sample
from benchmarks.table import Figure, Section, report_text
from benchmarks.timing import Times

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results.md"
STEPS = ("parse", "read fields", "decode", "link", "slots*", "conflicts", "prepare")
SITE = ("views", "pages and twins", "exports", "generate_files")
RULES = ("all rules", "rule *")
BUILD_SIZES = (300, 1000)
_SECONDS = "Processor seconds, least · median · most of {} runs."
_GROWTH = "Growth is the exponent over the sizes, 1 being linear."


@dataclass(frozen=True, slots=True)
class Bench:
    """What to measure: checkouts by what the tables call them, and where samples are kept meanwhile."""

    trees: dict[str, Path]
    samples: Path
    runs: int

    def sample(self, size: int) -> Path:
        """Return the data folder of a sample, written once."""
        folder = self.samples / str(size)
        if not folder.exists():
            write_sample(folder, make_sample(size))
        return folder

    def figures(self, size: int, only: Sequence[str], *flags: str) -> Iterator[Figure]:
        """Yield the figures of one size; checkouts take turns, so that what disturbs one disturbs the other."""
        found: dict[tuple[str, str], list[float]] = {}
        rounds = 1 if len(self.trees) == 1 else 2
        for _ in range(rounds):
            for label, tree in self.trees.items():
                _say(f"{size:,} subjects, {label}")
                for name, seconds in self._work(tree, size, only, -(-self.runs // rounds), flags).items():
                    found.setdefault((name, label), []).extend(seconds)
        for (name, label), runs in found.items():
            yield Figure(name, f"{size:,} subjects", Times(tuple(runs)), label)

    def _work(
        self, tree: Path, size: int, only: Sequence[str], runs: int, flags: Sequence[str]
    ) -> dict[str, list[float]]:
        words = [sys.executable, str(HERE / "worker.py"), str(tree), str(self.sample(size)), "--runs", str(runs)]
        words += [word for one in only for word in ("--only", one)]
        answer = subprocess.run([*words, *flags], stdout=subprocess.PIPE, text=True, check=True)
        found: dict[str, list[float]] = json.loads(answer.stdout)
        return found


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print the report, and save it where that is asked for."""
    asked = _parser().parse_args(words)
    trees = {"before": asked.against.resolve(), "now": HERE.parent} if asked.against else {"now": HERE.parent}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(trees, Path(folder), asked.runs)
        report = report_text(_command(words), list(_sections(bench, asked)))
    print(report, end="")
    if asked.save:
        RESULTS.write_text(report, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="Time the program, step by step.")
    parser.add_argument("--sizes", type=_sizes, default=(300, 1000, 3000), help="numbers of subjects: 300,1000,3000")
    parser.add_argument("--largest", type=int, default=5000, help="subjects for the rules and for memory; 0: neither")
    parser.add_argument("--runs", type=int, default=5, help="runs of every figure")
    parser.add_argument("--only", action="append", help="only these steps, such as 'rule *'; may be given again")
    parser.add_argument("--builds", action="store_true", help="whole builds, too: the real data, 300, 1,000 subjects")
    parser.add_argument("--against", type=Path, metavar="DIR", help="another checkout to measure beside this one")
    parser.add_argument("--save", action="store_true", help="write the report to benchmarks/results.md")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in text.split(",") if one)


def _command(words: Sequence[str] | None) -> str:
    given = list(sys.argv[1:] if words is None else words)
    shown = ["DIR" if before == "--against" else one for before, one in zip(["", *given], given, strict=False)]
    return " ".join(["python -m benchmarks.run", *shown])


def _sections(bench: Bench, asked: argparse.Namespace) -> Iterator[Section]:
    meaning = _SECONDS.format(asked.runs)
    only = asked.only or []
    growing = tuple(one for size in asked.sizes for one in bench.figures(size, only or [*STEPS, *SITE]))
    if growing:
        several = len(asked.sizes) > 1
        yield Section("Steps", f"{meaning} {_GROWTH}" if several else meaning, growing, growing=several)
    if asked.largest and not only:
        yield Section("Rules", meaning, tuple(bench.figures(asked.largest, RULES)))
        changes = tuple(bench.figures(asked.largest, ("change *",)))
        yield Section("One change", f"{meaning} A workspace remembers the run before; one claim changes.", changes)
        memory = tuple(bench.figures(asked.largest, (), "--memory"))
        yield Section("Memory", "Megabytes at the peak, after each step of one pass.", memory)
    if asked.builds:
        yield Section("Whole builds", "Of `briefing build` from nothing.", tuple(_builds(bench)))


def _builds(bench: Bench) -> Iterator[Figure]:
    folders = {"real data": HERE.parent / "data"} | {f"{size:,} subjects": bench.sample(size) for size in BUILD_SIZES}
    for size, data in folders.items():
        for label, tree in bench.trees.items():
            _say(f"whole build, {size}, {label}")
            builds = [time_build(tree, data) for _ in range(min(bench.runs, 3))]
            yield Figure("seconds on the clock", size, Times(tuple(one.seconds for one in builds)), label)
            yield Figure("megabytes", size, Times(tuple(one.megabytes for one in builds)), label)


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
