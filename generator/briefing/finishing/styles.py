"""Style sheets of a site in, the same without what can apply to none of its pages out.

A theme styles more than any one site shows. A rule goes where one of the classes or elements it needs stands in no
page and no script, a custom property where nothing reads it, an animation where nothing names it. What this module
does not understand it keeps.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import tinycss2  # type: ignore[import-untyped]  # it has no types

_CLASSES = re.compile(r"""\sclass=("[^"]*"|'[^']*'|[^\s"'>]+)""")
_TAGS = re.compile(r"<([a-z][a-z0-9-]*)")
_SWITCHES = re.compile(r'\s(dir|data-md-color-[a-z]+)="([^"]*)"')
_WORDS = re.compile(r"[A-Za-z_][\w-]*")
_PROPERTIES = re.compile(r"--[A-Za-z_][\w-]*")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_NESTED = ("media", "supports", "layer", "container")
_LISTS = ("is", "where", "-webkit-any", "-moz-any")
"""Pseudo-classes that hold selectors of the same element; one of them must be able to apply."""

Node = Any
"""tinycss2 is untyped."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What pages and scripts can put into a document; ``switches``: values of attributes that only pages set."""

    classes: frozenset[str]
    tags: frozenset[str]
    switches: Mapping[str, frozenset[str]]
    properties: frozenset[str]


def gather_vocabulary(pages: Iterable[str], scripts: Iterable[str]) -> Vocabulary:
    """Return the words of all pages (HTML) and scripts; every word of a script may be a class or an element."""
    classes, tags, switches = set[str](), set[str](), dict[str, set[str]]()
    for html in pages:
        classes.update(_CLASSES.findall(html))
        tags.update(_TAGS.findall(html))
        for name, value in set(_SWITCHES.findall(html)):
            switches.setdefault(name, set()).add(value)
    code = "\n".join(scripts)
    words = frozenset(_WORDS.findall(code))
    return Vocabulary(
        frozenset(chain.from_iterable(one.strip("\"'").split() for one in classes)) | words,
        frozenset(tags) | words,
        {name: frozenset(values) for name, values in switches.items()},
        frozenset(_PROPERTIES.findall(code)),
    )


def prune_styles(sheets: Mapping[str, str], known: Vocabulary) -> dict[str, str]:
    """Return the sheets, by their paths, without what can apply to nothing; they are one cascade, read together."""
    rules = {path: _parse(text) for path, text in sheets.items()}
    written = {path: "".join(_write_rules(parsed, known, _ALL)) for path, parsed in rules.items()}
    while True:
        text = "".join(written.values())
        live = _Live(frozenset(_READ.findall(text)) | known.properties, frozenset(_WORDS.findall(_animations(text))))
        again = {path: "".join(_write_rules(parsed, known, live)) for path, parsed in rules.items()}
        if again == written:
            return again
        written = again


@dataclass(frozen=True, slots=True)
class _Live:
    """The custom properties that something reads and the animations that something names; None for all of them."""

    properties: frozenset[str] | None
    animations: frozenset[str] | None


_ALL = _Live(None, None)


def _animations(text: str) -> str:
    return " ".join(re.findall(r"animation(?:-name)?:([^;}]*)", text))


# ---- sheets read and written


@dataclass(frozen=True, slots=True)
class _Rule:
    """A style rule, read once: its selectors, and its declarations as names and whole texts."""

    selectors: tuple[tuple[Node, ...], ...]
    declarations: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Nest:
    """Rules under a condition."""

    condition: str
    rules: "tuple[_Part, ...]"


@dataclass(frozen=True, slots=True)
class _Other:
    """An at-rule that is kept as it is; ``name`` and ``subject`` say which."""

    name: str
    subject: str
    text: str


_Part = _Rule | _Nest | _Other


def _parse(text: str) -> tuple[_Part, ...]:
    return _parts(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True))


def _parts(nodes: Sequence[Node]) -> tuple[_Part, ...]:
    return tuple(_part(node) for node in nodes if node.type in ("qualified-rule", "at-rule"))


def _part(node: Node) -> _Part:
    if node.type == "qualified-rule":
        return _Rule(tuple(_split(node.prelude)), tuple(_declarations(node.content)))
    prelude = tinycss2.serialize(node.prelude).strip()
    if node.lower_at_keyword in _NESTED and node.content is not None:
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        return _Nest(f"@{node.at_keyword} {prelude}", _parts(inner))
    return _Other(node.lower_at_keyword, prelude, node.serialize().strip())


def _declarations(content: Sequence[Node]) -> Iterator[tuple[str, str]]:
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            value = re.sub(r"\s*/\*.*?\*/\s*", " ", tinycss2.serialize(one.value)).strip()
            yield one.name, f"{one.name}:{value or ' '}{'!important' if one.important else ''}"
        else:
            yield "", tinycss2.serialize([one])


def _write_rules(parts: Iterable[_Part], known: Vocabulary, live: _Live) -> Iterator[str]:
    for part in parts:
        if isinstance(part, _Other):
            if part.name.endswith("keyframes") and live.animations is not None and part.subject not in live.animations:
                continue
            yield part.text
        elif isinstance(part, _Nest):
            inner = "".join(_write_rules(part.rules, known, live))
            if inner:
                yield f"{part.condition}{{{inner}}}"
        else:
            yield _write_rule(part, known, live)


def _write_rule(rule: _Rule, known: Vocabulary, live: _Live) -> str:
    selectors = [one for one in rule.selectors if _can_apply(one, known)]
    declarations = [text for name, text in rule.declarations if _is_read(name, live)]
    if not selectors or not declarations:
        return ""
    return f"{','.join(_write_selector(one) for one in selectors)}{{{';'.join(declarations)}}}"


def _is_read(name: str, live: _Live) -> bool:
    return not name.startswith("--") or live.properties is None or name in live.properties


def _write_selector(tokens: Sequence[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip()


# ---- selectors


def _split(tokens: Sequence[Node]) -> Iterator[tuple[Node, ...]]:
    """Yield the selectors of a list."""
    one: list[Node] = []
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            yield tuple(one)
            one = []
        elif token.type != "comment":
            one.append(token)
    yield tuple(one)


def _can_apply(tokens: Sequence[Node], known: Vocabulary) -> bool:
    """Whether everything that a selector needs can stand in a document; what it excludes does not matter."""
    before = ""
    for token in tokens:
        if not _is_known(token, before, known):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _is_known(token: Node, before: str, known: Vocabulary) -> bool:
    if token.type == "ident":
        if before == ".":
            return token.value in known.classes
        return before == ":" or token.lower_value in known.tags
    if token.type == "[] block":
        return _is_switched(token.content, known)
    if token.type == "function" and token.lower_name in _LISTS:
        return any(_can_apply(one, known) for one in _split(token.arguments))
    return True


def _is_switched(content: Sequence[Node], known: Vocabulary) -> bool:
    """Whether an attribute that only pages set has the value asked for; of any other nothing is known."""
    parts = [one for one in content if one.type != "whitespace"]
    if len(parts) != 3 or parts[0].type != "ident" or parts[1].value != "=":
        return True
    name = parts[0].lower_value
    return name not in known.switches or parts[2].value in known.switches[name]
