"""The shapes of an editor's decisions: judgements on claims that differ, and outcomes of plans."""

from briefing.decode.shapes.common import CLAIMS, DAY, SLOT, SLUG, TEXT
from briefing.decode.shapes.field_types import EnumField, Field, ListField, RecordField, RefField, TextField
from briefing.decode.text_checks.prose import check_question
from briefing.model.records import QUESTION_LENGTH

JUDGEMENT_WORDS = ("both-stand", "differs")
"""What `prefer` may hold in place of claims."""
_OUTCOME_STATES = ("met", "late", "dropped", "unknown")
_REJECT_REASONS = (
    "unsupported-figure", "superseded", "misread-source", "stage-dropped", "scope-widened", "unit-slip",
    "conversion-slip", "wrong-subject", "off-topic", "copied-error", "altered-quotation",
)  # fmt: skip

_FINDING = RecordField(
    (
        Field("rule", SLUG, "the rule that found it", required=True),
        Field("claims", CLAIMS, "its claims"),
    )
)
_REJECTION = RecordField(
    (
        Field("claim", RefField("claim"), "the claim set aside", required=True),
        Field("reason", EnumField(_REJECT_REASONS), "why", required=True),
    )
)
_MOVE = RecordField(
    (
        Field("claim", RefField("claim"), "the misattributed claim", required=True),
        Field("to", RefField("subject"), "the subject it is about", required=True),
    )
)
JUDGEMENT = RecordField(
    (
        # Either of the two is required, which a table of fields can not say: decoding checks it.
        Field("slot", SLOT, "the slot judged: attribute and key fields"),
        Field("finding", _FINDING, "the finding judged, where it is no slot"),
        Field(
            "question",
            TextField(check=check_question),
            f"what readers ask here; at most {QUESTION_LENGTH} characters, ends in a question mark",
            examples=('"What is fiscal 2040 the end of: the plan, or its forecasts?"',),
        ),
        # Claims or words, so no reference; decoding tells them apart.
        Field("prefer", ListField(SLUG, single=True), "claims that we show, or both-stand, or differs"),
        Field("reject", ListField(_REJECTION), "claims that are set aside, each with its reason"),
        Field("move", ListField(_MOVE), "claims that belong to another subject"),
        Field("because", TEXT, "the reason for the reading", required=True),
        Field("settles_it", TEXT, "what would settle it"),
        Field("decided", DAY, "when it was decided", required=True),
        Field("seen", SLUG, "digest of the claims judged; written by fmt"),
    )
)
OUTCOME = RecordField(
    (
        Field("slot", SLOT, "the plan", required=True),
        Field("state", EnumField(_OUTCOME_STATES), "what became of it", required=True),
        Field("checked", DAY, "when an editor looked"),
        Field("because", TEXT, "how it is known"),
        Field("claims", CLAIMS, "the claims that show it"),
    )
)
