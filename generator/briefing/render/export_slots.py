"""Slots as the JSON objects that exports publish: each question with its answers, and what is thought of them.

Field names and forms are a contract (``api/v1``); they may grow and never change.
"""

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.linked.records import Rank, Slot, ValueGroup, named_fields
from briefing.dataset.rule_base.plans import outcome_of
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.render.export import Json
from briefing.render.export_rows import address_of, optional_value_json
from briefing.views.base.context import Context
from briefing.views.parts.questions import question_answered
from briefing.views.parts.slot_findings import find_reader_findings
from briefing.views.parts.slot_labels import locate_slot
from briefing.views.parts.step_states import slot_state

_SET_ASIDE = (Rank.REJECTED, Rank.EXCLUDED)


def slot_json(context: Context, slot: Slot) -> Json:
    """Return a slot with every group of claims that agree, the shown one first.

    ``anchor`` is null where no page shows the slot; then ``url`` is the page of its subject.
    """
    shown = slot.shown
    page, anchor = locate_slot(context, slot)
    return {
        "key": permanent_key(slot),
        "about": list(slot.about),
        "attribute": slot.attribute,
        "qualifiers": named_fields(slot.key),
        "opinion": slot.opinion,
        "question": question_answered(context, slot),
        "anchor": anchor or None,
        "url": address_of(page, anchor),
        "shown": _shown_value(shown),
        "groups": [_group_json(slot, group) for group in slot.groups],
        "set_aside": [claim.key for claim in slot.claims if slot.ranks[claim.key] in _SET_ASIDE],
        "confidence": shown.confidence.value if shown else None,
        "disputed": slot.disputed,
        "conflicts": [finding.key for finding in find_reader_findings(context, slot.claims)],
        "outcome": _outcome_json(context, slot),
    }


def _shown_value(shown: ValueGroup | None) -> Json | None:
    if shown is None or shown.denied:
        return None
    return optional_value_json(shown.value)


def _group_json(slot: Slot, group: ValueGroup) -> Json:
    return {
        "value": optional_value_json(group.value),
        "denied": group.denied,
        "claims": [claim.key for claim in group.claims],
        "origins": list(group.origins),
        "independent": group.independent,
        "grade": group.grade,
        "as_of": group.as_of.edtf,
        "confidence": group.confidence.value,
        "rank": _group_rank(slot, group.claims[0]),
    }


def _group_rank(slot: Slot, claim: Claim) -> str:
    # The claims of a group stand or fall together.
    return slot.ranks[claim.key].value


def _outcome_json(context: Context, slot: Slot) -> Json | None:
    """Return where a plan stands and when an editor looked; null of what is no dated step."""
    shown = slot.shown
    if slot.attribute != "milestone" or shown is None or shown.denied or not isinstance(shown.value, PartialDate):
        return None
    state = slot_state(context, slot)
    outcome = outcome_of(context.data.subjects[slot.about[0]], slot)
    if outcome is None:
        return {"state": state, "checked": None, "claims": []}
    checked = outcome.checked.edtf if outcome.checked else None
    return {"state": state, "checked": checked, "claims": list(outcome.claims)}
