"""Who says what, in the words of a message: names instead of ids, and no more of them than a sentence bears."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.dataset.records import Slot
from generator.dataset.rules.rule import World, slot_words, words
from generator.model.claims import Claim
from generator.model.ids import SubjectId
from generator.model.values import EntityRef, Text, Value

MOST = 3


def voice(world: World, claim: Claim) -> str:
    """Return who says a claim: the publisher, and whom it cites for it."""
    via = claim.qualifier("via")
    if via is None:
        return world.article(claim)
    cited = next((one for one in world.data.articles[claim.article].cites if one.id == via), None)
    publisher = world.data.publishers.get(cited.publisher) if cited and cited.publisher else None
    return f"{world.article(claim)} citing {publisher.name.display if publisher else via}"


def voices(world: World, claims: Iterable[Claim]) -> str:
    """Return who says the claims, each once: ``Herald, Gazette and 2 more``."""
    return listed(list(dict.fromkeys(voice(world, claim) for claim in claims)))


def listed(texts: Sequence[str]) -> str:
    """Return texts as a list in a sentence; beyond four, the first three and how many more."""
    if len(texts) > MOST + 1:
        return f"{', '.join(texts[:MOST])} and {len(texts) - MOST} more"
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1]))) if texts else ""


def said(world: World, value: Value | None) -> str:
    """Return a value for a message: a subject by its name, a text in quotation marks."""
    match value:
        case EntityRef(id=subject):
            return world.name(SubjectId(subject))
        case Text(text=text):
            return f'"{text}"'
    return words(value)


def shown_words(world: World, slot: Slot) -> str:
    """Return what a slot is about and the value that the site shows: ``Rapidus, sector: Semiconductors``."""
    value = slot.shown.value if slot.shown else None
    symmetric = world.data.registry.attributes[slot.attribute].symmetric
    about = slot_words(world, slot)
    return about if value is None or symmetric else f"{about}: {said(world, value)}"


def told(world: World, rows: Iterable[tuple[str, Claim]]) -> str:
    """Return every wording with who uses it, in the order given: ``2027 (Herald), 2028 (Gazette)``."""
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for text, claim in rows:
        by_text[text].append(claim)
    return ", ".join(f"{text} ({voices(world, claims)})" for text, claims in by_text.items())


def values_told(world: World, claims: Iterable[Claim]) -> str:
    """Return every value of the claims with who gives it."""
    return told(world, ((said(world, claim.value), claim) for claim in claims))
