"""Who says what, in the words of a message: names instead of ids, and no more of them than a sentence bears."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import itemgetter

from briefing.dataset.linked.claim_sets import articles_of
from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.grouping import group_pairs
from briefing.model.ids import PublisherId, SubjectId
from briefing.model.records import Citation
from briefing.model.values import EntityRef, Text, Value
from briefing.model.word_lists import join_words

MOST_NAMED = 3
"""Beyond so many names a sentence is not read to its end."""


def name_voice(context: RuleContext, claim: Claim) -> str:
    """Return who says a claim: the publisher, and whom it cites for it."""
    via = claim.qualifier("via")
    name = context.article(claim)
    if via is None:
        return name
    return f"{name} citing {_name_via(context, claim, via)}"


def _name_via(context: RuleContext, claim: Claim, via: str) -> str:
    cites = context.data.articles[claim.article].cites
    names = [_name_reference(context, reference) for reference in cites if reference.id == via]
    return next(filter(None, names), "a source that it does not name")


def _name_reference(context: RuleContext, reference: Citation) -> str:
    """Return who published what an article cites, else its title; nothing where the article gives neither."""
    publisher = context.data.publishers.get(reference.publisher or PublisherId(""))
    if publisher is not None:
        return publisher.name.display
    if reference.title:
        return f'"{reference.title}"'
    return ""


def name_voices(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return who says the claims, each once: ``Herald, Gazette and 2 more``; one article, whomever it cites, once."""
    claims = tuple(claims)
    voices = list(dict.fromkeys(map(partial(name_voice, context), claims)))
    if len(voices) < 2 or len(articles_of(claims)) > 1:
        return list_words(voices)
    return _name_voices_of_article(context.article(claims[0]), voices)


def _name_voices_of_article(name: str, voices: Sequence[str]) -> str:
    """Return one article with all that it cites: one that says it of its own as well is still one article."""
    cited = list_words([voice.removeprefix(f"{name} citing ") for voice in voices if voice != name])
    if name in voices:
        return f"{name}, also citing {cited}"
    return f"{name} citing {cited}"


def list_words(texts: Sequence[str], joint: str = "and") -> str:
    """Return texts as a list in a sentence; beyond four, the first three and how many more."""
    # "and 1 more" would take the room of the text that it leaves out.
    if len(texts) > MOST_NAMED + 1:
        return f"{', '.join(texts[:MOST_NAMED])} {joint} {len(texts) - MOST_NAMED} more"
    return join_words(texts, f" {joint} ")


def name_subjects(context: RuleContext, subjects: Iterable[SubjectId], joint: str = "and") -> str:
    """Return the names of subjects as a list in a sentence, as `list_words` does."""
    return list_words(list(map(context.name, subjects)), joint)


def word_value(context: RuleContext, value: Value | None) -> str:
    """Return a value for a message: a subject by its name, a text in quotation marks."""
    match value:
        case EntityRef(id=subject):
            return context.name(SubjectId(subject))
        case Text(text=text):
            return f'"{text}"'
    return value_words(value)


def word_value_of(context: RuleContext, attribute: str, value: Value | None) -> str:
    """Return the value of an attribute for a message; a word from the attribute's own list has no quotation marks."""
    if isinstance(value, Text) and value.text in context.data.registry.attributes[attribute].options:
        return value.text.replace("-", " ")
    return word_value(context, value)


def word_shown(context: RuleContext, slot: Slot) -> str:
    """Return what a slot is about and the value that the site shows: ``Rapidus, sector: Semiconductors``."""
    about, shown = slot_words(context, slot), slot.shown
    if shown is None or shown.value is None:
        return about
    if context.data.registry.attributes[slot.attribute].symmetric:
        # The value is the other of the two whom the slot is about, and named already.
        return about
    return f"{about}: {word_value_of(context, slot.attribute, shown.value)}"


def attribute_texts(context: RuleContext, rows: Iterable[tuple[str, Claim]], between: str = ", ") -> str:
    """Return every wording with who uses it, in the order given: ``2027 (Herald), 2028 (Gazette)``."""
    claims_of = group_pairs(rows)
    texts = [f"{text} ({name_voices(context, claims)})" for text, claims in claims_of.items()]
    return between.join(leave_out_middle(texts))


def attribute_words(
    context: RuleContext, claims: Iterable[Claim], word: Callable[[Claim], str], between: str = ", "
) -> str:
    """Return what ``word`` makes of the claims, with who says it; claims of which it makes nothing are left out."""
    rows = ((word(claim), claim) for claim in claims)
    return attribute_texts(context, filter(itemgetter(0), rows), between)


def leave_out_middle(texts: Sequence[str]) -> Sequence[str]:
    """Return texts, of many the first and last three and how many more there are."""
    if len(texts) <= 2 * MOST_NAMED + 1:
        return texts
    return [*texts[:MOST_NAMED], f"{len(texts) - 2 * MOST_NAMED:,} more", *texts[-MOST_NAMED:]]


def attribute_values(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return every value of the claims with who gives it."""
    return attribute_words(context, claims, lambda claim: word_value_of(context, claim.attribute, claim.value))
