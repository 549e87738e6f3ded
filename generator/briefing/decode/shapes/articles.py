"""The shapes of article and publisher files."""

from briefing.decode.shapes.claims import CLAIM, DEFAULTS
from briefing.decode.shapes.common import (
    ADDRESS,
    DATE,
    DAY,
    GRADE,
    ID,
    LANGUAGE,
    LINE,
    NAME,
    PUBLISHER_OR_UNKNOWN,
    REVIEWS,
    SLUG,
    SOURCED_TEXT,
    TEXT,
)
from briefing.decode.shapes.field_types import EnumField, Field, ListField, RecordField, RefField, TextField
from briefing.decode.text_checks.ids import check_capture
from briefing.decode.text_checks.paragraphs import check_paragraphs

_FORMS = ("report", "wire-copy", "rewrite", "digest", "opinion", "release", "reference")
_ORIGINALS = ("known", "unknown")
_STATUSES = ("current", "corrected", "withdrawn")

_REVIEW = RecordField(
    (
        Field("state", EnumField(REVIEWS), "draft, machine-reviewed or reviewed", required=True),
        Field("note", TEXT, "a remark on the review"),
        Field("by", LINE, "who reviewed it"),
        Field("date", DAY, "when it was reviewed"),
    ),
    shorthand="state",
)
_STATUS = RecordField(
    (
        Field("state", EnumField(_STATUSES), "current, corrected or withdrawn", required=True),
        Field("reason", TEXT, "why it was corrected or withdrawn"),
    ),
    shorthand="state",
)
_CITATION = RecordField(
    (
        Field("id", ID, "what via points to", required=True),
        Field("publisher", PUBLISHER_OR_UNKNOWN, "who published the reference, or unknown"),
        Field("title", LINE, "its title as printed"),
        Field("published", DATE, "its date as printed"),
        Field("url", ADDRESS, "its address as printed"),
        Field("origin", SLUG, "the original that it copies"),
    )
)
_EXCLUSION = RecordField(
    (
        Field("par", TextField(check=check_paragraphs), "the paragraphs", required=True),
        Field("why", LINE, "why they are no part of the article", required=True),
    )
)
_SUMMARY = RecordField(
    (
        Field("bottom_line", TEXT, "the article in one sentence, at most 60 words"),
        Field("points", ListField(SOURCED_TEXT), "what it says, each with its claims"),
        Field("limits", ListField(TEXT, single=True), "what to be wary of"),
    )
)
ARTICLE = RecordField(
    (
        Field("title", LINE, "the headline, or null where the text has none"),
        Field(
            "publisher",
            PUBLISHER_OR_UNKNOWN,
            "who published it, or unknown",
            required=True,
            examples=("taipei-times",),
        ),
        Field("author", ListField(LINE, single=True), "the authors as printed"),
        Field("url", ADDRESS, "the article's address, if known"),
        Field("language", LANGUAGE, "the language it is written in", True, ("en",)),
        Field("form", EnumField(_FORMS), "what kind of text it is", required=True, examples=("report",)),
        Field("published", DAY, "when; an interval where it can only be inferred", True, ("2024-04-14",)),
        Field("published_basis", TEXT, "how the date is known"),
        Field("origin", SLUG, "articles that copy one original share it; the article's own id by default"),
        Field(
            "original",
            EnumField(_ORIGINALS),
            "whether the original is known; by default that of a rewrite, digest or agency copy without origin is not",
        ),
        Field("grade", GRADE, "overrides the publisher's grade"),
        Field("capture", TextField(check=check_capture), "name of the captured text that paragraphs are counted in"),
        Field("review", _REVIEW, "how far it has been checked; reviewed by default"),
        Field("status", _STATUS, "current, corrected or withdrawn"),
        Field("cites", ListField(_CITATION), "references that the article names"),
        Field("exclude", ListField(_EXCLUSION), "paragraphs that are no part of the article"),
        Field("defaults", DEFAULTS, "fields filled into every claim whose attribute takes them"),
        Field("summary", _SUMMARY, "the article in our words"),
        Field("note", TEXT, "an editor's remark"),
        Field("claims", ListField(CLAIM), "what the article says"),
    )
)
PUBLISHER = RecordField(
    (
        Field("name", NAME, "the names", required=True, examples=("{en: Taipei Times}",)),
        Field("grade", GRADE, "how far it is trusted, and why", required=True),
        Field("subject", RefField("subject"), "its own page, where it is also a subject"),
        Field("url", ADDRESS, "its address"),
        Field("language", LANGUAGE, "the language it publishes in"),
        Field("note", TEXT, "an editor's remark"),
    )
)
