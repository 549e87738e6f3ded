"""Sums of which nobody has declared how they relate, and the lines of ``money_lines`` that would declare it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.linked.wording import line_label
from briefing.dataset.rule_base.field_texts import key_text
from briefing.dataset.rule_base.pasted import source_path
from briefing.model.grouping import distinct_by, group_pairs
from briefing.model.ids import SubjectId
from briefing.model.values import value_text
from briefing.source.quoting import quote_scalar

_RELATIONS = "part_of, sum_of, overlaps, supersedes or same_sum_as"


@dataclass(frozen=True, slots=True)
class UndeclaredSums:
    """Sums that may count the same money: their slots in order, and which earlier ones each may overlap."""

    dataset: Dataset
    slots: tuple[Slot, ...]
    earlier: tuple[tuple[Slot, ...], ...]

    @classmethod
    def of(cls, conflicts: Iterable[Conflict], dataset: Dataset) -> "UndeclaredSums":
        """Return the sums of conflicts on pairs of them."""
        pairs = [list(map(dataset.slot_of.__getitem__, conflict.claims)) for conflict in conflicts]
        # In the order of the files, so that an entry names sums that stand before it.
        slots = sorted(distinct_by(chain.from_iterable(pairs), id), key=_written_at)
        met = {frozenset(map(id, pair)) for pair in pairs}
        earlier: list[tuple[Slot, ...]] = []
        for number, slot in enumerate(slots):
            earlier.append(tuple([other for other in slots[:number] if {id(slot), id(other)} in met]))
        return cls(dataset, tuple(slots), tuple(earlier))

    def name(self, slot: Slot) -> str:
        """Return the sum and what it is for: ``US$3 billion (Fab one)``."""
        label = self._label(slot) or _line(slot).replace("-", " ") or "without a line"
        return f"{_amount(slot)} ({label})"

    def lines_to_declare(self) -> str:
        """Return the lines of `money_lines` that declare how these sums relate, but for the editor's decision."""
        if not all(map(_line, self.slots)):
            return "give each of the claims its line:, then say in money_lines how the sums relate"
        lines = [f"say how they relate; where it is not in_addition_to, write {_RELATIONS}:"]
        entries = self._entries()
        for owner in dict.fromkeys(slot.about[0] for slot in self.slots):
            if owner in entries:
                lines.extend(self._lines_of(owner, entries[owner]))
        return "\n".join(lines)

    def _lines_of(self, owner: SubjectId, entries: Iterable[str]) -> list[str]:
        path = source_path(self.dataset, self.dataset.subjects[owner])
        return [f"money_lines:      # {path}", *entries]

    def _entries(self) -> dict[SubjectId, tuple[str, ...]]:
        """Return the new entries by the subject whose file is to have them."""
        entries: list[tuple[SubjectId, str]] = []
        for slot, others in zip(self.slots, self.earlier, strict=True):
            # A sum that is declared and overlaps none before it needs no new entry: a later one names it.
            if others or not self._label(slot):
                entries.append((slot.about[0], self._entry(slot, others)))
        return group_pairs(entries)

    def _label(self, slot: Slot) -> str:
        """Return the label that its subject's file gives a sum, nothing where it declares none."""
        return line_label(self.dataset.subjects.get(slot.about[0]), slot)

    def _entry(self, slot: Slot, others: tuple[Slot, ...]) -> str:
        line, declared = _line(slot), self._label(slot)
        label = declared or line.replace("-", " ").capitalize()
        relations = dict(self._relations(slot))
        added = [_reference(other, slot) for other in others]
        relations["in_addition_to"] = (*relations.get("in_addition_to", ()), *added)
        fields = [f"id: {quote_scalar(line)}", f"label: {quote_scalar(label)}"]
        fields.extend(f"{name}: {_flow_list(lines)}" for name, lines in relations.items() if lines)
        entry = f"  - {{{', '.join(fields)}}}"
        if declared:
            return f"{entry}      # in place of its entry"
        return entry

    def _relations(self, slot: Slot) -> Mapping[str, tuple[str, ...]]:
        """Return the relations that a sum has already: a new entry must not lose them."""
        declared = self.dataset.subjects[slot.about[0]].money_lines
        return next((line.relations for line in declared if line.id == _line(slot)), {})


def _reference(other: Slot, slot: Slot) -> str:
    """Return how the file of a slot's subject names another sum: one of another subject with its owner."""
    owner = other.about[0]
    if owner == slot.about[0]:
        return _line(other)
    return f"{owner}/{_line(other)}"


def _flow_list(lines: Iterable[str]) -> str:
    return f"[{', '.join(map(quote_scalar, lines))}]"


def _amount(slot: Slot) -> str:
    """Return the sum that a slot shows, else its first."""
    claims = slot.shown.claims if slot.shown else slot.claims
    value = claims[0].value
    if value is None:
        return ""
    return value_text(value)


def _line(slot: Slot) -> str:
    return key_text(slot, "line")


def _written_at(slot: Slot) -> tuple[str, int, int]:
    span = slot.claims[0].span
    return span.path, span.line, span.column
