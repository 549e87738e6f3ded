"""Sums of which nobody has declared how they relate, and the lines of ``money_lines`` that would declare it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.linked.wording import line_label
from briefing.dataset.rule_base.pasted import source_path
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
        pairs: list[list[Slot]] = []
        for conflict in conflicts:
            pairs.append([dataset.slot_of[key] for key in conflict.claims])
        # In the order of the files, so that an entry names sums that stand before it.
        slots = sorted({id(slot): slot for slot in chain.from_iterable(pairs)}.values(), key=_written_at)
        met = {frozenset(map(id, pair)) for pair in pairs}
        earlier: list[tuple[Slot, ...]] = []
        for number, slot in enumerate(slots):
            before = slots[:number]
            earlier.append(tuple([other for other in before if frozenset((id(slot), id(other))) in met]))
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
        for owner in dict.fromkeys(slot.about[0] for slot in self.slots):
            lines.extend(self._lines_of(owner))
        return "\n".join(lines)

    def _lines_of(self, owner: SubjectId) -> list[str]:
        entries: list[str] = []
        for slot, others in zip(self.slots, self.earlier, strict=True):
            if slot.about[0] != owner:
                continue
            # A sum that is declared and overlaps none before it needs no new entry: a later one names it.
            if others or not self._label(slot):
                entries.append(self._entry(slot, others))
        if not entries:
            return []
        path = source_path(self.dataset, self.dataset.subjects[owner])
        return [f"money_lines:      # {path}", *entries]

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
        return f"{entry}      # in place of its entry" if declared else entry

    def _relations(self, slot: Slot) -> Mapping[str, tuple[str, ...]]:
        """Return the relations that a sum has already: a new entry must not lose them."""
        for line in self.dataset.subjects[slot.about[0]].money_lines:
            if line.id == _line(slot):
                return line.relations
        return {}


def _reference(other: Slot, slot: Slot) -> str:
    """Return how the file of a slot's subject names another sum: one of another subject with its owner."""
    owner = other.about[0]
    return _line(other) if owner == slot.about[0] else f"{owner}/{_line(other)}"


def _flow_list(lines: Iterable[str]) -> str:
    return f"[{', '.join(map(quote_scalar, lines))}]"


def _amount(slot: Slot) -> str:
    """Return the sum that a slot shows, else its first."""
    claim = slot.shown.claims[0] if slot.shown else slot.claims[0]
    return "" if claim.value is None else value_text(claim.value)


def _line(slot: Slot) -> str:
    return dict(slot.key).get("line") or ""


def _written_at(slot: Slot) -> tuple[str, int, int]:
    span = slot.claims[0].span
    return span.path, span.line, span.column
