"""Puts the parse events of one YAML file together as located nodes, and notes what may not be there."""

import re
import unicodedata
from typing import Any

import yaml

from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, error, warning
from briefing.source.limits import DEPTH_MAX, FINDINGS_MAX, NODES_MAX
from briefing.source.nodes import Node, Scalar
from briefing.source.open_collection import OpenCollection
from briefing.source.slips import (
    QUOTE_COMMENT,
    WIDE_SPACES,
    comment_after,
    hint_for_listed_ids,
    hint_for_missing_value,
    may_cut_texts,
    split_listed,
)
from briefing.source.text import FORBIDDEN, LINE_BREAK, STAND_IN, name_character, position_at, span_at

_WIDE_SPACE = re.compile(f"[{WIDE_SPACES}]")


class TreeBuilder:
    """The tree of one file as far as it has been read.

    ``broken``: the tree cannot be trusted; ``is_done``: going on is pointless; ``last`` is the text read last. Events
    come in through the public methods, each of which notes what it finds wrong and goes on as well as it can.
    """

    def __init__(self, path: str, text: str, findings: list[Diagnostic]) -> None:
        self.path = path
        self.text = text
        self.findings = findings
        self.root: Node | None = None
        self.last: Scalar | None = None
        self.broken = any(finding.code == "indent-tab" for finding in findings)
        self.is_done = False
        # What can be told of the whole file at once spares looking at every text of it.
        self._has_stand_ins = any(finding.code == "character-forbidden" for finding in findings)
        self._may_cut_texts = may_cut_texts(text)
        self._is_composed = text.isascii() or unicodedata.is_normalized("NFC", text)
        self._open: list[OpenCollection] = []
        self._nodes = 0
        self._documents = 0

    # ---- findings

    def report(self, code: str, span: Span, message: str, hint: str, related: tuple[Related, ...] = ()) -> None:
        """Note an error; a file with too many is read no further."""
        self.findings.append(error(code, span, message, hint, related))
        if len(self.findings) > FINDINGS_MAX:
            self.broken = self.is_done = True

    def withdraw(self, code: str, span: Span) -> None:
        """Take back what was noted under ``code`` at ``span``."""
        self.findings = [finding for finding in self.findings if (finding.code, finding.span) != (code, span)]

    def report_wide_space(self, line: int, column: int) -> None:
        """Note a space that looks like indentation and is none to YAML."""
        span = Span(self.path, line, column, line, column + 1)
        self.report("indent-wide", span, "a full-width or hard space before this key", "use plain spaces")
        self.broken = True

    def _give_up(self, code: str, span: Span, message: str, hint: str) -> None:
        self.report(code, span, message, hint)
        self.broken = self.is_done = True

    def _span(self, event: yaml.Event) -> Span:
        start: Any = event.start_mark  # the stubs allow None, the parser never sends it
        end: Any = event.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    # ---- documents

    def start_document(self, event: yaml.DocumentStartEvent) -> None:
        """Accept one document, without directives.

        Whatever a directive says, it says how YAML is to be read, and these files are read in one way.
        """
        self._documents += 1
        if self._documents > 1:
            span = self._span(event)
            self.report("yaml-documents", span, "a second document starts here", "keep one document per file")
            self.is_done = True
        elif event.version or event.tags:
            # The event stands behind the directives: their sign tells where they are.
            line = _line_of(self.text, "%")
            span = Span(self.path, line, 1, line, 2)
            self.report("yaml-directive", span, "a YAML directive stands here", "delete the line")

    # ---- scalars

    def read_scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a leaf: a key, a value or an item."""
        self._check_node(event)
        span = self._span(event)
        scalar = Scalar(self._text_of(event, span), span, quoted=bool(event.style))
        self.last = scalar
        if self._may_cut_texts and not event.style:
            self._warn_of_cut(event)
        if self._open and self._open[-1].wants_key:
            self._take_key(scalar, event)
        elif not self._lacks_value(scalar, event):
            self._place(scalar)

    def _text_of(self, event: yaml.ScalarEvent, span: Span) -> str:
        """Return the text of a leaf, composed and harmless.

        Nearly every file is that as a whole, and its texts need no second look.
        """
        is_exact = self._is_composed and not self._has_stand_ins and event.style != '"'
        if is_exact:
            return event.value
        return self._checked(event, span)

    def _checked(self, event: yaml.ScalarEvent, span: Span) -> str:
        """Return the text in NFC; what escapes smuggle in is reported.

        The file itself has no forbidden character by now, but an escape may stand for one, such as that for U+202E.
        """
        value = event.value
        if self._has_stand_ins:
            value = value.replace(STAND_IN, "")
        # Only double quotes have escapes.
        smuggled = FORBIDDEN.search(value) if event.style == '"' else None
        if smuggled:
            message = f"an escape in this text stands for {name_character(smuggled.group())}, which is not allowed"
            self.report("character-forbidden", span, message, "delete the escape")
        return unicodedata.normalize("NFC", FORBIDDEN.sub("", value))

    def _warn_of_cut(self, event: yaml.ScalarEvent) -> None:
        """Warn of a text that a comment cuts short, unless a space says that a comment is meant."""
        index = comment_after(self.text, _index(event.end_mark))
        if index is None:
            return
        span = span_at(self.path, self.text, index)
        message = 'this "#" begins a comment: what follows it is no part of the text before it'
        self.findings.append(warning("text-cut-short", span, message, QUOTE_COMMENT))

    # ---- keys

    def _take_key(self, key: Scalar, event: yaml.ScalarEvent) -> None:
        top = self._open[-1]
        top.key, top.key_end = key, _index(event.end_mark)
        top.dropped = self._refuses(key, event)

    def _refuses(self, key: Scalar, event: yaml.ScalarEvent) -> bool:
        """Report what is wrong with a key; a refused one takes its value with it.

        Of two equal keys the first counts.
        """
        spans = self._open[-1].keys
        if not key.quoted and key.text == "<<":
            self.report("yaml-merge", key.span, "a merge key stands here", "write the fields out")
            self.broken = True
        elif self._is_no_plain_word(key, event):
            self.report("key-not-text", key.span, "this key is not a plain word", 'write "key: value"')
        elif not key.quoted and _WIDE_SPACE.match(key.text):
            self.report_wide_space(key.span.line, key.span.column)
        elif key.text in spans:
            first_written = Related(spans[key.text], "first written here")
            message = f'the key "{key.text}" is written twice'
            self.report("key-duplicate", key.span, message, "keep one of the two", (first_written,))
        else:
            spans[key.text] = key.span
            return False
        return True

    def _is_no_plain_word(self, key: Scalar, event: yaml.ScalarEvent) -> bool:
        """Tell whether a key is missing (`: value`) or written with the explicit mark (`? key`)."""
        is_missing = not key.text and not key.quoted
        return is_missing or self._has_key_mark(_index(event.start_mark))

    def _has_key_mark(self, index: int) -> bool:
        """Return whether the explicit key mark ``?`` stands before a key."""
        before = self.text[max(0, index - 80) : index]
        return before.endswith(" ") and before.rstrip(" ").endswith("?")

    def _lacks_value(self, value: Scalar, event: yaml.ScalarEvent) -> bool:
        """Report a word in braces that has no colon: YAML takes it for a key with an empty value.

        `{about: acme, bolt}` is the usual case: a list without its brackets. All its words are told in one finding.
        """
        # Outside of brackets a key may well stand without a value.
        top = self._open[-1] if self._open else None
        if top is None or top.key is None or not top.is_flow or value.text or value.quoted:
            return False
        if ":" in self.text[top.key_end : _index(event.start_mark)]:
            return False
        key, top.key = top.key, None
        listed = self._listed_before(top, key)
        # The first word too many has been reported, with all of them.
        if listed.index(key.text) < 2:
            self._report_missing_value(top, key, listed)
        return True

    def _report_missing_value(self, top: OpenCollection, key: Scalar, listed: tuple[str, ...]) -> None:
        hint = None
        if len(listed) > 1:
            hint = hint_for_listed_ids(top.entries[-1].key.text, listed)
        message = f'"{key.text}" has no value'
        self.report("flow-key-without-value", key.span, message, hint or hint_for_missing_value(key.text))

    def _listed_before(self, top: OpenCollection, key: Scalar) -> tuple[str, ...]:
        """Return the words with commas between them that a key without a value belongs to, itself among them."""
        value = top.entries[-1].value if top.entries else None
        if not isinstance(value, Scalar) or value.quoted or value.span.line != key.span.line:
            return (key.text,)
        line = LINE_BREAK.split(self.text)[key.span.line - 1]
        listed = split_listed(line[value.span.column - 1 :])
        if key.text not in listed:
            return (key.text,)
        return listed

    # ---- lists and mappings

    def start_collection(self, event: yaml.CollectionStartEvent) -> None:
        """Open a list or a mapping, within the limits.

        One in the place of a key is reported and read on, so that what stands in it is not taken for something else.
        """
        self._check_node(event)
        span = self._span(event)
        if len(self._open) >= DEPTH_MAX:
            message = f"more than {DEPTH_MAX} lists and mappings inside each other"
            self._give_up("limit-depth", span, message, "flatten the data; no field is that deep")
            return
        if self._open and self._open[-1].wants_key:
            self.report("key-not-text", span, "this key is a list or a mapping", 'write "key: value"')
            self._open[-1].refuse_key(Scalar("", span))
            self.broken = True
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(OpenCollection(span, is_mapping, bool(event.flow_style)))

    def end_collection(self, event: yaml.Event) -> None:
        """Close the innermost list or mapping."""
        top = self._open.pop()
        # The end event of a block stands where the next thing begins, behind blank lines and comments.
        end = self._span(event) if top.is_flow else None
        self._place(top.close(end))

    def read_alias(self, event: yaml.AliasEvent) -> None:
        """Refuse an alias.

        A file of a few lines can stand for millions of values through aliases, and nobody who writes data needs one.
        """
        span = self._span(event)
        hint = "write the value out; put double quotes around a text that starts with *"
        self.report("yaml-alias", span, "an alias stands here", hint)
        self.broken = True
        blank = Scalar("", span, quoted=True)
        if self._open and self._open[-1].wants_key:
            self._open[-1].refuse_key(blank)
        else:
            self._place(blank)

    def _check_node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > NODES_MAX:
            message = f"the file holds more than {NODES_MAX:,} values"
            self._give_up("limit-nodes", self._span(event), message, "split it into several files")
        if event.anchor:
            hint = "delete it; put double quotes around a text that starts with &"
            self.report("yaml-anchor", self._span(event), "an anchor stands here", hint)
        if getattr(event, "tag", None):
            hint = "delete it; put double quotes around a text that starts with !"
            self.report("yaml-tag", self._span(event), "a tag stands here", hint)

    def _place(self, node: Node) -> None:
        if self._open:
            self._open[-1].add(node)
        else:
            self.root = node


def _index(mark: Any) -> int:
    return int(mark.index)


def _line_of(text: str, sign: str) -> int:
    return position_at(text, text.find("\n" + sign) + 1)[0]
