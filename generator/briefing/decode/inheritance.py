"""A file's claims as written in, each with the fields that it inherits and the defaults that it takes out.

Restatements of nothing, and those that lead in a circle, are reported here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.decode.index import first_of_id, value_counts
from briefing.decode.reading.content import Content, Fields, Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.shapes.claims import BOUND_FIELDS
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, error, few
from briefing.model.registry import Attribute, Registry

_OWN_FIELDS = frozenset(
    {"id", "par", "restates", "corrects", "said", "how", "printed_so", "note", "quote", "review", "exclude", "source"}
)
"""Fields that belong to one wording and are never inherited by a restatement."""
Values = Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with all its fields; ``own`` are those written at its place, ``broken`` leads to no claim."""

    fields: Fields
    own: Fields
    broken: bool

    @property
    def inherits(self) -> bool:
        """True for a restatement: what it lacks is lacking, and reported, where it is stated."""
        return "restates" in self.own.keys

    def lacks(self, name: str) -> bool:
        """Return whether ``name`` is neither written, inherited nor a default, and no finding says why."""
        return name not in self.fields.values and self.own.lacks(name)


def find_statements(
    records: tuple[Fields, ...], defaults: Fields | None, registry: Registry, findings: Findings, *, is_open: bool
) -> Iterator[Statement]:
    """Yield every claim of a file in written order; in an ``is_open`` file a missing claim is no news."""
    by_id = first_of_id(records)
    chains = _Chains(by_id, value_counts(by_id), registry)
    if not is_open:
        findings.extend(_dangling(records, chains))
    findings.extend(_circles(by_id, chains))
    for one in records:
        merged = chains.merged(one)
        filled = _with_defaults(merged or one.values, defaults, registry)
        yield Statement(Fields(filled, one.keys, one.span, one.excused, one.faulty), one, merged is None)


def takes(attribute: Attribute, name: str) -> bool:
    """Return whether a field goes with an attribute."""
    return name not in BOUND_FIELDS or name in attribute.takes or name in attribute.required


def _attribute_of(values: Values, registry: Registry) -> Attribute | None:
    read = values.get("attribute")
    return registry.attributes.get(read.text) if isinstance(read, ScalarText) else None


def _with_defaults(values: Values, defaults: Fields | None, registry: Registry) -> Values:
    if defaults is None:
        return values
    attribute = _attribute_of({**defaults.values, **values}, registry)
    return {
        name: content
        for name, content in defaults.values.items()
        if (takes(attribute, name) if attribute else name not in BOUND_FIELDS)
    } | dict(values)


def _dangling(records: Iterable[Fields], chains: "_Chains") -> Iterator[Diagnostic]:
    for one in records:
        read = one.scalar("restates")
        if read is not None and chains.target(read.text) is None:
            message = f'this file has no claim "{read.text}"'
            hint = "name a claim of this file, or take the field out"
            yield reference_error("restates-unknown", read.span, message, read.text, chains.by_id, hint)


def _circles(by_id: Mapping[str, Fields], chains: "_Chains") -> Iterator[Diagnostic]:
    """Yield one finding for each circle, at the first of its claims."""
    order = {name: position for position, name in enumerate(by_id)}
    seen: set[str] = set()
    for start in by_id:
        path: dict[str, None] = {}
        name: str | None = start
        while name is not None and name not in seen:
            seen.add(name)
            path[name] = None
            name = chains.next_name(by_id[name])
        if name in path:
            circle = list(path)[list(path).index(name) :]
            yield _circle(sorted(circle, key=order.__getitem__), by_id)


def _circle(names: list[str], by_id: Mapping[str, Fields]) -> Diagnostic:
    places = [by_id[name].span_of("restates") for name in names]
    related = tuple(Related(place, "and this leads back") for place in places[1:MOST_RELATED])
    message = "the claim restates itself" if len(names) == 1 else f"{few(names)} restate each other"
    return error("restates-cycle", places[0], message, "let one of them state it: about, attribute, value", related)


class _Chains:
    """Claims of one file by id, and what each of them says when its chain of restatements is followed."""

    def __init__(self, by_id: Mapping[str, Fields], counts: Mapping[str, int], registry: Registry) -> None:
        self.by_id = by_id
        self._counts = counts
        self._registry = registry
        self._known: dict[int, Values | None] = {}

    def target(self, local: str) -> tuple[Fields, int] | None:
        """Return the claim that ``local`` names, and which part of its list (from 1, 0 for all of it)."""
        if local in self.by_id:
            return self.by_id[local], 0
        name, _, part = local.rpartition(".")
        if name in self.by_id and part.isdecimal() and len(part) < 6 and 1 <= int(part) <= self._counts[name]:
            return self.by_id[name], int(part)
        return None

    def next_name(self, one: Fields) -> str | None:
        """Return the id of the claim that ``one`` restates."""
        found = self.target(one.text("restates") or "")
        return found[0].text("id") if found else None

    def merged(self, one: Fields) -> Values | None:
        """Return the claim's fields with those it inherits; None where its chain ends in nothing or a circle."""
        path = [one]
        while id(path[-1]) not in self._known and "restates" in path[-1].keys:
            found = self.target(path[-1].text("restates") or "")
            if found is None or found[0] is path[-1]:
                self._known[id(path[-1])] = None
                break
            if len(path) > len(self.by_id):
                self._known.update(dict.fromkeys(map(id, path)))
                break
            path.append(found[0])
        for step in reversed(path):
            if id(step) not in self._known:
                self._known[id(step)] = self._merge(step)
        return self._known[id(one)]

    def _merge(self, one: Fields) -> Values | None:
        found = self.target(one.text("restates") or "") if "restates" in one.keys else None
        if found is None:
            return one.values
        stated = self._known[id(found[0])]
        if stated is None:
            return None
        return self._inherited(stated, found[1], one) | dict(one.values)

    def _inherited(self, stated: Values, part: int, one: Fields) -> dict[str, Content]:
        values = {name: content for name, content in stated.items() if name not in _OWN_FIELDS}
        listed = values.get("value")
        if part and isinstance(listed, tuple):
            values["value"] = listed[part - 1 : part]
        if "value" in one.keys:
            # The other currency of the body's figure says nothing about a figure of its own.
            values.pop("also_printed", None)
        attribute = _attribute_of(values | dict(one.values), self._registry)
        return {name: content for name, content in values.items() if attribute is None or takes(attribute, name)}
