"""What an editor does about an open conflict of each sort: a conflict and its dataset in, an instruction out.

Where data to be written are known but for the editor's decision, the lines to paste are a part of it. Nothing here
is published.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.dataset.records import Conflict, Dataset, Slot
from generator.dataset.rules.plan_overdue import outcome_of
from generator.dataset.wording import line_label
from generator.diagnostics.diagnostic import Diagnostic, Related, Severity
from generator.model.ids import SubjectId
from generator.model.values import value_text
from generator.source.quoting import quote_scalar

OVERLAP = "overlap-undeclared"
_NAMED = 6
"""Sums that a message names; beyond, it would be no sentence."""
_RELATIONS = "part_of, sum_of, overlaps, supersedes or same_sum_as"


def remedy_of(conflict: Conflict, dataset: Dataset) -> str:
    """Return what to do about an open conflict that nobody has judged; nothing where a judgement is all there is."""
    special = _SPECIAL.get(conflict.rule)
    if special and conflict.claims:
        return special(conflict, dataset)
    return _PLAIN.get(conflict.rule, "")


_PLAIN = {
    "office-open": "a newer claim on who holds the office answers it, or a period with the end that a source states",
    "second-hand": "record what the original itself says, if it can be had",
    "forecast-without-period": "add period: to the claim, if the source says by when or over which time",
    "rank-incomplete": "add list: and edition: to the claim, if the source names them",
    "article-unsourced": "where the article names a source, add it to cites and via: to the claims, or weigh its grade",
    "parts-exceed-whole": "if they are no parts of it, correct part_of and sum_of in money_lines",
    "parts-below-half": "if parts are missing, add their claims; if they are no parts of it, correct money_lines",
    "event-after-article": "if the source speaks of a plan, add modality: planned; if a date was misread, correct it",
    "original-withdrawn": "look for a source that does not rest on what was withdrawn",
    "stale": "read the pages, those with most claims first; `briefing stale` lists them; then set last_verified",
}
"""Remedies that are the same for every conflict of a rule, of `stale` for those about no claim; beside each a judgement
may explain it."""


def _for_plan(conflict: Conflict, dataset: Dataset) -> str:
    slot = dataset.slot_of[conflict.claims[0]]
    owner = dataset.subjects[slot.about[0]]
    path = _path(dataset, slot.about[0])
    if outcome_of(owner, slot) is not None:
        return f"look again; then renew checked of its outcome in {path}, or write state: met, late or dropped"
    fields = {"attribute": slot.attribute, **{name: value for name, value in slot.key if value is not None}}
    today = dataset.briefing.as_of.printed
    head = f"find out what became of it, and write into {path} (state: met, late, dropped, or unknown if nobody tells)"
    return f"{head}:\noutcomes:\n  - {{slot: {_flow(fields)}, state: unknown, checked: {today}}}"


def _for_stale(conflict: Conflict, dataset: Dataset) -> str:
    attribute = dataset.slot_of[conflict.claims[0]].attribute
    return f"a newer claim on this {attribute} answers it"


def _for_overlap(conflict: Conflict, dataset: Dataset) -> str:
    return _Overlap.of([conflict], dataset).remedy()


_SPECIAL: Mapping[str, Callable[[Conflict, Dataset], str]] = {
    "plan-overdue": _for_plan,
    "stale": _for_stale,
    OVERLAP: _for_overlap,
}


def _path(dataset: Dataset, subject: SubjectId) -> str:
    return dataset.registry.kinds[dataset.subjects[subject].kind].source_path(subject)


def _flow(fields: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {quote_scalar(value)}" for name, value in fields.items()) + "}"


@dataclass(frozen=True, slots=True)
class _Overlap:
    """Sums that may count the same money: their slots in order, and which earlier ones each may overlap."""

    dataset: Dataset
    slots: tuple[Slot, ...]
    earlier: tuple[tuple[Slot, ...], ...]

    @classmethod
    def of(cls, conflicts: Iterable[Conflict], dataset: Dataset) -> "_Overlap":
        pairs = [tuple(dataset.slot_of[key] for key in one.claims) for one in conflicts]
        slots = sorted({id(slot): slot for pair in pairs for slot in pair}.values(), key=_place)
        met = {frozenset(map(id, pair)) for pair in pairs}
        earlier = [
            tuple(other for other in slots[:number] if frozenset((id(slot), id(other))) in met)
            for number, slot in enumerate(slots)
        ]
        return cls(dataset, tuple(slots), tuple(earlier))

    def name(self, slot: Slot) -> str:
        """Return the sum and what it is for: ``US$3 billion (Fab one)``."""
        claim = slot.shown.claims[0] if slot.shown else slot.claims[0]
        label = line_label(self.dataset.subjects.get(slot.about[0]), slot) or _line(slot).replace("-", " ")
        amount = value_text(claim.value) if claim.value is not None else ""
        return f"{amount} ({label or 'without a line'})"

    def remedy(self) -> str:
        """Return the lines of `money_lines` that declare how these sums relate, but for the editor's decision."""
        if not all(map(_line, self.slots)):
            return "give each of the claims its line:, then say in money_lines how the sums relate"
        owners = list(dict.fromkeys(slot.about[0] for slot in self.slots))
        parts = [part for owner in owners for part in self._lines_of(owner)]
        return "\n".join([f"say how they relate; where it is not in_addition_to, write {_RELATIONS}:", *parts])

    def _lines_of(self, owner: SubjectId) -> list[str]:
        entries = [
            self._entry(slot, others)
            for slot, others in zip(self.slots, self.earlier, strict=True)
            if slot.about[0] == owner and (others or not self._is_declared(slot))
        ]
        return [f"money_lines:      # {_path(self.dataset, owner)}", *entries] if entries else []

    def _is_declared(self, slot: Slot) -> bool:
        return bool(line_label(self.dataset.subjects.get(slot.about[0]), slot))

    def _entry(self, slot: Slot, others: tuple[Slot, ...]) -> str:
        line = _line(slot)
        label = line_label(self.dataset.subjects.get(slot.about[0]), slot) or line.replace("-", " ").capitalize()
        names = [_line(one) if one.about[0] == slot.about[0] else f"{one.about[0]}/{_line(one)}" for one in others]
        relations = {**self._relations(slot)}
        relations["in_addition_to"] = (*relations.get("in_addition_to", ()), *names)
        fields = {name: f"[{', '.join(map(quote_scalar, lines))}]" for name, lines in relations.items() if lines}
        written = "".join(f", {name}: {lines}" for name, lines in fields.items())
        instead = "      # in place of its entry" if self._is_declared(slot) else ""
        return f"  - {{id: {quote_scalar(line)}, label: {quote_scalar(label)}{written}}}{instead}"

    def _relations(self, slot: Slot) -> Mapping[str, tuple[str, ...]]:
        """Return the relations that a sum has already: a new entry must not lose them."""
        subject = self.dataset.subjects[slot.about[0]]
        return next((one.relations for one in subject.money_lines if one.id == _line(slot)), {})


def _line(slot: Slot) -> str:
    return dict(slot.key).get("line") or ""


def _place(slot: Slot) -> tuple[str, int, int]:
    span = slot.claims[0].span
    return span.path, span.line, span.column


def group_overlaps(conflicts: Iterable[Conflict], dataset: Dataset) -> dict[str, Diagnostic]:
    """Return one finding in place of several on pairs of sums of one subject, by the key of each of them."""
    families: dict[tuple[SubjectId, ...], list[Conflict]] = {}
    for conflict in conflicts:
        if conflict.rule == OVERLAP and conflict.status == "open" and conflict.judgement is None:
            families.setdefault(conflict.about, []).append(conflict)
    grouped: dict[str, Diagnostic] = {}
    for family in families.values():
        if len(family) > 1:
            grouped |= dict.fromkeys((conflict.key for conflict in family), _grouped(family, dataset))
    return grouped


def _grouped(family: list[Conflict], dataset: Dataset) -> Diagnostic:
    overlap = _Overlap.of(family, dataset)
    names = [overlap.name(slot) for slot in overlap.slots]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    owners = " and ".join(dataset.subjects[one].name.display for one in family[0].about)
    message = (
        f"{owners}: {', '.join(names[:_NAMED])}{more} may count the same money in {len(family)} pairs; how they relate "
        "is not declared, so they are not added up"
    )
    claims = {key: dataset.claims[key] for one in family for key in one.claims}
    first, *others = sorted(claims.values(), key=lambda claim: claim.span)
    related = tuple(Related(claim.span, f"the claim {claim.key}") for claim in others[:10])
    hint = f"open; {overlap.remedy()}"
    return Diagnostic(OVERLAP, Severity.CONFLICT, first.span, message, hint, related, status="open")
