"""Values and qualifiers as prose: sums with the pair that was printed, subjects as links, names in wording linked."""

from dataclasses import dataclass

from briefing.dataset.linked.records import ValueGroup
from briefing.dataset.linked.wording import phrase
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate, parse_date
from briefing.model.ids import SubjectId
from briefing.model.money import Money, money_text
from briefing.model.value_parsing import parse_entity
from briefing.model.values import EntityName, EntityRef, Malformed, Nothing, Text, Unknown, Value, value_text
from briefing.views.base.context import Context, Linker
from briefing.views.base.tokens import Prose, Words, in_scripts, listed, words

SHOWN_QUALIFIERS = ("role", "share", "scope", "basis", "public_share", "period", "when", "condition")
ALL_QUALIFIERS = (
    "stage", "payer", "payee", *SHOWN_QUALIFIERS, "list", "edition", "said", "how", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """A qualifier beside a value, under its label."""

    label: str
    value: Prose


def value_prose(ctx: Context, value: Value | None, linker: Linker) -> Prose:
    """Return a value for readers."""
    match value:
        case None:
            return ()
        case EntityRef(id=subject):
            return ctx.link(SubjectId(subject))
        case EntityName(name=name):
            return in_scripts(name)
        case Text(text=text):
            return linker.prose(text)
        case Unknown():
            return words(ctx.labels.say("unknown"))
        case Nothing():
            return words(ctx.labels.say("none"))
    return words(value_text(value))


def claim_value(ctx: Context, claim: Claim, linker: Linker) -> Prose:
    """Return what a claim says: its value, the pair printed beside it, and whether the source denies it."""
    value = value_prose(ctx, claim.value, linker) if claim.value is not None else _members(ctx, claim)
    return _denial(ctx, denied=claim.denied) + value + printed_pair(ctx, claim.also_printed)


def group_value(ctx: Context, group: ValueGroup, linker: Linker) -> Prose:
    """Return what the claims of a group say together."""
    pair = next((claim.also_printed for claim in group.claims if claim.also_printed), None)
    value = value_prose(ctx, group.value, linker) or _members(ctx, group.claims[0])
    return _denial(ctx, denied=group.denied) + value + printed_pair(ctx, pair)


def _denial(ctx: Context, *, denied: bool) -> Prose:
    return words(ctx.labels.say("denied") + " ") if denied else ()


def _members(ctx: Context, claim: Claim) -> Prose:
    return listed([ctx.link(subject) for subject in claim.about])


def printed_pair(ctx: Context, money: Money | None) -> Prose:
    """Return the sum in the other currency that the source prints, in brackets."""
    return words(" " + ctx.labels.say("also-printed", sum=money_text(money))) if money else ()


def entity_prose(ctx: Context, raw: object) -> Prose:
    """Return one or several subjects written as in the data: an id, `text:Some Name`, unknown, none, or a list."""
    if isinstance(raw, list | tuple):
        return listed([entity_prose(ctx, one) for one in raw])
    text = str(raw)
    if text in ("unknown", "none"):
        return words(ctx.labels.say(text))
    found = parse_entity(text)
    if isinstance(found, EntityRef):
        return ctx.link(SubjectId(found.id))
    return in_scripts(text if isinstance(found, Malformed) else found.name)


def entity_ids(raw: object) -> tuple[SubjectId, ...]:
    """Return the ids among subjects written as in the data."""
    if isinstance(raw, list | tuple):
        return tuple(one for item in raw for one in entity_ids(item))
    found = parse_entity(raw) if isinstance(raw, str) and raw not in ("unknown", "none") else None
    return (SubjectId(found.id),) if isinstance(found, EntityRef) else ()


def lead_claim(group: ValueGroup) -> Claim:
    """Return the claim of a group that speaks for it: no restatement, of the best grade, the newest, the first."""
    return min(group.claims, key=lambda c: (c.restates is not None, c.grade, -_day(c.as_of), c.key))


def _day(when: PartialDate) -> int:
    day = when.last_day
    return day.toordinal() if day else 0


def as_of_words(ctx: Context, group: ValueGroup) -> str:
    """Return the day that a value holds for; the last on which an undated article can have appeared is no more."""
    told = [claim_as_of(ctx, claim) for claim in group.claims if claim.as_of == group.as_of]
    # One that states the day, or that appeared on it, is enough.
    return group.as_of.label if group.as_of.label in told else told[0]


def claim_as_of(ctx: Context, claim: Claim) -> str:
    """Return the day that a claim holds for, as above."""
    last = claim.published.latest
    undated = "/" in claim.published.edtf and last is not None and claim.as_of.latest == last
    return ctx.labels.say("as-of-by", date=claim.as_of.label) if undated else claim.as_of.label


def firmness(ctx: Context, claim: Claim) -> str:
    """Return how firmly a source says it, nothing where it simply reports."""
    return "" if claim.modality == "reported" else ctx.labels.word("modality", claim.modality)


def details_of(
    ctx: Context, claim: Claim, linker: Linker, names: tuple[str, ...] = SHOWN_QUALIFIERS
) -> tuple[Detail, ...]:
    """Return how firmly a claim is said and its qualifiers that are set, in the order of ``names``."""
    firm = firmness(ctx, claim)
    # An aim that is stated as an aim, an opinion among opinions: nothing to tell.
    told = claim.is_opinion or claim.modality == claim.attribute
    said = [Detail(ctx.labels.say("qualifier-modality"), words(firm))] if firm and not told else []
    return (*said, *qualifiers_of(ctx, claim, linker, names))


def spoken_by(ctx: Context, claim: Claim) -> tuple[Detail, ...]:
    """Return who says it, where that is somebody else than the article itself."""
    speaker = claim.speaker
    if speaker is None or (speaker.document and speaker.document == claim.article):
        return ()
    return (Detail(ctx.labels.say("said-by"), speaker_prose(ctx, claim)),)


def qualifiers_of(ctx: Context, claim: Claim, linker: Linker, names: tuple[str, ...]) -> tuple[Detail, ...]:
    """Return the qualifiers of a claim that are set, in the order of ``names``."""
    found = [(name, claim.qualifiers.get(name)) for name in names]
    return tuple(_detail(ctx, name, raw, linker) for name, raw in found if raw not in (None, "", False))


def _detail(ctx: Context, name: str, raw: object, linker: Linker) -> Detail:
    return Detail(ctx.labels.word("qualifier", name), _qualifier(ctx, name, raw, linker))


def _qualifier(ctx: Context, name: str, raw: object, linker: Linker) -> Prose:
    if isinstance(raw, dict):
        wordings = [words(f"{ctx.labels.word('qualifier', key)}: “{text}”") for key, text in raw.items()]
        return listed(wordings, "; ")
    if name in ("payer", "payee"):
        return entity_prose(ctx, raw)
    if name in ("period", "when", "as_of"):
        return words(date_text(str(raw)))
    if name in ("stage", "basis"):
        return words(ctx.labels.word(name, str(raw)))
    if name in ("role", "list", "edition", "milestone", "measure", "line"):
        return words(phrase(str(raw), ctx.spellings))
    return linker.prose(str(raw))


def date_text(literal: str) -> str:
    """Return a date of the data as readers' words, as it stands where it cannot be read."""
    found = parse_date(literal)
    return found.label if isinstance(found, PartialDate) else literal


def speaker_prose(ctx: Context, claim: Claim) -> Prose:
    """Return who says it: a subject, a group without a name, or the document itself."""
    speaker = claim.speaker
    if speaker is None:
        return ()
    if speaker.subject:
        return ctx.link(speaker.subject)
    if speaker.group:
        return in_scripts(speaker.group[:1].upper() + speaker.group[1:])
    return _document(ctx, claim, speaker.document or "")


def _document(ctx: Context, claim: Claim, document: str) -> Prose:
    if document == claim.article:
        return words(ctx.labels.say("the-article", name=ctx.article_names[claim.article]))
    return (Words(document),)
