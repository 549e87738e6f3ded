"""The question that a finding comes down to, in plain words: the editor's own, else one made by its rule."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.dataset.records import Conflict, Slot
from generator.dataset.slots import value_of
from generator.dataset.wording import slot_phrase
from generator.model.claims import Claim
from generator.model.dates import PartialDate
from generator.model.money import money_text
from generator.model.records import QUESTION_LENGTH, Judgement
from generator.model.values import EntityName, EntityRef, Text
from generator.views.context import Context, Linker
from generator.views.statements import money_line
from generator.views.tokens import plain
from generator.views.values import group_value, qualifiers_of, value_prose

_TERMS = ("share", "stage", "basis", "payer", "payee", "public_share", "role", "period", "when", "scope", "condition")
_SUMS = frozenset({"amount", "effect"})


@dataclass(frozen=True)
class _Matter:
    """What a question may be made of: the claims of a finding with the names and values in them."""

    ctx: Context
    conflict: Conflict

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims compared."""
        known = self.ctx.data.claims
        return [known[key] for key in self.conflict.claims if key in known]

    @cached_property
    def slots(self) -> list[Slot]:
        """The slots that the claims answer, each once."""
        found = [self.ctx.data.slot_of[claim.key] for claim in self.claims]
        return list({id(slot): slot for slot in found}.values())

    @cached_property
    def subject(self) -> str:
        """The subject of the first claim, or the first of several; an article where there is none."""
        about = [one for slot in self.slots for one in slot.about] or self.conflict.about
        known = [one for one in about if one in self.ctx.data.subjects]
        return self.ctx.display(known[0]) if known else self.voice

    @cached_property
    def subjects(self) -> list[str]:
        """The names of all subjects."""
        return [self.ctx.display(one) for one in self.conflict.about if one in self.ctx.data.subjects]

    @cached_property
    def whats(self) -> list[str]:
        """What the claims are about, in the words of a sentence."""
        return _once(slot_name(self.ctx, slot) for slot in self.slots)

    @cached_property
    def values(self) -> list[str]:
        """The values, each once."""
        return _once(value_words(self.ctx, claim) for claim in self.claims)

    @cached_property
    def voices(self) -> list[str]:
        """Who speaks, by the names of articles."""
        return _once(self.ctx.brief_names[claim.article] for claim in self.claims)

    @property
    def voice(self) -> str:
        """The first who speaks."""
        return self.voices[0] if self.voices else ""

    @cached_property
    def terms(self) -> list[str]:
        """What the claims say of the first term in which they differ."""
        for name in _TERMS:
            found = _once(_term(self.ctx, claim, name) for claim in self.claims)
            if len(found) > 1:
                return found
        return []

    def say(self, key: str, **values: str) -> str:
        """Return a question with the names that every one may use, and what is its own."""
        told = {"subject": self.subject, "what": self.whats[0] if self.whats else "", "voice": self.voice}
        told["value"] = self.values[0] if self.values else ""
        return self.ctx.labels.say(key, **{**told, **values})

    def choose(self, options: Sequence[str]) -> str:
        """Return what there is to choose from, in the words of a sentence."""
        return choice(self.ctx, options)


def question_of(ctx: Context, conflict: Conflict) -> str:
    """Return the question of a finding: as the editor who judged it asks, else the first that its rule can fit."""
    if conflict.judgement is not None and conflict.judgement.question:
        return conflict.judgement.question
    matter = _Matter(ctx, conflict)
    forms = (form for form in _forms(matter) if len(form) <= QUESTION_LENGTH)
    return next(forms, ctx.labels.say("question-last"))


def slot_question(ctx: Context, slot: Slot, judgement: Judgement | None) -> str:
    """Return the question that a slot answers in several ways; nothing where one answer is all there is."""
    if judgement is not None and judgement.question:
        return judgement.question
    values = _once(_told(plain(group_value(ctx, group, Linker(ctx)))) for group in slot.groups)
    if len(values) < 2:
        return ""
    subject, what, options = ctx.display(slot.about[0]), slot_name(ctx, slot), choice(ctx, values)
    keys = ("question-values", "question-values-brief", "question-open", "question-open-brief")
    forms = (ctx.labels.say(key, subject=subject, what=what, choice=options) for key in keys)
    return next((form for form in forms if len(form) <= QUESTION_LENGTH), ctx.labels.say("question-last"))


def slot_name(ctx: Context, slot: Slot) -> str:
    """Return what a slot is about within a sentence; a sum goes by the label in its subject's file."""
    line = money_line(ctx.data.subjects.get(slot.about[0]), slot)
    if line:
        return line.label
    name = slot_phrase(slot, ctx.attribute(slot), ctx.spellings)
    # That it is a sum the values beside it tell.
    return _told(name) if slot.attribute in _SUMS else name


def value_words(ctx: Context, claim: Claim) -> str:
    """Return the value of a claim alone, what somebody words for himself in quotation marks; a denial says so."""
    said = _value_alone(ctx, claim)
    return ctx.labels.say("choice-denied", text=said) if claim.denied else said


def _value_alone(ctx: Context, claim: Claim) -> str:
    if claim.value is None:
        return _joined(ctx.display(one) for one in claim.about if one in ctx.data.subjects)
    slot = ctx.data.slot_of[claim.key]
    said = plain(value_prose(ctx, value_of(slot, claim) or claim.value, Linker(ctx)))
    if isinstance(claim.value, PartialDate):
        return _told(said)
    if not isinstance(claim.value, Text):
        return said
    if said in ctx.attribute(slot).options:
        return said.replace("-", " ")
    return ctx.labels.say("choice-quoted", text=said)


def choice(ctx: Context, options: Sequence[str]) -> str:
    """Return options as `A, or B`; of more than three the first two and that there are others."""
    if len(options) < 2:
        return "".join(options)
    key = {2: "choice-two", 3: "choice-three"}.get(len(options), "choice-more")
    return ctx.labels.say(key, first=options[0], second=options[1], last=options[-1])


def _forms(matter: _Matter) -> Iterator[str]:
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


def _differing(matter: _Matter) -> Iterator[str]:
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
        yield from (matter.say(key) for key in ("question-own-words", "question-own-words-brief"))


def _of_terms(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of like sums: which term holds, or which sum at which stage."""
    if len(matter.values) > 1:
        staged = _once(_staged(matter.ctx, claim) for claim in matter.claims)
        yield matter.say("question-values-brief", choice=matter.choose(staged))


def _staged(ctx: Context, claim: Claim) -> str:
    return " ".join(filter(None, (value_words(ctx, claim), _term(ctx, claim, "stage"))))


def _of_causes(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of one figure with several causes: by the names of the causes."""
    owners = _once(matter.ctx.display(slot.about[0]) for slot in matter.slots)
    for names in (matter.whats, owners):
        if len(names) > 1:
            yield matter.say("question-two-causes", choice=matter.choose(names))


def _of_steps(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of one date of two steps: which of them it is."""
    if len(matter.whats) > 1:
        yield matter.say("question-stage-dropped", choice=matter.choose(matter.whats))


def _of_effects(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of a benefit many times its money."""
    money = [value_words(matter.ctx, one) for one in matter.claims if one.attribute == "amount"]
    effects = [value_words(matter.ctx, one) for one in matter.claims if one.attribute != "amount"]
    if money and effects:
        yield matter.say("question-effect-over-money", money=money[0], effect=effects[0])


def _of_owned_sums(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of two sums taken for one another: each with whose it is, else alone."""
    key, ctx = f"question-{matter.conflict.rule}", matter.ctx
    owned = _once(f"{value_words(ctx, one)} ({ctx.display(one.about[0])})" for one in matter.claims)
    for options in (owned, matter.values, matter.subjects):
        told = _joined(options, ctx.labels.say("and"))
        yield matter.say(key, choice=told[:1].upper() + told[1:])


def _of_names(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of one name that several subjects bear."""
    yield matter.say("question-alias-shared", choice=matter.choose(matter.subjects))
    first, second = matter.subjects[:2]
    yield matter.say("question-alias-shared", choice=matter.say("choice-more", first=first, second=second))
    yield matter.say("question-alias-shared", choice=matter.say("choice-one", first=first))


def _of_rates(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of a sum printed in two currencies."""
    also = next((one.also_printed for one in matter.claims if one.also_printed), None)
    if also is not None:
        yield matter.say("question-rate-misfit", also=money_text(also))
        yield matter.say("question-rate-misfit-brief")


def _of_stages(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of a sum that has come from one stage to another."""
    stages = _once(_term(matter.ctx, claim, "stage") for claim in matter.claims)
    if len(stages) > 1:
        yield matter.say("question-stage-progress", choice=matter.choose(stages))


def _of_plans(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of a plan whose day has passed: what became of a step, or whether a target was reached."""
    is_step = all(isinstance(claim.value, PartialDate) for claim in matter.claims)
    yield matter.say("question-plan-overdue" if is_step else "question-target-overdue")


def _of_calendars(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of years of two calendars: which year, be it the value or the period of a sum."""
    years = _once(_year(matter.ctx, claim) for claim in matter.claims)
    if len(years) > 1:
        yield matter.say("question-values", choice=matter.choose(years))
        yield matter.say("question-values-brief", choice=matter.choose(years))


def _year(ctx: Context, claim: Claim) -> str:
    is_date = isinstance(claim.value, PartialDate)
    return value_words(ctx, claim) if is_date else _told(_term(ctx, claim, "period"))


def _of_circles(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of subjects that stand above each other: which of them is the upper one."""
    if len(matter.subjects) > 1:
        yield matter.say("question-hierarchy-circular", choice=matter.choose(matter.subjects))


def _of_claimants(matter: _Matter) -> Iterator[str]:
    """Yield what is asked of one superlative that several subjects claim."""
    if len(matter.subjects) > 1:
        yield matter.say("question-superlative-shared", choice=matter.choose(matter.subjects))


_BY_RULE: dict[str, Callable[[_Matter], Iterator[str]]] = {
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


def _term(ctx: Context, claim: Claim, name: str) -> str:
    """Return what a claim says of one term, nothing where it is silent."""
    found = qualifiers_of(ctx, claim, Linker(ctx), (name,))
    return plain(found[0].value) if found else ""


def _told(value: str) -> str:
    """Return a value without what stands in brackets beside it, for which a question has no room."""
    return value.partition(" (")[0]


def _once(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _joined(texts: Iterable[str], joint: str = " and ") -> str:
    return joint.join(texts)
