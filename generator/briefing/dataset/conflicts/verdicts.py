"""What a finding of a rule comes to: a conflict of the world with its status, or a slip that is ours.

An editor's judgement settles or explains a conflict; it reopens by itself when the claims that it saw change.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.dataset.comparing.judged_digest import is_seen, prefers_what_is_gone
from briefing.dataset.conflicts.finding_store import Verdict
from briefing.dataset.conflicts.rule_table import BY_EDITORS
from briefing.dataset.linked.claim_sets import is_confirmed, point_to
from briefing.dataset.linked.records import Conflict, Dataset, Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding, finding_key, slot_place
from briefing.dataset.rule_base.judged import all_judgements, judged_slots
from briefing.dataset.rule_base.rule import Rule
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Span, error
from briefing.model.grouping import group_by
from briefing.model.ids import ClaimKey
from briefing.model.records import Judgement

NumberedJudgement = tuple[int, Judgement]
"""A judgement after its number among all."""


@dataclass(frozen=True, slots=True)
class JudgementIndex:
    """Judgements by slot, those of findings by rule and first claim, in their order; and the slots of each."""

    by_place: Mapping[str, Judgement | None] = field(default_factory=dict)
    by_finding: Mapping[tuple[str, ClaimKey], Sequence[NumberedJudgement]] = field(default_factory=dict)
    slots: Mapping[int, Sequence[Slot]] = field(default_factory=dict)

    @classmethod
    def of(cls, context: RuleContext) -> "JudgementIndex":
        """Return the judgements of all subjects, ready to look up."""
        slots = judged_slots(context)
        by_place = {slot_place(slot): slot.judgement for slot in slots}
        # By identity: two judgements may say the same.
        by_judgement = group_by(slots, lambda slot: id(slot.judgement))
        return cls(by_place, _index_by_finding(all_judgements(context)), by_judgement)

    def find(self, rule: Rule, finding: Finding) -> Judgement | None:
        """Return the judgement on a finding: one on this finding before one on a slot that it is about."""
        fitting = list(self._fitting(rule, finding))
        if fitting:
            return min(fitting, key=_precedence)[1]
        # A judgement on a slot answers only what its values show; other rules ask for one of their own.
        if not rule.by_slot:
            return None
        return next(filter(None, map(self.by_place.get, finding.places)), None)

    def _fitting(self, rule: Rule, finding: Finding) -> Iterator[NumberedJudgement]:
        for key in finding.claims:
            for order, judgement in self.by_finding.get((rule.code, key), ()):
                if set(judgement.finding_claims) <= set(finding.claims):
                    yield order, judgement

    def slots_of(self, judgement: Judgement) -> Sequence[Slot]:
        """Return the slots that a judgement is made on."""
        return self.slots.get(id(judgement), ())


def _index_by_finding(judgements: Iterable[Judgement]) -> Mapping[tuple[str, ClaimKey], Sequence[NumberedJudgement]]:
    index: dict[tuple[str, ClaimKey], list[NumberedJudgement]] = defaultdict(list)
    for order, judgement in enumerate(judgements):
        if judgement.finding_rule and judgement.finding_claims:
            first_claim = judgement.finding_claims[0]
            index[judgement.finding_rule, first_claim].append((order, judgement))
    return index


def _precedence(judgement: NumberedJudgement) -> tuple[int, int]:
    # Of several the one that names most of the claims was written for this finding.
    return -len(judgement[1].finding_claims), judgement[0]


def judge_finding(context: RuleContext, rule: Rule, finding: Finding, judgements: JudgementIndex) -> Verdict:
    """Return what a finding comes to."""
    if finding.slip and not _all_printed_so(context, finding):
        return _slip_error(context, rule, finding)
    return _conflict(context, rule, finding, judgements)


def noted_conflict(context: RuleContext, finding: Finding, judgement: Judgement) -> Conflict:
    """Return what an editor says differs and no rule found; it stands explained by the editor's own words."""
    conflict = _conflict(context, BY_EDITORS, finding, JudgementIndex())
    return replace(conflict, status="explained", reading=judgement.because, judgement=judgement)


def _conflict(context: RuleContext, rule: Rule, finding: Finding, judgements: JudgementIndex) -> Conflict:
    judgement = judgements.find(rule, finding)
    reading = None
    # What rested on a source that took it back reads nothing any more.
    if judgement and not prefers_what_is_gone(context.data, judgement):
        reading = judgement.because
    return Conflict(
        key=finding_key(rule.code, finding.places),
        rule=rule.code,
        severity=rule.severity,
        status=_status(context.data, rule, finding, judgement, judgements),
        audience=rule.audience,
        about=finding.about,
        claims=finding.claims,
        message=finding.message,
        reading=reading,
        judgement=judgement,
        span=_first_place(context.data, finding),
    )


def _status(
    data: Dataset, rule: Rule, finding: Finding, judgement: Judgement | None, judgements: JudgementIndex
) -> str:
    """Return open, explained or settled."""
    if judgement is None:
        return _unjudged_status(rule)
    if prefers_what_is_gone(data, judgement):
        return "open"
    # Made on something else than what is there now, it waits for its editor to look again.
    if not is_seen(data, judgement, finding.claims, judgements.slots_of(judgement)):
        return "open"
    # A word such as both-stand lets the values differ; a preferred claim ends the matter.
    if judgement.word:
        return "explained"
    return "settled"


def _unjudged_status(rule: Rule) -> str:
    if rule.asks:
        return "open"
    return "explained"


def _first_place(data: Dataset, finding: Finding) -> Span:
    """Return where to look first: the first claim, else the first subject."""
    if finding.claims:
        return data.claims[finding.claims[0]].span
    if finding.about and finding.about[0] in data.subjects:
        return data.subjects[finding.about[0]].span
    return Span("briefing.yml")


def _all_printed_so(context: RuleContext, finding: Finding) -> bool:
    return all(map(is_confirmed, context.data.find_claims(finding.claims)))


def _slip_error(context: RuleContext, rule: Rule, finding: Finding) -> Diagnostic:
    first, *others = context.data.find_claims(finding.claims)
    related = point_to(others[:MOST_RELATED], lambda claim: f"{claim.key} says otherwise")
    hint = "correct the figure; if the source prints it like this, add printed_so: true"
    return error(rule.code, first.span, finding.message, hint, related)
