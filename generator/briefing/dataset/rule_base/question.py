"""What a rule's question may be made of; the pages know the words, so that a rule only chooses among them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from briefing.model.claims import Claim


class QuestionMatter(Protocol):
    """The claims of a finding, with the names, values and terms in them in plain words, each of them once."""

    @property
    def rule(self) -> str:
        """The code of the rule that found it."""

    @property
    def claims(self) -> list[Claim]:
        """The claims compared."""

    @property
    def subjects(self) -> list[str]:
        """The names of the subjects that the finding is about."""

    @property
    def owners(self) -> list[str]:
        """The names of the subjects in whose slots the claims stand."""

    @property
    def whats(self) -> list[str]:
        """What the claims are about, in the words of a sentence."""

    @property
    def values(self) -> list[str]:
        """The values that the claims give."""

    @property
    def voices(self) -> list[str]:
        """Who speaks, by the names of articles."""

    def say(self, key: str, **values: str) -> str:
        """Return the question of a key with the names that every one may use, and what is its own."""

    def choose(self, options: Sequence[str]) -> str:
        """Return what there is to choose from: ``A, B, or C``."""

    def join(self, names: Sequence[str]) -> str:
        """Return names that belong together: ``A and B``."""

    def value_of(self, claim: Claim) -> str:
        """Return the value of a claim alone; a denial says so."""

    def year_of(self, claim: Claim) -> str:
        """Return the date that a claim gives, or the period of its figure."""

    def term_of(self, claim: Claim, name: str) -> str:
        """Return what a claim states for one term, such as its stage; empty where it states none."""

    def owner_of(self, claim: Claim) -> str:
        """Return the name of the subject of a claim."""


def ask_which(matter: QuestionMatter, key: str, options: Sequence[str]) -> Iterator[str]:
    """Yield the question of a key which of several options it is; of fewer than two there is nothing to choose."""
    if len(options) > 1:
        yield matter.say(key, choice=matter.choose(options))


def distinct(texts: Sequence[str]) -> list[str]:
    """Return texts that say something, each once, where it stands first."""
    return [text for text in dict.fromkeys(texts) if text]


def ask_of_owned_sums(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of two sums taken for one another: each with whose it is, else alone."""
    owned = distinct([f"{matter.value_of(claim)} ({matter.owner_of(claim)})" for claim in matter.claims])
    for options in (owned, matter.values, matter.subjects):
        names = matter.join(options)
        # The names begin the question, and a sum may begin with a word: "about US$2 billion".
        yield matter.say(f"question-{matter.rule}", choice=names[:1].upper() + names[1:])
