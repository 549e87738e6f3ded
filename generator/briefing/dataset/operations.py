"""What a briefing's history consists of: one operation for each thing that a commit of the data changed.

Operations are values with nothing of a dataset in them, so that they outlive the states that they were worked out from.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.comparing.slot_keys import SlotKey
from briefing.dataset.diff import FieldChange
from briefing.model.ids import ClaimKey, SubjectId

WORDING_FIELDS = frozenset({"how", "note", "par", "quote", "review", "said"})
"""Fields in which editors write about a claim, or say where and in which words its source has it."""


class OperationKind(StrEnum):
    """What sort of thing was changed, in the order in which one commit's operations stand."""

    SHOWN_CHANGED = "shown-changed"
    DISPUTE_OPENED = "dispute-opened"
    DISPUTE_REOPENED = "dispute-reopened"
    DISPUTE_SETTLED = "dispute-settled"
    JUDGED = "judged"
    OUTCOME = "outcome"
    CLAIM_ADDED = "claim-added"
    CLAIM_CHANGED = "claim-changed"
    CLAIM_WITHDRAWN = "claim-withdrawn"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that one commit changed.

    ``day`` is that of the commit in UTC. ``question`` is the slot concerned, None where a dispute is about several.
    ``was`` and ``now`` are literals of values, statuses of disputes, states of outcomes or words of judgements; None is
    nothing. ``claims`` are those that say it now, or said it. ``fields`` are the parts that differ: all fields of a
    claim that is new. ``conflict`` is the key of a dispute. Without ``substance`` only wording has changed.
    """

    kind: OperationKind
    commit: str
    day: date
    about: tuple[SubjectId, ...]
    question: SlotKey | None
    was: str | None
    now: str | None
    claims: tuple[ClaimKey, ...]
    substance: bool
    fields: tuple[FieldChange, ...] = ()
    conflict: str | None = None

    @property
    def slot(self) -> str | None:
        """The permanent key of the slot concerned."""
        if self.question is None:
            return None
        return permanent_key(self.question)

    @property
    def week(self) -> str:
        """The ISO week of its day, such as `2026-W48`."""
        return week_of(self.day)


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first state of a briefing that its history tells, and how many claims it had."""

    commit: str
    day: date
    claims: int


@dataclass(frozen=True, slots=True)
class History:
    """What has become of a briefing since it began, oldest first."""

    began: Beginning
    operations: tuple[Operation, ...] = ()

    def weeks(self) -> dict[str, tuple[Operation, ...]]:
        """Return the operations of every ISO week in which there were any, the oldest week first."""
        weeks: dict[str, list[Operation]] = {}
        for operation in self.operations:
            weeks.setdefault(operation.week, []).append(operation)
        return {week: tuple(weeks[week]) for week in sorted(weeks)}

    def of_subject(self, subject: SubjectId) -> Iterator[Operation]:
        """Yield the operations that concern a subject, oldest first."""
        return (operation for operation in self.operations if subject in operation.about)


def week_of(day: date) -> str:
    """Return the ISO week of a day, such as `2026-W48`; weeks of years of four digits sort as text."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
