"""What sources are asked about a made-up subject: its slots, each with the answers that articles give.

The first answer is the common one. Sums differ by less than a factor of two and rates by less than 8 %,
so that differences are conflicts of the world and never slips, which would be errors.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random

from benchmarks.sample_subjects import SampleSubject
from benchmarks.sample_words import DEEDS, GROUNDS, MEASURES, ROLES, STEPS

_STAGES = ("announced", "announced", "budgeted", "approved", "contracted", "spent")
Pools = dict[str, list[str]]
"""Ids by kind."""


@dataclass(frozen=True, slots=True)
class Question:
    """A slot: ``key`` fields tell it, ``beside`` are other fields that a claim on it carries."""

    about: str
    attribute: str
    key: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]
    beside: tuple[tuple[str, str], ...] = ()
    many: bool = False


class Asker:
    """Makes up questions about one subject after another."""

    def __init__(self, rng: Random, subjects: tuple[SampleSubject, ...]) -> None:
        self._rng = rng
        self._subjects = subjects
        self._pools: Pools = {}
        for one in subjects:
            self._pools.setdefault(one.kind, []).append(one.id)

    def ask(self, subject: SampleSubject, count: int) -> list[Question]:
        """Return ``count`` questions about a subject, the commonest of its kind first."""
        asked: Counter[object] = Counter()
        questions = []
        for maker in islice(cycle(_MAKERS[subject.kind]), count):
            questions.append(maker(self, subject, asked[maker]))
            asked[maker] += 1
        return questions

    def _other(self, kind: str, subject: SampleSubject) -> str:
        """Return a subject of a kind, early ones far oftener; where there is none, a name without a page."""
        pool = self._pools.get(kind, [])
        found = pool[int(len(pool) * self._rng.random() ** 2)] if pool else ""
        return found if found and found != subject.id else '"text:Some Partner"'

    def amount(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a sum that somebody pays."""
        return self._sum(subject, "amount", "line", f"tranche-{number + 1}")

    def figure(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a sum that nobody pays."""
        return self._sum(subject, "figure", "measure", ("revenue", "valuation")[number % 2] + _suffix(number // 2))

    def _sum(self, subject: SampleSubject, attribute: str, field: str, name: str) -> Question:
        base = self._rng.randrange(101, 989)
        scale = self._rng.choice(("m", "bn", "bn"))
        others = [f"JPY {max(100, int(base * self._rng.uniform(0.7, 1.4)))}{scale}" for _ in range(2)]
        bounds = self._rng.choice(((f"up to JPY {base}{scale}",), (f"about JPY {base}{scale}",), ()))
        beside = (
            (("stage", _STAGES[base % len(_STAGES)]), ("payer", self._other("organization", subject)))
            if field == "line"
            else ()
        )
        return Question(subject.id, attribute, ((field, name),), (f"JPY {base}{scale}", *bounds, *others), beside)

    def milestone(self, subject: SampleSubject, number: int) -> Question:
        """Ask when a step of a plan happens."""
        year = self._rng.randrange(2025, 2032)
        answers = (f"{year}", f"{year}-{self._rng.randrange(1, 13):02}", f"JFY{year}", f"{year + 1}")
        step = STEPS[number % len(STEPS)] + _suffix(number // len(STEPS))
        return Question(subject.id, "milestone", (("milestone", step),), answers, (("modality", "planned"),))

    def founded(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a date in the past."""
        year = self._rng.randrange(1950, 2022)
        measure = ("founded", "announced", "held")[number % 3] + _suffix(number // 3)
        return Question(subject.id, "date", (("measure", measure),), (f"{year}-04-01", f"{year}", f"{year - 1}"))

    def count(self, subject: SampleSubject, number: int) -> Question:
        """Ask how many there are of something, which varies with time."""
        base = self._rng.randrange(110, 990)
        measure = MEASURES[number % len(MEASURES)]
        answers = (f"{base} {measure}", f"about {base} {measure}", f"{base + 37} {measure}")
        return Question(subject.id, "count", (("measure", measure + _suffix(number // len(MEASURES))),), answers)

    def growth(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a change over time."""
        rate = self._rng.randrange(21, 89)
        answers = (f"{rate} % per year", f"{rate + 9} % per year")
        return Question(subject.id, "growth", (("measure", "demand" + _suffix(number)),), answers)

    def rank(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a place in a list."""
        place = self._rng.randrange(1, 60)
        key = (("list", f"chip-index-{number + 1}"), ("edition", str(2023 + number % 3)))
        return Question(subject.id, "rank", key, (f"rank {place} of 67", f"rank {place + 1} of 67"))

    def share(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a part of a whole."""
        part = self._rng.randrange(10, 60)
        key = (("measure", "market" + _suffix(number)),)
        return Question(subject.id, "share", key, (f"{part} % of the market", f"{part + 5} % of the market"))

    def effect(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a benefit that is expected of the subject's first sums."""
        base = self._rng.randrange(101, 989)
        key = (("line", f"tranche-{number + 1}"),)
        return Question(subject.id, "effect", key, (f"JPY {base}bn", f"JPY {base + 50}bn"), (("modality", "forecast"),))

    def superlative(self, subject: SampleSubject, number: int) -> Question:
        """Ask what is the largest of its like, as more than one subject is called."""
        scope = f'"{self._rng.choice(("in Japan", "in Asia", "in the world"))}"'
        key = (("measure", f"clean-room-{self._rng.randrange(40)}" + _suffix(number)),)
        return Question(subject.id, "superlative", key, ('"largest ever"', '"first of its kind"'), (("scope", scope),))

    def status(self, subject: SampleSubject, number: int) -> Question:
        """Ask where the subject stands."""
        del number
        return Question(subject.id, "status", (), ("operating", "trial", "under-construction"))

    def office(self, subject: SampleSubject, number: int) -> Question:
        """Ask who holds an office."""
        role = ROLES[number % len(ROLES)] + _suffix(number // len(ROLES))
        people = (self._other("person", subject), self._other("person", subject))
        return Question(subject.id, "office", (("role", role),), people)

    def text(self, subject: SampleSubject, number: int) -> Question:
        """Ask for something only words can say; the answers name other subjects."""
        attribute = ("aim", "context", "reason", "measure-taken")[number % 4]
        return Question(subject.id, attribute, (), (self.phrase(),), many=True)

    def opinion(self, subject: SampleSubject, number: int) -> Question:
        """Ask what somebody thinks of the subject."""
        attribute = ("statement", "assessment", "risk")[number % 3]
        speaker = self._other("person", subject)
        by = "{group: analysts}" if speaker.startswith('"') else speaker
        return Question(subject.id, attribute, (), (self.phrase(),), (("speaker", by),), many=True)

    def phrase(self) -> str:
        """Return a clause in quotes that names another subject, in either script."""
        rng = self._rng
        one = rng.choice(self._subjects)
        return f'"{one.short if rng.random() < 0.7 else one.ja} {rng.choice(DEEDS)} {rng.choice(GROUNDS)}"'

    def relation(self, subject: SampleSubject, number: int) -> Question:
        """Ask for a relation to another subject."""
        options = _RELATIONS[subject.kind]
        attribute, kind = options[number % len(options)]
        return Question(subject.id, attribute, (), (self._other(kind, subject),), many=True)


def _suffix(number: int) -> str:
    return f"-{number + 1}" if number else ""


_RELATIONS = {
    "company": (("partner", "company"), ("competitor", "company"), ("located-in", "place"), ("sector", "topic"),
                ("owner", "company"), ("supplier", "company"), ("invests-in", "project")),
    "project": (("operator", "company"), ("located-in", "place"), ("part-of", "policy"), ("funder", "organization"),
                ("technology", "topic"), ("participant", "company")),
    "policy": (("announced-by", "organization"), ("actor", "organization"), ("payer", "organization")),
    "person": (("member-of", "organization"), ("located-in", "place")),
    "organization": (("members", "company"), ("located-in", "place"), ("partner", "organization")),
    "place": (("part-of", "place"),),
    "event": (("participant", "person"), ("located-in", "place"), ("participant", "organization")),
    "topic": (("part-of", "topic"), ("technology", "topic")),
}  # fmt: skip
_MAKERS = {
    "company": (Asker.figure, Asker.relation, Asker.count, Asker.relation, Asker.office, Asker.opinion,
                Asker.amount, Asker.text, Asker.founded, Asker.rank, Asker.superlative, Asker.share),
    "project": (Asker.amount, Asker.milestone, Asker.relation, Asker.status, Asker.milestone, Asker.text,
                Asker.relation, Asker.opinion, Asker.superlative, Asker.effect),
    "policy": (Asker.amount, Asker.amount, Asker.milestone, Asker.relation, Asker.text, Asker.opinion, Asker.growth,
               Asker.effect),
    "person": (Asker.relation, Asker.opinion, Asker.text, Asker.founded),
    "organization": (Asker.relation, Asker.office, Asker.text, Asker.amount, Asker.founded),
    "place": (Asker.count, Asker.text, Asker.relation, Asker.growth),
    "event": (Asker.founded, Asker.relation, Asker.text, Asker.count),
    "topic": (Asker.growth, Asker.share, Asker.figure, Asker.opinion, Asker.text, Asker.relation),
}  # fmt: skip
