"""Data names as readers' words: `mass-production` becomes "Mass production", `imd-rank` becomes "IMD rank"."""

import re
from collections.abc import Iterable, Mapping

from generator.dataset.records import Slot
from generator.model.date_points import MONTHS
from generator.model.records import Subject
from generator.model.registry import Attribute

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
_TOLD_BY_VALUE = frozenset({"milestone", "date", "count", "superlative", "capacity"})

Spellings = Mapping[str, str]


def gather_spellings(subjects: Iterable[Subject], wordings: Iterable[str] = ()) -> Spellings:
    """Collect words that names write with capitals inside or throughout, wordings throughout: TSMC, iPhone; GDP."""
    found: dict[str, str] = {}
    for subject in subjects:
        names = [subject.name.en, subject.name.display, *(alias.name for alias in subject.aliases)]
        for word in _WORD.findall(" ".join(names)):
            if sum(map(str.isupper, word)) > 1 and word.lower() not in _PLAIN:
                found.setdefault(word.lower(), word)
    for word in _ACRONYM.findall(" ".join(wordings)):
        if word.lower() not in _PLAIN:
            found.setdefault(word.lower(), word)
    return found


def sentence(slug: str, spellings: Spellings) -> str:
    """Return a slug as words that begin with a capital."""
    text = phrase(slug, spellings)
    return text[:1].upper() + text[1:]


def phrase(slug: str, spellings: Spellings) -> str:
    """Return a slug as words: hyphens between words become spaces, a year with its month is spelled out."""
    months = _MONTH.sub(lambda found: f"{MONTHS[int(found[2]) - 1]} {found[1]}", slug)
    dated = _DATE.sub(lambda found: found[0].capitalize(), months.replace("-", " "))
    return _WORD.sub(lambda found: spellings.get(found[0]) or _PROPER.get(found[0], found[0]), dated)


def slot_words(slot: Slot, attribute: Attribute, spellings: Spellings, line_label: str = "") -> tuple[str, str]:
    """Return what a slot is called, and its attribute where the name alone does not tell it."""
    keys = [value for _, value in slot.key if value is not None and slot.many_value is None]
    if attribute.section in ("context", "opinion") or not keys:
        return attribute.label, ""
    name = line_label or sentence(keys[0], spellings)
    if attribute.key[0] == "list":
        name = f"{attribute.label}: {phrase(keys[0], spellings)}"
    if len(keys) > 1:
        name += ", " + ", ".join(phrase(key, spellings) for key in keys[1:])
    told = attribute.name in _TOLD_BY_VALUE or attribute.label.lower() in name.lower()
    return name, "" if told else attribute.label.lower()
