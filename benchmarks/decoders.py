"""The decoder beside a library on the same data: `python -m benchmarks.decoders --help` lists what it takes.

The library is jsonschema, with the schemas that are made of the decoder's own table and know every id. Bad data are the
cases of `tests/golden/bad`, each of which lists what an editor has to be told.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import yaml
from jsonschema import Draft7Validator
from referencing import Registry as SchemaRegistry
from referencing.jsonschema import DRAFT7

from benchmarks.sample import make_sample
from briefing.decode.data import decode_data
from briefing.decode.reading.content import Findings
from briefing.decode.reading.files import read_briefing, read_files
from briefing.decode.reading.placement import record_folders
from briefing.decode.references.index import Index, build_index
from briefing.decode.shapes.files import ROOT_FILES
from briefing.decode.shapes.ids_schema import ID_SPACES, IDS, ids_schema
from briefing.decode.shapes.json_schemas import data_schemas
from briefing.diagnostics.diagnostic import Severity
from briefing.edges.disk import read_tree
from briefing.model.registry import Registry
from briefing.pipeline import load_sources
from briefing.source.nodes import Mapping as MappingNode
from briefing.source.nodes import Node, Scalar
from briefing.source.parse import parse_document
from tests.golden.test_bad_inputs import CASES, sources_of

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("decoders.md")
RUNS = 3
HEAD = ("decoder", "errors at their line", "errors in their file", "with a hint", "false alarms", "s, real data",
        "s, 1,000 subjects")  # fmt: skip
Place = tuple[str, int]
"""A file and a line."""


class Problem(NamedTuple):
    """What a decoder reports: where, and what it tells an editor to do."""

    place: Place
    hint: str


class _EditorLoader(yaml.CSafeLoader):
    """Reads YAML as editors do: numbers and flags typed, dates as they are written."""


_TYPED = ("bool", "int", "float", "null")
_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in _TYPED]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True)
class Data:
    """The files of one briefing, parsed for either decoder; what YAML itself refuses is left out."""

    nodes: Mapping[str, Node]
    plain: Mapping[str, Any]
    registry: Registry
    index: Index


def parse(sources: Mapping[str, bytes]) -> Data:
    """Parse every file that has no error of YAML: those are found before any decoder is asked."""
    nodes: dict[str, Node] = {}
    plain: dict[str, Any] = {}
    for path, content in sources.items():
        node, problems = parse_document(path, content)
        if node is not None and not problems:
            nodes[path] = node
            plain[path] = yaml.load(content.decode("utf-8-sig"), _EditorLoader)
    loaded = load_sources({path: sources[path] for path in nodes})
    return Data(nodes, plain, loaded.registry, build_index(loaded.raw, []))


# ---- the two decoders


def check_with_own(data: Data) -> list[Problem]:
    """Return the errors of our own decoder."""
    findings: Findings = []
    raw = read_files(data.nodes, data.registry, read_briefing(data.nodes, findings), findings)
    decode_data(raw, data.registry, None, findings)
    errors = (finding for finding in findings if finding.severity is Severity.ERROR)
    return [Problem((error.span.path, error.span.line), error.hint) for error in errors]


def check_with_schemas(data: Data) -> list[Problem]:
    """Return the errors of jsonschema, at the node that its path leads to; it has no hints."""
    return list(_validate(data, make_validators(data.registry, data.index)))


def make_validators(registry: Registry, index: Index) -> dict[str, Draft7Validator]:
    """Return a validator for each kind of file, which knows the ids of the data."""
    ids = ids_schema({space: tuple(index.space(space)) for space in ID_SPACES})
    resources = SchemaRegistry().with_resource(f"{IDS}.schema.json", DRAFT7.create_resource(ids))
    return {name: Draft7Validator(schema, registry=resources) for name, schema in data_schemas(registry).items()}


def _validate(data: Data, validators: Mapping[str, Draft7Validator]) -> Iterator[Problem]:
    folders = record_folders(data.registry)
    for path, content in data.plain.items():
        category = ROOT_FILES.get(path) or folders.get(path.rpartition("/")[0])
        if category is None:
            # A schema knows nothing of folders.
            continue
        for problem in validators[category].iter_errors(content):
            line = _line_of(data.nodes[path], problem.absolute_path)
            yield Problem((path, line), "")


def _line_of(node: Node, steps: Iterable[str | int]) -> int:
    """Return the line of the value that a path of keys and positions leads to."""
    for step in steps:
        if isinstance(node, Scalar):
            break
        if isinstance(node, MappingNode):
            node = next(entry.value for entry in node.entries if entry.key.text == str(step))
        else:
            node = node.items[int(step)]
    return node.span.line


DECODERS: dict[str, Callable[[Data], list[Problem]]] = {"own": check_with_own, "jsonschema": check_with_schemas}


# ---- what they find


def share_found(check: Callable[[Data], list[Problem]]) -> tuple[float, float, float]:
    """Return which parts of all errors of the bad cases are reported: at their line, in their file, with a hint."""
    expected = at_line = in_file = hinted = 0
    for case in CASES.values():
        data = parse(sources_of(case))
        wanted = {problem.place for problem in check_with_own(data)}
        wanted &= {(finding["path"], finding["line"]) for finding in case["findings"]}
        problems = check(data)
        lines = {problem.place for problem in problems}
        files = {path for path, _ in lines}
        expected += len(wanted)
        at_line += len(wanted & lines)
        in_file += sum(path in files for path, _ in wanted)
        hinted += len(wanted & {problem.place for problem in problems if problem.hint})
    return at_line / expected, in_file / expected, hinted / expected


def time_check(check: Callable[[Data], list[Problem]], sources: Mapping[str, bytes]) -> tuple[float, int]:
    """Return the seconds of the fastest of three runs from bytes to errors, and how many errors there were."""
    seconds: list[float] = []
    problems: list[Problem] = []
    for _ in range(RUNS):
        data = parse(sources)
        start = process_time()
        problems = check(data)
        seconds.append(process_time() - start)
    return min(seconds), len(problems)


def measure(name: str, check: Callable[[Data], list[Problem]]) -> list[str]:
    """Return the row of one decoder."""
    print(f"… {name}", file=sys.stderr, flush=True)
    shares = share_found(check)
    real_seconds, false_alarms = time_check(check, read_tree(ROOT / "data")[0])
    sample_seconds, sample_alarms = time_check(check, make_sample(1000))
    percentages = [f"{share:.0%}" for share in shares]
    return [name, *percentages, str(false_alarms + sample_alarms), f"{real_seconds:.2f}", f"{sample_seconds:.1f}"]


def main() -> None:
    """Measure both decoders, print the table, and save it where that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.decoders", description=__doc__)
    parser.add_argument("--save", action="store_true", help="write the table to benchmarks/decoders.md")
    save: bool = parser.parse_args().save
    rows = [measure(name, check) for name, check in DECODERS.items()]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (HEAD, ["---"] * len(HEAD), *rows))
    print(table)
    if save:
        RESULTS.write_text(f"{_INTRODUCTION}\n\n{table}\n", encoding="utf-8")


_INTRODUCTION = """# The decoder beside a library

`python -m benchmarks.decoders --save`. Both are given the same files, parsed already. jsonschema has the schemas that
are made of our own table of fields, and in them the attributes of the registry and every id that the data hold.

Errors: what an editor has to be told of the bad cases (`tests/golden/bad`) in files that are sound YAML; what our
decoder does not report does not count against the library. A line is that of the node to which the library's path
leads. False alarms: errors in the real data and in the sample, which have none. Seconds of the processor, the fastest
of three runs, on two processors that other work kept busy."""

if __name__ == "__main__":
    main()
