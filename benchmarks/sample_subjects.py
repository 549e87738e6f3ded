"""Made-up subjects of all kinds: a count in, names and fact-file heads out. Knows no claims."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from benchmarks.sample_words import GIVEN, TRADES, Stem, stem

SHARES = {
    "company": 30, "project": 18, "policy": 10, "person": 12, "organization": 12, "place": 8, "event": 5, "topic": 5,
}  # fmt: skip
"""How many of a hundred subjects are of each kind."""
FOLDERS = {
    "company": "companies", "project": "projects", "policy": "policies", "person": "people",
    "organization": "organizations", "place": "places", "event": "events", "topic": "topics",
}  # fmt: skip
_CYCLE = tuple(kind for step in range(10) for kind, share in SHARES.items() for _ in range(share * (step + 1) // 10 - share * step // 10))
_NAMES = {
    "project": ("Fab Line of {0} City", "{0} fab line", "{1}工場計画"),
    "policy": ("{0} Chip Support Programme", "{0} programme", "{1}支援策"),
    "organization": ("Research Council of {0}", "{0} council", "{1}研究機構"),
    "place": ("{0} Prefecture", "{0} prefecture", "{1}県"),
    "event": ("Summit of {0}, 2025", "{0} summit", "{1}会議"),
    "topic": ("{0} Packaging of Chips", "{0} packaging", "{1}実装"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """The two halves of a person's name in two scripts."""


@dataclass(frozen=True, slots=True)
class SampleSubject:
    """A subject's head; ``twin`` shares an alias with it and is told apart from it."""

    id: str
    kind: str
    en: str
    short: str | None
    ja: str
    reading: str
    aliases: tuple[str, ...]
    twin: str | None = None

    @property
    def path(self) -> str:
        """Where its fact file lies."""
        return f"{FOLDERS[self.kind]}/{self.id}.yml"

    @property
    def display(self) -> str:
        """The name for prose."""
        return self.short or self.en
