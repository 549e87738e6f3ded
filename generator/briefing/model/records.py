"""The records an editor writes, decoded: subjects, articles, publishers, and the briefing itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from briefing.diagnostics.diagnostic import Span
from briefing.model.dates import PartialDate
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId


@dataclass(frozen=True, slots=True)
class Name:
    """The names of a record; ``ja`` with its ``reading`` only where they are certain."""

    en: str
    short: str | None = None
    ja: str | None = None
    reading: str | None = None

    @property
    def display(self) -> str:
        """The name for running text and tables."""
        return self.short or self.en


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name; ``link`` says whether it links in prose: yes, never, or ambiguous.

    ``asked``: an editor wrote so, and it is no default.
    """

    name: str
    link: str = "yes"
    span: Span | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that was given up, with the day it ended and the article that says so."""

    name: str
    until: PartialDate | None
    source: ArticleId | None


@dataclass(frozen=True, slots=True)
class SourcedText:
    """Prose of ours with the claims that carry it."""

    text: str
    claims: tuple[ClaimKey, ...]
    span: Span | None = None


LINE_RELATIONS = ("part_of", "sum_of", "in_addition_to", "overlaps", "supersedes", "same_sum_as")
"""How one sum of a subject may stand to others, in the order in which files and pages say so."""


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One sum of a subject and how it relates to other sums (``subject/line``)."""

    id: str
    label: str
    relations: Mapping[str, tuple[str, ...]]
    because: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Rejection:
    """A claim that an editor sets aside, with the reason code; ``span`` is where the claim is named."""

    claim: ClaimKey
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A claim that an editor moves to the subject it is really about."""

    claim: ClaimKey
    to: SubjectId


QUESTION_LENGTH = 90
"""So many characters a question has at most: it is the title of a difference."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """An editor's reading of one slot or one finding.

    ``slot`` holds the attribute and key fields as written, ``finding`` a rule and its claims;
    exactly one is set. ``word`` is both-stand, differs or None (then ``prefer`` may list claims).
    ``question`` is what it answers, in the editor's words.
    """

    subject: SubjectId
    slot: Mapping[str, str] | None
    finding_rule: str | None
    finding_claims: tuple[ClaimKey, ...]
    prefer: tuple[ClaimKey, ...]
    word: str | None
    reject: tuple[Rejection, ...]
    move: tuple[Move, ...]
    because: str
    settles_it: str | None
    decided: PartialDate | None
    seen: str | None
    span: Span
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan: met, late, dropped or unknown."""

    slot: Mapping[str, str]
    state: str
    checked: PartialDate | None
    because: str | None
    claims: tuple[ClaimKey, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Subject:
    """One fact file: a company, project, policy, person, organization, place, event or topic."""

    id: SubjectId
    kind: str
    name: Name
    describes: str
    aliases: tuple[Alias, ...]
    former_names: tuple[FormerName, ...]
    identifiers: Mapping[str, str]
    not_same_as: tuple[SubjectId, ...]
    last_verified: PartialDate | None
    bottom_line: SourcedText | None
    money_lines: tuple[MoneyLine, ...]
    judgements: tuple[Judgement, ...]
    outcomes: tuple[Outcome, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Grade:
    """How far a source is trusted, A to F, and why."""

    letter: str
    why: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published; ``subject`` names its page where it is also a subject."""

    id: PublisherId
    name: Name
    grade: Grade
    subject: SubjectId | None
    url: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference that an article names; ``id`` is what ``via`` points to."""

    id: str
    publisher: PublisherId | None
    title: str | None
    published: PartialDate | None
    url: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Paragraphs that are no part of the article, and why."""

    par: tuple[int, int]
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """An article in our words."""

    bottom_line: str | None
    points: tuple[SourcedText, ...]
    limits: tuple[str, ...]


COPYING_FORMS = frozenset({"wire-copy", "rewrite", "digest"})
"""Forms of articles that pass on what others have written."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source document."""

    id: ArticleId
    title: str | None
    publisher: PublisherId | None
    author: tuple[str, ...]
    url: str | None
    language: str
    form: str
    published: PartialDate
    published_basis: str | None
    origin: str
    grade: Grade
    capture: str | None
    review: str
    review_note: str | None
    status: str
    status_reason: str | None
    cites: tuple[Citation, ...]
    exclude: tuple[Exclusion, ...]
    summary: Summary | None
    note: str | None
    span: Span
    original_known: bool = True


@dataclass(frozen=True, slots=True)
class Rate:
    """A monthly exchange rate: one unit of the first currency in units of the second."""

    pair: str
    month: str
    rate: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What the site got wrong and put right."""

    date: PartialDate
    about: tuple[SubjectId, ...]
    claims: tuple[ClaimKey, ...]
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """A retired id: where its readers go now, or why it is gone."""

    old: str
    to: str | None
    gone: str | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """The briefing itself; ``id`` is empty unless the data give one."""

    name: Name
    url: str
    language: str
    as_of: PartialDate
    currency: str
    description: str | None
    bottom_line: SourcedText | None
    licences: Mapping[str, str]
    thresholds: Mapping[str, str]
    id: str = ""

    @property
    def today(self) -> date:
        """The day that every rule and page takes for today: the last of ``as_of``, never that of a clock."""
        # Data give a closed date; only a caller of the program can hand in one without an end.
        return self.as_of.latest or date.max
