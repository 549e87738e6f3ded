"""A digest of what a slot shows, by which somebody who cited it can tell that it says something else by now."""

import hashlib
import json

from briefing.dataset.linked.records import ValueGroup
from briefing.model.claims import Modality
from briefing.model.value_json import value_json

_DIGITS = 8
_WORDING = frozenset({"printed", "label"})
"""Keys of a value that only say how it is put."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def value_digest(group: ValueGroup) -> str:
    """Return eight hex digits for the substance of a value: what it is, whether it is denied, done, and at which stage.

    Wording, sources, grades and confidence leave it as it is. Other programs reckon it from the exports: manual/api.md.
    """
    substance = {
        "denied": group.denied,
        "reported": any(claim.modality is Modality.REPORTED for claim in group.claims),
        "stages": sorted(set(filter(None, (claim.qualifier("stage") for claim in group.claims)))),
        "value": _value_without_wording(group),
    }
    digest = hashlib.sha256(_ENCODER.encode(substance).encode("utf-8", "replace")).hexdigest()
    return digest[:_DIGITS]


def _value_without_wording(group: ValueGroup) -> dict[str, str | int | float | None] | None:
    if group.value is None:
        return None
    return {key: content for key, content in value_json(group.value).items() if key not in _WORDING}
