"""The shapes of the files in the data folder itself: the briefing, rates, corrections, redirects and waivers."""

from briefing.decode.shapes.common import CLAIMS, DAY, ID, LANGUAGE, LINE, NAME, SOURCED_TEXT, SUBJECTS, TEXT
from briefing.decode.shapes.field_types import (
    EitherField,
    EnumField,
    Field,
    MapField,
    RecordField,
    TextField,
)
from briefing.decode.shapes.registry import ATTRIBUTES, KINDS
from briefing.decode.text_checks.addresses import check_site_address
from briefing.decode.text_checks.ids import check_currency, check_id
from briefing.decode.text_checks.numbers import check_month, check_pair, check_rate, check_threshold
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.diagnostic import Severity

_WARNINGS = {code.code for code in CODES.values() if code.severity is Severity.WARNING}
# A waiver that has ended is not put up with by another waiver.
_WAIVABLE = tuple(sorted(_WARNINGS - {"waiver-expired"}))
_SITE_ADDRESS = TextField(check=check_site_address, max_length=2000)
_THRESHOLDS = MapField(TextField(check=check_threshold), keys=r"[a-z_.-]{1,64}\Z")

BRIEFING = RecordField(
    (
        Field("name", NAME, "the briefing's name", required=True, examples=("Chips in Japan",)),
        Field(
            "id", ID, "what calendars know it by; by default made from its English name", examples=("chips-in-japan",)
        ),
        Field("url", _SITE_ADDRESS, "the address it is published at", True, ("https://example.org/",)),
        Field("language", LANGUAGE, "the language of its pages", True, ("en",)),
        Field("as_of", DAY, "today, for every rule", required=True, examples=("2026-11-22",)),
        Field("currency", TextField(check=check_currency), "the currency that sums are shown in", True, ("JPY",)),
        Field("description", TEXT, "one sentence for search engines"),
        Field("bottom_line", SOURCED_TEXT, "the briefing in one sentence, at most 60 words"),
        Field("licences", MapField(LINE), "licence of code and data"),
        Field("thresholds", _THRESHOLDS, "limits of rules, by name"),
        Field("kinds", KINDS, "kinds of this briefing's own, or overrides"),
        Field("attributes", ATTRIBUTES, "attributes of its own, or overrides"),
    )
)
RATE = RecordField(
    (
        Field("pair", TextField(check=check_pair), "one unit of the first in units of the second", True, ("USD/JPY",)),
        Field("month", TextField(check=check_month), "the month", True, ("2024-04",)),
        Field("rate", TextField(check=check_rate), "the month's average", True, ("153.89",)),
        Field("source", LINE, "who publishes the series", required=True),
    )
)
CORRECTION = RecordField(
    (
        Field("date", DAY, "when it was put right", required=True),
        Field("about", SUBJECTS, "whose page was wrong", required=True),
        Field("claims", CLAIMS, "the claims concerned"),
        Field("was", TEXT, "what the site said", required=True),
        Field("now", TEXT, "what it says now", required=True),
    )
)
_GONE = RecordField((Field("gone", TEXT, "why there is no successor", required=True),))
REDIRECTS = MapField(
    EitherField(TextField(check=check_id), _GONE),
    # An id alone, or folder/id for a record that moved to another folder.
    keys=r"(?:[a-z0-9-]{1,64}/)?[a-z0-9-]{1,64}\Z",
    hint="write the retired id as it was; of a record that moved its old address, as in projects/acme-fab",
)
WAIVER = RecordField(
    (
        Field("code", EnumField(_WAIVABLE), "the warning that is put up with", True, ("text-too-long",)),
        Field("path", LINE, "the file it is found in", True, ("companies/acme.yml",)),
        Field("text", LINE, "words of its message, where the file has several"),
        Field("reason", TEXT, "why it is put up with", required=True),
        Field("until", DAY, "the last day of the waiver", True, ("2027-01-31",)),
    )
)
