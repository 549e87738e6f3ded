"""Why a value stands where it stands in its box: an editor's reading, or what the rule of shown values goes by."""

from briefing.dataset.comparing.choosing import day_of, is_echo, lies_within
from briefing.dataset.comparing.judged_digest import prefers_what_is_gone
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


def rank_reason(ctx: Context, slot: Slot, group: ValueGroup, judgement: Judgement | None) -> str:
    """Return the standing of a group in few words; only what an editor has decided is called a reading."""
    standing = slot.ranks[group.claims[0].key]
    if group.doubt is Doubt.CORRECTED:
        return ctx.labels.say("corrected-by-source")
    decided = judgement is not None and (judgement.prefer or judgement.reject)
    if standing is not Rank.SHOWN or (judgement and decided and not prefers_what_is_gone(ctx.data, judgement)):
        return ctx.labels.word("rank", standing)
    others = [one for one in slot.groups if one is not group]
    return _why_first(ctx, slot, group, others[0]) if others else ctx.labels.say("shown-alone")


def removal_reason(ctx: Context, claim: Claim) -> str:
    """Return why a claim does not stand where it was its source that took it back, or an editor left it out."""
    if claim.is_withdrawn:
        return article_status(ctx, ctx.data.articles[claim.article])
    if claim.key in ctx.data.slot_of[claim.key].corrected:
        return ctx.labels.say("corrected-by-source")
    return claim.excluded or ""


def _why_first(ctx: Context, slot: Slot, first: ValueGroup, next_one: ValueGroup) -> str:
    """Return what put a group before the next: sources taken back, exactness, newness, grade, origins, date."""
    if next_one.doubt and not first.doubt:
        return ctx.labels.say(_BEFORE_DOUBTED[next_one.doubt])
    if is_echo(next_one):
        return ctx.labels.say("shown-body")
    if lies_within(first, next_one):
        return ctx.labels.say("shown-exact")
    if slot.ranks[next_one.claims[0].key] is Rank.SUPERSEDED:
        return ctx.labels.say("shown-newest")
    if first.grade < next_one.grade:
        return ctx.labels.say("shown-grade", grade=first.grade, other=next_one.grade)
    if first.independent > next_one.independent:
        return ctx.labels.say("shown-origins", n=first.independent, other=next_one.independent)
    return ctx.labels.say("shown-newer" if day_of(first.as_of) > day_of(next_one.as_of) else "shown-tie")
