"""The questions that fit a rule, from the best to what can always be asked; the first that is short is taken."""

from collections.abc import Callable, Iterator

from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.money import money_text
from briefing.model.values import EntityName, EntityRef
from briefing.views.base.context import Context
from briefing.views.parts.question_matter import Matter, once, term_words, value_words, without_brackets


def forms_of(matter: Matter) -> Iterator[str]:
    """Yield questions from the best to what can always be asked."""
    make = _BY_RULE.get(matter.conflict.rule)
    if make is not None:
        yield from make(matter)
    elif matter.ctx.labels.has(f"question-{matter.conflict.rule}"):
        yield matter.say(f"question-{matter.conflict.rule}")
    yield from _differing(matter)
    if matter.whats:
        yield matter.say("question-open")
    yield matter.say("question-open-brief")


def _differing(matter: Matter) -> Iterator[str]:
    """Yield what can be asked of claims that differ: in their values, in a term, or only by who says them."""
    if len(matter.values) > 1:
        options = matter.choose(matter.values)
        if len(matter.whats) == 1:
            yield matter.say("question-values", choice=options)
        yield matter.say("question-values-brief", choice=options)
    elif len(matter.terms) > 1:
        related = isinstance(matter.claims[0].value, EntityRef | EntityName)
        key = "question-relation" if related else "question-terms"
        yield matter.say(key, choice=matter.choose(matter.terms))
    if len(matter.voices) > 1:
        options = matter.choose(matter.voices)
        if len(matter.whats) == 1:
            yield matter.say("question-voices", choice=options)
        yield matter.say("question-voices-brief", choice=options)
    elif len(matter.claims) > 1:
        if len(matter.places) > 1:
            yield matter.say("question-own-words-at", choice=matter.choose(matter.places))
        yield from (matter.say(key) for key in ("question-own-words", "question-own-words-brief"))


def _of_terms(matter: Matter) -> Iterator[str]:
    """Yield what is asked of like sums: which term holds, or which sum at which stage."""
    if len(matter.values) > 1:
        staged = once(_staged(matter.ctx, claim) for claim in matter.claims)
        yield matter.say("question-values-brief", choice=matter.choose(staged))


def _staged(ctx: Context, claim: Claim) -> str:
    return " ".join(filter(None, (value_words(ctx, claim), term_words(ctx, claim, "stage"))))


def _of_causes(matter: Matter) -> Iterator[str]:
    """Yield what is asked of one figure with several causes: by the names of the causes."""
    owners = once(matter.ctx.display(slot.about[0]) for slot in matter.slots)
    for names in (matter.whats, owners):
        if len(names) > 1:
            yield matter.say("question-two-causes", choice=matter.choose(names))


def _of_steps(matter: Matter) -> Iterator[str]:
    """Yield what is asked of one date of two steps: which of them it is."""
    if len(matter.whats) > 1:
        yield matter.say("question-stage-dropped", choice=matter.choose(matter.whats))


def _of_effects(matter: Matter) -> Iterator[str]:
    """Yield what is asked of a benefit many times its money."""
    money = [value_words(matter.ctx, one) for one in matter.claims if one.attribute == "amount"]
    effects = [value_words(matter.ctx, one) for one in matter.claims if one.attribute != "amount"]
    if money and effects:
        yield matter.say("question-effect-over-money", money=money[0], effect=effects[0])


def _of_owned_sums(matter: Matter) -> Iterator[str]:
    """Yield what is asked of two sums taken for one another: each with whose it is, else alone."""
    key, ctx = f"question-{matter.conflict.rule}", matter.ctx
    owned = once(f"{value_words(ctx, one)} ({ctx.display(one.about[0])})" for one in matter.claims)
    for options in (owned, matter.values, matter.subjects):
        names = ctx.labels.say("and").join(options)
        yield matter.say(key, choice=names[:1].upper() + names[1:])


def _of_names(matter: Matter) -> Iterator[str]:
    """Yield what is asked of one name that several subjects bear."""
    yield matter.say("question-alias-shared", choice=matter.choose(matter.subjects))
    first, second = matter.subjects[:2]
    yield matter.say("question-alias-shared", choice=matter.say("choice-more", first=first, second=second))
    yield matter.say("question-alias-shared", choice=matter.say("choice-one", first=first))


def _of_rates(matter: Matter) -> Iterator[str]:
    """Yield what is asked of a sum printed in two currencies."""
    also = next((one.also_printed for one in matter.claims if one.also_printed), None)
    if also is not None:
        yield matter.say("question-rate-misfit", also=money_text(also))
        yield matter.say("question-rate-misfit-brief")


def _of_stages(matter: Matter) -> Iterator[str]:
    """Yield what is asked of a sum that has come from one stage to another."""
    stages = once(term_words(matter.ctx, claim, "stage") for claim in matter.claims)
    if len(stages) > 1:
        yield matter.say("question-stage-progress", choice=matter.choose(stages))


def _of_plans(matter: Matter) -> Iterator[str]:
    """Yield what is asked of a plan whose day has passed: what became of a step, or whether a target was reached."""
    is_step = all(isinstance(claim.value, PartialDate) for claim in matter.claims)
    yield matter.say("question-plan-overdue" if is_step else "question-target-overdue")


def _of_calendars(matter: Matter) -> Iterator[str]:
    """Yield what is asked of years of two calendars: which year, be it the value or the period of a sum."""
    years = once(_year(matter.ctx, claim) for claim in matter.claims)
    if len(years) > 1:
        yield matter.say("question-values", choice=matter.choose(years))
        yield matter.say("question-values-brief", choice=matter.choose(years))


def _year(ctx: Context, claim: Claim) -> str:
    is_date = isinstance(claim.value, PartialDate)
    return value_words(ctx, claim) if is_date else without_brackets(term_words(ctx, claim, "period"))


def _of_circles(matter: Matter) -> Iterator[str]:
    """Yield what is asked of subjects that stand above each other: which of them is the upper one."""
    if len(matter.subjects) > 1:
        yield matter.say("question-hierarchy-circular", choice=matter.choose(matter.subjects))


def _of_claimants(matter: Matter) -> Iterator[str]:
    """Yield what is asked of one superlative that several subjects claim."""
    if len(matter.subjects) > 1:
        yield matter.say("question-superlative-shared", choice=matter.choose(matter.subjects))


_BY_RULE: dict[str, Callable[[Matter], Iterator[str]]] = {
    "alias-shared": _of_names,
    "calendars-mixed": _of_calendars,
    "effect-over-money": _of_effects,
    "equal-figures": _of_owned_sums,
    "hierarchy-circular": _of_circles,
    "overlap-undeclared": _of_owned_sums,
    "plan-overdue": _of_plans,
    "rate-misfit": _of_rates,
    "rates-disagree": _of_owned_sums,
    "stage-dropped": _of_steps,
    "stage-progress": _of_stages,
    "superlative-shared": _of_claimants,
    "terms-differ": _of_terms,
    "two-causes": _of_causes,
}
