"""The fields of a claim that an editor can change, as printed."""

from collections.abc import Mapping, Sequence

from briefing.model.claims import Claim
from briefing.model.values import print_value


def claim_fields(claim: Claim) -> dict[str, str]:
    """Return every field of a claim that an editor can change, as printed; absent ones are left out."""
    fields: dict[str, str | None] = {name: _printed(value) for name, value in claim.qualifiers.items()}
    fields |= {
        "about": ", ".join(claim.about),
        "attribute": claim.attribute,
        "value": printed_value(claim),
        "also_printed": printed_second_value(claim),
        "par": _printed_paragraphs(claim),
        "modality": claim.modality.value,
        "speaker": _printed_speaker(claim),
        "grade": claim.grade,
        "origin": claim.origin,
        "as_of": claim.as_of.printed,
        "exclude": claim.excluded,
        "restates": claim.restates,
    }
    # A field that is absent in both states has not changed.
    return {name: value for name, value in fields.items() if value is not None}


def printed_value(claim: Claim) -> str | None:
    """Return the value of a claim as a literal; None where it only says that something is so."""
    if claim.value is None:
        return None
    return print_value(claim.value)


def printed_second_value(claim: Claim) -> str | None:
    """Return the sum that the source prints beside the value, in another currency."""
    if claim.also_printed is None:
        return None
    return claim.also_printed.printed


def _printed_paragraphs(claim: Claim) -> str | None:
    if not claim.par:
        return None
    # A single paragraph is held as a range from itself to itself.
    return "-".join(dict.fromkeys(map(str, claim.par)))


def _printed_speaker(claim: Claim) -> str | None:
    speaker = claim.speaker
    if speaker is None:
        return None
    return speaker.subject or speaker.group or speaker.document


def _printed(value: object) -> str:
    """Return a qualifier as YAML has it on one line."""
    # Before all others, as YAML writes what Python would print as True.
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_printed(part)}" for name, part in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_printed, value))
    return str(value)
