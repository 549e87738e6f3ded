"""What one edit costs where the program remembers the run before: sources in, work by name out.

Every call takes the edit in or back, so that each has one file to look at again and all others as they were.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import cycle
from typing import Any

pipeline: Any = import_module("generator.pipeline")

Work = Callable[[], object]
EDITS = {
    "count": (rb"value: [0-9]+ employees", rb"value: 77777 employees"),
    "text": (rb'attribute: aim, value: "', rb'attribute: aim, value: "Soon '),
    "milestone": (rb"milestone: trial-production, value: 20..", rb"milestone: trial-production, value: 2039"),
    "sum": (rb"(attribute: amount, line: tranche-1, value: JPY [0-9])", rb"\g<1>1"),
}
"""One claim changes: a figure, a wording, a date, a sum of money."""
CHANGES = tuple(f"change of a {name}" for name in EDITS)


def change_works(sources: Mapping[str, bytes], wanted: Callable[[str], bool]) -> Iterator[tuple[str, Work]]:
    """Yield the work of every step after every edit."""
    if not hasattr(pipeline, "Workspace") or not any(map(wanted, CHANGES)):
        return
    workspace = pipeline.Workspace()
    pipeline.prepare(sources, workspace=workspace)
    for name, (pattern, words) in EDITS.items():
        edited = _edited(sources, pattern, words)
        if edited is None:
            continue
        states = cycle([edited, sources])
        yield f"change of a {name}", lambda states=states: pipeline.prepare(next(states), workspace=workspace)  # type: ignore[misc]
        for step, work in _steps(sources, next(states), workspace):
            yield f"change of a {name}, {step}", work
        next(states)


def _edited(sources: Mapping[str, bytes], pattern: bytes, words: bytes) -> dict[str, bytes] | None:
    paths = (one for one in sorted(sources) if one.startswith("articles/") and re.search(pattern, sources[one]))
    path = next(paths, None)
    return None if path is None else {**sources, path: re.sub(pattern, words, sources[path], count=1)}


def _steps(before: Mapping[str, bytes], after: Mapping[str, bytes], kept: Any) -> Iterator[tuple[str, Work]]:
    """Yield parsing and reading, decoding, linking and the rules, each over the two states of the data in turn."""
    loads = [pipeline._load(sources, kept) for sources in (before, after)]
    decodes = [pipeline.decode_data(one.raw, one.registry, None, [], kept.decode) for one in loads]
    links = [_link(one, kept) for one in decodes]
    sources, loaded, decoded, linked = cycle([before, after]), cycle(loads), cycle(decodes), cycle(links)
    for one in links:
        pipeline.add_conflicts(one, pipeline.RULES, kept.rules)
    yield "parse and read", lambda: pipeline._load(next(sources), kept)
    yield "decode", lambda: _decode(next(loaded), kept)
    yield "link", lambda: _link(next(decoded), kept)
    yield "rules", lambda: pipeline.add_conflicts(next(linked), pipeline.RULES, kept.rules)


def _decode(loaded: Any, kept: Any) -> object:
    return pipeline.decode_data(loaded.raw, loaded.registry, None, list(loaded.findings), kept.decode)


def _link(decoded: Any, kept: Any) -> Any:
    names = ("briefing", "registry", "subjects", "articles", "publishers", "claims", "rates", "corrections",
             "redirects", "doubted")  # fmt: skip
    return pipeline.link_dataset(*(getattr(decoded, name) for name in names), kept.link)[0]
