"""What a rule is: the function that finds its findings, with all that the program says and shows of them.

A module of the package ``rules`` holds one rule as ``RULE``, or several rows of one code as ``RULES``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from briefing.dataset.linked.records import Conflict, Dataset
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.diagnostics.code import Code
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.model.records import Subject

Thresholds = Mapping[str, Decimal]
"""The thresholds of one rule by name."""
AFTER_ALL_OTHERS = 1000


class Scope(StrEnum):
    """What a rule has to be given so that it finds all that may change with something: so much and no less.

    The slots that changed; all slots of their subjects, and of those whose sums are related to theirs; all claims of
    the files, or from the articles, that changed; the records of subjects and no slot; everything. A rule whose
    ``find`` looks at groups of slots needs none of these.
    """

    SLOT = "slot"
    SUBJECT = "subject"
    HOLDER = "holder"
    ARTICLE = "article"
    RECORDS = "records"
    WHOLE = "whole"


class Category(StrEnum):
    """The categories of findings, in the order in which readers need them.

    A disputed value, terms that differ, a likeness that misleads, or a note on how something is said or known.
    """

    DISPUTE = "dispute"
    TERMS = "terms"
    LOOKALIKE = "lookalike"
    NOTE = "note"

    @property
    def is_difference(self) -> bool:
        """Tell whether sources differ, so that a box with their voices is due."""
        return self in (Category.DISPUTE, Category.TERMS)


class Summary(StrEnum):
    """What a page says of a finding beside its question and above the claims compared.

    The whole message; the names of the terms in which the claims differ; or nothing, where the message goes through
    the claims one by one, as the box beneath it does.
    """

    MESSAGE = "message"
    TERMS = "terms"
    NOTHING = "nothing"


class Duty(StrEnum):
    """What a finding asks of editors beyond a judgement: to learn what became of a plan, or to look for news."""

    NONE = "none"
    OUTCOME = "outcome"
    RENEWAL = "renewal"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What ``briefing explain`` says of a rule: a title of a few words, the reason, a wrong and a right example."""

    title: str
    why: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Presentation:
    """How pages show what a rule finds.

    ``label`` names the rule within a sentence. A finding is of the ``category`` only where several voices speak and,
    unless ``around_one_value``, give several answers; else it is a note. ``questions`` are the English forms of the
    question that a finding comes down to, by their keys in the catalogue of labels; ``ask`` yields them filled in,
    from the best to what can always be asked, and without it ``question-<code>`` is asked, if there is one.
    ``terms`` are the fields in which sources may differ around one value, the first that differs is shown.
    Where ``once_for_articles``, a page has one note for all facts that the same articles give.
    """

    label: str
    category: Category
    around_one_value: bool = False
    questions: Mapping[str, str] = field(default_factory=dict)
    ask: Callable[[QuestionMatter], Iterator[str]] | None = None
    summary: Summary = Summary.MESSAGE
    terms: tuple[str, ...] = ()
    once_for_articles: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: how it finds its findings, how serious they are, and what editors and readers are told of them.

    ``severity`` is conflict or warning, ``audience`` reader or editor; ``thresholds`` are the built-in
    thresholds, which a briefing overrides by ``<code>.<name>``. ``disputes`` tells whether a finding
    makes the slots it is about disputed; ``by_slot`` whether a judgement on the slot settles it;
    ``asks`` whether a finding asks for a judgement: one that only says how things are stands explained.
    ``by_editors`` marks the rule whose findings editors write down themselves.
    ``scope`` says what it is run over again after a change, ``reads`` what a rule over records looks at in each.
    ``order`` is the place of the rule in lists, whatever its module is called. ``remedy`` is what an editor does about
    an open conflict beside judging it; ``print_together`` makes one printed finding of several open ones that are
    about the same subjects.
    """

    code: str
    find: Callable[[RuleContext, Thresholds], Iterator[Finding]]
    explanation: Explanation
    presentation: Presentation
    order: int = AFTER_ALL_OTHERS
    severity: str = "conflict"
    audience: str = "reader"
    thresholds: Thresholds = field(default_factory=dict)
    disputes: bool = False
    by_slot: bool = False
    asks: bool = True
    by_editors: bool = False
    scope: Scope = Scope.WHOLE
    reads: Callable[[Subject], object] = id
    remedy: str | Callable[[Conflict, Dataset], str] = ""
    print_together: Callable[[Sequence[Conflict], Dataset], Diagnostic] | None = None
    duty: Duty = Duty.NONE

    @property
    def catalogued(self) -> Code:
        """The entry of the rule in the catalogue of codes."""
        text = self.explanation
        return Code(self.code, Severity(self.severity), text.title, text.why, text.wrong, text.right)
