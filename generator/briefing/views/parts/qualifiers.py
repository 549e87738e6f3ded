"""Qualifiers of a claim under their labels."""

from dataclasses import dataclass

from briefing.dataset.linked.wording import phrase
from briefing.model.claims import Claim
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import Prose, join_prose, words
from briefing.views.parts.date_words import date_text
from briefing.views.parts.entity_names import entity_prose


def stage_label(ctx: Context, claim: Claim) -> str:
    stage = claim.qualifier("stage")
    return ctx.labels.word("stage", stage) if stage else ""


SHOWN_QUALIFIERS = ("role", "share", "scope", "basis", "public_share", "period", "when", "condition")


ALL_QUALIFIERS = (
    "stage", "payer", "payee", *SHOWN_QUALIFIERS, "list", "edition", "said", "how", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detail:
    """A qualifier beside a value, under its label."""

    label: str
    value: Prose


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


def qualifiers_of(ctx: Context, claim: Claim, linker: Linker, names: tuple[str, ...]) -> tuple[Detail, ...]:
    """Return the qualifiers of a claim that are set, in the order of ``names``."""
    found = [(name, claim.qualifiers.get(name)) for name in names]
    return tuple(_detail(ctx, name, raw, linker) for name, raw in found if raw not in (None, "", False))


def _detail(ctx: Context, name: str, raw: object, linker: Linker) -> Detail:
    return Detail(ctx.labels.word("qualifier", name), _qualifier(ctx, name, raw, linker))


def _qualifier(ctx: Context, name: str, raw: object, linker: Linker) -> Prose:
    if isinstance(raw, dict):
        wordings = [words(f"{ctx.labels.word('qualifier', key)}: “{text}”") for key, text in raw.items()]
        return join_prose(wordings, "; ")
    if name in ("payer", "payee"):
        return entity_prose(ctx, raw)
    if name in ("period", "when", "as_of"):
        return words(date_text(str(raw)))
    if name in ("stage", "basis"):
        return words(ctx.labels.word(name, str(raw)))
    if name in ("role", "list", "edition", "milestone", "measure", "line"):
        return words(phrase(str(raw), ctx.names.spellings))
    return linker.prose(str(raw))
