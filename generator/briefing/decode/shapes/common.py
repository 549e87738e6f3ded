"""Field types and small records that files of several kinds share."""

from briefing.decode.shapes.field_types import (
    EitherField,
    EnumField,
    Field,
    ListField,
    LiteralField,
    MapField,
    RecordField,
    RefField,
    TextField,
)
from briefing.decode.text_checks.addresses import check_address
from briefing.decode.text_checks.ids import check_id, check_language
from briefing.model.claims import GRADES
from briefing.model.key_names import KEY_FIELDS

TEXT = TextField()
LINE = TextField(max_length=400)
SLUG = TextField(max_length=120)
# Ids stay even where they are malformed: other files refer to them, and one slip is one finding.
ID = TextField(check=check_id, kept=True)
ADDRESS = TextField(check=check_address, max_length=2000)
LANGUAGE = TextField(check=check_language)
DATE = LiteralField(("date",))
DAY = LiteralField(("date",), settled=True)
"""A date of ours, or of a document: what we do not know is left out."""
SUBJECTS = ListField(RefField("subject"), single=True)
CLAIMS = ListField(RefField("claim"), single=True)
PUBLISHER_OR_UNKNOWN = RefField("publisher", also=("unknown",))
ENTITIES = EitherField(LiteralField(("entity",)), ListField(LiteralField(("entity",))))
REVIEWS = ("draft", "machine-reviewed", "reviewed")

NAME = RecordField(
    (
        Field("en", LINE, "the English name", required=True, examples=("Rapidus Corporation",)),
        Field("short", LINE, "the English name for running text"),
        Field("ja", LINE, "the Japanese name, only where certain"),
        Field("reading", LINE, "the reading of the Japanese name, in kana"),
    ),
    shorthand="en",
)
GRADE = RecordField(
    (
        Field(
            "letter", EnumField(GRADES), "how far the source is trusted, A (most) to F", required=True, examples=("B",)
        ),
        Field("why", TEXT, "the reason for the letter", required=True, examples=('"agency copy, named speakers"',)),
    )
)
SOURCED_TEXT = RecordField(
    (
        Field("text", TEXT, "prose in our own words", required=True),
        Field("claims", ListField(RefField("claim")), "the claims that carry it, as article#claim"),
    ),
    shorthand="text",
)
_SLOT_FIELDS = ("attribute", *KEY_FIELDS, "value", "opinion")
# A mapping and no record, although its keys are known: which of them belong to a slot depends on its attribute.
SLOT = MapField(
    TextField(max_length=400),
    keys=rf"(?:{'|'.join(_SLOT_FIELDS)})\Z",
    known=_SLOT_FIELDS,
    hint=f"a slot is told by: {', '.join(_SLOT_FIELDS)}",
)
