"""Made-up subjects of all kinds: a count in, the heads of their fact files out. Knows no claims."""

from dataclasses import dataclass
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
TWINS_EVERY = 40
"""Of so many subjects, one shares a name with the one before it."""

_KINDS = [kind for kind, share in SHARES.items() for _ in range(share)]
Random(1).shuffle(_KINDS)
_NAMES = {
    "project": ("Fab Line of {0} City", "{0} fab line", "{1}工場計画"),
    "policy": ("{0} Chip Support Programme", "{0} programme", "{1}支援策"),
    "organization": ("Research Council of {0}", "{0} council", "{1}研究機構"),
    "place": ("{0} Prefecture", "{0}", "{1}県"),
    "event": ("Summit of {0}, 2025", "{0} summit", "{1}会議"),
    "topic": ("{0} Packaging of Chips", "{0} packaging", "{1}実装"),
}


@dataclass(frozen=True, slots=True)
class SampleSubject:
    """The head of a fact file; ``twin`` is the subject that it shares the marked name ``shared`` with."""

    id: str
    kind: str
    en: str
    short: str
    ja: str
    reading: str
    aliases: tuple[str, ...]
    twin: str | None = None
    shared: str | None = None

    @property
    def path(self) -> str:
        """Where the fact file lies."""
        return f"{FOLDERS[self.kind]}/{self.id}.yml"


def make_subjects(count: int) -> tuple[SampleSubject, ...]:
    """Return ``count`` subjects; the first hundred are the same whatever the count."""
    return tuple(_subject(number, number + 1 < count) for number in range(count))


def _subject(number: int, has_next: bool) -> SampleSubject:
    kind, word = _KINDS[number % len(_KINDS)], stem(number)
    en, short, ja = _names(kind, number, word)
    twin = _twin(number, has_next)
    return SampleSubject(
        id=_id(number),
        kind=kind,
        en=en,
        short=short,
        ja=ja,
        reading=word.kana,
        aliases=(f"{word.latin} Group", f"{word.kana}・{number % 10}号"),
        twin=None if twin is None else _id(twin),
        shared=None if twin is None else f"The {stem(min(number, twin)).latin} Venture",
    )


def _id(number: int) -> str:
    return f"{stem(number).latin.lower()}-{_KINDS[number % len(_KINDS)]}"


def _twin(number: int, has_next: bool) -> int | None:
    match number % TWINS_EVERY:
        case 0 if has_next:
            return number + 1
        case 1:
            return number - 1
    return None


def _names(kind: str, number: int, word: Stem) -> tuple[str, str, str]:
    if kind == "company":
        trade, trade_ja = TRADES[number % len(TRADES)]
        return f"{word.latin} {trade} Corporation", f"{word.latin} {trade}", f"{word.kana}{trade_ja}"
    if kind == "person":
        given, given_ja = GIVEN[number % len(GIVEN)]
        return f"{given} {word.latin}", f"{word.latin}", f"{word.han}{given_ja}"
    en, short, ja = _NAMES[kind]
    return en.format(word.latin), short.format(word.latin), ja.format(word.latin, word.han)
