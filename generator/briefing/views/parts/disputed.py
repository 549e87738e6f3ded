"""Where sources differ, one row a difference: what it is about, the values side by side, and where to read on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.dataset.linked.records import Conflict
from briefing.model.claims import Claim
from briefing.model.dates import date_order
from briefing.model.grouping import distinct_by
from briefing.model.values import print_value
from briefing.views.base.categories import voices_of
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, Prose, plain
from briefing.views.parts.date_words import claim_as_of
from briefing.views.parts.findings import Finding, link_to_box, view_finding
from briefing.views.parts.side_by_side import drop_equal_prose, find_differing_term, named_value, value_rank
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, source_refs

WHY_LENGTH = 300


@dataclass(frozen=True, slots=True)
class _Sides:
    """What stands side by side in a row; ``are_opposed`` where it differs in itself, not only in what it is about."""

    label: str
    values: tuple[Prose, ...]
    are_opposed: bool


@dataclass(frozen=True, slots=True)
class DisputedFact:
    """A fact whose sources differ: the question, the values side by side, and where to read on.

    ``about`` names the subject and ``label`` the fact; ``joint`` stands between values, which may be equal.
    """

    link: PageLink
    about: str
    label: str
    values: tuple[Prose, ...]
    joint: str
    why: str
    within: str
    finding: Finding
    as_of: str
    sources: tuple[SourceRef, ...]


def view_disputed(context: Context, conflict: Conflict, linker: Linker) -> DisputedFact:
    """Return a difference in one row."""
    claims = sorted(context.data.find_claims(conflict.claims), key=lambda claim: _row_order(context, claim))
    finding, box = view_finding(context, conflict), link_to_box(context, conflict)
    sides = _compare(context, conflict, claims, linker)
    return DisputedFact(
        link=_question_link(finding, box),
        about=_subject_name(box),
        label=sides.label,
        values=sides.values,
        joint=_joint(context, sides),
        why=_first_sentences(conflict.reading or ""),
        within=_within(context, claims),
        finding=finding,
        as_of=claim_as_of(context, max(claims, key=lambda claim: date_order(claim.as_of))),
        sources=source_refs(context, claims),
    )


def _question_link(finding: Finding, box: PageLink | None) -> PageLink:
    """Return the link under the question, to the box of a finding or, without one, to the list of findings."""
    if box is None:
        return finding.link
    return replace(box, text=finding.question)


def _subject_name(box: PageLink | None) -> str:
    # A finding about articles alone has no subject.
    if box is None:
        return ""
    return box.text


def _row_order(context: Context, claim: Claim) -> tuple[bool, int]:
    """Order claims by their values; what an editor set aside comes last, in whichever slot it is."""
    return claim.key in context.rejections, value_rank(context, claim)


def _compare(context: Context, conflict: Conflict, claims: Sequence[Claim], linker: Linker) -> _Sides:
    """Return what stands side by side: values, under the names of their facts where these differ, or terms."""
    slots = distinct_by((context.data.slot_of[claim.key] for claim in claims), SlotKey.of)
    labels = dict.fromkeys(slot_label(context, slot)[0] for slot in slots)
    owners = {slot.about for slot in slots}
    is_labelled, is_owned = len(labels) > 1, len(owners) > 1
    values = drop_equal_prose(
        named_value(context, claim, linker, labelled=is_labelled, owned=is_owned) for claim in claims
    )
    are_opposed = _say_different_things(claims)
    if is_labelled:
        return _Sides("", values, are_opposed)
    term, term_values = find_differing_term(context, claims, linker, presentation_of(conflict).terms)
    if not term_values:
        return _Sides(", ".join(labels), values, are_opposed)
    # Where only the terms of a sum differ, its figures side by side would look like a dispute.
    figures = " / ".join(map(plain, values))
    return _Sides(", ".join((*labels, figures, term)), term_values, are_opposed=True)


def _joint(context: Context, sides: _Sides) -> str:
    """Return the word between the values: equal ones are not set against each other."""
    key = "against" if sides.are_opposed else "and"
    # The label has the spaces that it needs within a sentence.
    return context.labels.say(key).strip()


def _say_different_things(claims: Iterable[Claim]) -> bool:
    """Tell whether claims differ in what they say, and not only in what they say it of."""
    return len({_printed_value(claim) for claim in claims}) > 1


def _printed_value(claim: Claim) -> str:
    if claim.value is None:
        return ""
    return print_value(claim.value)


def _within(context: Context, claims: Iterable[Claim]) -> str:
    """Return that one article speaks alone, or nothing where there are several."""
    if len(voices_of(claims)) != 1:
        return ""
    return context.labels.say("within-article")


def _first_sentences(text: str) -> str:
    """Return as many whole sentences as there is room for, at least the first; nothing is cut within one."""
    if len(text) <= WHY_LENGTH:
        return text
    first, *further = text.split(". ")
    fitting = first
    for sentence in further:
        longer = f"{fitting}. {sentence}"
        if len(longer) > WHY_LENGTH:
            break
        fitting = longer
    # A text of a single sentence ends with its own full stop.
    if fitting == text:
        return text
    return f"{fitting}."
