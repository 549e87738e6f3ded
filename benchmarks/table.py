"""Figures in, Markdown tables out, with the command and the machine they come from. No host names, no paths."""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.timing import Times, growth_exponent


@dataclass(frozen=True, slots=True)
class Figure:
    """The runs of one step at one size; ``tree`` is now, or before for the checkout compared with."""

    name: str
    size: str
    times: Times
    tree: str = "now"


@dataclass(frozen=True, slots=True)
class Section:
    """One table: a heading, what its cells mean, and its figures, if any; ``growing`` adds exponents over the sizes."""

    heading: str
    meaning: str
    figures: tuple[Figure, ...]
    growing: bool = False


def machine_line() -> str:
    """Return what figures depend on: processors, system, Python; and the day they were taken."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{cores} processors ({platform.machine()}), {platform.system()}, {python}; {date.today().isoformat()}"


def report_text(command: str, sections: Iterable[Section]) -> str:
    """Return the whole report."""
    blocks = [f"`{command}`", machine_line()]
    for section in sections:
        blocks += [f"## {section.heading}", section.meaning]
        if section.figures:
            blocks.append("\n".join(_table(section)))
    return "# Benchmarks\n\n" + "\n\n".join(blocks) + "\n"


def _table(section: Section) -> Iterator[str]:
    sizes = list(dict.fromkeys(one.size for one in section.figures))
    heads = ["step", *sizes, *(["growth"] if section.growing else [])]
    yield row(heads)
    yield row(["---", *["---:"] * (len(heads) - 1)])
    trees = list(dict.fromkeys(one.tree for one in section.figures))
    for name in dict.fromkeys(one.name for one in section.figures):
        for tree in trees:
            found = {one.size: one.times for one in section.figures if (one.name, one.tree) == (name, tree)}
            label = name if len(trees) == 1 else f"{name}, {tree}"
            growth = [_growth(sizes, found)] if section.growing else []
            yield row([label, *(_cell(found.get(size)) for size in sizes), *growth])


def row(cells: Sequence[str]) -> str:
    """Return one line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def _cell(times: Times | None) -> str:
    if times is None:
        return ""
    shown = (times.lowest, times.median, times.highest) if len(times.runs) > 1 else (times.median,)
    return " · ".join(_number(one) for one in shown)


def _number(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def _growth(sizes: Sequence[str], found: dict[str, Times]) -> str:
    """Return the exponent over the sizes called by a number; others, such as the real data, are of another make."""
    known = [size for size in sizes if size in found and size[0].isdigit()]
    if len(known) < 2:
        return ""
    numbers = [int(size.split()[0].replace(",", "")) for size in known]
    return f"{growth_exponent(numbers, [found[size].lowest for size in known]):.2f}"
