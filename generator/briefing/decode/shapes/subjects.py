"""The shape of a subject's file."""

from briefing.decode.shapes.claims import FACT
from briefing.decode.shapes.common import DATE, DAY, ID, LINE, NAME, SLUG, SOURCED_TEXT, SUBJECTS, TEXT
from briefing.decode.shapes.field_types import EnumField, Field, ListField, MapField, RecordField, RefField, TextField
from briefing.decode.shapes.judgements import JUDGEMENT, OUTCOME
from briefing.model.records import LINE_RELATIONS

_ALIAS = RecordField(
    (
        Field("name", LINE, "the other name", required=True),
        Field("link", EnumField(("yes", "never", "ambiguous")), "whether it links in prose"),
    ),
    shorthand="name",
)
_FORMER_NAME = RecordField(
    (
        Field("name", LINE, "the name that was given up", required=True),
        Field("until", DATE, "when it ended"),
        Field("source", RefField("article"), "the article that says so"),
    ),
    shorthand="name",
)
_MONEY_LINE = RecordField(
    (
        Field("id", ID, "the sum's id on this subject", required=True),
        Field("label", LINE, "its name", required=True),
        # A sum of another subject is written subject/line, so these are no plain references.
        *(Field(name, ListField(SLUG, single=True), f"sums it stands in: {name}") for name in LINE_RELATIONS),
        Field("because", TEXT, "how the relation is known"),
    )
)
# Any scheme may be written; those with check digits are known to decoding.
_IDENTIFIERS = MapField(TextField(max_length=120), keys=r"[a-z_]{1,32}\Z")
SUBJECT = RecordField(
    (
        Field("name", NAME, "the names", required=True, examples=("{en: Rapidus Corporation}",)),
        Field(
            "describes", TEXT, "what this is, and what it is not", required=True, examples=("The chipmaker itself.",)
        ),
        Field("aliases", ListField(_ALIAS), "other names, in any script"),
        Field("former_names", ListField(_FORMER_NAME), "names given up"),
        Field("identifiers", _IDENTIFIERS, "wikidata, lei, isin, ticker …"),
        Field("not_same_as", SUBJECTS, "look-alikes"),
        Field("last_verified", DAY, "the day an editor checked the whole page"),
        Field("bottom_line", SOURCED_TEXT, "the answer in one sentence, at most 60 words"),
        Field("facts", ListField(FACT), "claims from sources that are not summarised"),
        Field("money_lines", ListField(_MONEY_LINE), "the sums that the subject pays, receives or consists of"),
        Field("judgements", ListField(JUDGEMENT), "which claim we show where claims differ, and why"),
        Field("outcomes", ListField(OUTCOME), "what became of a plan"),
        Field("note", TEXT, "an editor's remark"),
    )
)
