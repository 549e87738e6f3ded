"""The finding store: what every finding of the rules has come to, so that whoever changes one need not go through all.

Findings go in and out with their verdicts. Conflicts, errors and disputed places are the same, whatever the order in
which findings came.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from briefing.dataset.linked.records import Conflict
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.rule import Rule
from briefing.diagnostics.diagnostic import Diagnostic
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement

Verdict = Conflict | Diagnostic
"""What a finding comes to: a conflict of the world, or an error of ours."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One finding of the rule with this number, and what it comes to."""

    rule: int
    finding: Finding
    verdict: Verdict


Entries = dict[Entry, None]
"""A set of entries that keeps its order."""
Conflicts = dict[Entry, Conflict]
"""Entries with the conflicts that they come to."""
T = TypeVar("T")


@dataclass(slots=True)
class FindingStore:
    """All entries, by finding, and by whatever asks for some of them."""

    rules: Sequence[Rule]
    by_finding: list[dict[Finding, Entry]]
    by_name: dict[str, Entries] = field(default_factory=lambda: defaultdict(dict))
    by_key: dict[str, Conflicts] = field(default_factory=lambda: defaultdict(dict))
    judged: Conflicts = field(default_factory=dict)
    slips: dict[Entry, Diagnostic] = field(default_factory=dict)
    _first: dict[str, Conflict] = field(default_factory=dict)
    _order: list[str] | None = None
    _disputed: dict[SubjectId, frozenset[str]] = field(default_factory=dict)
    _changed_subjects: set[SubjectId] = field(default_factory=set)

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> "FindingStore":
        """Return an empty store."""
        return cls(rules, [{} for _ in rules])

    def put(self, number: int, finding: Finding, verdict: Verdict) -> None:
        """Take in what a finding of a rule comes to."""
        entry = Entry(number, finding, verdict)
        self.by_finding[number][finding] = entry
        for name in (*finding.about, *finding.claims):
            self.by_name[name][entry] = None
        if isinstance(verdict, Conflict):
            self.by_key[verdict.key][entry] = verdict
            if verdict.judgement is not None:
                self.judged[entry] = verdict
            self._choose(verdict.key)
        else:
            self.slips[entry] = verdict
        self._note_change(entry)

    def drop(self, number: int, finding: Finding) -> None:
        """Forget a finding of a rule."""
        entry = self.by_finding[number].pop(finding)
        # A name may be there twice, and is taken out once.
        for name in {*finding.about, *finding.claims}:
            _take_out(self.by_name, name, entry)
        if isinstance(entry.verdict, Conflict):
            _take_out(self.by_key, entry.verdict.key, entry)
            self.judged.pop(entry, None)
            self._choose(entry.verdict.key)
        else:
            del self.slips[entry]
        self._note_change(entry)

    def naming(self, names: Iterable[str]) -> Entries:
        """Return the entries whose findings name one of these subjects and claims."""
        entries: Entries = {}
        # By `get`, as a look-up would make an empty entry of the default dictionary.
        for named in filter(None, map(self.by_name.get, names)):
            entries.update(named)
        return entries

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return one conflict for each key, in the order of keys: that of the first rule, with the first claims."""
        # Sorted once; from then on keys are put in and taken out by bisection.
        if self._order is None:
            self._order = sorted(self._first)
        return tuple(map(self._first.__getitem__, self._order))

    def __contains__(self, key: str) -> bool:
        """Tell whether a finding has come to a conflict of this key."""
        return key in self._first

    def judgements_taken_up(self) -> list[Judgement]:
        """Return the judgements of the conflicts that stand for their keys."""
        judgements: list[Judgement] = []
        for conflict in self.judged.values():
            # Of several findings with one key the others come to nothing.
            if conflict.judgement and self._first[conflict.key] is conflict:
                judgements.append(conflict.judgement)
        return judgements

    def errors(self) -> tuple[Diagnostic, ...]:
        """Return the errors of ours in the order of rules."""
        return tuple(map(self.slips.__getitem__, sorted(self.slips, key=_slip_order)))

    def disputed(self) -> Mapping[SubjectId, frozenset[str]]:
        """Return the disputed places by subject, the same objects where nothing has changed."""
        for subject in self._changed_subjects:
            places = self._disputed_places(subject)
            if not places:
                self._disputed.pop(subject, None)
            elif places != self._disputed.get(subject):
                self._disputed[subject] = places
        self._changed_subjects.clear()
        return dict(self._disputed)

    def _disputed_places(self, subject: SubjectId) -> frozenset[str]:
        places: set[str] = set()
        for entry in self.by_name.get(subject, ()):
            if self._disputes(entry, subject):
                places.update(entry.finding.places)
        return frozenset(places)

    def _choose(self, key: str) -> None:
        """Choose the conflict that stands for a key; with no entry left the key is forgotten."""
        entries = self.by_key.get(key)
        if not entries:
            del self._first[key]
            if self._order is not None:
                del self._order[bisect_left(self._order, key)]
            return
        if self._order is not None and key not in self._first:
            insort(self._order, key)
        self._first[key] = entries[min(entries, key=_precedence)]

    def _note_change(self, entry: Entry) -> None:
        if self.rules[entry.rule].disputes:
            self._changed_subjects.update(entry.finding.about)

    def _disputes(self, entry: Entry, subject: SubjectId) -> bool:
        verdict = entry.verdict
        # The store knows a finding by its claims, too; what it disputes are places of its subjects.
        if not self.rules[entry.rule].disputes or subject not in entry.finding.about:
            return False
        return isinstance(verdict, Conflict) and verdict.status != "settled"


def _precedence(entry: Entry) -> tuple[object, ...]:
    return entry.rule, entry.finding.claims, entry.finding.message


def _slip_order(entry: Entry) -> tuple[object, ...]:
    return entry.rule, entry.finding.places, entry.finding.claims, entry.finding.message


def _take_out(index: dict[str, dict[Entry, T]], name: str, entry: Entry) -> None:
    del index[name][entry]
    if not index[name]:
        del index[name]
