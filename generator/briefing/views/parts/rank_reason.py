"""Why a value stands where it stands in its box: an editor's reading, or what the rule of shown values goes by."""

from briefing.dataset.comparing.group_order import day_of, is_echo
from briefing.dataset.comparing.judged_digest import prefers_what_is_gone
from briefing.dataset.comparing.spans import lies_within
from briefing.dataset.linked.records import Doubt, Rank, Slot, ValueGroup
from briefing.model.claims import Claim
from briefing.model.records import Judgement
from briefing.views.base.context import Context
from briefing.views.parts.article_flags import article_status

_BEFORE_DOUBTED = {
    Doubt.MISQUOTED: "shown-original",
    Doubt.WITHDRAWN: "shown-not-withdrawn",
    Doubt.CORRECTED: "shown-correction",
}


def rank_reason(context: Context, slot: Slot, group: ValueGroup, judgement: Judgement | None) -> str:
    """Return the standing of a group in few words; only what an editor has decided is called a reading."""
    rank = slot.ranks[group.claims[0].key]
    if group.doubt is Doubt.CORRECTED:
        return context.labels.say("corrected-by-source")
    # The word for what is shown calls it a reading.
    if rank is not Rank.SHOWN or _is_decided(context, judgement):
        return context.labels.word("rank", rank)
    for other in slot.groups:
        if other is not group:
            return _reason_before(context, slot, group, other)
    return context.labels.say("shown-alone")


def _is_decided(context: Context, judgement: Judgement | None) -> bool:
    """Tell whether an editor has chosen between values that still stand."""
    if judgement is None:
        return False
    # One that only gives a reading, or asks a question, leaves the values to the rule.
    if not judgement.prefer and not judgement.reject:
        return False
    return not prefers_what_is_gone(context.data, judgement)


def removal_reason(context: Context, claim: Claim) -> str:
    """Return why a claim does not stand where it was its source that took it back, or an editor left it out."""
    if claim.is_withdrawn:
        return article_status(context, context.data.articles[claim.article])
    if claim.key in context.data.slot_of[claim.key].corrected:
        return context.labels.say("corrected-by-source")
    return claim.excluded or ""


def _reason_before(context: Context, slot: Slot, first: ValueGroup, second: ValueGroup) -> str:
    """Return what put a group before the next: sources taken back, exactness, newness, grade, origins, date."""
    # The order is that in which the rule of shown values decides: the first that sets the two apart is the reason.
    if second.doubt and not first.doubt:
        return context.labels.say(_BEFORE_DOUBTED[second.doubt])
    if is_echo(second):
        return context.labels.say("shown-body")
    if lies_within(first, second):
        return context.labels.say("shown-exact")
    if slot.ranks[second.claims[0].key] is Rank.SUPERSEDED:
        return context.labels.say("shown-newest")
    return _support_reason(context, first, second)


def _support_reason(context: Context, first: ValueGroup, second: ValueGroup) -> str:
    """Return in what a group is better supported than another: its grade, its independent origins, or its date."""
    if first.grade < second.grade:
        return context.labels.say("shown-grade", grade=first.grade, other=second.grade)
    if first.independent > second.independent:
        return context.labels.say("shown-origins", n=first.independent, other=second.independent)
    if day_of(first.as_of) > day_of(second.as_of):
        return context.labels.say("shown-newer")
    return context.labels.say("shown-tie")
