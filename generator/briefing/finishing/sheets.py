"""Style sheets read into rules, once, so that pruning can write them as often as it needs.

tinycss2 keeps what it does not understand as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import tinycss2  # type: ignore[import-untyped]  # it has no types

_NESTED = ("media", "supports", "layer", "container")
_COMMENT = re.compile(r"\s*/\*.*?\*/\s*")

Node: TypeAlias = Any
"""tinycss2 is untyped."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A style rule: its selectors, and its declarations as names and whole texts."""

    selectors: tuple[tuple[Node, ...], ...]
    declarations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Nest:
    """Rules under a condition."""

    condition: str
    rules: "tuple[Part, ...]"


@dataclass(frozen=True, slots=True)
class Other:
    """An at-rule that is kept as it is; ``name`` and ``subject`` say which."""

    name: str
    subject: str
    text: str


Part = Rule | Nest | Other


def parse_sheet(text: str) -> tuple[Part, ...]:
    """Return the rules of a style sheet in their order, which decides between equal ones."""
    return _parts(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _parts(nodes: Sequence[Node]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for node in nodes:
        match node.type:
            case "qualified-rule":
                parts.append(Rule(tuple(split_selectors(node.prelude)), tuple(_declarations(node.content))))
            case "at-rule":
                parts.append(_at_rule(node))
    return tuple(parts)


def _at_rule(node: Node) -> Nest | Other:
    """Return the rules under a condition, or whatever else begins with an at sign as it stands."""
    prelude = tinycss2.serialize(node.prelude).strip()
    # Without a block, a layer is only named.
    if node.lower_at_keyword in _NESTED and node.content is not None:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        return Nest(f"@{node.at_keyword} {prelude}", _parts(inner))
    return Other(node.lower_at_keyword, prelude, node.serialize().strip())


def _declarations(content: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """Yield the name of each declaration in a block, and its whole text."""
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield node.name, _declaration_text(node)
        else:
            # Without a name it is no property that could go unread.
            yield "", tinycss2.serialize([node])


def _declaration_text(node: Node) -> str:
    value = _COMMENT.sub(" ", tinycss2.serialize(node.value)).strip()
    # A custom property may be empty, and then is written with a space.
    text = f"{node.name}:{value or ' '}"
    if node.important:
        text += "!important"
    return text


def split_selectors(tokens: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Yield the selectors of a list, comments left out."""
    selector: list[Node] = []
    for token in tokens:
        if _is_comma(token):
            yield tuple(selector)
            selector = []
        elif token.type != "comment":
            selector.append(token)
    yield tuple(selector)


def _is_comma(token: Node) -> bool:
    # What else has a value may be a name or a text: only signs are compared.
    if token.type != "literal":
        return False
    return bool(token.value == ",")
