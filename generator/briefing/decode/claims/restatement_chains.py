"""Claims that say another claim of their file again, and what each of them says when its chain is followed."""

from collections.abc import Mapping
from typing import NamedTuple

from briefing.decode.reading.content import Content, Fields, ScalarText
from briefing.decode.shapes.claims import BOUND_FIELDS
from briefing.model.registry import Attribute, Registry

_OWN_FIELDS = frozenset(
    {"id", "par", "restates", "corrects", "said", "how", "printed_so", "note", "quote", "review", "exclude", "source"}
)
"""Fields that belong to one wording and are never inherited by a restatement."""
_PART_DIGITS = 5
"""Digits that the number of a list's part has at most: int() is slow on long texts, and refuses very long ones."""
Values = Mapping[str, Content]


class Target(NamedTuple):
    """The claim that a restatement names, and which part of its list: from 1, or 0 for all of it."""

    claim: Fields
    part: int


def takes_field(attribute: Attribute, name: str) -> bool:
    """Return whether a field goes with an attribute."""
    return name not in BOUND_FIELDS or name in attribute.takes or name in attribute.required


def select_taken(values: Values, attribute: Attribute) -> Values:
    """Return the fields that go with an attribute."""
    return {name: content for name, content in values.items() if takes_field(attribute, name)}


def _part_number(text: str) -> int:
    """Return the number of a list's part, or 0, which is that of none."""
    if text.isdecimal() and len(text) <= _PART_DIGITS:
        return int(text)
    return 0


def attribute_of(values: Values, registry: Registry) -> Attribute | None:
    """Return the attribute that a claim names, or None where it names none that is known."""
    name = values.get("attribute")
    if isinstance(name, ScalarText):
        return registry.attributes.get(name.text)
    return None


class RestatementChains:
    """Claims of one file by id; each chain is followed once, however many claims lean on it."""

    def __init__(self, by_id: Mapping[str, Fields], counts: Mapping[str, int], registry: Registry) -> None:
        self.by_id = by_id
        self._counts = counts
        self._registry = registry
        # By identity, because several claims may bear one id.
        self._inherited: dict[int, Values | None] = {}

    def target(self, local: str) -> Target | None:
        """Return the claim that ``local`` names, as in c22 or c22.1."""
        if local in self.by_id:
            return Target(self.by_id[local], 0)
        name, _, part = local.rpartition(".")
        number = _part_number(part)
        if name in self.by_id and 1 <= number <= self._counts[name]:
            return Target(self.by_id[name], number)
        return None

    def next_id(self, claim_id: str) -> str | None:
        """Return the id of the claim that the claim ``claim_id`` restates."""
        target = self._target_of(self.by_id[claim_id])
        if target:
            return target.claim.text("id")
        return None

    def inherit(self, claim: Fields) -> Values | None:
        """Return the claim's fields with those it inherits; None where its chain ends in nothing or a circle."""
        # From the far end, so that each claim finds done what it leans on. A loop, as chains may be longer than
        # Python's stack.
        for link in reversed(self._follow(claim)):
            if id(link) not in self._inherited:
                self._inherited[id(link)] = self._merge(link)
        return self._inherited[id(claim)]

    def _follow(self, claim: Fields) -> list[Fields]:
        """Return the chain up to what is merged already or states something itself; mark what leads nowhere."""
        path = [claim]
        while id(path[-1]) not in self._inherited and "restates" in path[-1].keys:
            target = self._target_of(path[-1])
            if target is None or target.claim is path[-1]:
                self._inherited[id(path[-1])] = None
                break
            if len(path) > len(self.by_id):
                # More links than claims: the chain is a circle.
                self._inherited.update(dict.fromkeys(map(id, path)))
                break
            path.append(target.claim)
        return path

    def _target_of(self, claim: Fields) -> Target | None:
        # What restates nothing has nothing for its target, as no id is empty.
        return self.target(claim.text_or("restates", ""))

    def _merge(self, claim: Fields) -> Values | None:
        """Return what a claim says together with what it restates, which has been merged before."""
        target = self._target_of(claim)
        if target is None:
            return claim.values
        stated = self._inherited[id(target.claim)]
        if stated is None:
            return None
        return {**self._inheritable(stated, target.part, claim), **claim.values}

    def _inheritable(self, stated: Values, part: int, claim: Fields) -> Values:
        """Return what a claim takes over from the one it restates."""
        values = {**stated}
        for name in _OWN_FIELDS:
            values.pop(name, None)
        listed = values.get("value")
        if part and isinstance(listed, tuple):
            values["value"] = listed[part - 1 : part]
        if "value" in claim.keys:
            # The other currency of the body's figure says nothing about a figure of its own.
            values.pop("also_printed", None)
        # A restatement may be of another attribute, which does not take all of the fields.
        attribute = attribute_of({**values, **claim.values}, self._registry)
        if attribute is None:
            return values
        return select_taken(values, attribute)
