"""Who says what, in the words of a message: names instead of ids, and no more of them than a sentence bears."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.values import EntityRef, Text, Value
from briefing.model.word_lists import join_words

MOST = 3


def voice(context: RuleContext, claim: Claim) -> str:
    """Return who says a claim: the publisher, and whom it cites for it."""
    via = claim.qualifier("via")
    if via is None:
        return context.article(claim)
    cited = next((one for one in context.data.articles[claim.article].cites if one.id == via), None)
    publisher = context.data.publishers.get(cited.publisher) if cited and cited.publisher else None
    title = f'"{cited.title}"' if cited and cited.title else "a source that it does not name"
    return f"{context.article(claim)} citing {publisher.name.display if publisher else title}"


def voices(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return who says the claims, each once: ``Herald, Gazette and 2 more``; one article, whomever it cites, once."""
    claims = tuple(claims)
    articles = dict.fromkeys(context.article(claim) for claim in claims)
    found = list(dict.fromkeys(voice(context, claim) for claim in claims))
    if len({claim.article for claim in claims}) > 1 or len(found) < 2:
        return listed(found)
    name = next(iter(articles))
    cited = listed([one.removeprefix(f"{name} citing ") for one in found if one != name])
    return f"{name}, also citing {cited}" if name in found else f"{name} citing {cited}"


def listed(texts: Sequence[str], joint: str = "and") -> str:
    """Return texts as a list in a sentence; beyond four, the first three and how many more."""
    if len(texts) > MOST + 1:
        return f"{', '.join(texts[:MOST])} {joint} {len(texts) - MOST} more"
    return join_words(texts, f" {joint} ")


def said(context: RuleContext, value: Value | None) -> str:
    """Return a value for a message: a subject by its name, a text in quotation marks."""
    match value:
        case EntityRef(id=subject):
            return context.name(SubjectId(subject))
        case Text(text=text):
            return f'"{text}"'
    return value_words(value)


def said_of(context: RuleContext, attribute: str, value: Value | None) -> str:
    """Return the value of an attribute for a message; a word from the attribute's own list has no quotation marks."""
    if isinstance(value, Text) and value.text in context.data.registry.attributes[attribute].options:
        return value.text.replace("-", " ")
    return said(context, value)


def shown_words(context: RuleContext, slot: Slot) -> str:
    """Return what a slot is about and the value that the site shows: ``Rapidus, sector: Semiconductors``."""
    about, shown = slot_words(context, slot), slot.shown
    if shown is None or shown.value is None or context.data.registry.attributes[slot.attribute].symmetric:
        return about
    return f"{about}: {said_of(context, slot.attribute, shown.value)}"


def told(context: RuleContext, rows: Iterable[tuple[str, Claim]], between: str = ", ") -> str:
    """Return every wording with who uses it, in the order given: ``2027 (Herald), 2028 (Gazette)``."""
    by_text: dict[str, list[Claim]] = defaultdict(list)
    for text, claim in rows:
        by_text[text].append(claim)
    return between.join(ends_of([f"{text} ({voices(context, claims)})" for text, claims in by_text.items()]))


def ends_of(texts: Sequence[str]) -> Sequence[str]:
    """Return texts, of many the first and last three and how many more there are."""
    if len(texts) <= 2 * MOST + 1:
        return texts
    return [*texts[:MOST], f"{len(texts) - 2 * MOST:,} more", *texts[-MOST:]]


def values_told(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return every value of the claims with who gives it."""
    return told(context, ((said_of(context, claim.attribute, claim.value), claim) for claim in claims))
