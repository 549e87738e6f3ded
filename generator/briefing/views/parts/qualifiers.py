"""Qualifiers of a claim under their labels: stage, payer, period and the like, and how firmly it is said."""

from dataclasses import dataclass

from briefing.dataset.linked.wording import phrase
from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose, join_prose, words
from briefing.views.parts.date_words import date_text
from briefing.views.parts.entity_names import entity_prose

SHOWN_QUALIFIERS = ("role", "share", "scope", "basis", "public_share", "period", "when", "condition")
ALL_QUALIFIERS = (
    "stage", "payer", "payee", *SHOWN_QUALIFIERS, "list", "edition", "said", "how", "note",
)  # fmt: skip
_SUBJECTS = ("payer", "payee")
_DATES = ("period", "when", "as_of")
_LABELLED = ("stage", "basis")
# Names of the data's own, spelled as keys: `prime-minister`.
_KEYS = ("role", "list", "edition", "milestone", "measure", "line")


@dataclass(frozen=True, slots=True)
class Detail:
    """A qualifier beside a value, under its label."""

    label: str
    value: Prose


def stage_label(context: Context, claim: Claim) -> str:
    """Return the stage that a claim gives for a sum, such as pledged or paid; nothing where it gives none."""
    stage = claim.qualifier("stage")
    if not stage:
        return ""
    return context.labels.word("stage", stage)


def firmness(context: Context, claim: Claim) -> str:
    """Return how firmly a source says it, nothing where it simply reports."""
    if claim.modality == "reported":
        return ""
    return context.labels.word("modality", claim.modality)


def details_of(
    context: Context, claim: Claim, linker: Linker, names: tuple[str, ...] = SHOWN_QUALIFIERS
) -> tuple[Detail, ...]:
    """Return how firmly a claim is said and its qualifiers that are set, in the order of ``names``."""
    qualifiers = qualifiers_of(context, claim, linker, names)
    firm = firmness(context, claim)
    # An aim that is stated as an aim, an opinion among opinions: nothing to tell.
    if not firm or claim.is_opinion or claim.modality == claim.attribute:
        return qualifiers
    return (Detail(context.labels.say("qualifier-modality"), words(firm)), *qualifiers)


def qualifiers_of(context: Context, claim: Claim, linker: Linker, names: tuple[str, ...]) -> tuple[Detail, ...]:
    """Return the qualifiers of a claim that are set, in the order of ``names``."""
    details: list[Detail] = []
    for name in names:
        raw = claim.qualifiers.get(name)
        if raw not in (None, "", False):
            details.append(Detail(context.labels.word("qualifier", name), _qualifier_prose(context, name, raw, linker)))
    return tuple(details)


def _qualifier_prose(context: Context, name: str, raw: object, linker: Linker) -> Prose:
    if isinstance(raw, dict):
        wordings = [words(f"{context.labels.word('qualifier', key)}: “{text}”") for key, text in raw.items()]
        return join_prose(wordings, "; ")
    if name in _SUBJECTS:
        return entity_prose(context, raw)
    text = str(raw)
    if name in _DATES:
        return words(date_text(text))
    if name in _LABELLED:
        return words(context.labels.word(name, text))
    if name in _KEYS:
        return words(phrase(text, context.names.spellings))
    return linker.prose(text)
