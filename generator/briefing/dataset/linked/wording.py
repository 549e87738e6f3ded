"""Data names as readers' words: `mass-production` becomes "Mass production", `imd-rank` becomes "IMD rank"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, filterfalse
from operator import attrgetter

from briefing.dataset.linked.records import Slot, named_fields
from briefing.model.claims import Claim
from briefing.model.date_points import MONTHS
from briefing.model.key_names import KEY_FIELDS
from briefing.model.quantity import Quantity
from briefing.model.records import Subject
from briefing.model.registry import Attribute
from briefing.model.values import Text

_DATE = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?= \d{4}\b)"
)
_MONTH = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b")
_WORD = re.compile(r"[A-Za-z0-9]+")
_ACRONYM = re.compile(r"\b[A-Z]{2,}[0-9]*\b")
_PLAIN = frozenset({"a", "an", "as", "at", "by", "in", "is", "it", "no", "of", "on", "or", "so", "the", "to"})

# Adjectives of places keep their capital, which slugs cannot hold and names rarely teach.
_PROPER: Mapping[str, str] = {
    "african": "African",
    "american": "American",
    "asian": "Asian",
    "british": "British",
    "chinese": "Chinese",
    "european": "European",
    "german": "German",
    "indian": "Indian",
    "japanese": "Japanese",
    "korean": "Korean",
    "taiwanese": "Taiwanese",
}
_STEPS: Mapping[str, str] = {"horizon": "end of the plan"}
_TOLD_BY_VALUE = frozenset({"milestone", "date", "count", "superlative", "capacity"})
_TOLD_BY_LABEL = frozenset({"context", "opinion"})
"""Sections in which the label of an attribute says all."""
_PLAIN_FIGURES = frozenset({"figure", "share"})
"""Attributes that a value beside their name tells within a sentence: revenue of a sum, the market of a percentage."""

Spellings = Mapping[str, str]


def gather_spellings(subjects: Iterable[Subject], wordings: Iterable[str] = ()) -> Spellings:
    """Collect words that names write with capitals inside or throughout, wordings throughout: TSMC, iPhone; GDP."""
    names = chain.from_iterable(map(_names_of, subjects))
    capitals = filter(_has_inner_capital, _WORD.findall(" ".join(names)))
    acronyms = _ACRONYM.findall(" ".join(wordings))
    spellings: dict[str, str] = {}
    for word in chain(capitals, acronyms):
        # A heading in capitals would teach that THE is an acronym.
        if word.lower() not in _PLAIN:
            spellings.setdefault(word.lower(), word)
    return spellings


def _names_of(subject: Subject) -> Iterator[str]:
    yield subject.name.en
    yield subject.name.display
    yield from map(attrgetter("name"), subject.aliases)


def _has_inner_capital(word: str) -> bool:
    # One capital begins many a word; a second one is meant.
    return sum(map(str.isupper, word)) > 1


def sentence(slug: str, spellings: Spellings) -> str:
    """Return a slug as words that begin with a capital."""
    text = phrase(slug, spellings)
    return text[:1].upper() + text[1:]


def phrase(slug: str, spellings: Spellings) -> str:
    """Return a slug as words: hyphens between words become spaces, a year with its month is spelled out."""
    # Months before hyphens: 2024-04 would be two numbers.
    with_months = _MONTH.sub(lambda month: f"{MONTHS[int(month[2]) - 1]} {month[1]}", slug)
    with_dates = _DATE.sub(lambda month: month[0].capitalize(), with_months.replace("-", " "))
    return _WORD.sub(lambda word: _spelled(word[0], spellings), with_dates)


def _spelled(word: str, spellings: Spellings) -> str:
    return spellings.get(word) or _PROPER.get(word, word)


def gather_slot_spellings(subjects: Iterable[Subject], slot: Slot) -> Spellings:
    """Collect the words with capitals that the names of a slot's subjects and its own claims teach."""
    return gather_spellings(subjects, chain.from_iterable(map(claim_wordings, slot.claims)))


def claim_wordings(claim: Claim) -> Iterator[str]:
    """Yield what a claim says in words of its own."""
    match claim.value:
        case Text(text=text):
            yield text
        case Quantity(of=whole):
            yield whole or ""
    yield claim.qualifier("scope") or ""
    names = filter(None, map(claim.qualifier, KEY_FIELDS))
    # Keys are compared in small letters; a short word written in capitals among others keeps them: IMD ranking.
    yield from filterfalse(str.isupper, names)


def line_label(subject: Subject | None, slot: Slot) -> str:
    """Return what a subject's file calls the sum that a slot is about, nothing where it declares none."""
    name = dict(slot.key).get("line")
    if subject is None or not name:
        return ""
    labels = (line.label for line in subject.money_lines if line.id == name)
    return next(labels, "")


def step_words(slug: str, spellings: Spellings) -> str:
    """Return the name of a step or measure in words, ours where its own says too little."""
    return _STEPS.get(slug) or phrase(slug, spellings)


def slot_words(slot: Slot, attribute: Attribute, spellings: Spellings, line_label: str = "") -> tuple[str, str]:
    """Return what a slot is called, and its attribute where the name alone does not tell it."""
    # The values of a many-valued attribute are told by a list under its label.
    if slot.many_value is not None or attribute.section in _TOLD_BY_LABEL:
        return attribute.label, ""
    keys = list(named_fields(slot.key).values())
    if not keys:
        return attribute.label, ""
    first, *further = keys
    name = ", ".join([_first_words(first, attribute, spellings, line_label), *_phrases(further, spellings)])
    return name, _label_beside(attribute, name)


def _phrases(slugs: Iterable[str], spellings: Spellings) -> list[str]:
    return [phrase(slug, spellings) for slug in slugs]


def _first_words(key: str, attribute: Attribute, spellings: Spellings, line_label: str) -> str:
    # The name of a list says nothing without the label: Rank: Asian economies.
    if attribute.key[0] == "list":
        return f"{attribute.label}: {phrase(key, spellings)}"
    if line_label:
        return line_label
    return sentence(key, spellings)


def _label_beside(attribute: Attribute, name: str) -> str:
    """Return the label of an attribute where the name of a slot does not tell it."""
    label = attribute.label.lower()
    if attribute.name in _TOLD_BY_VALUE or label in name.lower():
        return ""
    return label


def slot_phrase(slot: Slot, attribute: Attribute, spellings: Spellings) -> str:
    """Return what a slot without a declared sum is about, within a sentence: `mass production`, `revenue (figure)`."""
    name = _key_phrase(slot, spellings)
    if not name:
        return attribute.label.lower()
    if attribute.is_relation or attribute.name in _PLAIN_FIGURES:
        return name
    note = _label_beside(attribute, name)
    if not note:
        return name
    return f"{name} ({note})"


def _key_phrase(slot: Slot, spellings: Spellings) -> str:
    """Return the key fields of a slot as words; nothing where it has none."""
    keys = [value for _, value in slot.key if value]
    if not keys:
        return ""
    first, *further = keys
    return ", ".join([step_words(first, spellings), *_phrases(further, spellings)])
