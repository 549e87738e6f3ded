"""Reads the bytes of one YAML file into located nodes and findings, in bounded time and memory.

It walks YAML's parse events, so that limits and forbidden constructs are met before any tree is built. Scalars stay
text; nothing is typed, resolved or merged. No bytes whatsoever raise.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from briefing.diagnostics.diagnostic import Diagnostic, Span, error
from briefing.source.limits import FINDINGS_MAX
from briefing.source.nodes import Mapping, Scalar, Sequence
from briefing.source.syntax import explain_syntax
from briefing.source.syntax_report import report_syntax
from briefing.source.text import decode_text
from briefing.source.tree_builder import TreeBuilder

# The loader in C is much faster; not every installation of PyYAML has it.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse_document(path: str, data: bytes) -> tuple[Mapping | Sequence | None, tuple[Diagnostic, ...]]:
    """Read one file.

    Args:
        path: the path within the data folder, as findings name the file.
        data: its bytes.

    Returns:
        The tree, or None where it cannot be trusted, and all findings in the order of the file.
    """
    text, findings = decode_text(path, data)
    if text is None:
        return None, findings
    builder = TreeBuilder(path, text, list(findings))
    try:
        _read_events(builder)
    except yaml.YAMLError as problem:
        builder.broken = True
        report_syntax(builder, problem)
    else:
        _report_empty_root(builder)
    return _trusted_root(builder), _listed(builder.findings)


def _read_events(builder: TreeBuilder) -> None:
    """Read all events, up to the first that makes going on pointless.

    Raises:
        yaml.YAMLError: the text is no YAML; the builder has what came before.
    """
    for event in _events(builder.text):
        step = _STEPS.get(type(event))
        if step:
            step(builder, event)
        if builder.is_done:
            return


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield the parse events of a text; the loader gives its memory back however reading ends."""
    loader = _Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


_STEPS: dict[type[yaml.Event], Callable[[TreeBuilder, Any], None]] = {
    yaml.ScalarEvent: TreeBuilder.read_scalar,
    yaml.MappingStartEvent: TreeBuilder.start_collection,
    yaml.SequenceStartEvent: TreeBuilder.start_collection,
    yaml.MappingEndEvent: TreeBuilder.end_collection,
    yaml.SequenceEndEvent: TreeBuilder.end_collection,
    yaml.AliasEvent: TreeBuilder.read_alias,
    yaml.DocumentStartEvent: TreeBuilder.start_document,
}


def _trusted_root(builder: TreeBuilder) -> Mapping | Sequence | None:
    if builder.broken or not isinstance(builder.root, Mapping | Sequence):
        return None
    return builder.root


def _listed(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings in the order of the file, of very many the first and one that says so."""
    ordered = sorted(findings, key=lambda finding: (finding.span, finding.code))
    if len(ordered) <= FINDINGS_MAX:
        return tuple(ordered)
    message = f"more than {FINDINGS_MAX} findings in this file; the others are not listed"
    last = ordered[FINDINGS_MAX - 1].span
    return (*ordered[:FINDINGS_MAX], error("limit-findings", last, message, "put right the listed ones first"))


def _report_empty_root(builder: TreeBuilder) -> None:
    """Report a file that was read to its end and holds no list and no mapping.

    Nothing is said of one that was given up: it may well have held something.
    """
    if builder.is_done:
        return
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        message = "the file holds no data"
        builder.report("file-empty", Span(builder.path), message, "write its fields, or delete the file")
    elif isinstance(root, Scalar):
        fault = explain_syntax("root is text", None, root.span, builder.text, builder.last)
        builder.report("yaml-syntax", fault.span, fault.message, fault.hint)
