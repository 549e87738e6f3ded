"""What one edit costs where the program remembers the run before: sources in, work by name out.

Every call takes the edit in or back, so that each has one file to look at again and all others as they were.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from inspect import signature
from itertools import cycle
from typing import Any

pipeline: Any = import_module("briefing.pipeline")

Work = Callable[[], object]
EDITS = {
    "count": ("articles/", rb"value: [0-9]+ employees", rb"value: 77777 employees"),
    "text": ("articles/", rb'attribute: aim, value: "', rb'attribute: aim, value: "Soon '),
    "milestone": (
        "articles/",
        rb"milestone: trial-production, value: 20..",
        rb"milestone: trial-production, value: 2039",
    ),
    "sum": ("articles/", rb"(attribute: amount, line: tranche-1, value: JPY [0-9])", rb"\g<1>1"),
    "subject": ("companies/", rb'(?m)^describes: "', b'describes: "Once '),
}
"""One claim changes, a figure, a wording, a date, a sum of money, or the record of one subject."""
CHANGES = tuple(f"change of a {name}" for name in EDITS)
_STEPS = ("parse and read", "decode", "link", "rules", "findings", "editorial checks")


def change_works(sources: Mapping[str, bytes], wanted: Callable[[str], bool]) -> Iterator[tuple[str, Work]]:
    """Yield the work of every step after every edit."""
    if not hasattr(pipeline, "Workspace") or not any(
        map(wanted, [*CHANGES, *(f"{change}, {step}" for change in CHANGES for step in _STEPS)])
    ):
        return
    workspace = pipeline.Workspace()
    pipeline.prepare(sources, workspace=workspace)
    for name, edit in EDITS.items():
        edited = _edited(sources, *edit)
        if edited is None:
            continue
        states = cycle([edited, sources])
        yield f"change of a {name}", lambda states=states: pipeline.prepare(next(states), workspace=workspace)  # type: ignore[misc]
        for step, work in _steps(sources, next(states), workspace):
            yield f"change of a {name}, {step}", work
        next(states)


def _edited(sources: Mapping[str, bytes], folder: str, pattern: bytes, words: bytes) -> dict[str, bytes] | None:
    paths = (one for one in sorted(sources) if one.startswith(folder) and re.search(pattern, sources[one]))
    path = next(paths, None)
    return None if path is None else {**sources, path: re.sub(pattern, words, sources[path], count=1)}


def _steps(before: Mapping[str, bytes], after: Mapping[str, bytes], kept: Any) -> Iterator[tuple[str, Work]]:
    """Yield every step from parsing to editorial checks, each over the two states of the data in turn."""
    loads = [_load(sources, kept) for sources in (before, after)]
    decodes = [pipeline.decode_data(one.raw, one.registry, None, [], kept.decode) for one in loads]
    links = [_link(one, kept) for one in decodes]
    judged = [pipeline.add_conflicts(one, pipeline.RULES, kept.rules)[0] for one in links]
    sources, loaded, decoded, linked = cycle([before, after]), cycle(loads), cycle(decodes), cycle(links)
    listed, looked = cycle(judged), cycle(judged)
    works = (
        lambda: _load(next(sources), kept),
        lambda: _decode(next(loaded), kept),
        lambda: _link(next(decoded), kept),
        lambda: pipeline.add_conflicts(next(linked), pipeline.RULES, kept.rules),
        lambda: list(pipeline.diagnose_conflicts(*_of(next(listed)), *_kept(kept, "rules"))),
        lambda: list(pipeline.run_editorial_checks(next(looked), *_kept(kept, "editorial"))),
    )
    yield from zip(_STEPS, works, strict=True)


def _load(sources: Mapping[str, bytes], kept: Any) -> Any:
    """Parse and read the files; the function had another name in an older checkout."""
    load = getattr(pipeline, "load_sources", None) or pipeline._load
    return load(sources, kept)


def _of(dataset: Any) -> tuple[Any, ...]:
    """Return what findings are made of: the dataset; an older checkout took its conflicts and its claims."""
    first = next(iter(signature(pipeline.diagnose_conflicts).parameters))
    return (dataset,) if first == "dataset" else (dataset.conflicts, dataset.claims)


def _kept(kept: Any, name: str) -> tuple[Any, ...]:
    """Return what a step remembers; an older checkout remembered nothing for some of them."""
    return (getattr(kept, name),) if hasattr(kept, "editorial") else ()


def _decode(loaded: Any, kept: Any) -> object:
    return pipeline.decode_data(loaded.raw, loaded.registry, None, list(loaded.findings), kept.decode)


def _link(decoded: Any, kept: Any) -> Any:
    names = ("briefing", "registry", "subjects", "articles", "publishers", "claims", "rates", "corrections",
             "redirects", "doubted")  # fmt: skip
    return pipeline.link_dataset(*(getattr(decoded, name) for name in names), kept.link)[0]
