"""Style sheets without what can apply to no page of the site.

A theme styles more than any one site shows. A rule goes where one of the classes or elements it needs stands in no
page and no script, a custom property where nothing reads it, an animation where nothing names it. What this module
does not understand it keeps.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import tinycss2  # type: ignore[import-untyped]  # it has no types

from briefing.finishing.sheets import Nest, Node, Other, Part, Rule, parse_sheet
from briefing.finishing.vocabulary import Vocabulary, can_apply

_NAMES = re.compile(r"[A-Za-z_][\w-]*")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_ANIMATION = re.compile(r"animation(?:-name)?:([^;}]*)")


def prune_styles(sheets: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return the sheets, by their paths, without what can apply to nothing; they are one cascade, read together."""
    parsed = {path: parse_sheet(text) for path, text in sheets.items()}
    written = _write_sheets(parsed, vocabulary, _EVERYTHING)
    # A property that only a removed rule read is no longer read, which may make others superfluous.
    while True:
        live = _find_live("".join(written.values()), vocabulary)
        again = _write_sheets(parsed, vocabulary, live)
        if again == written:
            return again
        written = again


@dataclass(frozen=True, slots=True)
class _Live:
    """The custom properties that something reads and the animations that something names; None for all of them."""

    properties: frozenset[str] | None
    animations: frozenset[str] | None

    def reads(self, name: str) -> bool:
        """Return whether a declaration is of no custom property, or of one that something reads."""
        if not name.startswith("--") or self.properties is None:
            return True
        return name in self.properties

    def names(self, animation: str) -> bool:
        """Return whether something names an animation."""
        if self.animations is None:
            return True
        return animation in self.animations


_EVERYTHING = _Live(None, None)


def _find_live(text: str, vocabulary: Vocabulary) -> _Live:
    """Return what the text of all sheets reads and names, and what scripts may ask for."""
    animations = " ".join(_ANIMATION.findall(text))
    return _Live(
        properties=frozenset(_READ.findall(text)) | vocabulary.properties,
        animations=frozenset(_NAMES.findall(animations)),
    )


# ---- rules written


def _write_sheets(sheets: Mapping[str, tuple[Part, ...]], vocabulary: Vocabulary, live: _Live) -> dict[str, str]:
    return {path: _write_parts(parts, vocabulary, live) for path, parts in sheets.items()}


def _write_parts(parts: Iterable[Part], vocabulary: Vocabulary, live: _Live) -> str:
    return "".join(_write_part(part, vocabulary, live) for part in parts)


def _write_part(part: Part, vocabulary: Vocabulary, live: _Live) -> str:
    """Return the text of a part where it can still apply, or nothing."""
    match part:
        case Rule():
            return _write_rule(part, vocabulary, live)
        case Nest():
            return _write_nest(part, vocabulary, live)
        case Other():
            return _write_other(part, live)


def _write_nest(nest: Nest, vocabulary: Vocabulary, live: _Live) -> str:
    """Return the rules under a condition; one over nothing goes with them."""
    inner = _write_parts(nest.rules, vocabulary, live)
    if not inner:
        return ""
    return f"{nest.condition}{{{inner}}}"


def _write_other(rule: Other, live: _Live) -> str:
    """Return an at-rule as it is, unless it is an animation that nothing names."""
    # Older browsers know them by names of their own, such as -webkit-keyframes.
    is_animation = rule.name.endswith("keyframes")
    if is_animation and not live.names(rule.subject):
        return ""
    return rule.text


def _write_rule(rule: Rule, vocabulary: Vocabulary, live: _Live) -> str:
    """Return a rule with the selectors that can apply and the declarations that are read, or nothing."""
    selectors = list(_write_selectors(rule, vocabulary))
    if not selectors:
        return ""
    declarations = list(_write_declarations(rule, live))
    if not declarations:
        return ""
    return f"{','.join(selectors)}{{{';'.join(declarations)}}}"


def _write_selectors(rule: Rule, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the selectors of a rule that can apply: one that cannot is no reason to drop the others."""
    for selector in rule.selectors:
        if can_apply(selector, vocabulary):
            yield _write_selector(selector)


def _write_declarations(rule: Rule, live: _Live) -> Iterator[str]:
    """Yield the declarations of a rule but for custom properties that nothing reads."""
    for name, text in rule.declarations:
        if live.reads(name):
            yield text


def _write_selector(tokens: Sequence[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(tokens)).strip()
