"""The rows of the SQLite file: what the JSON files say, with one column for each thing that a query asks for."""

import json
from collections.abc import Iterable, Iterator

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.linked.records import Relation
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.records import Article, Publisher, Subject
from briefing.model.values import EntityName, EntityRef
from briefing.render.claims_sheet import speaker_name
from briefing.render.database.east_words import IN_NAMES, search_words
from briefing.render.database.tables import Row
from briefing.render.export import ExportData, Json
from briefing.render.export_sources import article_json, plain_text, publisher_json
from briefing.views.base.context import Context
from briefing.views.parts.slot_labels import slot_label

LARGEST_INTEGER = 2**63 - 1


def briefing_rows(context: Context, *, full_text: bool) -> Iterator[Row]:
    """Yield what the file says of itself."""
    briefing = context.data.briefing
    yield {"key": "name", "value": briefing.name.en}
    yield {"key": "as_of", "value": briefing.as_of.edtf}
    yield {"key": "url", "value": briefing.url}
    for part, licence in sorted(briefing.licences.items()):
        yield {"key": f"licence-{part}", "value": licence}
    yield {"key": "full_text", "value": "yes" if full_text else "no: written by a SQLite without FTS5"}


def subject_row(context: Context, subject: Subject) -> Row:
    """Return a subject with our own words about it."""
    bottom_line = _plain_or_none(context, subject.bottom_line.text if subject.bottom_line else None)
    return {
        "id": subject.id,
        "kind": subject.kind,
        "name": subject.name.display,
        "describes": subject.describes,
        "bottom_line": bottom_line,
        "last_verified": subject.last_verified.edtf if subject.last_verified else None,
        "url": context.page(subject.id).removesuffix("index.md"),
        "words": search_words((*(name for _, name in _names(subject)), subject.describes, bottom_line)),
    }


def name_rows(subjects: Iterable[Subject]) -> Iterator[Row]:
    """Yield every name of every subject."""
    number = 0
    for subject in subjects:
        for sort, name in _names(subject):
            number += 1
            words = search_words((name,), IN_NAMES)
            yield {"id": number, "subject": subject.id, "sort": sort, "name": name, "words": words}


def _names(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield the names of a subject, each with what it is: `en`, `short`, `ja`, `reading`, `alias` or `former`."""
    name = subject.name
    for sort, text in (("en", name.en), ("short", name.short), ("ja", name.ja), ("reading", name.reading)):
        if text:
            yield sort, text
    for alias in subject.aliases:
        yield "alias", alias.name
    for former in subject.former_names:
        yield "former", former.name


def publisher_row(publisher: Publisher) -> Row:
    """Return a publisher with its grade."""
    row = publisher_json(publisher)
    grade = publisher.grade
    return {**_columns(row, "id", "subject", "source_url", "url"), "name": publisher.name.display,
            "grade": grade.letter, "why": grade.why}  # fmt: skip


def article_row(context: Context, article: Article) -> Row:
    """Return an article; all of our summary is searched, and its first sentence shown."""
    row, summary = article_json(article), article.summary
    points = [point.text for point in summary.points] if summary else []
    bottom_line = _plain_or_none(context, summary.bottom_line if summary else None)
    copied = ("id", "title", "publisher", "language", "form", "published", "origin", "original", "review", "status")
    texts = (article.title, bottom_line, *(plain_text(context, point) for point in points))
    return {
        **_columns(row, *copied, "source_url", "url"),
        "grade": article.grade.letter,
        "bottom_line": bottom_line,
        "words": search_words(texts),
    }


def slot_row(slot: Json) -> Row:
    """Return a question with the value that is shown; ``slot`` is its row in JSON."""
    shown, outcome = slot["shown"], slot["outcome"]
    return {
        **_columns(slot, "key", "attribute", "question", "opinion", "confidence", "disputed", "url"),
        "shown": str(shown["printed"]) if isinstance(shown, dict) else None,
        "state": str(outcome["state"]) if isinstance(outcome, dict) else None,
    }


def claim_row(context: Context, claim: Claim, row: Json) -> Row:
    """Return a claim with its figures as numbers; ``row`` is its row in JSON."""
    first, last = claim.par or (None, None)
    label = " ".join(filter(None, slot_label(context, context.data.slot_of[claim.key])))
    speaker = speaker_name(context, claim)
    names = [context.display(subject) for subject in claim.about]
    printed = _printed(context, claim)
    copied = ("id", "slot", "article", "attribute", "modality", "as_of", "published", "origin", "original", "grade",
              "rank", "confidence", "disputed", "url")  # fmt: skip
    return {
        **_columns(row, *copied),
        **_value_columns(context, row["value"]),
        "denied": int(claim.denied),
        "paragraph": first,
        "paragraph_last": last,
        "label": label,
        "speaker": _known(context, claim.speaker.subject if claim.speaker else None),
        "speaker_name": speaker,
        "qualifiers": json.dumps(row["qualifiers"], ensure_ascii=False),
        "words": search_words((*names, label, printed, speaker)),
    }


def _value_columns(context: Context, value: object) -> Row:
    """Return the columns of a value, those that its type does not have empty."""
    columns: Json = dict(value) if isinstance(value, dict) else {}
    entity = columns.get("id")
    return {
        **_columns(columns, "printed", "type", "amount", "amount_max", "currency", "number", "number_max", "unit",
                   "bound", "per", "earliest", "latest"),
        "entity": _known(context, str(entity) if entity else None),
    }  # fmt: skip


def _columns(row: Json, *names: str) -> dict[str, str | int | float | None]:
    return {name: _cell(row.get(name)) for name in names}


def _cell(content: object) -> str | int | float | None:
    match content:
        case bool():
            return int(content)
        case int() if abs(content) > LARGEST_INTEGER:
            # SQLite has no larger ones.
            return float(content)
        case None | int() | float():
            return content
    return str(content)


def _printed(context: Context, claim: Claim) -> str:
    """Return the words that a value is searched by: a subject's name rather than its id."""
    match claim.value:
        case None:
            return ""
        case EntityRef(id=subject) if subject in context.data.subjects:
            return context.display(SubjectId(subject))
        case EntityName(name=name):
            return name
    return claim.value.printed


def _known(context: Context, name: str | None) -> str | None:
    """Return the id of a subject, or None where there is no such subject to refer to."""
    return name if name in context.data.subjects else None


def _plain_or_none(context: Context, text: str | None) -> str | None:
    return plain_text(context, text) if text else None


def relation_rows(context: Context) -> Iterator[Row]:
    """Yield every relation that stands, once from each of its ends."""
    number = 0
    for subject in context.data.subjects:
        for relation in context.data.relations_of.get(subject, ()):
            if relation.slot.affirmed is not None:
                number += 1
                yield {"id": number, **_relation_row(relation)}


def _relation_row(relation: Relation) -> Row:
    return {
        "slot": permanent_key(relation.slot),
        "subject": relation.subject,
        "attribute": relation.attribute,
        "label": relation.label,
        "inverse": int(relation.inverse),
        "other": relation.other,
        "other_name": relation.other_name,
    }


def conflict_row(conflict: Json) -> Row:
    """Return a conflict; ``conflict`` is its row in JSON."""
    return _columns(conflict, "key", "rule", "severity", "status", "audience", "question", "sentence", "reading", "url")


def pairs(rows: Iterable[Json], key: str, names: str, columns: tuple[str, str]) -> Iterator[Row]:
    """Yield a row for each of what stands in a list of a record, such as every subject that a claim is about."""
    first, second = columns
    for row in rows:
        listed = row[names]
        assert isinstance(listed, list)
        for name in dict.fromkeys(listed):
            yield {first: str(row[key]), second: name}


def data_of(data: ExportData) -> tuple[tuple[Claim, Json], ...]:
    """Return every claim beside its row in JSON."""
    return tuple((data.dataset.claims[key], row) for key, row in data.claims.items())
