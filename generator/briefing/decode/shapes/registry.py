"""The shape of the registry: kinds of subjects, and attributes that a claim may be of."""

from briefing.decode.shapes.common import LINE, SLUG, TEXT
from briefing.decode.shapes.field_types import EnumField, Field, FlagField, ListField, MapField, RecordField, TextField
from briefing.decode.text_checks.ids import check_id
from briefing.model.key_names import KEY_FIELDS
from briefing.model.value_parsing import VALUE_KINDS

_SECTIONS = ("key-facts", "money", "milestones", "relations", "context", "opinion", "references")
_NAMES = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z"

_KIND = RecordField(
    (
        Field("folder", TextField(check=check_id), "the folder of its fact files, and its address"),
        Field("label", LINE, "what one is called"),
        Field("label_plural", LINE, "what many are called"),
        Field("schema_type", LINE, "its schema.org type"),
    )
)
# Nothing is required: a briefing that overrides a built-in attribute writes only what it changes.
_ATTRIBUTE = RecordField(
    (
        Field("label", LINE, "what readers see"),
        Field("values", ListField(EnumField(VALUE_KINDS), single=True), "the types that its value may have"),
        Field("section", EnumField(_SECTIONS), "the part of the page that it stands in"),
        Field("key", ListField(EnumField(KEY_FIELDS), single=True), "fields that, with about, make the slot"),
        Field("required", ListField(SLUG, single=True), "fields that may not be missing"),
        Field("takes", ListField(SLUG, single=True), "fields of some attributes only that it takes"),
        Field("options", ListField(SLUG, single=True), "the words a text may be"),
        Field("many", FlagField(), "several values stand side by side"),
        Field("varies", FlagField(), "varies with time: a newer value supersedes an older one"),
        Field("opinion", FlagField(), "opinion by default"),
        Field("symmetric", FlagField(), "the same from both ends"),
        Field("hierarchical", FlagField(), "the value stands above the subject, so that no circle can be right"),
        Field("inverse", TextField(check=check_id), "the second name it may be written by"),
        Field("inverse_label", LINE, "what readers see from the other end"),
        Field("doc", TEXT, "what it means"),
    )
)
KINDS = MapField(_KIND, keys=_NAMES)
ATTRIBUTES = MapField(_ATTRIBUTE, keys=_NAMES)
REGISTRY = RecordField(
    (
        Field("kinds", KINDS, "the kinds of subjects", required=True),
        Field("attributes", ATTRIBUTES, "what a claim may say", required=True),
    )
)
