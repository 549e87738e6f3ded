"""Reports what the YAML parser stopped at, unless another finding of the file explains it."""

from collections.abc import Iterable

import yaml

from briefing.diagnostics.diagnostic import Diagnostic, Span
from briefing.source.nodes import Scalar
from briefing.source.slips import find_wide_indent
from briefing.source.syntax import SyntaxFault, explain_syntax
from briefing.source.text import LINE_BREAK, position_at
from briefing.source.tree_builder import TreeBuilder


def report_syntax(builder: TreeBuilder, problem: yaml.YAMLError) -> None:
    """Report what the parser stopped at, unless another finding explains it.

    Nothing of the tree can be trusted after this, but what was found before it stands.
    """
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
    """Return the editor's slip behind an exception of the parser."""
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
    """Tell whether a tab or an invisible character has been reported already that explains a fault.

    One slip is one finding: what the parser makes of it would only puzzle.
    """
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
    """Return line and column of a space that indents none of these lines, though its writer meant it to.

    Full-width and hard spaces look like indentation, and YAML takes them for letters.
    """
    lines = LINE_BREAK.split(text)
    for number in numbers:
        # The parser may stop behind the last line.
        if number > len(lines):
            continue
        column = find_wide_indent(lines[number - 1])
        if column:
            return number, column
    return None
