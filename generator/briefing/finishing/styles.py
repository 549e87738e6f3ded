"""Style sheets without what can apply to no page of the site.

A theme styles more than any one site shows. A rule goes where one of the classes or elements it needs stands in no
page and no script, a custom property where nothing reads it, an animation where nothing names it. What this module
does not understand it keeps.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import tinycss2  # type: ignore[import-untyped]  # it has no types

from briefing.finishing.page import Page
from briefing.finishing.sheets import Nest, Node, Other, Part, Rule, parse_sheet, split_selectors

_WORDS = re.compile(r"[A-Za-z_][\w-]*")
_PROPERTIES = re.compile(r"--[A-Za-z_][\w-]*")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")
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


def prune_styles(sheets: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return the sheets, by their paths, without what can apply to nothing; they are one cascade, read together."""
    parsed = {path: parse_sheet(text) for path, text in sheets.items()}
    written = _write_sheets(parsed, vocabulary, _EVERYTHING)
    # A property that only a removed rule read is no longer read, which may make others superfluous.
    while True:
        again = _write_sheets(parsed, vocabulary, _find_live("".join(written.values()), vocabulary))
        if again == written:
            return again
        written = again


@dataclass(frozen=True, slots=True)
class _Live:
    """The custom properties that something reads and the animations that something names; None for all of them."""

    properties: frozenset[str] | None
    animations: frozenset[str] | None


_EVERYTHING = _Live(None, None)


def _find_live(text: str, vocabulary: Vocabulary) -> _Live:
    """Return what the text of all sheets reads and names, and what scripts may ask for."""
    animations = " ".join(_ANIMATION.findall(text))
    return _Live(
        properties=frozenset(_READ.findall(text)) | vocabulary.properties,
        animations=frozenset(_WORDS.findall(animations)),
    )


# ---- rules written


def _write_sheets(sheets: Mapping[str, tuple[Part, ...]], vocabulary: Vocabulary, live: _Live) -> dict[str, str]:
    return {path: "".join(_write_parts(parts, vocabulary, live)) for path, parts in sheets.items()}


def _write_parts(parts: Iterable[Part], vocabulary: Vocabulary, live: _Live) -> Iterator[str]:
    """Yield the text of every part that can still apply; a condition over nothing goes with its rules."""
    for part in parts:
        match part:
            case Other():
                if _is_named(part, live):
                    yield part.text
            case Nest():
                inner = "".join(_write_parts(part.rules, vocabulary, live))
                if inner:
                    yield f"{part.condition}{{{inner}}}"
            case Rule():
                yield _write_rule(part, vocabulary, live)


def _is_named(part: Other, live: _Live) -> bool:
    """Whether an at-rule is no animation, or one that something names."""
    if live.animations is None or not part.name.endswith("keyframes"):
        return True
    return part.subject in live.animations


def _write_rule(rule: Rule, vocabulary: Vocabulary, live: _Live) -> str:
    """Return a rule with the selectors that can apply and the declarations that are read, or nothing."""
    selectors = [_write_selector(selector) for selector in rule.selectors if _can_apply(selector, vocabulary)]
    declarations = [text for name, text in rule.declarations if _is_read(name, live)]
    if not selectors or not declarations:
        return ""
    return f"{','.join(selectors)}{{{';'.join(declarations)}}}"


def _is_read(name: str, live: _Live) -> bool:
    """Whether a declaration is of no custom property, or of one that something reads."""
    return not name.startswith("--") or live.properties is None or name in live.properties


def _write_selector(tokens: Sequence[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip()


# ---- selectors


def _can_apply(tokens: Sequence[Node], vocabulary: Vocabulary) -> bool:
    """Whether everything that a selector needs can stand in a document; what it excludes does not matter."""
    before = ""
    for token in tokens:
        if not _can_match(token, before, vocabulary):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _can_match(token: Node, before: str, vocabulary: Vocabulary) -> bool:
    """Whether one token of a selector can be met; ``before`` is the sign that it stands behind, as in ``.class``."""
    match token.type:
        case "ident" if before == ".":
            return token.value in vocabulary.classes
        case "ident":
            # Behind a colon it is a state, such as hover, which every element may come into.
            return before == ":" or token.lower_value in vocabulary.tags
        case "[] block":
            return _can_be_switched(token.content, vocabulary)
        case "function" if token.lower_name in _LISTS:
            return any(_can_apply(selector, vocabulary) for selector in split_selectors(token.arguments))
        case _:
            return True


def _can_be_switched(content: Sequence[Node], vocabulary: Vocabulary) -> bool:
    """Whether an attribute that only pages set has the value asked for; of any other nothing is known."""
    parts = [node for node in content if node.type != "whitespace"]
    if len(parts) != 3 or parts[0].type != "ident" or parts[1].value != "=":
        return True
    name = parts[0].lower_value
    return name not in vocabulary.switches or parts[2].value in vocabulary.switches[name]
