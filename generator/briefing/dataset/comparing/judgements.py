"""Every judgement of the subjects in, what it decides out; judgements that decide nothing are findings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from briefing.dataset.comparing.far_ends import far_end
from briefing.dataset.comparing.slot_keys import Keys, SlotKey, canonical, slot_keys
from briefing.dataset.comparing.slots import Judging
from briefing.diagnostics.diagnostic import Diagnostic, Related, error
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.key_names import key_name
from briefing.model.records import Judgement, Subject
from briefing.model.registry import Registry
from briefing.model.values import Text

Named = frozenset[tuple[str, str]]
"""The key fields of a slot with what they name."""
_NO_KEY_FIELDS = frozenset({"attribute", "value", "opinion"})


def gather_judgements(
    subjects: Iterable[Subject],
    claims: Iterable[Claim],
    registry: Registry,
    doubted: Collection[str | None] = (),
    keys_of: Mapping[ClaimKey, Keys] | None = None,
) -> tuple[Judging, tuple[Diagnostic, ...]]:
    """Return the editors' decisions by slot and claim; of the subjects in ``doubted`` claims may be missing.

    ``keys_of`` has the slots of every claim, where they are known.
    """
    judgements = [one for subject in subjects for one in subject.judgements]
    by_key = {claim.key: claim for claim in claims}
    claims = by_key.values()
    if keys_of is None:
        keys_of = {claim.key: slot_keys(claim, registry.attributes[claim.attribute]) for claim in claims}
    rejected = {gone.claim: gone.reason for one in judgements for gone in one.reject}
    aside = {claim.key for claim in claims if claim.excluded and not claim.is_withdrawn} | set(rejected)
    keys_by_subject = _by_subject(keys_of.values())
    by_fields: dict[SubjectId, dict[Named, list[SlotKey]]] = {}
    by_slot: dict[SlotKey, Judgement] = {}
    preferred: dict[SlotKey, tuple[ClaimKey, ...]] = {}
    findings: list[Diagnostic] = []
    for judgement in judgements:
        hits = _slots_of(judgement, _named(judgement, keys_by_subject, by_fields), registry)
        if judgement.slot is not None:
            sure = not {judgement.subject, None} & set(doubted)
            findings.extend(_slot_problems(judgement, hits, keys_by_subject, by_slot, sure=sure))
            findings.extend(_preference_problems(judgement, hits, keys_of, aside))
        findings.extend(_rejection_problems(judgement, hits, by_key, keys_of))
        by_slot |= {key: judgement for key in hits if key not in by_slot}
        for name in judgement.prefer:
            for key in keys_of.get(name, ()):
                preferred[key] = (*preferred.get(key, ()), name)
    return Judging(by_slot, preferred, rejected), tuple(findings)


def _rejection_problems(
    judgement: Judgement, hits: Keys, claims: Mapping[ClaimKey, Claim], keys_of: Mapping[ClaimKey, Keys]
) -> Iterator[Diagnostic]:
    """Yield every rejected claim that is about another subject, unless the judgement moves it as well."""
    moved = {one.claim for one in judgement.move}
    for gone in judgement.reject:
        claim, keys = claims.get(gone.claim), keys_of.get(gone.claim, ())
        if claim is None or gone.claim in moved or set(keys) & set(hits):
            continue
        # A relation that goes both ways is about either of its ends.
        if judgement.subject in {*claim.about, *(one for key in keys if len(key.about) > 1 for one in key.about)}:
            continue
        first = claim.about[0]
        message = f'"{gone.claim}" is about "{first}", which this file does not judge'
        hint = f'reject it in the file of "{first}", or move it beside the rejection if it is misattributed'
        yield error("judgement-target", gone.span or judgement.span, message, hint)


def _by_subject(keys: Iterable[Keys]) -> Mapping[SubjectId, Keys]:
    found: dict[SubjectId, dict[SlotKey, None]] = defaultdict(dict)
    for key in (one for several in keys for one in several):
        for subject in key.about:
            found[subject][key] = None
        far = far_end(key)
        if far:
            found[far][key] = None
    return {subject: tuple(several) for subject, several in found.items()}


def _named(
    judgement: Judgement, keys: Mapping[SubjectId, Keys], by_fields: dict[SubjectId, dict[Named, list[SlotKey]]]
) -> Keys:
    """Return the slots of the subject judged whose key fields are those written; ``by_fields`` is filled as needed."""
    subject = judgement.subject
    if subject not in by_fields:
        by_fields[subject] = defaultdict(list)
        for key in keys.get(subject, ()):
            by_fields[subject][_stated(key)].append(key)
    return tuple(by_fields[subject].get(_written(judgement.slot or {}), ()))


def _stated(key: SlotKey) -> Named:
    return frozenset((field, text) for field, text in key.key if text is not None)


def _written(slot: Mapping[str, str]) -> Named:
    return frozenset((field, key_name(text)) for field, text in slot.items() if field not in _NO_KEY_FIELDS)


def _slots_of(judgement: Judgement, keys: Keys, registry: Registry) -> Keys:
    """Return the slots that a judgement names; facts come before opinions where it does not say which."""
    if judgement.slot is None:
        return ()
    slot = dict(judgement.slot)
    opinion = slot.pop("opinion", None)
    hits = tuple(key for key in keys if _fits(judgement.subject, slot, key, registry))
    if opinion is not None:
        return tuple(key for key in hits if key.opinion == (opinion == "true"))
    return tuple(key for key in hits if not key.opinion) or hits


def _fits(subject: SubjectId, written: Mapping[str, str], key: SlotKey, registry: Registry) -> bool:
    name, value = written.get("attribute", ""), written.get("value")
    attribute = registry.attributes.get(name)
    if attribute is None:
        return False
    if attribute.inverse_of:
        return (key.attribute, key.many_value) == (attribute.inverse_of, subject) and value in (None, *key.about)
    if key.attribute != name or subject not in key.about:
        return False
    other = [one for one in key.about if one != subject]
    return value is None or value in other or key.many_value in (value, canonical(Text(value.removeprefix("text:"))))


def _slot_problems(
    judgement: Judgement,
    hits: Keys,
    keys: Mapping[SubjectId, Keys],
    taken: Mapping[SlotKey, Judgement],
    *,
    sure: bool,
) -> Iterator[Diagnostic]:
    if not hits and sure:
        yield _slot_unknown(judgement, keys.get(judgement.subject, ()))
    first = min((taken[key] for key in hits if key in taken), key=lambda one: str(one.span), default=None)
    if first:
        related = (Related(first.span, "the first judgement on this slot"),)
        message = "the slot has a judgement already"
        yield error("judgement-target", judgement.span, message, "make one judgement of the two", related)


def _slot_unknown(judgement: Judgement, keys: Keys) -> Diagnostic:
    attribute = (judgement.slot or {}).get("attribute")
    near = sorted({_words(key) for key in keys if key.attribute == attribute})
    hint = f"it has: {'; '.join(near[:5])}" if near else f'name what a claim about "{judgement.subject}" says'
    return error(
        "judgement-slot-unknown", judgement.span, f'no claim about "{judgement.subject}" is in this slot', hint
    )


def _words(key: SlotKey) -> str:
    fields = [f"{name}: {value}" for name, value in key.key if value is not None]
    return "{" + ", ".join([f"attribute: {key.attribute}", *fields]) + "}"


def _preference_problems(
    judgement: Judgement, hits: Keys, keys_of: Mapping[ClaimKey, Keys], aside: Collection[ClaimKey]
) -> Iterator[Diagnostic]:
    for name in judgement.prefer:
        if name not in keys_of or not hits:
            continue
        if not set(keys_of[name]) & set(hits):
            message = f'"{name}" answers another question than the slot judged'
            yield error("judgement-target", judgement.span, message, "prefer a claim of this slot")
        elif name in aside:
            message = f'"{name}" is preferred and yet set aside'
            yield error("judgement-target", judgement.span, message, "take it out of prefer:, or do not set it aside")
