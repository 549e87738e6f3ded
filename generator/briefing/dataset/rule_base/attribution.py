"""Who says what, in the words of a message: names instead of ids, and no more of them than a sentence bears."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.dataset.linked.records import Slot
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.message_words import value_words
from briefing.dataset.rule_base.slot_names import slot_words
from briefing.model.claims import Claim
from briefing.model.ids import PublisherId, SubjectId
from briefing.model.values import EntityRef, Text, Value
from briefing.model.word_lists import join_words

MOST_NAMED = 3
"""Beyond so many names a sentence is not read to its end."""


def name_voice(context: RuleContext, claim: Claim) -> str:
    """Return who says a claim: the publisher, and whom it cites for it."""
    via = claim.qualifier("via")
    name = context.article(claim)
    return name if via is None else f"{name} citing {_name_reference(context, claim, via)}"


def _name_reference(context: RuleContext, claim: Claim, via: str) -> str:
    for reference in context.data.articles[claim.article].cites:
        if reference.id != via:
            continue
        publisher = context.data.publishers.get(reference.publisher or PublisherId(""))
        if publisher is not None:
            return publisher.name.display
        if reference.title:
            return f'"{reference.title}"'
    return "a source that it does not name"


def name_voices(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return who says the claims, each once: ``Herald, Gazette and 2 more``; one article, whomever it cites, once."""
    claims = tuple(claims)
    voices = list(dict.fromkeys(name_voice(context, claim) for claim in claims))
    articles = {claim.article for claim in claims}
    if len(articles) > 1 or len(voices) < 2:
        return list_words(voices)
    # One article that says it of its own and cites others, or cites several, is still one article.
    name = context.article(claims[0])
    cited = list_words([voice.removeprefix(f"{name} citing ") for voice in voices if voice != name])
    return f"{name}, also citing {cited}" if name in voices else f"{name} citing {cited}"


def list_words(texts: Sequence[str], joint: str = "and") -> str:
    """Return texts as a list in a sentence; beyond four, the first three and how many more."""
    # "and 1 more" would take the room of the text that it leaves out.
    if len(texts) > MOST_NAMED + 1:
        return f"{', '.join(texts[:MOST_NAMED])} {joint} {len(texts) - MOST_NAMED} more"
    return join_words(texts, f" {joint} ")


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
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for text, claim in rows:
        claims_of[text].append(claim)
    texts = [f"{text} ({name_voices(context, claims)})" for text, claims in claims_of.items()]
    return between.join(leave_out_middle(texts))


def leave_out_middle(texts: Sequence[str]) -> Sequence[str]:
    """Return texts, of many the first and last three and how many more there are."""
    if len(texts) <= 2 * MOST_NAMED + 1:
        return texts
    return [*texts[:MOST_NAMED], f"{len(texts) - 2 * MOST_NAMED:,} more", *texts[-MOST_NAMED:]]


def attribute_values(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return every value of the claims with who gives it."""
    rows = ((word_value_of(context, claim.attribute, claim.value), claim) for claim in claims)
    return attribute_texts(context, rows)
