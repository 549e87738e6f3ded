"""Changes the program a little, some hundred times over, and shows the changes that no test notices.

`python scripts/mutants.py FOLDER FILE FILE:LINE …` tries a sample of what Cosmic Ray can change in a folder (the same
sample for the same seed), or all that it can in a file or a line, and runs the nearest tests that reach the line. It
prints a difference for each change that survives. Which changes and which tests: `[tool.mutants]` in pyproject.toml.
The changes are made in copies of the repository, never in it.
"""

import argparse
import logging
import os
import random
import re
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkResult
from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path("generator/briefing")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutants"]
PYTEST = f"{shlex.quote(sys.executable)} -m pytest -x -q -p no:cacheprovider"
NO_TESTS_COLLECTED = 5
MEMORY = 4 << 30
"""Bytes that a run of tests may take: a loop that a change lets run forever would fill the machine."""


def mutations_of(path: Path) -> Iterator[MutationSpec]:
    """Yield every change that the chosen operators can make to a module, save to lines that are left alone."""
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [name for name in operator_names() if any(re.fullmatch(each, name) for each in SETTINGS["operators"])]
    nodes = list(ast_nodes(get_ast_from_path(path)))
    for name in names:
        operator = get_operator(name)()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(places):
            if not re.search(SETTINGS["left_alone"], lines[start[0] - 1]):
                yield MutationSpec(path, name, occurrence, start, end)


def modules_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if path.name != "__init__.py")


def chosen_mutations(wanted: str, sample: int, seed: int) -> list[MutationSpec]:
    """Return a sample of the changes to a folder, or all changes to a file or to one line of it."""
    name, _, line = wanted.partition(":")
    path = Path(name)
    if path.is_dir():
        mutations = [mutation for module in modules_in(path) for mutation in mutations_of(module)]
        return random.Random(seed).sample(mutations, min(sample, len(mutations)))
    return [mutation for mutation in mutations_of(path) if line in ("", str(mutation.start_pos[0]))]


def neighbours(folder: Path) -> str:
    """Return the tests of a folder of the program, as pytest takes them."""
    return test_words(folder)["neighbours"].format(folder=folder.relative_to(PROGRAM).as_posix())


def test_command(mutation: MutationSpec, covering: Iterable[str]) -> str:
    """Return the command that runs the tests of a module's own first, then the other files of tests that reach a line.

    Where no test is seen to reach it, those of the whole folder are run: what is done on import belongs to no test.
    """
    module = mutation.module_path
    names = {"folder": module.parent.relative_to(PROGRAM).as_posix(), "module": module.stem}
    own = test_words(module.parent)["own"].format(**names, code=module.stem.replace("_", "-"))
    others = " ".join(sorted(file for file in covering if file != own))
    if not covering:
        others = neighbours(module.parent)
    commands = [f"{PYTEST} {words}" for words in (own, others) if words and Path(words.split()[0]).exists()]
    # A rule whose cases have another name selects nothing, which is no failure.
    run = f"; test $? = 0 -o $? = {NO_TESTS_COLLECTED} && ".join(commands)
    return shlex.join(["sh", "-c", run])


def test_words(folder: Path) -> dict[str, str]:
    """Return what `[tool.mutants.tests]` has for a folder of the program or the nearest above it."""
    place = folder.relative_to(PROGRAM)
    rows = SETTINGS["tests"]
    return next(rows[each.as_posix()] for each in (place, *place.parents) if each.as_posix() in rows)


# ---- in a copy


def copy_repository(folder: Path) -> None:
    """Copy what git knows or would take, without caches or an environment, and compile it once for all runs.

    Cosmic Ray has Python write no compiled files. Those of the program are checked by their content here, for a
    module has the time of its last change, not its old one, once the change is taken back.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "generator"]
    subprocess.run(compiled, cwd=folder, check=True)


def cover(copy: Path, folder: Path) -> CoverageData:
    """Run the tests of a folder on the program as it is, and return which of them reach which line."""
    data = copy / f".coverage-{folder.as_posix().replace('/', '-')}"
    words = f"--cov={folder} --cov-context=test --cov-report= {neighbours(folder)}"
    variables = environment(copy) | {"COVERAGE_FILE": str(data)}
    done = subprocess.run(shlex.split(f"{PYTEST} {words}"), cwd=copy, env=variables, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"The tests fail without any change:\n{done.stdout}")
    covered = CoverageData(str(data))
    covered.read()
    return covered


def files_that_reach(covered: CoverageData, path: Path, line: int) -> set[str]:
    """Return the files of tests that reach a line; a test is known by its file, for fixtures run only in the first."""
    contexts = covered.contexts_by_lineno(str(path)).get(line, [])
    return {context.partition("::")[0] for context in contexts if context}


def test_commands(original: Path, mutations: Iterable[MutationSpec]) -> list[str]:
    """Return the command for each change; the tests that reach a line are found by running those of its folder."""
    covered: dict[Path, CoverageData] = {}
    commands = []
    for mutation in mutations:
        module, folder = original / mutation.module_path, mutation.module_path.parent
        covered[folder] = covered.get(folder) or cover(original, folder)
        commands.append(test_command(mutation, files_that_reach(covered[folder], module, mutation.start_pos[0])))
    return commands


def environment(copy: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(copy / "generator"), str(copy)])}


def enter_copy(original: Path) -> None:
    """Make a worker process run in a copy of its own, so that no two change the same file."""
    copy = original.with_name(str(os.getpid()))
    shutil.copytree(original, copy)
    os.chdir(copy)
    os.environ |= environment(copy)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def mutated(mutation: MutationSpec, command: str) -> WorkResult:
    return mutate_and_test([mutation], command, SETTINGS["timeout"])


# ---- what is printed


def described(mutation: MutationSpec, result: WorkResult) -> str:
    changed = [line for line in result.diff.splitlines() if re.match(r"[+-](?!\+\+|--)", line)]
    name = mutation.operator_name.removeprefix("core/")
    return "\n".join([f"{mutation.module_path}:{mutation.start_pos[0]}: {name} survives", *changed])


def try_mutations(
    pool: ProcessPoolExecutor, mutations: list[MutationSpec], commands: list[str]
) -> Iterator[tuple[str, str]]:
    """Yield the folder of each change and how it ended, and print those that survive."""
    results = pool.map(mutated, mutations, commands)
    for number, (mutation, result) in enumerate(zip(mutations, results, strict=True), start=1):
        outcome = result.test_outcome.value if result.test_outcome else result.worker_outcome.value
        if result.test_outcome is TestOutcome.SURVIVED:
            print(f"{number} of {len(mutations)}: {described(mutation, result)}", flush=True)
        yield str(mutation.module_path.parent), outcome


def summary(outcomes: Iterable[tuple[str, str]]) -> Iterator[str]:
    folders: dict[str, Counter[str]] = {}
    for folder, outcome in outcomes:
        folders.setdefault(folder, Counter())[outcome] += 1
    for folder, counts in sorted(folders.items()):
        yield f"{folder}: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wanted", nargs="*", default=SETTINGS["folders"], help="folders, files, or lines of files")
    parser.add_argument("--sample", type=int, default=100, help="how many changes of each folder (100)")
    parser.add_argument("--seed", type=int, default=1, help="another number, another sample (1)")
    parser.add_argument("--jobs", type=int, default=2, help="how many run at once (2)")
    arguments = parser.parse_args()
    os.chdir(ROOT)
    logging.disable()
    mutations: list[MutationSpec] = []
    for wanted in arguments.wanted:
        mutations.extend(chosen_mutations(wanted, arguments.sample, arguments.seed))
    with tempfile.TemporaryDirectory() as folder:
        original = Path(folder, "original")
        copy_repository(original)
        commands = test_commands(original, mutations)
        with ProcessPoolExecutor(arguments.jobs, initializer=enter_copy, initargs=(original,)) as pool:
            print("\n".join(summary(list(try_mutations(pool, mutations, commands)))))


if __name__ == "__main__":
    main()
