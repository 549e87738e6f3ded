"""Claims: what one source says about one subject, as printed and as typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.diagnostics.diagnostic import Span
from briefing.model.dates import PartialDate
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.model.money import Money
from briefing.model.values import Value


class Modality(StrEnum):
    """How firmly the source says it."""

    REPORTED = "reported"
    PLANNED = "planned"
    FORECAST = "forecast"
    AIM = "aim"
    OPINION = "opinion"
    EDITORIAL = "editorial"

    @property
    def is_opinion(self) -> bool:
        """True where somebody judges rather than reports."""
        return self is _OPINION or self is _EDITORIAL


# Looked up on their class, which CPython 3.11 does slowly, these would cost more than the question.
_REPORTED, _OPINION, _EDITORIAL = Modality.REPORTED, Modality.OPINION, Modality.EDITORIAL

# In the order in which readers and editors meet them, from a word to a building; a rule says which follows which.
STAGES = (
    "proposed", "announced", "pledged", "target", "budgeted", "approved",
    "contracted", "disbursed", "spent", "built", "cancelled",
)  # fmt: skip
SUM_ATTRIBUTES = frozenset({"amount", "effect"})
"""What a sum of money can be told as: paid by somebody for something, or expected to come of it."""
BASES = ("increment", "cumulative", "stock", "flow-per-year", "total")
GRADES = ("A", "B", "C", "D", "E", "F")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is quoted: a subject, a group without a name, or a document."""

    subject: SubjectId | None = None
    group: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """The article that a statement copies, and what has become of it: current, corrected or withdrawn."""

    article: ArticleId
    status: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Erratum:
    """The claims that a source takes back by saying something else; ``span`` is where it is written."""

    claims: tuple[ClaimKey, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one source.

    ``value`` is None only where a symmetric attribute lists all its members in ``about``.
    ``qualifiers`` holds every other field that is set (defaulted and inherited ones too)
    under its data name, as printed. ``grade`` is the letter after the cap of second-hand
    claims and of copies; ``as_of`` is resolved: stated, else the end of the period, else publication.
    ``status`` is that of its article, ``original`` the article that it copies, where that is held.
    ``original_known`` tells whether ``origin`` names an original that is known, and so known to differ
    from others; a rewrite that does not say what it retells may copy anything.
    """

    key: ClaimKey
    holder: str
    order: int
    article: ArticleId
    capture: str | None
    par: tuple[int, int] | None
    about: tuple[SubjectId, ...]
    attribute: str
    value: Value | None
    also_printed: Money | None
    modality: Modality
    speaker: Speaker | None
    qualifiers: Mapping[str, object]
    period: PartialDate | None
    when: PartialDate | None
    as_of: PartialDate
    published: PartialDate
    origin: str
    grade: str
    excluded: str | None
    restates: ClaimKey | None
    span: Span
    status: str = "current"
    original: Original | None = None
    corrects: Erratum | None = None
    original_known: bool = True

    def qualifier(self, name: str) -> str | None:
        """Return a text qualifier as printed, or None where it is absent."""
        value = self.qualifiers.get(name)
        if isinstance(value, str):
            return value
        return None

    @property
    def denied(self) -> bool:
        """True where the source says that the statement is not so."""
        return "denied" in self.qualifiers and bool(self.qualifiers["denied"])

    @property
    def is_withdrawn(self) -> bool:
        """True where the source has taken back the article that says it."""
        return self.status == "withdrawn"

    @property
    def is_report(self) -> bool:
        """True where the source tells what is, and neither plans nor expects nor judges."""
        return self.modality is _REPORTED

    @property
    def is_opinion(self) -> bool:
        """True where the claim judges; part of the slot."""
        return self.modality is _OPINION or self.modality is _EDITORIAL
