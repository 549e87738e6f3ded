"""What is measured: the calls that the pipeline itself makes, recorded once and then made again one by one.

No stage is wired up anew here, so a figure is what the program does, whatever its functions come to look like.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from benchmarks.changes import change_works
from benchmarks.timing import in_child, time_runs
from briefing.dataset import link
from briefing.dataset.conflicts.conflicts import RuleMemo
from briefing.dataset.link import LinkMemo
from briefing.dataset.linked.records import Dataset
from briefing.dataset.rule_base.rule import Rule
from briefing.decode.memo import DecodeMemo
from briefing.render import pages
from briefing.source.parse import parse_document

pipeline: Any = import_module("briefing.pipeline")
"""Its names are taken hold of where it uses them, which no module promises to its importers."""

Work = Callable[[], object]
Wanted = Callable[[str], bool]

DATA_STAGES = {
    "read fields": (pipeline, "read_files"),
    "decode": (pipeline, "decode_data"),
    "link": (pipeline, "link_dataset"),
    "slots (in link)": (link, "build_slots"),
    "conflicts": (pipeline, "add_conflicts"),
}
"""Stages of `prepare`, by where the pipeline finds their functions."""
SITE_STAGES = {
    "views": (pages, "view_site"),
    "pages and twins": (pipeline, "render_site"),
    "exports": (pipeline, "render_exports"),
}
"""Stages of `generate_files`; pages and twins take their views with them, made once."""
ALL_RULES = "all rules"
NEED_DATASET = (
    *DATA_STAGES,
    ALL_RULES,
    *(f"rule {one.code}" for one in pipeline.RULES),
    "generate_files",
    *SITE_STAGES,
)


@dataclass(slots=True)
class Recorder:
    """Calls by name, with their arguments."""

    calls: dict[str, list[Work]] = field(default_factory=dict)

    @contextmanager
    def watch(self, label: str, module: Any, name: str) -> Iterator[None]:
        """Note every call of a module's function while the block runs; a function that is not there has none."""
        real = getattr(module, name, None)
        if real is None:
            yield
            return
        setattr(module, name, self.noting(label, real))
        try:
            yield
        finally:
            setattr(module, name, real)

    def noting(self, label: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that notes its arguments and does what ``real`` does."""

        def noted(*args: Any, **kwargs: Any) -> Any:
            kept = [_own(one) for one in args]
            self.calls.setdefault(label, []).append(lambda: real(*map(_own, kept), **kwargs))
            return real(*args, **kwargs)

        return noted

    def again(self, label: str) -> Work | None:
        """Return the repetition of all calls of a label, or None where there was none."""
        calls = self.calls.get(label)
        return (lambda: [call() for call in calls]) if calls else None


def _own(argument: Any) -> Any:
    # Lists are findings, which grow by every call, and dicts may be filled; each repetition starts from those of the
    # first. A memo is empty again, but for that of the slots, whose claims have been sorted into it.
    if isinstance(argument, (DecodeMemo, LinkMemo, RuleMemo)):
        return type(argument)()
    return copy(argument) if isinstance(argument, (list, dict)) else argument


@dataclass(slots=True)
class RecordedRules:
    """The rules of one dataset with what they were called with, ready to be called again on cold ground."""

    calls: list[tuple[str, Callable[..., Any], Any, Any]] = field(default_factory=list)

    def recording(self, rule: Rule) -> Rule:
        """Return a rule that notes what it is called with."""

        def find(context: Any, thresholds: Any) -> Any:
            self.calls.append((rule.code, rule.find, context, thresholds))
            return rule.find(context, thresholds)

        return replace(rule, find=find)

    def names(self) -> list[str]:
        """Return the codes in order, each once."""
        return list(dict.fromkeys(code for code, *_ in self.calls))

    def run(self, name: str | None = None) -> int:
        """Run the rules of one code, or all, on a world that remembers nothing; return the number of findings."""
        fresh: dict[int, Any] = {}
        findings = 0
        for code, find, context, thresholds in self.calls:
            if name in (None, code):
                cold = fresh.setdefault(id(context), replace(context, data=replace(context.data)))
                findings += sum(1 for _ in find(cold, thresholds))
        return findings


def measure(sources: Mapping[str, bytes], wanted: Wanted, runs: int) -> dict[str, list[float]]:
    """Return the seconds of every wanted figure of one briefing, each from a process of its own."""
    return {
        name: in_child(lambda work=work: time_runs(work, runs))  # type: ignore[misc]
        for name, work in _figures(sources, wanted)
        if wanted(name)
    }


def _figures(sources: Mapping[str, bytes], wanted: Wanted) -> Iterator[tuple[str, Work]]:
    """Yield the figures in an order that leaves no stage warmed by another."""
    yield "parse", lambda: [parse_document(path, sources[path]) for path in sources]
    yield "prepare", lambda: pipeline.prepare(sources)
    yield from change_works(sources, wanted)
    if not any(map(wanted, NEED_DATASET)):
        return
    recorder, rules = Recorder(), RecordedRules()
    dataset = _record_prepare(sources, recorder, rules)
    for name in DATA_STAGES:
        if work := recorder.again(name):
            yield name, work
    yield ALL_RULES, rules.run
    for code in rules.names():
        yield f"rule {code}", lambda code=code: rules.run(code)  # type: ignore[misc]
    recorder.calls.clear()
    rules.calls.clear()
    yield "generate_files", lambda: pipeline.generate_files(dataset)
    yield from _site_figures(dataset, wanted)


def _record_prepare(sources: Mapping[str, bytes], recorder: Recorder, rules: RecordedRules) -> Dataset:
    plain = pipeline.RULES
    with ExitStack() as stack:
        for label, (module, name) in DATA_STAGES.items():
            stack.enter_context(recorder.watch(label, module, name))
        pipeline.RULES = tuple(rules.recording(rule) for rule in plain)
        try:
            prepared = pipeline.prepare(sources)
        finally:
            pipeline.RULES = plain
    if prepared.dataset is None:
        raise ValueError(f"the sample has {prepared.errors} errors, such as {prepared.findings[0]}")
    dataset: Dataset = prepared.dataset
    return dataset


def _site_figures(dataset: Dataset, wanted: Wanted) -> Iterator[tuple[str, Work]]:
    if not any(map(wanted, SITE_STAGES)):
        return
    recorder = Recorder()
    with ExitStack() as stack:
        for label, (module, name) in SITE_STAGES.items():
            stack.enter_context(recorder.watch(label, module, name))
        pipeline.generate_files(dataset)
    for name in SITE_STAGES:
        if work := recorder.again(name):
            yield name, work
