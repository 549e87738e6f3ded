"""Where hostile text can be put: every scalar and free key of a sample that fills all fields of all shapes.

What the sample lacks of a shape, a new field say, is added to the first of its records that stands it.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from briefing.decode.shapes.field_types import (
    EitherField,
    EnumField,
    FieldType,
    FlagField,
    ListField,
    LiteralField,
    MapField,
    RecordField,
    RefField,
    TextField,
)
from briefing.decode.shapes.files import FILES, ROOT_FILES
from briefing.diagnostics.diagnostic import Severity
from briefing.pipeline import Prepared, prepare

Route = tuple[str | int, ...]
"""The way to a scalar: file, then keys and places; a last step KEY means the key itself."""
KEY = -1
MARK = "§"
FIXED = "="


@dataclass(frozen=True, slots=True)
class Site:
    """One place for a text: where it is, its field in the shapes, what the sample has there, and whether it is prose.

    Prose is what no check of a shape looks at; a literal with a mark has room for some.
    """

    route: Route
    field: str
    sample: str
    is_prose: bool = False

    def holding(self, text: str) -> str:
        """Return what stands here once ``text`` has been put in."""
        return self.sample.replace(MARK, text) if MARK in self.sample else text

    @property
    def plain(self) -> str:
        """What stands here where nothing hostile does."""
        return self.sample.replace(MARK, "year")


def shape_of(path: str) -> tuple[str, FieldType]:
    """Return name and shape of a data file."""
    name = ROOT_FILES.get(path) or {"articles": "article", "publishers": "publisher"}.get(path.split("/")[0], "subject")
    return name, FILES[name]


KEY_FIELDS = frozenset({"edition", "line", "list", "measure", "milestone", "role"})
"""Fields of claims that name what is asked: their spelling is folded, so that questions meet."""


# ---- the sample


@cache
def base() -> dict[str, Any]:
    """Return the sample as written, completed by fields that it lacks."""
    content = yaml.load((Path(__file__).parent / "base.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    tried = {one.field for one in _find_sites(content)}
    for field in sorted(all_fields() - tried):
        content = _with_field(content, field)
    return content


@cache
def sites() -> tuple[Site, ...]:
    """Return every place of the sample that takes hostile text."""
    return tuple(_find_sites(base()))


def _find_sites(content: Mapping[str, Any]) -> Iterator[Site]:
    for path, file in content.items():
        name, shape = shape_of(path)
        yield from _sites_of(file, shape, (path,), name)


def _sites_of(node: Any, shape: FieldType, route: Route, field: str) -> Iterator[Site]:
    match shape:
        case EitherField():
            inner = shape.scalar if isinstance(node, str) else shape.other
            yield from _sites_of(node, inner, route, field)
        case RecordField() if isinstance(node, dict):
            yield from _sites_of_fields(node, shape, route, field)
        case RecordField() if isinstance(node, str) and (short := shape.named(shape.shorthand or "")):
            yield from _sites_of(node, short.type, route, f"{field}.{short.name}")
        case MapField() if isinstance(node, dict):
            yield from _sites_of_entries(node, shape, route, field)
        case ListField() if isinstance(node, list):
            for place, item in enumerate(node):
                yield from _sites_of(item, shape.of, (*route, place), field)
        case ListField():
            yield from _sites_of(node, shape.of, route, field)
        case _ if isinstance(node, str) and (not node.startswith(FIXED) or MARK in node):
            sample = node.removeprefix(FIXED)
            yield Site(route, field, sample, MARK in sample or (isinstance(shape, TextField) and shape.check is None))


def _sites_of_fields(node: dict[str, Any], shape: RecordField, route: Route, field: str) -> Iterator[Site]:
    for part in shape.fields:
        if part.name in node:
            yield from _sites_of(node[part.name], part.type, (*route, part.name), f"{field}.{part.name}")


def _sites_of_entries(node: dict[str, Any], shape: MapField, route: Route, field: str) -> Iterator[Site]:
    for key, value in node.items():
        yield Site((*route, key, KEY), f"{field}.*", key)
        yield from _sites_of(value, shape.of, (*route, key), f"{field}.{key}")


def all_fields() -> set[str]:
    """Return the names of all scalar fields of all shapes; below free keys stands `*`."""
    return {field for name, shape in FILES.items() for field in _fields_of(shape, name)}


def _fields_of(shape: FieldType, field: str) -> Iterator[str]:
    match shape:
        case RecordField():
            for one in shape.fields:
                yield from _fields_of(one.type, f"{field}.{one.name}")
        case MapField():
            yield f"{field}.*"
        case ListField():
            yield from _fields_of(shape.of, field)
        case EitherField():
            yield from _fields_of(shape.scalar, field)
            yield from _fields_of(shape.other, field)
        case _:
            yield field


# ---- fields that the sample does not know yet


def _with_field(content: dict[str, Any], field: str) -> dict[str, Any]:
    """Return the sample with a field added where no finding stands against it; as it was where there is no place."""
    for path in content:
        name, shape = shape_of(path)
        if field.startswith(f"{name}."):
            for candidate in _grown(content[path], shape, field.split(".")[1:]):
                grown = {**content, path: candidate}
                if not errors_of(prepare_sources(grown)):
                    return grown
    return content


def _grown(node: Any, shape: FieldType, rest: list[str]) -> Iterator[Any]:
    """Yield copies of a node with the field ``rest`` set, one for each place that it may have."""
    match shape:
        case EitherField():
            for inner in (shape.other, shape.scalar):
                yield from _grown(node, inner, rest)
        case ListField():
            items = node if isinstance(node, list) else []
            for place, item in enumerate(items):
                for grown in _grown(item, shape.of, rest):
                    yield [*items[:place], grown, *items[place + 1 :]]
            if not items:
                yield from ([grown] for grown in _grown(None, shape.of, rest))
        case RecordField() if rest:
            yield from _grown_record(node if isinstance(node, dict) else _required(shape), shape, rest)
        case MapField():
            yield {**(node or {}), (shape.known or ("word",))[0]: _grow(shape.of)}
        case _ if not rest and node is None:
            yield _grow(shape)


def _grown_record(node: dict[str, Any], shape: RecordField, rest: list[str]) -> Iterator[Any]:
    one = shape.named(rest[0])
    for grown in _grown(node.get(rest[0]), one.type, rest[1:]) if one else ():
        yield {**deepcopy(node), rest[0]: grown}


def _required(shape: RecordField) -> dict[str, Any]:
    return {one.name: _grow(one.type) for one in shape.fields if one.required}


def _grow(shape: FieldType) -> Any:
    match shape:
        case RecordField():
            return _required(shape)
        case ListField():
            return [_grow(shape.of)]
        case MapField():
            return {(shape.known or ("word",))[0]: _grow(shape.of)}
        case EitherField():
            return _grow(shape.scalar)
        case EnumField():
            return shape.options[0]
        case FlagField():
            return "true"
        case LiteralField():
            return {"money": "JPY 3bn", "quantity": "3 %", "date": "2024-04", "entity": "bolt"}[shape.kinds[0]]
        case RefField():
            known = {"subject": "bolt", "article": "gazette-2024", "publisher": "gazette", "attribute": "aim"}
            return known.get(shape.space, "gazette-2024#c1")
        case TextField():
            return _passing(shape)


def _passing(shape: TextField) -> str:
    tries = ("a new text", "word", "1", "2024-04", "1.5", "JPY", "USD/JPY", "en", "https://new.example/", "Is it so?")
    return next(one for one in tries if shape.check is None or shape.check(one) is None)


# ---- from the sample to bytes


def with_texts(texts: Mapping[Site, str]) -> dict[str, Any]:
    """Return the sample with ``texts`` put into their sites."""
    content = deepcopy(base())
    keys = [site for site in texts if site.route[-1] == KEY]
    for site in texts:
        if site.route[-1] != KEY:
            holder = _holder(content, site.route)
            holder[site.route[-1]] = texts[site]
    for site in keys:
        holder = _holder(content, site.route[:-1])
        renamed = {(texts[site] if key == site.route[-2] else key): value for key, value in holder.items()}
        holder.clear()
        holder.update(renamed)
    return content


def _holder(content: Any, route: Route) -> Any:
    for step in route[:-1]:
        content = content[step]
    return content


class _Writer:
    """Writes nodes as YAML, one scalar a line, and remembers whose line is whose."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.routes: dict[int, Route] = {}

    def write(self, node: Any, route: Route, before: str = "", after: str = "") -> None:
        if isinstance(node, str):
            plain = node.removeprefix(FIXED) if node.startswith(FIXED) else node
            self._line(f"{before}{json.dumps(plain.replace(MARK, 'year'), ensure_ascii=False)}{after}", route)
            return
        opened, closed = ("{", "}") if isinstance(node, dict) else ("[", "]")
        self._line(before + opened, route)
        for step, item in node.items() if isinstance(node, dict) else enumerate(node):
            key = f"{json.dumps(step, ensure_ascii=False)}: " if isinstance(node, dict) else ""
            self.write(item, (*route, step), key, ",")
        self._line(closed + after, route)

    def _line(self, text: str, route: Route) -> None:
        self.lines.append(" " + text)
        self.routes[len(self.lines)] = route


def write_sources(content: Mapping[str, Any]) -> tuple[dict[str, bytes], dict[tuple[str, int], Route]]:
    """Return the files of a sample, and the route of what stands on each of their lines."""
    sources: dict[str, bytes] = {}
    routes: dict[tuple[str, int], Route] = {}
    for path, file in content.items():
        writer = _Writer()
        writer.write(file, (path,))
        sources[path] = ("\n".join(writer.lines) + "\n").encode("utf-8")
        routes |= {(path, line): route for line, route in writer.routes.items()}
    return sources, routes


def prepare_sources(content: Mapping[str, Any]) -> Prepared:
    """Return what the pipeline says of a sample."""
    return prepare(write_sources(content)[0])


def errors_of(prepared: Prepared) -> list[Any]:
    """Return the findings that stop publication."""
    return [one for one in prepared.findings if one.severity is Severity.ERROR]
