"""The shapes of every data file: the one definition that validates, generates schemas and orders keys."""

from briefing.decode import checks
from briefing.decode.fields import (
    EitherField,
    EnumField,
    Field,
    FieldType,
    FlagField,
    ListField,
    LiteralField,
    MapField,
    RecordField,
    RefField,
    TextField,
)
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.diagnostic import Severity
from briefing.model.claims import BASES, GRADES, STAGES, Modality
from briefing.model.key_names import KEY_FIELDS
from briefing.model.records import QUESTION_LENGTH

TEXT = TextField()
LINE = TextField(max_length=400)
SLUG = TextField(max_length=120)
DATE = LiteralField(("date",))
DAY = LiteralField(("date",), settled=True)
"""A date of ours, or of a document: what we do not know is left out."""
ENTITIES = EitherField(LiteralField(("entity",)), ListField(LiteralField(("entity",))))
ID = TextField(check=checks.check_id, kept=True)
ADDRESS = TextField(check=checks.check_address, max_length=2000)
SITE_ADDRESS = TextField(check=checks.check_site_address, max_length=2000)
FORMS = ("report", "wire-copy", "rewrite", "digest", "opinion", "release", "reference")
REVIEWS = ("draft", "machine-reviewed", "reviewed")
ORIGINALS = ("known", "unknown")
STATUSES = ("current", "corrected", "withdrawn")
OUTCOME_STATES = ("met", "late", "dropped", "unknown")
JUDGEMENT_WORDS = ("both-stand", "differs")
REJECT_REASONS = (
    "unsupported-figure", "superseded", "misread-source", "stage-dropped", "scope-widened", "unit-slip",
    "conversion-slip", "wrong-subject", "off-topic", "copied-error", "altered-quotation",
)  # fmt: skip
WAIVABLE = tuple(sorted({one.code for one in CODES.values() if one.severity is Severity.WARNING} - {"waiver-expired"}))
VALUE_KINDS = ("money", "quantity", "date", "entity", "text")
BOUND_FIELDS = (*KEY_FIELDS, "stage", "basis", "payer", "payee", "public_share", "share")
"""Fields that only some attributes take; every other field goes with any claim."""
FLAGS = frozenset({"printed_so", "denied"})
SECTIONS = ("key-facts", "money", "milestones", "relations", "context", "opinion", "references")
LINE_RELATIONS = ("part_of", "sum_of", "in_addition_to", "overlaps", "supersedes", "same_sum_as")

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
SLOT_FIELDS = ("attribute", *KEY_FIELDS, "value", "opinion")
SLOT = MapField(
    TextField(max_length=400),
    keys=rf"(?:{'|'.join(SLOT_FIELDS)})\Z",
    known=SLOT_FIELDS,
    hint=f"a slot is told by: {', '.join(SLOT_FIELDS)}",
)
WORDED_FIELDS = (
    "about", "value", "also_printed", *KEY_FIELDS, "modality", "stage", "basis", "payer", "payee", "public_share",
    "share", "scope", "period", "when", "as_of", "condition", "speaker",
)  # fmt: skip
SAID = MapField(
    LINE,
    keys=rf"(?:{'|'.join(WORDED_FIELDS)})\Z",
    known=WORDED_FIELDS,
    hint="name the field of the claim whose wording it is",
)
SPEAKER = EitherField(
    RefField("subject"),
    RecordField(
        (
            Field("group", LINE, "people without a name, such as sceptics"),
            Field("document", LINE, "a document that speaks, by its id"),
        )
    ),
)

_CLAIM_HEAD = (
    Field(
        "id",
        TextField(check=checks.check_claim_id, kept=True),
        "the claim's id in this file",
        required=True,
        examples=("c22",),
    ),
    Field("par", TextField(check=checks.check_paragraphs), "paragraph, counting non-empty lines from 1"),
    Field("about", ListField(RefField("subject"), single=True), "whom the claim is about"),
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
_CLAIM_TAIL = (
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
    Field("speaker", SPEAKER, "who says it: an id, {group: …} or {document: …}"),
    Field("via", SLUG, "the entry of the article's cites that it rests on"),
    Field("restates", SLUG, "the claim of this file that is said again"),
    Field("corrects", RefField("claim"), "the claim that its own source takes back by saying this"),
    Field(
        "said",
        SAID,
        "the source's wording of a relative date or number, by field",
    ),
    Field("how", LINE, "why the wording resolves so"),
    Field("printed_so", FlagField(), "a figure that looks like a slip is what the source prints"),
    Field("denied", FlagField(), "the source says that it is not so"),
    Field("quote", TextField(check=checks.check_quote, max_length=400), "the speaker's words, at most 25"),
    Field("note", TEXT, "an editor's remark"),
    Field("review", EnumField(REVIEWS), "the state of this claim's review"),
    Field("origin", SLUG, "the original that this statement copies"),
    Field("exclude", LINE, "why the claim is set aside"),
)
CLAIM = RecordField(_CLAIM_HEAD + _CLAIM_TAIL)
FACT = RecordField(
    (
        _CLAIM_HEAD[0],
        Field("source", RefField("article"), "the article file that says it", required=True),
        *_CLAIM_HEAD[1:],
        *_CLAIM_TAIL,
    )
)
DEFAULTS = RecordField(
    tuple(one for one in (*_CLAIM_HEAD[2:], *_CLAIM_TAIL) if one.name not in ("value", "restates", "corrects"))
)

ARTICLE = RecordField(
    (
        Field("title", LINE, "the headline, or null where the text has none"),
        Field(
            "publisher",
            RefField("publisher", also=("unknown",)),
            "who published it, or unknown",
            required=True,
            examples=("taipei-times",),
        ),
        Field("author", ListField(LINE, single=True), "the authors as printed"),
        Field("url", ADDRESS, "the article's address, if known"),
        Field("language", TextField(check=checks.check_language), "the language it is written in", True, ("en",)),
        Field("form", EnumField(FORMS), "what kind of text it is", required=True, examples=("report",)),
        Field("published", DAY, "when; an interval where it can only be inferred", True, ("2024-04-14",)),
        Field("published_basis", TEXT, "how the date is known"),
        Field("origin", SLUG, "articles that copy one original share it; the article's own id by default"),
        Field(
            "original",
            EnumField(ORIGINALS),
            "whether the original is known; by default that of a rewrite, digest or agency copy without origin is not",
        ),
        Field("grade", GRADE, "overrides the publisher's grade"),
        Field(
            "capture", TextField(check=checks.check_capture), "name of the captured text that paragraphs are counted in"
        ),
        Field(
            "review",
            RecordField(
                (
                    Field("state", EnumField(REVIEWS), "draft, machine-reviewed or reviewed", required=True),
                    Field("note", TEXT, "a remark on the review"),
                    Field("by", LINE, "who reviewed it"),
                    Field("date", DAY, "when it was reviewed"),
                ),
                shorthand="state",
            ),
            "how far it has been checked; reviewed by default",
        ),
        Field(
            "status",
            RecordField(
                (
                    Field("state", EnumField(STATUSES), "current, corrected or withdrawn", required=True),
                    Field("reason", TEXT, "why it was corrected or withdrawn"),
                ),
                shorthand="state",
            ),
            "current, corrected or withdrawn",
        ),
        Field(
            "cites",
            ListField(
                RecordField(
                    (
                        Field("id", ID, "what via points to", required=True),
                        Field(
                            "publisher",
                            RefField("publisher", also=("unknown",)),
                            "who published the reference, or unknown",
                        ),
                        Field("title", LINE, "its title as printed"),
                        Field("published", DATE, "its date as printed"),
                        Field("url", ADDRESS, "its address as printed"),
                        Field("origin", SLUG, "the original that it copies"),
                    )
                )
            ),
            "references that the article names",
        ),
        Field(
            "exclude",
            ListField(
                RecordField(
                    (
                        Field("par", TextField(check=checks.check_paragraphs), "the paragraphs", required=True),
                        Field("why", LINE, "why they are no part of the article", required=True),
                    )
                )
            ),
            "paragraphs that are no part of the article",
        ),
        Field("defaults", DEFAULTS, "fields filled into every claim whose attribute takes them"),
        Field(
            "summary",
            RecordField(
                (
                    Field("bottom_line", TEXT, "the article in one sentence, at most 60 words"),
                    Field("points", ListField(SOURCED_TEXT), "what it says, each with its claims"),
                    Field("limits", ListField(TEXT, single=True), "what to be wary of"),
                )
            ),
            "the article in our words",
        ),
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
        Field("language", TextField(check=checks.check_language), "the language it publishes in"),
        Field("note", TEXT, "an editor's remark"),
    )
)
SUBJECT = RecordField(
    (
        Field("name", NAME, "the names", required=True, examples=("{en: Rapidus Corporation}",)),
        Field(
            "describes", TEXT, "what this is, and what it is not", required=True, examples=("The chipmaker itself.",)
        ),
        Field(
            "aliases",
            ListField(
                RecordField(
                    (
                        Field("name", LINE, "the other name", required=True),
                        Field("link", EnumField(("yes", "never", "ambiguous")), "whether it links in prose"),
                    ),
                    shorthand="name",
                )
            ),
            "other names, in any script",
        ),
        Field(
            "former_names",
            ListField(
                RecordField(
                    (
                        Field("name", LINE, "the name that was given up", required=True),
                        Field("until", DATE, "when it ended"),
                        Field("source", RefField("article"), "the article that says so"),
                    ),
                    shorthand="name",
                )
            ),
            "names given up",
        ),
        Field(
            "identifiers", MapField(TextField(max_length=120), keys=r"[a-z_]{1,32}\Z"), "wikidata, lei, isin, ticker …"
        ),
        Field("not_same_as", ListField(RefField("subject"), single=True), "look-alikes"),
        Field("last_verified", DAY, "the day an editor checked the whole page"),
        Field("bottom_line", SOURCED_TEXT, "the answer in one sentence, at most 60 words"),
        Field("facts", ListField(FACT), "claims from sources that are not summarised"),
        Field(
            "money_lines",
            ListField(
                RecordField(
                    (
                        Field("id", ID, "the sum's id on this subject", required=True),
                        Field("label", LINE, "its name", required=True),
                        *(
                            Field(one, ListField(SLUG, single=True), f"sums it stands in: {one}")
                            for one in LINE_RELATIONS
                        ),
                        Field("because", TEXT, "how the relation is known"),
                    )
                )
            ),
            "the sums that the subject pays, receives or consists of",
        ),
        Field(
            "judgements",
            ListField(
                RecordField(
                    (
                        Field("slot", SLOT, "the slot judged: attribute and key fields"),
                        Field(
                            "finding",
                            RecordField(
                                (
                                    Field("rule", SLUG, "the rule that found it", required=True),
                                    Field("claims", ListField(RefField("claim"), single=True), "its claims"),
                                )
                            ),
                            "the finding judged, where it is no slot",
                        ),
                        Field(
                            "question",
                            TextField(check=checks.check_question),
                            f"what readers ask here; at most {QUESTION_LENGTH} characters, ends in a question mark",
                            examples=('"What is fiscal 2040 the end of: the plan, or its forecasts?"',),
                        ),
                        Field("prefer", ListField(SLUG, single=True), "claims that we show, or both-stand, or differs"),
                        Field(
                            "reject",
                            ListField(
                                RecordField(
                                    (
                                        Field("claim", RefField("claim"), "the claim set aside", required=True),
                                        Field("reason", EnumField(REJECT_REASONS), "why", required=True),
                                    )
                                )
                            ),
                            "claims that are set aside, each with its reason",
                        ),
                        Field(
                            "move",
                            ListField(
                                RecordField(
                                    (
                                        Field("claim", RefField("claim"), "the misattributed claim", required=True),
                                        Field("to", RefField("subject"), "the subject it is about", required=True),
                                    )
                                )
                            ),
                            "claims that belong to another subject",
                        ),
                        Field("because", TEXT, "the reason for the reading", required=True),
                        Field("settles_it", TEXT, "what would settle it"),
                        Field("decided", DAY, "when it was decided", required=True),
                        Field("seen", SLUG, "digest of the claims judged; written by fmt"),
                    )
                )
            ),
            "which claim we show where claims differ, and why",
        ),
        Field(
            "outcomes",
            ListField(
                RecordField(
                    (
                        Field("slot", SLOT, "the plan", required=True),
                        Field("state", EnumField(OUTCOME_STATES), "what became of it", required=True),
                        Field("checked", DAY, "when an editor looked"),
                        Field("because", TEXT, "how it is known"),
                        Field("claims", ListField(RefField("claim"), single=True), "the claims that show it"),
                    )
                )
            ),
            "what became of a plan",
        ),
        Field("note", TEXT, "an editor's remark"),
    )
)
_NAMES = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z"
KIND = RecordField(
    (
        Field("folder", TextField(check=checks.check_id), "the folder of its fact files, and its address"),
        Field("label", LINE, "what one is called"),
        Field("label_plural", LINE, "what many are called"),
        Field("schema_type", LINE, "its schema.org type"),
    )
)
ATTRIBUTE = RecordField(
    (
        Field("label", LINE, "what readers see"),
        Field("values", ListField(EnumField(VALUE_KINDS), single=True), "the types that its value may have"),
        Field("section", EnumField(SECTIONS), "the part of the page that it stands in"),
        Field("key", ListField(EnumField(KEY_FIELDS), single=True), "fields that, with about, make the slot"),
        Field("required", ListField(SLUG, single=True), "fields that may not be missing"),
        Field("takes", ListField(SLUG, single=True), "fields of some attributes only that it takes"),
        Field("options", ListField(SLUG, single=True), "the words a text may be"),
        Field("many", FlagField(), "several values stand side by side"),
        Field("varies", FlagField(), "varies with time: a newer value supersedes an older one"),
        Field("opinion", FlagField(), "opinion by default"),
        Field("symmetric", FlagField(), "the same from both ends"),
        Field("hierarchical", FlagField(), "the value stands above the subject, so that no circle can be right"),
        Field("inverse", TextField(check=checks.check_id), "the second name it may be written by"),
        Field("inverse_label", LINE, "what readers see from the other end"),
        Field("doc", TEXT, "what it means"),
    )
)
REGISTRY = RecordField(
    (
        Field("kinds", MapField(KIND, keys=_NAMES), "the kinds of subjects", required=True),
        Field("attributes", MapField(ATTRIBUTE, keys=_NAMES), "what a claim may say", required=True),
    )
)
BRIEFING = RecordField(
    (
        Field("name", NAME, "the briefing's name", required=True, examples=("Chips in Japan",)),
        Field(
            "id", ID, "what calendars know it by; by default made from its English name", examples=("chips-in-japan",)
        ),
        Field("url", SITE_ADDRESS, "the address it is published at", required=True, examples=("https://example.org/",)),
        Field("language", TextField(check=checks.check_language), "the language of its pages", True, ("en",)),
        Field("as_of", DAY, "today, for every rule", required=True, examples=("2026-11-22",)),
        Field(
            "currency", TextField(check=checks.check_currency), "the currency that sums are shown in", True, ("JPY",)
        ),
        Field("description", TEXT, "one sentence for search engines"),
        Field("bottom_line", SOURCED_TEXT, "the briefing in one sentence, at most 60 words"),
        Field("licences", MapField(LINE), "licence of code and data"),
        Field(
            "thresholds",
            MapField(TextField(check=checks.check_threshold), keys=r"[a-z_.-]{1,64}\Z"),
            "limits of rules, by name",
        ),
        Field("kinds", MapField(KIND, keys=_NAMES), "kinds of this briefing's own, or overrides"),
        Field("attributes", MapField(ATTRIBUTE, keys=_NAMES), "attributes of its own, or overrides"),
    )
)
RATE = RecordField(
    (
        Field(
            "pair",
            TextField(check=checks.check_pair),
            "one unit of the first in units of the second",
            True,
            ("USD/JPY",),
        ),
        Field("month", TextField(check=checks.check_month), "the month", True, ("2024-04",)),
        Field("rate", TextField(check=checks.check_rate), "the month's average", True, ("153.89",)),
        Field("source", LINE, "who publishes the series", required=True),
    )
)
CORRECTION = RecordField(
    (
        Field("date", DAY, "when it was put right", required=True),
        Field("about", ListField(RefField("subject"), single=True), "whose page was wrong", required=True),
        Field("claims", ListField(RefField("claim"), single=True), "the claims concerned"),
        Field("was", TEXT, "what the site said", required=True),
        Field("now", TEXT, "what it says now", required=True),
    )
)
REDIRECT = EitherField(
    TextField(check=checks.check_id),
    RecordField((Field("gone", TEXT, "why there is no successor", required=True),)),
)
WAIVER = RecordField(
    (
        Field("code", EnumField(WAIVABLE), "the warning that is put up with", True, ("text-too-long",)),
        Field("path", LINE, "the file it is found in", True, ("companies/acme.yml",)),
        Field("text", LINE, "words of its message, where the file has several"),
        Field("reason", TEXT, "why it is put up with", required=True),
        Field("until", DAY, "the last day of the waiver", True, ("2027-01-31",)),
    )
)
FILES: dict[str, FieldType] = {
    "article": ARTICLE,
    "subject": SUBJECT,
    "publisher": PUBLISHER,
    "briefing": BRIEFING,
    "rates": ListField(RATE),
    "corrections": ListField(CORRECTION),
    "redirects": MapField(
        REDIRECT,
        keys=r"(?:[a-z0-9-]{1,64}/)?[a-z0-9-]{1,64}\Z",
        hint="write the retired id as it was; of a record that moved its old address, as in projects/acme-fab",
    ),
    "waivers": ListField(WAIVER),
}
