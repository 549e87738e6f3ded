"""Hits of the rules in, conflicts with their status out; slips that are ours come out as errors.

An editor's judgement settles or explains a finding; it reopens by itself when the claims it saw change.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from briefing.dataset.comparing.judged_digest import digest_seen, is_seen, prefers_what_is_gone
from briefing.dataset.conflicts.change_set import ChangeSet, find_touched
from briefing.dataset.conflicts.disputed_slots import Marks
from briefing.dataset.conflicts.hit_store import Entry, HitStore, Verdict
from briefing.dataset.conflicts.remedies import print_together, remedy_of
from briefing.dataset.conflicts.rerun import Change, HitsOf, find_changes, find_first
from briefing.dataset.conflicts.rule_table import BY_EDITORS
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.hit import Hit, hit_key, slot_place
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
    ledger: HitStore = field(default_factory=lambda: HitStore.of(()))
    by_group: tuple[HitsOf, ...] = ()
    marks: Marks = field(default_factory=Marks)
    findings: dict[str, tuple[Conflict, Diagnostic]] = field(default_factory=dict)


def find_conflicts(context: RuleContext, rules: Iterable[Rule], memo: RuleMemo | None = None) -> Found:
    """Run every rule over the dataset and hold its hits against the editors' judgements.

    With a ``memo`` the rules look again only at what has changed since; what is found is the same.
    """
    memo, rules = memo or RuleMemo(), tuple(rules)
    before, memo.context = memo.context if memo.ledger.rules == rules else None, None
    touched = find_touched(before, context) if before else None
    if not before or not touched:
        memo.ledger, memo.by_group = HitStore.of(rules), tuple({} for _ in rules)
    runs = [(rule, _limits(context, rule), hits) for rule, hits in zip(rules, memo.by_group, strict=True)]
    if before and touched:
        changes = find_changes(before, context, touched, runs, memo.ledger.known)
        _record(context, memo.ledger, changes, _stale(before, context, memo.ledger, touched))
    else:
        _record(context, memo.ledger, find_first(context, runs), ())
    memo.context = context
    return _found(context, memo.ledger)


def _stale(before: RuleContext, after: RuleContext, ledger: HitStore, touched: ChangeSet) -> Iterable[Entry]:
    """Return the entries whose hits may come to something else: by what they are about, or by a judgement."""
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


def _record(context: RuleContext, ledger: HitStore, changes: Iterable[Change], stale: Iterable[Entry]) -> None:
    """Take the hits that are gone out of the ledger, and put in what new and stale ones come to."""
    judgements = _index_judgements(context)
    rows = [(number, change) for number, change in enumerate(changes) if change.gone or change.new]
    gone = [(number, hit) for number, change in rows for hit in change.gone]
    for number, hit in gone:
        ledger.drop(number, hit)
    again = [(entry.rule, entry.hit) for entry in stale if entry.hit in ledger.known[entry.rule]]
    for number, hit in again:
        ledger.drop(number, hit)
    for number, hit in (*again, *((number, hit) for number, change in rows for hit in change.new)):
        ledger.put(number, hit, _verdict(context, ledger.rules[number], hit, judgements))


def _verdict(context: RuleContext, rule: Rule, hit: Hit, judgements: "_Judgements") -> Verdict:
    is_slip = hit.slip and not _all_printed_so(context, hit)
    return _slip_error(context, rule, hit) if is_slip else _conflict(context, rule, hit, judgements)


def _found(context: RuleContext, ledger: HitStore) -> Found:
    """Return what all hits come to, whatever the order in which they were found."""
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
    for judgement, hit in find_unfound(context, BY_EDITORS.code, judged):
        yield replace(
            _conflict(context, BY_EDITORS, hit, _Judgements({}, {}, {})),
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


def _judgement_of(rule: Rule, hit: Hit, judgements: _Judgements) -> Judgement | None:
    near = (one for key in hit.claims for one in judgements.by_finding.get((rule.code, key), ()))
    fitting = [(order, one) for order, one in near if set(one.finding_claims) <= set(hit.claims)]
    if fitting:
        # Of several the one that names most of the claims was written for this finding.
        return min(fitting, key=lambda one: (-len(one[1].finding_claims), one[0]))[1]
    if rule.by_slot:
        found = [judgements.by_place.get(place) for place in hit.places]
        return next((one for one in found if one), None)
    return None


def _conflict(context: RuleContext, rule: Rule, hit: Hit, judgements: _Judgements) -> Conflict:
    judgement = _judgement_of(rule, hit, judgements)
    claims = [context.data.claims[key] for key in hit.claims]
    reopened = judgement is not None and _is_reopened(context.data, judgement, hit, judgements)
    return Conflict(
        key=hit_key(rule.code, hit.places),
        rule=rule.code,
        severity=rule.severity,
        status="open" if reopened else status_of(judgement) if judgement or rule.asks else "explained",
        audience=rule.audience,
        about=hit.about,
        claims=hit.claims,
        message=hit.message,
        # What rested on a source that took it back reads nothing any more.
        reading=judgement.because if judgement and not prefers_what_is_gone(context.data, judgement) else None,
        judgement=judgement,
        span=_place(context, hit, claims),
    )


def _is_reopened(data: Dataset, judgement: Judgement, hit: Hit, judgements: _Judgements) -> bool:
    """Tell whether a judgement was made on something else than what is there now."""
    slots = judgements.slots.get(id(judgement), ())
    return prefers_what_is_gone(data, judgement) or not is_seen(data, judgement, hit.claims, slots)


def _place(context: RuleContext, hit: Hit, claims: list[Claim]) -> Span:
    """Return where to look first: the first claim, else the first subject."""
    if claims:
        return claims[0].span
    subject = context.data.subjects.get(hit.about[0]) if hit.about else None
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


def _all_printed_so(context: RuleContext, hit: Hit) -> bool:
    return all(context.data.claims[key].qualifiers.get("printed_so") for key in hit.claims)


def _slip_error(context: RuleContext, rule: Rule, hit: Hit) -> Diagnostic:
    claims = [context.data.claims[key] for key in hit.claims]
    hint = "correct the figure; if the source prints it like this, add printed_so: true"
    return error(rule.code, claims[0].span, hit.message, hint, _related(claims[1:]))


def _related(claims: Sequence[Claim]) -> tuple[Related, ...]:
    return tuple(Related(claim.span, f"{claim.key} says otherwise") for claim in claims[:MOST_RELATED])


def find_conflict_findings(dataset: Dataset, memo: RuleMemo | None = None) -> Iterator[Diagnostic]:
    """Yield one printed finding for every conflict, with a ``memo`` that which it had where it is the same.

    Where its rule says so, several about the same subjects share one. What to do about an open one depends on more
    than itself: it is made anew.
    """
    memo = memo or RuleMemo()
    known, memo.findings = memo.findings, {}
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
            found = conflict, _finding(conflict, dataset)
        memo.findings[conflict.key] = found
        yield found[1]


def _finding(conflict: Conflict, dataset: Dataset) -> Diagnostic:
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
