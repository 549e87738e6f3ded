"""The claims as a table for people: figures in columns of their own, names beside ids, the whole address of each claim.

Columns are a contract (``api/v1``); they may grow at the end and never change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.render.export import ExportData, Json
from briefing.render.tables import csv_text
from briefing.views.base.context import Context
from briefing.views.parts.slot_labels import slot_label

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as something else."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its type as Table Schema has it, and what it holds."""

    name: str
    type: str
    description: str


SHEET_COLUMNS = (
    Column("claim", "string", "the key of the claim"),
    Column("subject", "string", "ids of the subjects that it is about, joined by ;"),
    Column("subject_name", "string", "their names, joined by ;"),
    Column("what", "string", "what is said of them, in words"),
    Column("attribute", "string", "the same by its name in the registry"),
    Column("printed", "string", "the value as the source prints it"),
    Column("value_type", "string", "money, quantity, date, entity, text, unknown or none"),
    Column("amount", "number", "money in major units: USD 25.44bn is 25440000000"),
    Column("amount_max", "number", "the upper end of a span of money"),
    Column("currency", "string", "its currency as ISO 4217 has it"),
    Column("number", "number", "any other figure"),
    Column("number_max", "number", "the upper end of its span"),
    Column("unit", "string", "what the figure counts"),
    Column("bound", "string", "exact, about, up-to, at-least, over, under or nearly"),
    Column("per", "string", "the unit of time that it is for"),
    Column("earliest", "date", "the first day of a date"),
    Column("latest", "date", "its last day"),
    Column("value_id", "string", "the id of the subject that is the value"),
    Column("value_name", "string", "its name, or that of one without a page"),
    Column("denied", "boolean", "whether the source says that it is not so"),
    Column("modality", "string", "reported, planned, forecast, aim, opinion or editorial"),
    Column("speaker", "string", "who says it, where the source quotes somebody"),
    Column("as_of", "string", "the date that it holds for, as EDTF"),
    Column("published", "string", "the date of the article, as EDTF"),
    Column("article", "string", "the id of the article"),
    Column("article_title", "string", "its title"),
    Column("publisher", "string", "the id of its publisher"),
    Column("publisher_name", "string", "its name"),
    Column("paragraph", "integer", "the first paragraph that says it"),
    Column("grade", "string", "how far the source is trusted, A to F"),
    Column("origin", "string", "what the article copies: one origin is one witness"),
    Column("rank", "string", "shown, normal, superseded, rejected or excluded"),
    Column("confidence", "string", "high, moderate or low"),
    Column("disputed", "boolean", "whether sources differ"),
    Column("slot", "string", "the key of the question that it answers"),
    Column("address", "string", "where this site tells it"),
)


def render_claims_sheet(context: Context, data: ExportData) -> str:
    """Return the table as CSV with a byte order mark."""
    rows = (_cells(_row(context, claim, data.claims[key])) for key, claim in data.dataset.claims.items())
    return BYTE_ORDER_MARK + csv_text([column.name for column in SHEET_COLUMNS], rows)


def _cells(row: Mapping[str, object]) -> list[str]:
    return [_cell(row.get(column.name)) for column in SHEET_COLUMNS]


def _cell(content: object) -> str:
    match content:
        case None:
            return ""
        case bool():
            return str(content).lower()
        case float():
            # No spreadsheet shows 1e+22 as the sum that it is.
            return format(Decimal(str(content)), "f")
    return str(content)


def _row(context: Context, claim: Claim, row: Json) -> Json:
    copied = ("attribute", "modality", "as_of", "published", "article", "grade", "origin", "rank", "confidence",
              "disputed", "slot")  # fmt: skip
    return {
        **{name: row[name] for name in copied},
        **_value_cells(context, row["value"]),
        **_source_cells(context, claim),
        "claim": claim.key,
        "subject": ";".join(claim.about),
        "subject_name": "; ".join(map(context.display, claim.about)),
        "what": ", ".join(filter(None, slot_label(context, context.data.slot_of[claim.key]))),
        "denied": claim.denied,
        "speaker": speaker_name(context, claim),
        "address": f"{context.data.briefing.url.rstrip('/')}/{row['url']}",
    }


def _value_cells(context: Context, value: object) -> Json:
    if not isinstance(value, dict):
        return {}
    name = value.get("name")
    if value.get("id") in context.data.subjects:
        name = context.display(value["id"])
    return {**value, "value_type": value["type"], "value_id": value.get("id"), "value_name": name}


def _source_cells(context: Context, claim: Claim) -> Json:
    article = context.data.articles[claim.article]
    publisher = context.publisher(article.publisher)
    return {
        "article_title": article.title,
        "publisher": article.publisher,
        "publisher_name": publisher.name.display if publisher else None,
        "paragraph": claim.par[0] if claim.par else None,
    }


def speaker_name(context: Context, claim: Claim) -> str | None:
    """Return the name of who says it, or None where the article says it itself."""
    if claim.speaker is None:
        return None
    subject = claim.speaker.subject
    if subject is None:
        return claim.speaker.group or claim.speaker.document
    if subject in context.data.subjects:
        return context.display(SubjectId(subject))
    return subject
