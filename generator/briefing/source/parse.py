"""Bytes of one YAML file in, located nodes and findings out, in bounded time and memory.

Walks YAML's parse events, so that limits and forbidden constructs are met before any tree is built.
Scalars stay text; nothing is typed, resolved or merged. No bytes whatsoever raise.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error, warning
from briefing.source.limits import DEPTH_MAX, FINDINGS_MAX, NODES_MAX
from briefing.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from briefing.source.slips import (
    QUOTE_COMMENT,
    WIDE_SPACES,
    comment_after,
    find_wide_indent,
    hint_for_listed_ids,
    hint_for_missing_value,
    may_cut_texts,
    split_listed,
)
from briefing.source.syntax import Trouble, explain_syntax
from briefing.source.text import FORBIDDEN, LINE_BREAK, STAND_IN, decode_text, name_character, position_at, span_at

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WIDE_SPACE = re.compile(f"[{WIDE_SPACES}]")
_Root = Mapping | Sequence | None


def parse_document(path: str, data: bytes) -> tuple[_Root, tuple[Diagnostic, ...]]:
    """Return the tree of one file, or None where it cannot be trusted, and all its findings in order."""
    text, found = decode_text(path, data)
    if text is None:
        return None, found
    builder = _Builder(path, text, list(found))
    builder.read()
    root = builder.root if isinstance(builder.root, Mapping | Sequence) and not builder.broken else None
    return root, _listed(builder.findings)


def _listed(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    ordered = sorted(findings, key=lambda finding: (finding.span, finding.code))
    if len(ordered) <= FINDINGS_MAX:
        return tuple(ordered)
    rest = f"more than {FINDINGS_MAX} findings in this file; the others are not listed"
    last = ordered[FINDINGS_MAX - 1].span
    return (*ordered[:FINDINGS_MAX], error("limit-findings", last, rest, "put right the listed ones first"))


@dataclass(slots=True)
class _Open:
    """A collection that is still being read."""

    start: Span
    is_mapping: bool
    is_flow: bool
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    keys: dict[str, Span] = field(default_factory=dict)
    key: Scalar | None = None
    key_end: int = 0
    dropped: bool = False

    @property
    def wants_key(self) -> bool:
        return self.is_mapping and self.key is None

    def close(self, end: Span | None) -> Mapping | Sequence:
        """Return the finished node; a block collection ends where its last child ends."""
        children = self.items or [entry.value for entry in self.entries]
        last = end or (children[-1].span if children else self.start)
        start = self.start
        span = Span(start.path, start.line, start.column, last.end_line, last.end_column)
        return Mapping(tuple(self.entries), span) if self.is_mapping else Sequence(tuple(self.items), span)


class _Builder:
    """Puts the events of one file together and notes what may not be there."""

    def __init__(self, path: str, text: str, findings: list[Diagnostic]) -> None:
        self.path = path
        self.text = text
        self.findings = findings
        self.root: Node | None = None
        self.broken = any(finding.code == "indent-tab" for finding in findings)
        self._mended = any(finding.code == "character-forbidden" for finding in findings)
        self._cuttable = may_cut_texts(text)
        self._composed = text.isascii() or unicodedata.is_normalized("NFC", text)
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self._last: Scalar | None = None
        self._done = False

    def read(self) -> None:
        """Read all events, up to the first that makes going on pointless."""
        try:
            for event in _events(self.text):
                step = _STEPS.get(type(event))
                if step:
                    step(self, event)
                if self._done:
                    return
        except yaml.YAMLError as problem:
            self._syntax(problem)
            return
        self._judge_root()

    def _report(self, code: str, span: Span, message: str, hint: str, related: tuple[Related, ...] = ()) -> None:
        self.findings.append(error(code, span, message, hint, related))
        if len(self.findings) > FINDINGS_MAX:
            self.broken = self._done = True

    def _give_up(self, code: str, span: Span, message: str, hint: str) -> None:
        self._report(code, span, message, hint)
        self.broken = self._done = True

    def _span(self, event: yaml.Event) -> Span:
        start: Any = event.start_mark  # the stubs allow None, the parser never sends it
        end: Any = event.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    # documents

    def start_document(self, event: yaml.DocumentStartEvent) -> None:
        """Accept one document, without directives."""
        self._documents += 1
        if self._documents > 1:
            span = self._span(event)
            self._report("yaml-documents", span, "a second document starts here", "keep one document per file")
            self._done = True
        elif event.version or event.tags:
            line = _line_of(self.text, "%")
            span = Span(self.path, line, 1, line, 2)
            self._report("yaml-directive", span, "a YAML directive stands here", "delete the line")

    def _judge_root(self) -> None:
        root = self.root
        if root is None or (isinstance(root, Scalar) and root.is_empty):
            message = "the file holds no data"
            self._report("file-empty", Span(self.path), message, "write its fields, or delete the file")
        elif isinstance(root, Scalar):
            trouble = explain_syntax("root is text", None, root.span, self.text, self._last)
            self._report("yaml-syntax", trouble.span, trouble.message, trouble.hint)

    def _syntax(self, problem: yaml.YAMLError) -> None:
        trouble = self._explain(problem)
        self.broken = True
        # A tab or an invisible character has been reported already and explains the rest.
        spoilt = {finding.span.line for finding in self.findings if finding.code == "character-forbidden"}
        indented = any(finding.code in ("indent-tab", "indent-wide") for finding in self.findings)
        if indented or spoilt & {trouble.span.line, *(place.span.line for place in trouble.related)}:
            return
        wide = self._wide_indent({trouble.span.line, *([self._last.span.line] if self._last else [])})
        if wide:
            self._report_wide_space(*wide)
            return
        # The comment that explains the rest has been warned of already.
        self.findings = [one for one in self.findings if (one.code, one.span) != ("text-cut-short", trouble.span)]
        self._report(trouble.code, trouble.span, trouble.message, trouble.hint, trouble.related)

    def _wide_indent(self, numbers: Iterable[int]) -> tuple[int, int] | None:
        """Return line and column of a space that indents none of these lines, though its writer meant it to."""
        lines = LINE_BREAK.split(self.text)
        for number in sorted(numbers):
            column = find_wide_indent(lines[number - 1]) if number <= len(lines) else None
            if column:
                return number, column
        return None

    def _explain(self, problem: yaml.YAMLError) -> Trouble:
        if not isinstance(problem, yaml.MarkedYAMLError):
            line, column = position_at(self.text, getattr(problem, "position", 0))
            return Trouble(Span(self.path, line, column, line, column + 1), "the text is not readable as YAML")
        place, context = (self._mark_span(mark) for mark in (problem.problem_mark, problem.context_mark))
        words = f"{problem.problem or ''} {problem.context or ''}"
        return explain_syntax(words, context, place or context or Span(self.path), self.text, self._last)

    def _mark_span(self, mark: yaml.Mark | None) -> Span | None:
        if mark is None:
            return None
        return Span(self.path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)

    # nodes

    def read_scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a leaf: a key, a value or an item."""
        self._check_node(event)
        span = self._span(event)
        exact = self._composed and not self._mended and event.style != '"'
        text = event.value if exact else self._checked(event, span)
        scalar = self._last = Scalar(text, span, quoted=bool(event.style))
        if self._cuttable and not event.style:
            self._warn_of_cut(event)
        if self._open and self._open[-1].wants_key:
            self._take_key(scalar, event)
        elif not self._lacks_value(scalar, event):
            self._place(scalar)

    def _warn_of_cut(self, event: yaml.ScalarEvent) -> None:
        """Warn of a text that a comment cuts short, unless a space says that a comment is meant."""
        index = comment_after(self.text, _index(event.end_mark))
        if index is not None:
            span = span_at(self.path, self.text, index)
            message = 'this "#" begins a comment: what follows it is no part of the text before it'
            self.findings.append(warning("text-cut-short", span, message, QUOTE_COMMENT))

    def _checked(self, event: yaml.ScalarEvent, span: Span) -> str:
        """Return the text in NFC; what escapes smuggle in is reported."""
        value = event.value.replace(STAND_IN, "") if self._mended else event.value
        bad = FORBIDDEN.search(value) if event.style == '"' else None
        if bad:
            message = f"an escape in this text stands for {name_character(bad.group())}, which is not allowed"
            self._report("character-forbidden", span, message, "delete the escape")
        return unicodedata.normalize("NFC", FORBIDDEN.sub("", value))

    def _take_key(self, key: Scalar, event: yaml.ScalarEvent) -> None:
        top = self._open[-1]
        top.key, top.key_end = key, _index(event.end_mark)
        top.dropped = self._refuses(key, event)

    def _refuses(self, key: Scalar, event: yaml.ScalarEvent) -> bool:
        """Report what is wrong with a key; a refused one takes its value with it."""
        span, seen = key.span, self._open[-1].keys
        if not key.quoted and key.text == "<<":
            self._report("yaml-merge", span, "a merge key stands here", "write the fields out")
            self.broken = True
        elif (not key.text and not key.quoted) or self._is_marked(_index(event.start_mark)):
            self._report("key-not-text", span, "this key is not a plain word", 'write "key: value"')
        elif not key.quoted and _WIDE_SPACE.match(key.text):
            self._report_wide_space(span.line, span.column)
        elif key.text in seen:
            first_written = Related(seen[key.text], "first written here")
            message = f'the key "{key.text}" is written twice'
            self._report("key-duplicate", span, message, "keep one of the two", (first_written,))
        else:
            seen[key.text] = span
            return False
        return True

    def _report_wide_space(self, line: int, column: int) -> None:
        place = Span(self.path, line, column, line, column + 1)
        self._report("indent-wide", place, "a full-width or hard space before this key", "use plain spaces")
        self.broken = True

    def _is_marked(self, index: int) -> bool:
        """Return whether the explicit key mark ``?`` stands before a key."""
        before = self.text[max(0, index - 80) : index]
        return before.endswith(" ") and before.rstrip(" ").endswith("?")

    def _lacks_value(self, value: Scalar, event: yaml.ScalarEvent) -> bool:
        top = self._open[-1] if self._open else None
        if top is None or top.key is None or not top.is_flow or value.text or value.quoted:
            return False
        if ":" in self.text[top.key_end : _index(event.start_mark)]:
            return False
        key, top.key = top.key, None
        listed = self._listed_before(top, key)
        if listed.index(key.text) > 1:
            return True  # the first word too many has been reported, with all of them
        hint = hint_for_listed_ids(top.entries[-1].key.text, listed) if len(listed) > 1 else None
        message = f'"{key.text}" has no value'
        self._report("flow-key-without-value", key.span, message, hint or hint_for_missing_value(key.text))
        return True

    def _listed_before(self, top: _Open, key: Scalar) -> tuple[str, ...]:
        """Return the words with commas between them that a key without a value belongs to, itself among them."""
        value = top.entries[-1].value if top.entries else None
        if isinstance(value, Scalar) and not value.quoted and value.span.line == key.span.line:
            line = LINE_BREAK.split(self.text)[key.span.line - 1]
            listed = split_listed(line[value.span.column - 1 :])
            if key.text in listed:
                return listed
        return (key.text,)

    def start_collection(self, event: yaml.CollectionStartEvent) -> None:
        """Open a list or a mapping, within the limits."""
        self._check_node(event)
        span = self._span(event)
        if len(self._open) >= DEPTH_MAX:
            message = f"more than {DEPTH_MAX} lists and mappings inside each other"
            self._give_up("limit-depth", span, message, "flatten the data; no field is that deep")
            return
        if self._open and self._open[-1].wants_key:
            self._report("key-not-text", span, "this key is a list or a mapping", 'write "key: value"')
            self._open[-1].key, self._open[-1].dropped = Scalar("", span), True
            self.broken = True
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(span, is_mapping, bool(event.flow_style)))

    def end_collection(self, event: yaml.Event) -> None:
        """Close the innermost list or mapping."""
        top = self._open.pop()
        self._place(top.close(self._span(event) if top.is_flow else None))

    def read_alias(self, event: yaml.AliasEvent) -> None:
        """Refuse an alias."""
        span = self._span(event)
        hint = "write the value out; put double quotes around a text that starts with *"
        self._report("yaml-alias", span, "an alias stands here", hint)
        self.broken = True
        blank = Scalar("", span, quoted=True)
        if self._open and self._open[-1].wants_key:
            self._open[-1].key, self._open[-1].dropped = blank, True
        else:
            self._place(blank)

    def _check_node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > NODES_MAX:
            message = f"the file holds more than {NODES_MAX:,} values"
            self._give_up("limit-nodes", self._span(event), message, "split it into several files")
        if event.anchor:
            hint = "delete it; put double quotes around a text that starts with &"
            self._report("yaml-anchor", self._span(event), "an anchor stands here", hint)
        if getattr(event, "tag", None):
            hint = "delete it; put double quotes around a text that starts with !"
            self._report("yaml-tag", self._span(event), "a tag stands here", hint)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is not None:
            if not top.dropped:
                top.entries.append(Entry(top.key, node))
            top.key = None


_STEPS: dict[type[yaml.Event], Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder.read_scalar,
    yaml.MappingStartEvent: _Builder.start_collection,
    yaml.SequenceStartEvent: _Builder.start_collection,
    yaml.MappingEndEvent: _Builder.end_collection,
    yaml.SequenceEndEvent: _Builder.end_collection,
    yaml.AliasEvent: _Builder.read_alias,
    yaml.DocumentStartEvent: _Builder.start_document,
}


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    finally:
        loader.dispose()


def _index(mark: Any) -> int:
    return int(mark.index)


def _line_of(text: str, mark: str) -> int:
    return position_at(text, text.find("\n" + mark) + 1)[0]
