"""Reads the bytes of one YAML file into located nodes and findings, in bounded time and memory.

It walks YAML's parse events, so that limits and forbidden constructs are met before any tree is built. Scalars stay
text; nothing is typed, resolved or merged. No bytes whatsoever raise.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from briefing.diagnostics.diagnostic import Diagnostic, Span, error
from briefing.source.limits import FINDINGS_MAX
from briefing.source.nodes import Mapping, Scalar, Sequence
from briefing.source.slips import find_wide_indent
from briefing.source.syntax import SyntaxFault, explain_syntax
from briefing.source.text import LINE_BREAK, decode_text, position_at
from briefing.source.tree_builder import TreeBuilder

# The loader in C is much faster; not every installation of PyYAML has it.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse_document(path: str, data: bytes) -> tuple[Mapping | Sequence | None, tuple[Diagnostic, ...]]:
    """Return the tree of one file, or None where it cannot be trusted, and all its findings in order."""
    text, findings = decode_text(path, data)
    if text is None:
        return None, findings
    builder = TreeBuilder(path, text, list(findings))
    try:
        _read_events(builder)
    except yaml.YAMLError as problem:
        builder.broken = True
        _report_syntax(builder, problem)
    else:
        _report_empty_root(builder)
    return _trusted_root(builder), _listed(builder.findings)


def _read_events(builder: TreeBuilder) -> None:
    """Read all events, up to the first that makes going on pointless."""
    for event in _events(builder.text):
        step = _STEPS.get(type(event))
        if step:
            step(builder, event)
        if builder.is_done:
            return


def _events(text: str) -> Iterator[yaml.Event]:
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
    ordered = sorted(findings, key=lambda finding: (finding.span, finding.code))
    if len(ordered) <= FINDINGS_MAX:
        return tuple(ordered)
    message = f"more than {FINDINGS_MAX} findings in this file; the others are not listed"
    last = ordered[FINDINGS_MAX - 1].span
    return (*ordered[:FINDINGS_MAX], error("limit-findings", last, message, "put right the listed ones first"))


def _report_empty_root(builder: TreeBuilder) -> None:
    """Report a file that was read to its end, or as far as makes sense, and holds no list and no mapping."""
    if builder.is_done:
        return
    root = builder.root
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        message = "the file holds no data"
        builder.report("file-empty", Span(builder.path), message, "write its fields, or delete the file")
    elif isinstance(root, Scalar):
        fault = explain_syntax("root is text", None, root.span, builder.text, builder.last)
        builder.report("yaml-syntax", fault.span, fault.message, fault.hint)


def _report_syntax(builder: TreeBuilder, problem: yaml.YAMLError) -> None:
    """Report what the parser stopped at, unless another finding explains it."""
    fault = _explain(builder, problem)
    if _is_explained(builder.findings, fault):
        return
    wide_indent = _find_wide_indent(builder.text, _lines_before(fault, builder.last))
    if wide_indent:
        builder.report_wide_space(*wide_indent)
        return
    # The comment that explains the rest has been warned of already.
    builder.withdraw("text-cut-short", fault.span)
    builder.report(fault.code, fault.span, fault.message, fault.hint, fault.related)


def _explain(builder: TreeBuilder, problem: yaml.YAMLError) -> SyntaxFault:
    if not isinstance(problem, yaml.MarkedYAMLError):
        line, column = position_at(builder.text, getattr(problem, "position", 0))
        span = Span(builder.path, line, column, line, column + 1)
        return SyntaxFault(span, "the text is not readable as YAML")
    stop = _mark_span(builder.path, problem.problem_mark)
    context = _mark_span(builder.path, problem.context_mark)
    words = f"{problem.problem or ''} {problem.context or ''}"
    return explain_syntax(words, context, stop or context or Span(builder.path), builder.text, builder.last)


def _mark_span(path: str, mark: yaml.Mark | None) -> Span | None:
    if mark is None:
        return None
    return Span(path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _is_explained(findings: Iterable[Diagnostic], fault: SyntaxFault) -> bool:
    """Tell whether a tab or an invisible character has been reported already that explains a fault."""
    lines = {fault.span.line, *(related.span.line for related in fault.related)}
    for finding in findings:
        if finding.code in ("indent-tab", "indent-wide"):
            return True
        if finding.code == "character-forbidden" and finding.span.line in lines:
            return True
    return False


def _lines_before(fault: SyntaxFault, last: Scalar | None) -> list[int]:
    """Return the lines that may have led the parser astray, the earliest first."""
    lines = {fault.span.line}
    if last:
        lines.add(last.span.line)
    return sorted(lines)


def _find_wide_indent(text: str, numbers: Iterable[int]) -> tuple[int, int] | None:
    """Return line and column of a space that indents none of these lines, though its writer meant it to."""
    lines = LINE_BREAK.split(text)
    for number in numbers:
        # The parser may stop behind the last line.
        if number > len(lines):
            continue
        column = find_wide_indent(lines[number - 1])
        if column:
            return number, column
    return None
