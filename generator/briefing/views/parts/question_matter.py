"""What a question may be made of: the claims of a finding, with the names, values and terms in them, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from briefing.dataset.linked.records import Conflict, Slot
from briefing.dataset.rule_base.question import distinct
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.word_lists import join_words
from briefing.views.base.context import Context
from briefing.views.parts.question_words import choose_between, slot_name, term_words, value_words, without_brackets
from briefing.views.parts.sources import paragraph

# The terms of a sum, the first that differs is asked about.
_TERMS = ("share", "stage", "basis", "payer", "payee", "public_share", "role", "period", "when", "scope", "condition")


# Without slots: cached properties are kept in the dictionary of the instance.
@dataclass(frozen=True)
class FindingMatter:
    """What a question may be made of: the claims of a finding with the names and values in them."""

    context: Context
    conflict: Conflict

    @property
    def rule(self) -> str:
        """The code of the rule that found it."""
        return self.conflict.rule

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims compared."""
        return self.context.data.find_claims(self.conflict.claims)

    @cached_property
    def slots(self) -> list[Slot]:
        """The slots that the claims answer, each once."""
        slots = [self.context.data.slot_of[claim.key] for claim in self.claims]
        # By identity: to compare slots in full takes long.
        return list({id(slot): slot for slot in slots}.values())

    @cached_property
    def subject(self) -> str:
        """The subject of the first claim, or the first of several; an article where there is none."""
        claimed = chain.from_iterable(slot.about for slot in self.slots)
        # Some findings rest on no claim, such as one on a name that several subjects have.
        for subject in chain(claimed, () if self.slots else self.conflict.about):
            if subject in self.context.data.subjects:
                return self.context.display(subject)
        return self.voice

    @cached_property
    def subjects(self) -> list[str]:
        """The names of all subjects."""
        subjects = self.context.data.subjects
        return [self.context.display(subject) for subject in self.conflict.about if subject in subjects]

    @cached_property
    def owners(self) -> list[str]:
        """The names of the subjects in whose slots the claims stand."""
        return distinct([self.context.display(slot.about[0]) for slot in self.slots])

    @cached_property
    def whats(self) -> list[str]:
        """What the claims are about, in the words of a sentence."""
        return distinct([slot_name(self.context, slot) for slot in self.slots])

    @cached_property
    def values(self) -> list[str]:
        """The values, each once, whatever capitals it is written with."""
        values = distinct([value_words(self.context, claim) for claim in self.claims])
        # Written over from behind, so that the first spelling stays.
        by_letters = {value.casefold(): value for value in reversed(values)}
        return list(reversed(by_letters.values()))

    @cached_property
    def voices(self) -> list[str]:
        """Who speaks, by the names of articles."""
        return distinct([self.context.names.brief_articles[claim.article] for claim in self.claims])

    @cached_property
    def places(self) -> list[str]:
        """The paragraphs in which the claims stand."""
        return distinct([paragraph(claim.par) for claim in self.claims])

    @property
    def voice(self) -> str:
        """The first who speaks."""
        return next(iter(self.voices), "")

    @cached_property
    def terms(self) -> list[str]:
        """What the claims say of the first term in which they differ."""
        for name in _TERMS:
            terms = distinct([term_words(self.context, claim, name) for claim in self.claims])
            if len(terms) > 1:
                return terms
        return []

    def say(self, key: str, **values: str) -> str:
        """Return a question with the names that every one may use, and what is its own."""
        names = {
            "subject": self.subject,
            "what": next(iter(self.whats), ""),
            "voice": self.voice,
            "value": next(iter(self.values), ""),
        }
        return self.context.labels.say(key, **{**names, **values})

    def choose(self, options: Sequence[str]) -> str:
        """Return what there is to choose from, in the words of a sentence."""
        return choose_between(self.context, options)

    def join(self, names: Sequence[str]) -> str:
        """Return names that belong together, in the words of a sentence."""
        return join_words(names, self.context.labels.say("and"))

    def value_of(self, claim: Claim) -> str:
        """Return the value of a claim alone; a denial says so."""
        return value_words(self.context, claim)

    def year_of(self, claim: Claim) -> str:
        """Return the date that a claim gives, or the period of its figure."""
        if isinstance(claim.value, PartialDate):
            return value_words(self.context, claim)
        return without_brackets(term_words(self.context, claim, "period"))

    def term_of(self, claim: Claim, name: str) -> str:
        """Return what a claim states for one term, nothing where it is silent."""
        return term_words(self.context, claim, name)

    def owner_of(self, claim: Claim) -> str:
        """Return the name of the subject of a claim."""
        return self.context.display(claim.about[0])
