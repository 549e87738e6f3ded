"""How far the money of a clause has come: pledged, approved, spent."""

import re

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field
from briefing.drafting.text.keywords import Keywords

# The first that fits counts: "approved" money was announced, too, and "investing" comes last, for it goes with each.
_STAGES = Keywords(
    (
        ("target", r"\b(?:ha[sd]|have|needs?|wants?|hopes?|aims?|seeks?) to raise\b"),
        ("approved", r"approv\w+|承認|決定"),
        ("budgeted", r"budgeted|allocat\w+|earmark\w+|set aside|予算|計上"),
        ("contracted", r"\bcontract(?:ed|s) (?:worth|for)|signed (?:a|an) .*(?:deal|contract)|契約"),
        ("disbursed", r"disburs\w+|paid out|交付した"),
        ("spent", r"\b(?:has|have|had) spent|\bspent\b|has invested|have invested|投じた"),
        ("pledged", r"pledg\w+|commit(?:s|ted|ment)?\b|vow\w+|promis\w+|表明"),
        ("target", r"\btarget(?:s|ed|ing)?\b|目標"),
        ("proposed", r"\beye(?:s|d|ing)\b|propos\w+|mull\w+|consider\w+|検討"),
        ("built", r"\b(?:opened|built|completed|constructed)\b|完成した|開所した"),
        ("announced", r"announc\w+|unveil\w+|invest\w*|spending|to spend|\bplan(?!t)|発表|投資|投じる"),
    )
)
_PLANNED = re.compile(r"\b(?:plans?|planning|planned|will|intends?|intentions?|to invest|to spend|投じる方針|計画)\b")
_UNSETTLED_STAGES = ("announced", "proposed", "target")


def read_stage(clause: Clause) -> dict[str, Field]:
    """Return the stage of a sum as fields, with its modality where it is planned, its basis where it is of years."""
    stage = _STAGES.first(clause.text) or "announced"
    fields: dict[str, Field] = {"stage": stage}
    if stage in _UNSETTLED_STAGES and _PLANNED.search(clause.text):
        fields = {"modality": "planned", "stage": stage}
    # "Has spent 3 billion in the past three years" is a sum of years, not what a year costs.
    if stage == "spent" and any(date.span for date in clause.dates):
        fields["basis"] = "cumulative"
    return fields
