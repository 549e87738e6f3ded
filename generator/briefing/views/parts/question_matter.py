"""What a question may be made of: the claims of a finding, with the names, values and terms in them, in plain words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.dataset.comparing.far_ends import value_of
from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.linked.wording import slot_phrase
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.values import Nothing, Text
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.qualifiers import qualifiers_of
from briefing.views.parts.slot_labels import money_line
from briefing.views.parts.sources import paragraph
from briefing.views.parts.values import value_prose

_TERMS = ("share", "stage", "basis", "payer", "payee", "public_share", "role", "period", "when", "scope", "condition")


_SUMS = frozenset({"amount", "effect"})


@dataclass(frozen=True)
class Matter:
    """What a question may be made of: the claims of a finding with the names and values in them."""

    ctx: Context
    conflict: Conflict

    @property
    def rule(self) -> str:
        """The code of the rule that found it."""
        return self.conflict.rule

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
    def owners(self) -> list[str]:
        """The names of the subjects in whose slots the claims stand."""
        return once(self.ctx.display(slot.about[0]) for slot in self.slots)

    @cached_property
    def whats(self) -> list[str]:
        """What the claims are about, in the words of a sentence."""
        return once(slot_name(self.ctx, slot) for slot in self.slots)

    @cached_property
    def values(self) -> list[str]:
        """The values, each once, whatever capitals it is written with."""
        told = once(value_words(self.ctx, claim) for claim in self.claims)
        return list({text.casefold(): text for text in reversed(told)}.values())[::-1]

    @cached_property
    def voices(self) -> list[str]:
        """Who speaks, by the names of articles."""
        return once(self.ctx.names.brief_articles[claim.article] for claim in self.claims)

    @cached_property
    def places(self) -> list[str]:
        """The paragraphs in which the claims stand."""
        return once(filter(None, (paragraph(claim.par) for claim in self.claims)))

    @property
    def voice(self) -> str:
        """The first who speaks."""
        return self.voices[0] if self.voices else ""

    @cached_property
    def terms(self) -> list[str]:
        """What the claims say of the first term in which they differ."""
        for name in _TERMS:
            found = once(term_words(self.ctx, claim, name) for claim in self.claims)
            if len(found) > 1:
                return found
        return []

    def say(self, key: str, **values: str) -> str:
        """Return a question with the names that every one may use, and what is its own."""
        known = {"subject": self.subject, "what": self.whats[0] if self.whats else "", "voice": self.voice}
        known["value"] = self.values[0] if self.values else ""
        return self.ctx.labels.say(key, **{**known, **values})

    def choose(self, options: Sequence[str]) -> str:
        """Return what there is to choose from, in the words of a sentence."""
        return choice(self.ctx, options)

    def join(self, names: Sequence[str]) -> str:
        """Return names that belong together, in the words of a sentence."""
        return self.ctx.labels.say("and").join(names)

    def value_of(self, claim: Claim) -> str:
        """Return the value of a claim alone; a denial says so."""
        return value_words(self.ctx, claim)

    def year_of(self, claim: Claim) -> str:
        """Return the date that a claim gives, or the period of its figure."""
        if isinstance(claim.value, PartialDate):
            return value_words(self.ctx, claim)
        return without_brackets(term_words(self.ctx, claim, "period"))

    def term_of(self, claim: Claim, name: str) -> str:
        """Return what a claim states for one term, nothing where it is silent."""
        return term_words(self.ctx, claim, name)

    def owner_of(self, claim: Claim) -> str:
        """Return the name of the subject of a claim."""
        return self.ctx.display(claim.about[0])


def slot_name(ctx: Context, slot: Slot) -> str:
    """Return what a slot is about within a sentence; a sum goes by the label in its subject's file."""
    line = money_line(ctx.data.subjects.get(slot.about[0]), slot)
    if line:
        return line.label
    name = slot_phrase(slot, ctx.attribute(slot), ctx.names.spellings)
    # That it is a sum the values beside it tell.
    return without_brackets(name) if slot.attribute in _SUMS else name


def value_words(ctx: Context, claim: Claim) -> str:
    """Return the value of a claim alone, what somebody words for himself in quotation marks; a denial says so."""
    said = _value_alone(ctx, claim)
    return ctx.labels.say("choice-denied", text=said) if claim.denied else said


def _value_alone(ctx: Context, claim: Claim) -> str:
    if claim.value is None:
        return " and ".join(ctx.display(one) for one in claim.about if one in ctx.data.subjects)
    if isinstance(claim.value, Nothing):
        return ctx.labels.say("choice-none")
    slot = ctx.data.slot_of[claim.key]
    said = plain(value_prose(ctx, value_of(slot, claim) or claim.value, Linker(ctx)))
    if isinstance(claim.value, PartialDate):
        return without_brackets(said)
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


def term_words(ctx: Context, claim: Claim, name: str) -> str:
    """Return what a claim says of one term, nothing where it is silent."""
    found = qualifiers_of(ctx, claim, Linker(ctx), (name,))
    return plain(found[0].value) if found else ""


def without_brackets(value: str) -> str:
    """Return a value without what stands in brackets beside it, for which a question has no room."""
    return value.partition(" (")[0]


def once(texts: Iterable[str]) -> list[str]:
    """Return texts that are not empty, each where it stands first."""
    return [text for text in dict.fromkeys(texts) if text]
