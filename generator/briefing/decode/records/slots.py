"""The slots that judgements and outcomes name, as they are written: an attribute, and the key fields of its claims."""

from collections.abc import Iterator

from briefing.decode.reading.content import Fields, texts_of
from briefing.decode.reading.hints import reference_error
from briefing.diagnostics.diagnostic import Diagnostic, error
from briefing.model.registry import Registry


def slot_texts(fields: Fields) -> dict[str, str]:
    """Return the slot that a judgement or an outcome names, as written."""
    return texts_of(fields.mapping("slot"))


def find_slot_problems(fields: Fields, registry: Registry) -> Iterator[Diagnostic]:
    """Yield an error for a slot that no claim can have: without an attribute, or with an unknown one."""
    slot = fields.record("slot")
    # What is wrong with the slot itself has been reported field by field.
    if slot is None or slot.faulty:
        return
    attribute = slot.scalar("attribute")
    if attribute is None:
        hint = "add attribute: and the key fields of the claims meant"
        message = "the slot has no attribute"
        yield error("judgement-target", slot.span_of("attribute"), message, hint)
    elif attribute.text not in registry.attributes:
        message = f'no attribute is called "{attribute.text}"'
        hint = "write it as in the claims meant"
        names = registry.attributes
        yield reference_error("attribute-unknown", attribute.span, message, attribute.text, names, hint)
