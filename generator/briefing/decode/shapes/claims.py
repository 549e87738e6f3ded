"""The shape of a claim: in an article, as a fact of a subject, and as the defaults of a file."""

from briefing.decode.shapes.common import DATE, ENTITIES, LINE, REVIEWS, SLUG, SUBJECTS, TEXT
from briefing.decode.shapes.field_types import (
    EitherField,
    EnumField,
    Field,
    FlagField,
    ListField,
    LiteralField,
    MapField,
    RecordField,
    RefField,
    TextField,
)
from briefing.decode.text_checks.ids import check_claim_id
from briefing.decode.text_checks.paragraphs import check_paragraphs
from briefing.decode.text_checks.prose import check_quote
from briefing.model.claims import BASES, STAGES, Modality
from briefing.model.key_names import KEY_FIELDS

BOUND_FIELDS = (*KEY_FIELDS, "stage", "basis", "payer", "payee", "public_share", "share")
"""Fields that only some attributes take; every other field goes with any claim."""
FLAGS = frozenset({"printed_so", "denied"})
_WORDED_FIELDS = (
    "about", "value", "also_printed", *KEY_FIELDS, "modality", "stage", "basis", "payer", "payee", "public_share",
    "share", "scope", "period", "when", "as_of", "condition", "speaker",
)  # fmt: skip
"""Fields whose value a claim may give in the source's own wording."""
_SAID = MapField(
    LINE,
    keys=rf"(?:{'|'.join(_WORDED_FIELDS)})\Z",
    known=_WORDED_FIELDS,
    hint="name the field of the claim whose wording it is",
)
_NAMELESS_SPEAKER = RecordField(
    (
        Field("group", LINE, "people without a name, such as sceptics"),
        Field("document", LINE, "a document that speaks, by its id"),
    )
)
_SPEAKER = EitherField(RefField("subject"), _NAMELESS_SPEAKER)

_ID = Field(
    "id",
    TextField(check=check_claim_id, kept=True),
    "the claim's id in this file",
    required=True,
    examples=("c22",),
)
# The order of all fields here is the order in which `fmt` writes them.
_STATEMENT = (
    Field("par", TextField(check=check_paragraphs), "paragraph, counting non-empty lines from 1"),
    Field("about", SUBJECTS, "whom the claim is about"),
    Field("attribute", RefField("attribute"), "what is said of it"),
    Field("line", TextField(max_length=120, offer="line"), "which sum of the subject"),
    Field("measure", TextField(max_length=120, offer="measure"), "what is measured or dated"),
    Field("milestone", TextField(max_length=120, offer="milestone"), "which step of a project or policy"),
    Field("role", TextField(max_length=120, offer="role"), "the office or part played"),
    Field("list", TextField(max_length=120, offer="list"), "the list that ranks"),
    Field("edition", SLUG, "the edition of the list"),
    Field(
        "value", ListField(TextField(), single=True), "what the source says, as a literal; a list makes several claims"
    ),
    Field("also_printed", LiteralField(("money",), settled=True), "the same statement in another currency, as printed"),
)
_QUALIFIERS = (
    Field("modality", EnumField(tuple(Modality)), "how firmly it is said; reported by default"),
    Field("stage", EnumField(STAGES), "how far the money has come"),
    Field("basis", EnumField(BASES), "what kind of sum it is"),
    Field("payer", ENTITIES, "who pays; unknown where the source does not say"),
    Field("payee", ENTITIES, "who receives"),
    Field("public_share", LiteralField(("quantity",)), "the public part of the sum"),
    Field("scope", LINE, "what the statement covers"),
    Field("period", DATE, "the time that the figure covers"),
    Field("when", DATE, "when the stated thing happened"),
    Field("as_of", DATE, "the day the statement holds for, where the source gives one"),
    Field("condition", LINE, "what must hold first"),
    Field("share", LiteralField(("quantity",)), "the part held"),
    Field("speaker", _SPEAKER, "who says it: an id, {group: …} or {document: …}"),
    Field("via", SLUG, "the entry of the article's cites that it rests on"),
    Field("restates", SLUG, "the claim of this file that is said again"),
    Field("corrects", RefField("claim"), "the claim that its own source takes back by saying this"),
    Field("said", _SAID, "the source's wording of a relative date or number, by field"),
    Field("how", LINE, "why the wording resolves so"),
    Field("printed_so", FlagField(), "a figure that looks like a slip is what the source prints"),
    Field("denied", FlagField(), "the source says that it is not so"),
    Field("quote", TextField(check=check_quote, max_length=400), "the speaker's words, at most 25"),
    Field("note", TEXT, "an editor's remark"),
    Field("review", EnumField(REVIEWS), "the state of this claim's review"),
    Field("origin", SLUG, "the original that this statement copies"),
    Field("exclude", LINE, "why the claim is set aside"),
)
CLAIM = RecordField((_ID, *_STATEMENT, *_QUALIFIERS))
_SOURCE = Field("source", RefField("article"), "the article file that says it", required=True)
FACT = RecordField((_ID, _SOURCE, *_STATEMENT, *_QUALIFIERS))
"""A claim in the file of a subject, which has to name its article."""
# No default makes sense for what tells one claim from another: its paragraph, its value, the claim it leans on.
_OF_ONE_CLAIM = frozenset({"par", "value", "restates", "corrects"})
DEFAULTS = RecordField(tuple(field for field in (*_STATEMENT, *_QUALIFIERS) if field.name not in _OF_ONE_CLAIM))
