"""Findings of the rules in, conflicts with their status out; slips that are ours come out as errors.

An editor's judgement settles or explains a finding; it reopens by itself when the claims it saw change.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from briefing.dataset.comparing.judged_digest import digest_seen, is_seen, prefers_what_is_gone
from briefing.dataset.conflicts.change_set import ChangeSet, find_touched
from briefing.dataset.conflicts.disputed_slots import Marks
from briefing.dataset.conflicts.finding_store import Entry, FindingStore, Verdict
from briefing.dataset.conflicts.remedies import print_together, remedy_of
from briefing.dataset.conflicts.rerun import Change, FindingsOf, find_changes, find_first
from briefing.dataset.conflicts.rule_table import BY_EDITORS
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, finding_key, slot_place
from briefing.dataset.rule_base.judged import all_judgements, judged_slots
from briefing.dataset.rule_base.noted_differences import find_unfound
from briefing.dataset.rule_base.rule import Rule, Thresholds
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, Severity, Span, error
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Judgement


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules found: conflicts of the world, errors of ours, and the disputed places by subject."""

    conflicts: tuple[Conflict, ...]
    errors: tuple[Diagnostic, ...]
    disputed: Mapping[SubjectId, frozenset[str]]


@dataclass(slots=True)
class RuleMemo:
    """What the rules found last, kept by the caller from one run to the next; empty at first."""

    context: RuleContext | None = None
    ledger: FindingStore = field(default_factory=lambda: FindingStore.of(()))
    by_group: tuple[FindingsOf, ...] = ()
    marks: Marks = field(default_factory=Marks)
    diagnostics: dict[str, tuple[Conflict, Diagnostic]] = field(default_factory=dict)


def find_conflicts(context: RuleContext, rules: Iterable[Rule], memo: RuleMemo | None = None) -> Found:
    """Run every rule over the dataset and hold its findings against the editors' judgements.

    With a ``memo`` the rules look again only at what has changed since; what is found is the same.
    """
    memo, rules = memo or RuleMemo(), tuple(rules)
    before, memo.context = memo.context if memo.ledger.rules == rules else None, None
    touched = find_touched(before, context) if before else None
    if not before or not touched:
        memo.ledger, memo.by_group = FindingStore.of(rules), tuple({} for _ in rules)
    runs = [(rule, _limits(context, rule), findings) for rule, findings in zip(rules, memo.by_group, strict=True)]
    if before and touched:
        changes = find_changes(before, context, touched, runs, memo.ledger.known)
        _record(context, memo.ledger, changes, _stale(before, context, memo.ledger, touched))
    else:
        _record(context, memo.ledger, find_first(context, runs), ())
    memo.context = context
    return _found(context, memo.ledger)


def _stale(before: RuleContext, after: RuleContext, ledger: FindingStore, touched: ChangeSet) -> Iterable[Entry]:
    """Return the entries whose findings may come to something else: by what they are about, or by a judgement."""
    records = [
        context.data.subjects[one]
        for context in (before, after)
        for one in touched.records
        if one in context.data.subjects
    ]
    judged = [slot for side in touched.slots for slot in side if slot.judgement is not None]
    names = {
        *touched.records,
        *touched.claims,
        *(one for slot in judged for one in slot.about),
        *(key for subject in records for judgement in subject.judgements for key in judgement.finding_claims),
    }
    made = {id(slot.judgement) for slot in judged}
    again = (one for one in ledger.judged if _is_of(one.verdict, made, touched.records))
    return {**ledger.naming(names), **dict.fromkeys(again)}


def _is_of(verdict: Verdict, judgements: Collection[int], subjects: Collection[SubjectId]) -> bool:
    """Tell whether a verdict rests on one of these judgements, or on one in the file of one of these subjects."""
    judgement = verdict.judgement if isinstance(verdict, Conflict) else None
    return judgement is not None and (id(judgement) in judgements or judgement.subject in subjects)


def _record(context: RuleContext, ledger: FindingStore, changes: Iterable[Change], stale: Iterable[Entry]) -> None:
    """Take the findings that are gone out of the ledger, and put in what new and stale ones come to."""
    judgements = _index_judgements(context)
    rows = [(number, change) for number, change in enumerate(changes) if change.gone or change.new]
    gone = [(number, finding) for number, change in rows for finding in change.gone]
    for number, finding in gone:
        ledger.drop(number, finding)
    again = [(entry.rule, entry.finding) for entry in stale if entry.finding in ledger.known[entry.rule]]
    for number, finding in again:
        ledger.drop(number, finding)
    for number, finding in (*again, *((number, finding) for number, change in rows for finding in change.new)):
        ledger.put(number, finding, _verdict(context, ledger.rules[number], finding, judgements))


def _verdict(context: RuleContext, rule: Rule, finding: Finding, judgements: "_Judgements") -> Verdict:
    is_slip = finding.slip and not _all_printed_so(context, finding)
    return _slip_error(context, rule, finding) if is_slip else _conflict(context, rule, finding, judgements)


def _found(context: RuleContext, ledger: FindingStore) -> Found:
    """Return what all findings come to, whatever the order in which they were found."""
    conflicts = ledger.conflicts()
    others: dict[str, Conflict] = {}
    for conflict in _unfound(context, ledger.judged_first()):
        if conflict.key not in ledger:
            others.setdefault(conflict.key, conflict)
    if others:
        conflicts = tuple(sorted([*conflicts, *others.values()], key=lambda one: one.key))
    return Found(conflicts, ledger.errors(), ledger.disputed())


def _unfound(context: RuleContext, judged: Iterable[Judgement]) -> Iterator[Conflict]:
    """Yield what editors say differs and no rule found; it stands explained by their own words."""
    for judgement, finding in find_unfound(context, BY_EDITORS.code, judged):
        yield replace(
            _conflict(context, BY_EDITORS, finding, _Judgements({}, {}, {})),
            status="explained",
            reading=judgement.because,
            judgement=judgement,
        )


def _limits(context: RuleContext, rule: Rule) -> Thresholds:
    given = context.data.briefing.thresholds
    return {name: _number(given.get(f"{rule.code}.{name}"), default) for name, default in rule.thresholds.items()}


def _number(text: str | None, default: Decimal) -> Decimal:
    try:
        return Decimal(text) if text else default
    except InvalidOperation:
        return default


@dataclass(frozen=True, slots=True)
class _Judgements:
    """Judgements by slot, those of findings by rule and first claim, in their order; and the slots of each."""

    by_place: Mapping[str, Judgement]
    by_finding: Mapping[tuple[str, ClaimKey], Sequence[tuple[int, Judgement]]]
    slots: Mapping[int, Sequence[Slot]]


def _index_judgements(context: RuleContext) -> _Judgements:
    slots: dict[int, list[Slot]] = defaultdict(list)
    by_place: dict[str, Judgement] = {}
    for slot in judged_slots(context):
        if slot.judgement:
            by_place[slot_place(slot)] = slot.judgement
            slots[id(slot.judgement)].append(slot)
    by_finding: dict[tuple[str, ClaimKey], list[tuple[int, Judgement]]] = defaultdict(list)
    for order, one in enumerate(all_judgements(context)):
        if one.finding_rule and one.finding_claims:
            by_finding[one.finding_rule, one.finding_claims[0]].append((order, one))
    return _Judgements(by_place, by_finding, slots)


def _judgement_of(rule: Rule, finding: Finding, judgements: _Judgements) -> Judgement | None:
    near = (one for key in finding.claims for one in judgements.by_finding.get((rule.code, key), ()))
    fitting = [(order, one) for order, one in near if set(one.finding_claims) <= set(finding.claims)]
    if fitting:
        # Of several the one that names most of the claims was written for this finding.
        return min(fitting, key=lambda one: (-len(one[1].finding_claims), one[0]))[1]
    if rule.by_slot:
        found = [judgements.by_place.get(place) for place in finding.places]
        return next((one for one in found if one), None)
    return None


def _conflict(context: RuleContext, rule: Rule, finding: Finding, judgements: _Judgements) -> Conflict:
    judgement = _judgement_of(rule, finding, judgements)
    claims = [context.data.claims[key] for key in finding.claims]
    reopened = judgement is not None and _is_reopened(context.data, judgement, finding, judgements)
    return Conflict(
        key=finding_key(rule.code, finding.places),
        rule=rule.code,
        severity=rule.severity,
        status="open" if reopened else status_of(judgement) if judgement or rule.asks else "explained",
        audience=rule.audience,
        about=finding.about,
        claims=finding.claims,
        message=finding.message,
        # What rested on a source that took it back reads nothing any more.
        reading=judgement.because if judgement and not prefers_what_is_gone(context.data, judgement) else None,
        judgement=judgement,
        span=_place(context, finding, claims),
    )


def _is_reopened(data: Dataset, judgement: Judgement, finding: Finding, judgements: _Judgements) -> bool:
    """Tell whether a judgement was made on something else than what is there now."""
    slots = judgements.slots.get(id(judgement), ())
    return prefers_what_is_gone(data, judgement) or not is_seen(data, judgement, finding.claims, slots)


def _place(context: RuleContext, finding: Finding, claims: list[Claim]) -> Span:
    """Return where to look first: the first claim, else the first subject."""
    if claims:
        return claims[0].span
    subject = context.data.subjects.get(finding.about[0]) if finding.about else None
    return subject.span if subject else Span("briefing.yml")


def status_of(judgement: Judgement | None) -> str:
    """Return open, explained or settled."""
    if judgement is None:
        return "open"
    return "explained" if judgement.word else "settled"


def digest_judgement(data: Dataset, judgement: Judgement) -> str:
    """Return the digest of the claims that a judgement is made on: those of its slot, or of its finding."""
    found = tuple(key for one in data.conflicts if one.judgement is judgement for key in one.claims)
    slots = [slot for slot in data.slots if slot.judgement is judgement]
    return digest_seen(data, judgement, found or judgement.finding_claims, slots)


def _all_printed_so(context: RuleContext, finding: Finding) -> bool:
    return all(context.data.claims[key].qualifiers.get("printed_so") for key in finding.claims)


def _slip_error(context: RuleContext, rule: Rule, finding: Finding) -> Diagnostic:
    claims = [context.data.claims[key] for key in finding.claims]
    hint = "correct the figure; if the source prints it like this, add printed_so: true"
    return error(rule.code, claims[0].span, finding.message, hint, _related(claims[1:]))


def _related(claims: Sequence[Claim]) -> tuple[Related, ...]:
    return tuple(Related(claim.span, f"{claim.key} says otherwise") for claim in claims[:MOST_RELATED])


def diagnose_conflicts(dataset: Dataset, memo: RuleMemo | None = None) -> Iterator[Diagnostic]:
    """Yield one diagnostic for every conflict, with a ``memo`` that which it had where it is the same.

    Where its rule says so, several about the same subjects share one. What to do about an open one depends on more
    than itself: it is made anew.
    """
    memo = memo or RuleMemo()
    known, memo.diagnostics = memo.diagnostics, {}
    grouped = print_together(dataset.conflicts, dataset)
    yielded: set[Diagnostic] = set()
    for conflict in dataset.conflicts:
        if conflict.key in grouped:
            if grouped[conflict.key] not in yielded:
                yielded.add(grouped[conflict.key])
                yield grouped[conflict.key]
            continue
        found = known.get(conflict.key)
        if found is None or found[0] is not conflict or conflict.status == "open":
            found = conflict, _diagnostic(conflict, dataset)
        memo.diagnostics[conflict.key] = found
        yield found[1]


def _diagnostic(conflict: Conflict, dataset: Dataset) -> Diagnostic:
    claims = (dataset.claims[key] for key in conflict.claims)
    others = [claim for claim in claims if claim.span != conflict.span]
    related = tuple(Related(claim.span, f"the claim {claim.key}") for claim in others[:5])
    severity = Severity.WARNING if conflict.severity == "warning" else Severity.CONFLICT
    hint = _hint(conflict, dataset)
    return Diagnostic(conflict.rule, severity, conflict.span, conflict.message, hint, related, status=conflict.status)


def _hint(conflict: Conflict, dataset: Dataset) -> str:
    if conflict.status == "explained" and conflict.judgement is None:
        return "for your information; nothing is to be decided"
    if conflict.status != "open":
        return f"{conflict.status} by a judgement"
    # A judgement stands in a file of its slot; whoever is only named there is no place for it.
    ends = (end for key in conflict.claims for end in dataset.slot_of[key].about if end in conflict.about)
    home = next(ends, conflict.about[0] if conflict.about else None)
    where = f'the file of "{home}"' if home else "the file of any of its subjects"
    if conflict.judgement and conflict.judgement.seen is None:
        return f"reopened: what it prefers was withdrawn or corrected; prefer a claim that stands, in {where}"
    if conflict.judgement:
        changed = "the claims judged, or how far they can be trusted, have changed"
        return f"reopened: {changed}; renew the judgement in {where} and delete its seen"
    remedy = remedy_of(conflict, dataset)
    if "\n" in remedy:
        return f"open; {remedy}"
    if remedy:
        return f"open; {remedy}; else a judgement in {where} explains it"
    return f"open; a judgement in {where} settles or explains it"
