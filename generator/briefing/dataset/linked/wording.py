"""Data names as readers' words: `mass-production` becomes "Mass production", `imd-rank` becomes "IMD rank"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.dataset.linked.records import Slot
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
_PLAIN_FIGURES = frozenset({"figure", "share"})
"""Attributes that a value beside their name tells within a sentence: revenue of a sum, the market of a percentage."""

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


def gather_slot_spellings(subjects: Iterable[Subject], slot: Slot) -> Spellings:
    """Collect the words with capitals that the names of a slot's subjects and its own claims teach."""
    return gather_spellings(subjects, (text for claim in slot.claims for text in claim_wordings(claim)))


def claim_wordings(claim: Claim) -> Iterator[str]:
    """Yield what a claim says in words of its own."""
    if isinstance(claim.value, Text):
        yield claim.value.text
    elif isinstance(claim.value, Quantity):
        yield claim.value.of or ""
    yield claim.qualifier("scope") or ""
    # Keys are compared in small letters; a short word that is written in capitals among others keeps them: IMD ranking.
    yield from (name for field in KEY_FIELDS if (name := claim.qualifier(field)) and not name.isupper())


def line_label(subject: Subject | None, slot: Slot) -> str:
    """Return what a subject's file calls the sum that a slot is about, nothing where it declares none."""
    name = dict(slot.key).get("line")
    lines = subject.money_lines if subject and name else ()
    return next((one.label for one in lines if one.id == name), "")


def step_words(slug: str, spellings: Spellings) -> str:
    """Return the name of a step or measure in words, ours where its own says too little."""
    return _STEPS.get(slug) or phrase(slug, spellings)


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
    return name, _untold(attribute, name)


def _untold(attribute: Attribute, name: str) -> str:
    """Return the label of an attribute where the name of a slot does not tell it."""
    told = attribute.name in _TOLD_BY_VALUE or attribute.label.lower() in name.lower()
    return "" if told else attribute.label.lower()


def slot_phrase(slot: Slot, attribute: Attribute, spellings: Spellings) -> str:
    """Return what a slot without a declared sum is about, within a sentence: `mass production`, `revenue (figure)`."""
    keys = [value for _, value in slot.key if value]
    name = ", ".join([step_words(keys[0], spellings), *(phrase(one, spellings) for one in keys[1:])]) if keys else ""
    if not name:
        return attribute.label.lower()
    note = "" if attribute.is_relation or attribute.name in _PLAIN_FIGURES else _untold(attribute, name)
    return f"{name} ({note})" if note else name
