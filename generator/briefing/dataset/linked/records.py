"""What the claims add up to: slots, value groups, relations, conflicts, and the whole dataset."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.dataset.linked.claim_sets import claims_of, key_of
from briefing.dataset.linked.selections import items_of
from briefing.diagnostics.diagnostic import Span
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import (
    Article,
    Briefing,
    Correction,
    Judgement,
    Publisher,
    Rate,
    Redirect,
    Subject,
)
from briefing.model.registry import Kind, Registry
from briefing.model.values import Value


class Rank(StrEnum):
    """Where a claim stands in its slot."""

    SHOWN = "shown"
    NORMAL = "normal"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"
    EXCLUDED = "excluded"


# Looked up on its class, which CPython 3.11 does slowly, it would cost more than all else of ``Slot.shown``.
_SHOWN = Rank.SHOWN


class Confidence(StrEnum):
    """How sure a value group is."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


class Doubt(StrEnum):
    """Why nothing backs a value, though claims say it: what became of the source that they come from."""

    WITHDRAWN = "withdrawn"
    MISQUOTED = "misquoted"
    CORRECTED = "corrected"


KeyFields = tuple[tuple[str, str | None], ...]
"""The key fields of an attribute, each with the name that a claim gives it, or None."""


def named_fields(key: KeyFields) -> dict[str, str]:
    """Return the key fields that a claim gives a name, with that name."""
    return {field_name: name for field_name, name in key if name is not None}


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """The standing claims of one slot that say the same value.

    ``origins`` are sorted and count once each; ``independent`` of them are known to differ. ``grade`` is the best over
    origins, where an origin has the lowest grade among its articles here; ``as_of`` is the newest. ``doubt`` is there
    where all of them copy an original that was withdrawn or says otherwise, or where their source corrected them.
    """

    value: Value | None
    denied: bool
    claims: tuple[Claim, ...]
    origins: tuple[str, ...]
    grade: str
    as_of: PartialDate
    confidence: Confidence
    reason: str
    doubt: Doubt | None = None
    independent: int = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """All claims that answer one question about one subject.

    ``about`` is sorted for symmetric attributes. ``key`` holds the registry's key fields, None
    where absent. ``groups`` are the standing value groups, the shown one first; ``ranks`` says
    of every claim where it stands, the set-aside ones included.
    """

    about: tuple[SubjectId, ...]
    attribute: str
    key: KeyFields
    many_value: str | None
    opinion: bool
    claims: tuple[Claim, ...]
    groups: tuple[ValueGroup, ...]
    ranks: Mapping[ClaimKey, Rank]
    confidences: Mapping[ClaimKey, Confidence]
    disputed: bool
    judgement: Judgement | None

    @property
    def corrected(self) -> frozenset[ClaimKey]:
        """The claims that their own source has corrected."""
        corrected = [group for group in self.groups if group.doubt is Doubt.CORRECTED]
        return frozenset(map(key_of, claims_of(corrected)))

    @property
    def shown(self) -> ValueGroup | None:
        """The group that the site shows, or None where every claim is set aside."""
        if not self.groups:
            return None
        first = self.groups[0]
        # A slot whose claims were all corrected has groups, and shows none of them.
        if self.ranks[first.claims[0].key] is not _SHOWN:
            return None
        return first

    @property
    def affirmed(self) -> ValueGroup | None:
        """The group that the site shows where it says that something is so, and not that it is not."""
        shown = self.shown
        if shown is None or shown.denied:
            return None
        return shown


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation seen from one of its ends; exactly one of ``other`` and ``other_name`` is set."""

    subject: SubjectId
    attribute: str
    label: str
    inverse: bool
    other: SubjectId | None
    other_name: str | None
    slot: Slot


@dataclass(frozen=True, slots=True)
class Conflict:
    """A difference in the world, not in our data; ``key`` is its permanent anchor."""

    key: str
    rule: str
    severity: str
    status: str
    audience: str
    about: tuple[SubjectId, ...]
    claims: tuple[ClaimKey, ...]
    message: str
    reading: str | None
    judgement: Judgement | None
    span: Span


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that a page, a feed or an export may draw on; sorted, immutable."""

    briefing: Briefing
    registry: Registry
    subjects: Mapping[SubjectId, Subject]
    articles: Mapping[ArticleId, Article]
    publishers: Mapping[PublisherId, Publisher]
    claims: Mapping[ClaimKey, Claim]
    slots: tuple[Slot, ...]
    slot_of: Mapping[ClaimKey, Slot]
    slots_of: Mapping[SubjectId, tuple[Slot, ...]]
    relations_of: Mapping[SubjectId, tuple[Relation, ...]]
    conflicts: tuple[Conflict, ...]
    rates: tuple[Rate, ...]
    corrections: tuple[Correction, ...]
    redirects: tuple[Redirect, ...]
    incoming_of: Mapping[SubjectId, tuple[ClaimKey, ...]] = field(default_factory=dict)

    def find_claims(self, keys: Iterable[ClaimKey]) -> list[Claim]:
        """Return the claims with these keys, in the order of the keys; a key that no claim has is passed over."""
        return [self.claims[key] for key in keys if key in self.claims]

    def find_slots(self, subjects: Iterable[SubjectId]) -> Iterator[Slot]:
        """Yield the slots of some subjects, subject by subject; one that is about several of them comes again."""
        return items_of(subjects, self.slots_of)

    def kind_of(self, subject: SubjectId) -> Kind | None:
        """Return the kind of a subject; None of one who is named without a record."""
        record = self.subjects.get(subject)
        if record is None:
            return None
        return self.registry.kinds.get(record.kind)

    def schema_type_of(self, subject: SubjectId) -> str:
        """Return the schema.org type of a subject's kind, nothing where it has no kind."""
        kind = self.kind_of(subject)
        if kind is None:
            return ""
        return kind.schema_type
