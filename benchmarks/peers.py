"""This program beside Hugo, Zensical and MkDocs on the same pages, in one run; `python -m benchmarks.peers --help`.

Every engine gets a folder of its own. In each round all of them build from nothing, then again without a change, then
after one edit after another, and take turns at every step, so that what disturbs one disturbs the others. Peers start
from the Markdown that `briefing generate` writes; what that costs is measured like them, and added. Nothing counts
before it is checked: every page is there, and every edit is in what was built.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks.builds import Build, build_environment, time_command
from benchmarks.peer_engines import (
    ENGINES,
    OURS,
    PINS,
    STYLE_MARK,
    TEMPLATE_MARK,
    TREE,
    TREE_MAKER,
    Engine,
    install_peers,
    installed_versions,
)
from benchmarks.peer_states import EDITS, Digests, Site, State, Unsound, changed_pages, make_states
from benchmarks.sample import make_sample, write_sample
from benchmarks.table import Figure, Section, report_text
from benchmarks.timing import Times

RESULTS = Path(__file__).with_name("peers.md")
COLD, NOTHING, TEMPLATE, STYLE = (
    "cold build",
    "nothing changed",
    "a template edited",
    "a style sheet of the theme edited",
)
CASES = (COLD, NOTHING, *EDITS, TEMPLATE, STYLE)
"""In the order in which a round goes through them; every edit stays when the next one is made."""
REAL = "real data"


@dataclass(slots=True)
class Entrant:
    """An engine in its folder, and what it has built there so far."""

    engine: Engine
    words: Sequence[str]
    folder: Path
    digests: Digests = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """Where its pages come to lie."""
        return Site(self.folder / self.engine.site, self.engine.suffix)

    def change(self, case: str, state: State) -> None:
        """Make the edit of a case in the folder; the first case makes the folder."""
        if case == COLD:
            self.folder.mkdir()
            self.engine.set_up(self.folder)
        if case == TEMPLATE:
            self.engine.edit_template(self.folder)
        elif case == STYLE:
            self.engine.edit_style(self.folder)
        else:
            self.engine.take(self.folder, state)

    def build(self) -> Build:
        """Run the engine once.

        Raises:
            Unsound: it failed.
        """
        try:
            return time_command(self.words, self.folder, build_environment(self.folder))
        except RuntimeError as trouble:
            raise Unsound(str(trouble)) from trouble

    def check(self, case: str, state: State, changed: Sequence[str]) -> None:
        """Hold what was built against the state, and against the edit of the case.

        Raises:
            Unsound: it is not what it should be.
        """
        before, self.digests = self.digests, self.site.digests(state)
        if case in EDITS:
            self.site.check_edit(changed, before, self.digests, state.mark)
        elif case == TEMPLATE:
            self.site.check_every_page(self.digests, TEMPLATE_MARK)
        elif case == STYLE:
            self.site.check_styles(STYLE_MARK)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked for: engines with their command lines, cases, and rounds."""

    engines: Mapping[Engine, Sequence[str]]
    cases: Sequence[str]
    rounds: int


@dataclass(slots=True)
class Measured:
    """What one size gave: its pages, the pages that each edit changes, and the builds of every case and engine.

    ``unsound`` says of an engine and a case why their builds do not count.
    """

    pages: int
    changed: Mapping[str, Sequence[str]]
    builds: dict[tuple[str, str], list[Build]] = field(default_factory=dict)
    unsound: dict[tuple[str, str], str] = field(default_factory=dict)

    def sound_builds(self, case: str, engine: str) -> Sequence[Build]:
        """Return the builds of all rounds, or none if one of them was not sound."""
        return () if (case, engine) in self.unsound else self.builds.get((case, engine), ())


def main(words: Sequence[str] | None = None) -> None:
    """Measure, print the report, and save it where that is asked for."""
    asked = _parser().parse_args(words)
    with _environment(asked) as peers, tempfile.TemporaryDirectory() as folder:
        found = {engine: engine.words(peers) for engine in _chosen(asked.only)}
        plan = Plan({engine: line for engine, line in found.items() if line}, asked.case or CASES, asked.rounds)
        if not plan.engines:
            sys.exit("nothing that was asked for is here; --install fetches peers")
        compared = [_introduce(engine, line is not None, peers) for engine, line in found.items()]
        load = os.getloadavg()[0]
        measured = {_label(size): measure(plan, size, Path(folder)) for size in asked.sizes}
    conditions = _conditions(plan.rounds, compared, measured, load)
    report = report_text(_command(words), [conditions, *_sections(plan, measured)])
    print(report, end="")
    if asked.save:
        RESULTS.write_text(report, encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="Time this program beside peers.")
    parser.add_argument(
        "--sizes", type=_sizes, default=("real", "300", "1000"), help="numbers of subjects, or real: real,300,1000"
    )
    parser.add_argument("--rounds", type=int, default=3, help="builds of every engine in every case")
    parser.add_argument("--install", action="store_true", help=f"fetch {' and '.join(PINS)} for this run")
    parser.add_argument("--environment", type=Path, metavar="DIR", help="where peers are installed; --install fills it")
    names = [engine.name for engine in ENGINES]
    parser.add_argument("--only", action="append", choices=names, help="only this engine; may be given again")
    parser.add_argument("--case", action="append", choices=CASES, help="only this case; may be given again")
    parser.add_argument("--save", action="store_true", help="write the report to benchmarks/peers.md")
    return parser


def _sizes(text: str) -> tuple[str, ...]:
    sizes = tuple(size for size in text.split(",") if size)
    if not all(size == "real" or size.isdigit() for size in sizes):
        raise argparse.ArgumentTypeError(f"no sizes: {text}")
    return sizes


@contextmanager
def _environment(asked: argparse.Namespace) -> Iterator[Path | None]:
    """Give the folder of the installed peers, if there is one; one that nobody named vanishes."""
    with tempfile.TemporaryDirectory() as folder:
        named: Path | None = asked.environment and asked.environment.resolve()
        if asked.install:
            named = named or Path(folder)
            install_peers(named)
        yield named


def _chosen(names: Sequence[str] | None) -> list[Engine]:
    return [engine for engine in ENGINES if not names or engine.name in names]


def _command(words: Sequence[str] | None) -> str:
    given = list(sys.argv[1:] if words is None else words)
    before = ["", *given]
    shown = ["DIR" if option == "--environment" else word for option, word in zip(before, given, strict=False)]
    quoted = [f'"{word}"' if " " in word else word for word in shown]
    return " ".join(["python -m benchmarks.peers", *quoted])


# ---- measuring


def measure(plan: Plan, size: str, folder: Path) -> Measured:
    """Return what all rounds of one size gave.

    Raises:
        Unsound: an edit cannot be made of these data.
    """
    samples = folder / size
    states = _states(plan, size, samples)
    measured = Measured(len(states[""].texts()), _changes(states))
    for number in range(plan.rounds):
        with tempfile.TemporaryDirectory(dir=samples) as place:
            _go_round(plan, number, states, measured, Path(place))
    return measured


def _states(plan: Plan, size: str, samples: Path) -> dict[str, State]:
    """Return the data as they are under an empty name, and after each edit up to the last one that is asked for."""
    wanted = {case for case in plan.cases if case in EDITS}
    states: dict[str, State] = {}
    for name, state in make_states(TREE, _data(size, samples), samples):
        states[name] = state
        wanted.discard(name)
        if not wanted:
            break
    return states


def _data(size: str, samples: Path) -> Path:
    if size == "real":
        return TREE / "data"
    write_sample(samples / "sample", make_sample(int(size)))
    return samples / "sample"


def _changes(states: Mapping[str, State]) -> dict[str, list[str]]:
    """Return the pages that each edit changes."""
    return {after: changed_pages(states[before], states[after]) for before, after in pairwise(states)}


def _go_round(plan: Plan, number: int, states: Mapping[str, State], measured: Measured, place: Path) -> None:
    """Take every engine through all cases, engines in turn; another one is the first in each round."""
    entrants = [Entrant(engine, words, place / str(at)) for at, (engine, words) in enumerate(plan.engines.items())]
    first = number % len(entrants)
    state = states[""]
    for case in _cases_of(plan):
        state = states.get(case, state)
        for entrant in [*entrants[first:], *entrants[:first]]:
            if _takes(entrant.engine, case):
                _build_case(entrant, case, state, measured)


def _cases_of(plan: Plan) -> list[str]:
    """Return the cases in their order: a build from nothing is the first, and edits before one asked for are made."""
    edits = list(EDITS)
    wanted = {edit for case in plan.cases if case in EDITS for edit in edits[: edits.index(case) + 1]}
    return [case for case in CASES if case == COLD or case in plan.cases or case in wanted]


def _takes(engine: Engine, case: str) -> bool:
    """True where an engine has what a case changes: one that makes no HTML has no theme."""
    return bool({TEMPLATE: engine.template, STYLE: engine.style}.get(case, "data"))


def _build_case(entrant: Entrant, case: str, state: State, measured: Measured) -> None:
    """Give an engine what the case changes, let it build, and keep what that took once it is checked."""
    name = entrant.engine.name
    entrant.change(case, state)
    try:
        build = entrant.build()
        entrant.check(case, state, measured.changed.get(case, ()))
    except Unsound as trouble:
        measured.unsound[case, name] = str(trouble)
        _say(f"{case}, {name}: {trouble}")
        return
    measured.builds.setdefault((case, name), []).append(build)
    _say(f"{case}, {name}: {build.seconds:.2f} s")


def _say(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


# ---- the report


def _label(size: str) -> str:
    return REAL if size == "real" else f"{int(size):,} subjects"


def _introduce(engine: Engine, is_here: bool, peers: Path | None) -> str:
    if not is_here:
        return f"- **{engine.name}: missing**, so not measured; `--install` fetches {' and '.join(PINS)}."
    return f"- **{engine.name}**{installed_versions(engine, peers)}: {engine.does}."


def _conditions(rounds: int, compared: Sequence[str], measured: Mapping[str, Measured], load: float) -> Section:
    """Return what the figures stand for, as a section without any."""
    lines = [*compared]
    for size, result in measured.items():
        lines += [
            f"- **{engine}, {case}, {size}: not sound**, so left out: {reason.splitlines()[0]}"
            for (case, engine), reason in result.unsound.items()
        ]
    busy = f"Load {load:.1f} before and {os.getloadavg()[0]:.1f} after; 1 of it is the measurement itself."
    cells = (
        f"Cells are the least · median · most of {rounds} rounds. Memory is that of the largest process. "
        f"From data: `{TREE_MAKER}` and the engine together; times: how many times `{OURS}` that is, round by round. "
        "Growth is the exponent over the numbers of subjects, 1 being linear."
    )
    return Section("What is compared", "\n".join([cells, busy, "", *lines]), ())


def _sections(plan: Plan, measured: Mapping[str, Measured]) -> Iterator[Section]:
    """Yield a table for every case that is asked for, in the order of a round."""
    for case in CASES:
        if case in plan.cases:
            figures = [
                figure for size, result in measured.items() for figure in _figures(case, size, plan.engines, result)
            ]
            pages = "; ".join(f"{size}: {_pages(case, result)}" for size, result in measured.items())
            yield Section(case.capitalize(), f"{pages}.", tuple(figures), growing=len(measured) > 1)


def _pages(case: str, result: Measured) -> str:
    changed = f"{len(result.changed[case]):,} of " if case in result.changed else ""
    return f"{changed}{result.pages:,} pages"


def _figures(case: str, size: str, engines: Iterable[Engine], result: Measured) -> Iterator[Figure]:
    for engine in engines:
        builds = result.sound_builds(case, engine.name)
        if not builds:
            continue
        yield Figure(f"{engine.name}, seconds on the clock", size, Times(tuple(build.seconds for build in builds)))
        yield Figure(f"{engine.name}, of the processor", size, Times(tuple(build.processor for build in builds)))
        yield Figure(f"{engine.name}, megabytes", size, Times(tuple(build.megabytes for build in builds)))
        if engine.is_peer:
            yield from _from_data(case, size, engine.name, result)


def _from_data(case: str, size: str, name: str, result: Measured) -> Iterator[Figure]:
    """Yield what a peer takes from the data on, and how many times that of this program it is.

    After an edit of its theme a peer needs no new pages: it is held against this program by itself.
    """
    peers, ours = result.sound_builds(case, name), result.sound_builds(case, OURS)
    clock = [build.seconds for build in peers]
    processor = [build.processor for build in peers]
    if case not in (TEMPLATE, STYLE):
        trees = result.sound_builds(case, TREE_MAKER)
        if not trees:
            return
        clock = [tree.seconds + seconds for tree, seconds in zip(trees, clock, strict=True)]
        processor = [tree.processor + seconds for tree, seconds in zip(trees, processor, strict=True)]
        yield Figure(f"{name}, from data, seconds on the clock", size, Times(tuple(clock)))
    if ours:
        yield Figure(f"{name}, times `{OURS}`", size, _ratios(clock, [build.seconds for build in ours]))
        label = f"{name}, times `{OURS}`, of the processor"
        yield Figure(label, size, _ratios(processor, [build.processor for build in ours]))


def _ratios(theirs: Sequence[float], ours: Sequence[float]) -> Times:
    return Times(tuple(peer / own for peer, own in zip(theirs, ours, strict=True)))


if __name__ == "__main__":
    main()
