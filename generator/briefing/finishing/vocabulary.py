"""What pages and scripts can put into a document, and so what a selector can find there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.finishing.page import Page
from briefing.finishing.sheets import Node, split_selectors

_WORDS = re.compile(r"[A-Za-z_][\w-]*")
_PROPERTIES = re.compile(r"--[A-Za-z_][\w-]*")
_LISTS = ("is", "where", "-webkit-any", "-moz-any")
"""Pseudo-classes that hold selectors of the same element; one of them must be able to apply."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What pages and scripts can put into a document; ``switches``: values of attributes that only pages set."""

    classes: frozenset[str]
    tags: frozenset[str]
    switches: Mapping[str, frozenset[str]]
    properties: frozenset[str]


def gather_vocabulary(pages: Iterable[Page], scripts: Iterable[str]) -> Vocabulary:
    """Return the words of all pages and scripts; every word of a script may be a class or an element."""
    classes: set[str] = set()
    tags: set[str] = set()
    switches: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        classes.update(page.styling.classes)
        tags.update(page.styling.tags)
        for name, value in page.styling.switches:
            switches[name].add(value)
    code = "\n".join(scripts)
    script_words = set(_WORDS.findall(code))
    return Vocabulary(
        classes=frozenset(classes | script_words),
        tags=frozenset(tags | script_words),
        switches={name: frozenset(values) for name, values in switches.items()},
        properties=frozenset(_PROPERTIES.findall(code)),
    )


def can_apply(selector: Sequence[Node], vocabulary: Vocabulary) -> bool:
    """Return whether all that a selector needs can stand in a document; what it excludes does not matter."""
    before = ""
    for token in selector:
        if not _can_match(token, before, vocabulary):
            return False
        before = _sign(token)
    return True


def _sign(token: Node) -> str:
    """Return the sign that a token is, such as the point before a class, or nothing for any other token."""
    if token.type != "literal":
        return ""
    sign: str = token.value
    return sign


def _can_match(token: Node, before: str, vocabulary: Vocabulary) -> bool:
    """Return whether one token can be met; ``before`` is the sign that it stands behind, as in ``.class``."""
    match token.type:
        case "ident":
            return _can_be_named(token, before, vocabulary)
        case "[] block":
            return _can_be_switched(token.content, vocabulary)
        case "function" if token.lower_name in _LISTS:
            return any(can_apply(selector, vocabulary) for selector in split_selectors(token.arguments))
        case _:
            return True


def _can_be_named(name: Node, before: str, vocabulary: Vocabulary) -> bool:
    """Return whether an element can have the class, the tag or the state of this name."""
    match before:
        case ".":
            return name.value in vocabulary.classes
        case ":":
            # A state, such as hover, which every element may come into.
            return True
        case _:
            return name.lower_value in vocabulary.tags


def _can_be_switched(content: Sequence[Node], vocabulary: Vocabulary) -> bool:
    """Return whether an attribute that only pages set has the value asked for; of any other nothing is known."""
    parts = [node for node in content if node.type != "whitespace"]
    if len(parts) != 3:
        return True
    attribute, sign, wanted = parts
    # Other signs ask for a part of the value alone.
    if attribute.type != "ident" or sign.value != "=":
        return True
    values = vocabulary.switches.get(attribute.lower_value)
    return values is None or wanted.value in values
