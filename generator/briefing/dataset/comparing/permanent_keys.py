"""The key that a question goes by in public: calendars, feeds, citations and embeds all hang on it."""

import hashlib
import json

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.linked.records import Slot, named_fields

_DIGITS = 12
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def permanent_key(slot: Slot | SlotKey) -> str:
    """Return the public key of a slot: its attribute and twelve hex digits, such as `milestone-3fa9c1d20b7e`.

    It is made of the question alone. No claim that joins, leads or leaves the slot changes it, nor does a grade, a
    judgement or the address of the site. Where an attribute has many texts, the text is part of the question.
    """
    # A key field that the registry gains some day, and that no claim names, must change no key.
    question = [list(slot.about), slot.attribute, named_fields(slot.key), slot.many_value, slot.opinion]
    digest = hashlib.sha256(_ENCODER.encode(question).encode("utf-8", "replace")).hexdigest()
    return f"{slot.attribute}-{digest[:_DIGITS]}"
