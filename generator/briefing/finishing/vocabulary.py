"""What pages and scripts can put into a document, and so what a selector can find there."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from briefing.finishing.page import Page, Styling
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
    code = "\n".join(scripts)
    script_words = frozenset(_WORDS.findall(code))
    stylings = [page.styling for page in pages]
    return Vocabulary(
        classes=script_words.union(*map(attrgetter("classes"), stylings)),
        tags=script_words.union(*map(attrgetter("tags"), stylings)),
        switches=_gather_switches(stylings),
        properties=frozenset(_PROPERTIES.findall(code)),
    )


def _gather_switches(stylings: Iterable[Styling]) -> dict[str, frozenset[str]]:
    """Return the values that any page gives to each attribute which only pages set."""
    switches: dict[str, frozenset[str]] = defaultdict(frozenset)
    for styling in stylings:
        for name, value in styling.switches:
            switches[name] |= {value}
    # From here on, an attribute that no page sets is not known.
    return dict(switches)


def can_apply(selector: Sequence[Node], vocabulary: Vocabulary) -> bool:
    """Return whether all that a selector needs can stand in a document; what it excludes does not matter."""
    before = ""
    for token in selector:
        # The first part that nothing has decides.
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
            return _can_any_apply(split_selectors(token.arguments), vocabulary)
        case _:
            return True


def _can_any_apply(selectors: Iterable[Sequence[Node]], vocabulary: Vocabulary) -> bool:
    """Return whether one of several selectors can apply, as in ``:is(.a, .b)``."""
    return any(can_apply(selector, vocabulary) for selector in selectors)


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
    asked = _asked_value(content)
    # Scripts may set whatever no page does.
    if asked is None or asked[0] not in vocabulary.switches:
        return True
    name, value = asked
    return value in vocabulary.switches[name]


def _asked_value(content: Sequence[Node]) -> tuple[str, str] | None:
    """Return the attribute and the whole value that brackets ask for, or None where they ask for less."""
    parts = [node for node in content if node.type != "whitespace"]
    # A name alone asks for any value.
    if len(parts) != 3:
        return None
    attribute, sign, wanted = parts
    # Names with a namespace are not known here, and other signs ask for a part of the value alone.
    if attribute.type != "ident" or sign.value != "=":
        return None
    return attribute.lower_value, wanted.value
