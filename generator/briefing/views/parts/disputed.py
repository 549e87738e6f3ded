"""Where sources differ, one row a difference: what it is about, the values side by side, and where to read on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.dataset.conflicts.rule_table import presentation_of
from briefing.dataset.linked.records import Conflict
from briefing.model.claims import Claim
from briefing.model.dates import date_order
from briefing.model.values import print_value
from briefing.views.base.categories import voices_of
from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.placement import slot_id
from briefing.views.base.tokens import PageLink, Prose, plain, words
from briefing.views.parts.date_words import claim_as_of
from briefing.views.parts.findings import Finding, link_to_box, view_finding
from briefing.views.parts.qualifiers import qualifiers_of
from briefing.views.parts.slot_labels import slot_label
from briefing.views.parts.sources import SourceRef, source_refs
from briefing.views.parts.values import claim_value, group_value

WHY_LENGTH = 300


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


def view_disputed(ctx: Context, conflict: Conflict, linker: Linker) -> DisputedFact:
    """Return a difference in one row."""
    claims = sorted((ctx.data.claims[key] for key in conflict.claims), key=lambda one: _rank(ctx, one))
    slots = {slot_id(ctx.data.slot_of[one.key]): ctx.data.slot_of[one.key] for one in claims}
    labels = dict.fromkeys(slot_label(ctx, slot)[0] for slot in slots.values())
    several = len(labels) > 1
    owners = len({ctx.data.slot_of[one.key].about for one in claims})
    values = _once(_named_value(ctx, claim, linker, named=several, owned=owners > 1) for claim in claims)
    term, terms = ("", ()) if several else _terms(ctx, claims, linker, presentation_of(conflict).terms)
    # Where only the terms of a sum differ, its figures side by side would look like a dispute.
    names = (*labels, *((" / ".join(map(plain, values)), term) if term else ()))
    finding, box = view_finding(ctx, conflict), link_to_box(ctx, conflict)
    return DisputedFact(
        link=replace(box, text=finding.question) if box else finding.link,
        about=box.text if box else "",
        label="" if several else ", ".join(names),
        values=terms or values,
        joint=ctx.labels.say("against" if terms or _are_several(claims) else "and").strip(),
        why=_first_sentences(conflict.reading or ""),
        within=_within(ctx, claims),
        finding=finding,
        as_of=_newest(ctx, claims),
        sources=source_refs(ctx, claims),
    )


def _within(ctx: Context, claims: Iterable[Claim]) -> str:
    """Return that one article speaks alone, or nothing where there are several."""
    return ctx.labels.say("within-article") if len(voices_of(claims)) == 1 else ""


def _are_several(claims: Iterable[Claim]) -> bool:
    """Tell whether claims differ in what they say, and not only in what they say it of."""
    return len({print_value(one.value) if one.value is not None else "" for one in claims}) > 1


def _once(values: Iterable[Prose]) -> tuple[Prose, ...]:
    """Return values that read alike once, each where it stands first."""
    found: dict[str, Prose] = {}
    for value in values:
        found.setdefault(plain(value), value)
    return tuple(found.values())


def _terms(
    ctx: Context, claims: Iterable[Claim], linker: Linker, names: Iterable[str]
) -> tuple[str, tuple[Prose, ...]]:
    """Return the first term in which sources differ on one value, and what they say; nothing where none is stated."""
    standing = [claim for claim in claims if claim.key not in ctx.rejections]
    for name in names:
        found = _once(one.value for claim in standing for one in qualifiers_of(ctx, claim, linker, (name,)))
        if len(found) > 1:
            return ctx.labels.word("term", name), found
    return "", ()


def _rank(ctx: Context, claim: Claim) -> tuple[bool, int]:
    """Order claims by their places; what an editor set aside comes last, in whichever slot it is."""
    return claim.key in ctx.rejections, _place(ctx, claim)


def _place(ctx: Context, claim: Claim) -> int:
    """Return where the value of a claim stands among those of its slot; the shown one is 0, one set aside is last."""
    groups = ctx.data.slot_of[claim.key].groups
    return next((place for place, group in enumerate(groups) if claim in group.claims), len(groups))


def _first_sentences(text: str) -> str:
    """Return as many whole sentences as there is room for, at least the first; nothing is cut within one."""
    sentences = text.split(". ")
    fitting = (". ".join(sentences[:count]) for count in range(len(sentences), 0, -1))
    told = next((one for one in fitting if len(one) <= WHY_LENGTH), sentences[0])
    return told if told == text else f"{told}."


def _named_value(ctx: Context, claim: Claim, linker: Linker, *, named: bool, owned: bool) -> Prose:
    """Return a value with what it is of, and of which subject, where the values of a difference are not of one."""
    slot = ctx.data.slot_of[claim.key]
    names = (ctx.display(slot.about[0]) if owned else "", slot_label(ctx, slot)[0] if named else "")
    what = ", ".join(one for one in names if one)
    return (*(words(f"{what}: ") if what else ()), *_value(ctx, claim, linker))


def _value(ctx: Context, claim: Claim, linker: Linker) -> Prose:
    """Return the value of the group that a claim belongs to, so that claims that agree are told once."""
    groups = ctx.data.slot_of[claim.key].groups
    place = _place(ctx, claim)
    return group_value(ctx, groups[place], linker) if place < len(groups) else claim_value(ctx, claim, linker)


def _newest(ctx: Context, claims: list[Claim]) -> str:
    """Return the newest as-of date of the claims."""
    return claim_as_of(ctx, max(claims, key=lambda one: date_order(one.as_of)))
