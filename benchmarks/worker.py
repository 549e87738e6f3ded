"""Measures one checkout on one data folder and prints the seconds as JSON; started by `benchmarks.run`.

Runs as a script: the checkout to measure may be another one than that which these benchmarks belong to.
"""

import argparse
import json
import resource
import sys
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("tree", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--memory", action="store_true")
    asked = parser.parse_args()
    _import_program(asked.tree)
    _collect_as_the_program_does()
    print(json.dumps(_memory(asked.data) if asked.memory else _seconds(asked.data, asked.only, asked.runs)))


def _import_program(tree: Path) -> None:
    """Load the program of ``tree`` and the benchmarks that stand beside this file."""
    sys.path.insert(0, str(tree / "generator"))
    program = import_module("briefing").__file__
    if program is None or not Path(program).resolve().is_relative_to(tree.resolve()):
        raise SystemExit(f"there is no program in {tree}/generator")
    sys.path[0] = str(Path(__file__).resolve().parent.parent)


def _collect_as_the_program_does() -> None:
    """Set the collector of cycles as the command line of the checkout does, if it does."""
    getattr(import_module("briefing.cli"), "collect_rarely", lambda: None)()


def _seconds(data: Path, only: list[str], runs: int) -> dict[str, list[float]]:
    from benchmarks.figures import measure
    from briefing.edges.disk import read_tree

    sources, _ = read_tree(data)
    return measure(sources, lambda name: any(fnmatchcase(name, one) for one in only or ["*"]), runs)


def _memory(data: Path) -> dict[str, list[float]]:
    """Return the peak in megabytes after each step of one whole pass, which takes nothing else along."""
    from benchmarks.timing import peak_memory
    from briefing.edges.disk import read_tree
    from briefing.pipeline import generate_files, prepare

    found = {"memory, program": [peak_memory(resource.getrusage(resource.RUSAGE_SELF))]}
    prepared = prepare(read_tree(data)[0])
    if prepared.dataset is None:
        raise SystemExit(f"the data have {prepared.errors} errors")
    found["memory, prepare"] = [peak_memory(resource.getrusage(resource.RUSAGE_SELF))]
    generate_files(prepared.dataset)
    found["memory, generate_files"] = [peak_memory(resource.getrusage(resource.RUSAGE_SELF))]
    return found


if __name__ == "__main__":
    main()
