"""A history as bytes that one build keeps for the next, and back."""

import json
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.diff import FieldChange
from briefing.dataset.operations import Beginning, History, Operation, OperationKind

_QUICKLY = 1


@dataclass(frozen=True, slots=True)
class KeptHistory:
    """A history with what it was worked out from: so many commits, of which it has a ``digest``.

    ``last`` is the number, from 0, of the last of them that left data without errors.
    """

    history: History
    last: int
    commits: int
    digest: str


def print_history(kept: KeptHistory) -> bytes:
    """Return a kept history as bytes."""
    began = kept.history.began
    document = {
        "last": kept.last,
        "commits": kept.commits,
        "digest": kept.digest,
        "began": [began.commit, began.day.isoformat(), began.claims],
        "operations": list(map(_row, kept.history.operations)),
    }
    return zlib.compress(json.dumps(document, ensure_ascii=True).encode("ascii"), _QUICKLY)


def parse_history(content: bytes) -> KeptHistory | None:
    """Return the history that ``print_history`` wrote, or None for anything else."""
    try:
        document = json.loads(zlib.decompress(content))
        commit, day, claims = document["began"]
        history = History(
            Beginning(commit, date.fromisoformat(day), claims), tuple(map(_operation, document["operations"]))
        )
        return KeptHistory(history, document["last"], document["commits"], document["digest"])
    except (zlib.error, ValueError, TypeError, LookupError):
        return None


def _row(operation: Operation) -> list[Any]:
    question = operation.question
    return [
        operation.kind.value,
        operation.commit,
        operation.day.isoformat(),
        operation.about,
        question and [question.about, question.attribute, question.key, question.many_value, question.opinion],
        operation.was,
        operation.now,
        operation.claims,
        operation.substance,
        [[field.field, field.was, field.now] for field in operation.fields],
        operation.conflict,
    ]


def _operation(row: list[Any]) -> Operation:
    kind, commit, day, about, question, was, now, claims, substance, fields, conflict = row
    return Operation(
        OperationKind(kind),
        commit,
        date.fromisoformat(day),
        about=tuple(about),
        question=question and _question(*question),
        was=was,
        now=now,
        claims=tuple(claims),
        substance=substance,
        fields=tuple(FieldChange(*field) for field in fields),
        conflict=conflict,
    )


def _question(about: list[Any], attribute: str, key: list[list[Any]], many_value: str | None, opinion: bool) -> SlotKey:
    return SlotKey(tuple(about), attribute, tuple((name, value) for name, value in key), many_value, opinion)
