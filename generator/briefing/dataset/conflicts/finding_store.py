"""What every finding of the rules has come to, kept so that whoever changes one need not go through all.

Findings go in and out with their verdicts; conflicts, errors and disputed places come out, whatever the order.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class FindingStore:
    """All entries, by finding, and by whatever asks for some of them."""

    rules: Sequence[Rule]
    known: list[dict[Finding, Entry]]
    by_name: dict[str, Entries] = field(default_factory=lambda: defaultdict(dict))
    by_key: dict[str, Entries] = field(default_factory=lambda: defaultdict(dict))
    judged: Entries = field(default_factory=dict)
    slips: Entries = field(default_factory=dict)
    _first: dict[str, Conflict] = field(default_factory=dict)
    _order: list[str] | None = None
    _disputed: dict[SubjectId, frozenset[str]] = field(default_factory=dict)
    _stirred: set[SubjectId] = field(default_factory=set)

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> "FindingStore":
        """Return an empty ledger."""
        return cls(rules, [{} for _ in rules])

    def put(self, number: int, finding: Finding, verdict: Verdict) -> None:
        """Take in what a finding of a rule comes to."""
        entry = Entry(number, finding, verdict)
        self.known[number][finding] = entry
        for name in (*finding.about, *finding.claims):
            self.by_name[name][entry] = None
        if isinstance(verdict, Conflict):
            self.by_key[verdict.key][entry] = None
            if verdict.judgement is not None:
                self.judged[entry] = None
            self._choose(verdict.key)
        else:
            self.slips[entry] = None
        self._stir(entry)

    def drop(self, number: int, finding: Finding) -> None:
        """Forget a finding of a rule."""
        entry = self.known[number].pop(finding)
        for name in {*finding.about, *finding.claims}:
            _take_out(self.by_name, name, entry)
        if isinstance(entry.verdict, Conflict):
            _take_out(self.by_key, entry.verdict.key, entry)
            self.judged.pop(entry, None)
            self._choose(entry.verdict.key)
        else:
            del self.slips[entry]
        self._stir(entry)

    def naming(self, names: Iterable[str]) -> Entries:
        """Return the entries whose findings name one of these subjects and claims."""
        return {entry: None for name in names if name in self.by_name for entry in self.by_name[name]}

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return one conflict for each key, in the order of keys: that of the first rule, with the first claims."""
        if self._order is None:
            self._order = sorted(self._first)
        return tuple(map(self._first.__getitem__, self._order))

    def __contains__(self, key: str) -> bool:
        """Tell whether a finding has come to a conflict of this key."""
        return key in self._first

    def judged_first(self) -> list[Judgement]:
        """Return the judgements of the conflicts that stand for their keys."""
        found = (one.verdict for one in self.judged)
        return [
            one.judgement
            for one in found
            if isinstance(one, Conflict) and one.judgement and self._first[one.key] is one
        ]

    def errors(self) -> tuple[Diagnostic, ...]:
        """Return the errors of ours in the order of rules."""
        rows = sorted(
            self.slips, key=lambda one: (one.rule, one.finding.places, one.finding.claims, one.finding.message)
        )
        return tuple(one.verdict for one in rows if isinstance(one.verdict, Diagnostic))

    def disputed(self) -> Mapping[SubjectId, frozenset[str]]:
        """Return the disputed places by subject, the same objects where nothing has changed."""
        for subject in self._stirred:
            entries = self.by_name.get(subject, ())
            places = frozenset(place for one in entries if self._disputes(one, subject) for place in one.finding.places)
            if not places:
                self._disputed.pop(subject, None)
            elif places != self._disputed.get(subject):
                self._disputed[subject] = places
        self._stirred.clear()
        return dict(self._disputed)

    def _choose(self, key: str) -> None:
        found = self.by_key.get(key, {})
        first = min(found, key=_precedence).verdict if found else None
        if isinstance(first, Conflict):
            if self._order is not None and key not in self._first:
                insort(self._order, key)
            self._first[key] = first
        else:
            del self._first[key]
            if self._order is not None:
                del self._order[bisect_left(self._order, key)]

    def _stir(self, entry: Entry) -> None:
        if self.rules[entry.rule].disputes:
            self._stirred.update(entry.finding.about)

    def _disputes(self, entry: Entry, subject: SubjectId) -> bool:
        verdict = entry.verdict
        is_open = isinstance(verdict, Conflict) and verdict.status != "settled"
        return is_open and self.rules[entry.rule].disputes and subject in entry.finding.about


def _precedence(entry: Entry) -> tuple[object, ...]:
    return entry.rule, entry.finding.claims, entry.finding.message


def _take_out(index: dict[str, Entries], name: str, entry: Entry) -> None:
    del index[name][entry]
    if not index[name]:
        del index[name]
