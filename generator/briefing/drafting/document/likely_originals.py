"""Articles that a text may copy: by address, by figures of the same subjects, by words where texts are at hand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.decode.captures.texts import word_runs
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.held_claims import Precedent
from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId
from briefing.model.records import Article
from briefing.model.value_comparing import same_value
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import Money, PartialDate, Quantity

# From this share of shared runs of words on a text is a copy; a few runs are quotations that both took over.
_SAME_TEXT = 0.5
_REWRITTEN = 0.05
# So many figures of the same subjects make a common origin likely; one or two are the news itself.
_FIGURES_MIN = 3
_FIGURES_SHOWN = 4
_DAYS_APART_MAX = 21
_RANKS = ("certain", "likely", "possible")


@dataclass(frozen=True, slots=True)
class LikelyOriginal:
    """A held article that a text may copy, its origin, how sure that is (certain, likely, possible), and why."""

    article: str
    origin: str
    sure: str
    why: str


def find_likely_originals(
    known_data: KnownData,
    text: str,
    url: str | None,
    publication: PublicationDate,
    proposals: Iterable[Proposal],
    captures: Mapping[str, str],
) -> tuple[LikelyOriginal, ...]:
    """Return what the text may copy, surest first; ``captures`` are texts by the name that articles give for theirs."""
    runs = frozenset(word_runs(text))
    shared = _find_shared_figures(known_data, proposals)
    copies = []
    for article in known_data.records.articles.values():
        likeness = _overlap(runs, captures.get(article.capture or "", ""))
        # The same page is the same article, however its words have changed.
        if url and article.url == url:
            copies.append(LikelyOriginal(article.id, article.origin, "certain", "it has the same address"))
        elif likeness >= _REWRITTEN:
            copies.append(_original_by_words(article, likeness))
        elif len(shared[article.id]) >= _FIGURES_MIN and _is_near(article.published, publication):
            copies.append(_original_by_figures(article, sorted(shared[article.id])))
    return tuple(sorted(copies, key=lambda copy: (_RANKS.index(copy.sure), copy.article)))


def _original_by_words(article: Article, likeness: float) -> LikelyOriginal:
    """Return an article as a copy by the share of words that both have."""
    why = f"{likeness:.0%} of its runs of seven words stand there too"
    if likeness >= _SAME_TEXT:
        return LikelyOriginal(article.id, article.origin, "certain", why)
    return LikelyOriginal(article.id, article.origin, "likely", why)


def _original_by_figures(article: Article, figures: list[str]) -> LikelyOriginal:
    """Return an article as a possible copy by the figures that both have."""
    why = f"{len(figures)} figures of the same subjects: {', '.join(figures[:_FIGURES_SHOWN])}"
    return LikelyOriginal(article.id, article.origin, "possible", why)


def _overlap(runs: frozenset[tuple[str, ...]], other: str) -> float:
    """Return how many of a text's runs of seven words, from none to all as 0 to 1, stand in another text, too."""
    if not runs:
        return 0.0
    return len(runs.intersection(word_runs(other))) / len(runs)


def _is_near(held: PartialDate, publication: PublicationDate) -> bool:
    """Tell whether two publications can be three weeks apart or less."""
    if held.earliest is None or held.latest is None:
        return False
    days_later = (publication.first - held.latest).days
    days_earlier = (held.earliest - publication.last).days
    return max(days_later, days_earlier) <= _DAYS_APART_MAX


def _find_shared_figures(known_data: KnownData, proposals: Iterable[Proposal]) -> defaultdict[str, set[str]]:
    """Return, by article, the figures and dates that it claims of the same subjects as the proposals."""
    held = _figures_by_subject(known_data)
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for proposal in proposals:
        value = _parse_figure(known_data, proposal)
        if value is None:
            continue
        for precedent in held[proposal.about]:
            if same_value(value, precedent.value):
                shared[precedent.claim.article].add(f"{proposal.about} {proposal.value}")
    return shared


def _figures_by_subject(known_data: KnownData) -> defaultdict[SubjectId, list[Precedent]]:
    """Return the held claims with a figure or a date by each subject that they are about."""
    precedents: defaultdict[SubjectId, list[Precedent]] = defaultdict(list)
    # A claim about several subjects is one of each.
    for precedent in known_data.held_claims.precedents:
        for about in precedent.claim.about:
            precedents[about].append(precedent)
    return precedents


def _parse_figure(known_data: KnownData, proposal: Proposal) -> Money | Quantity | PartialDate | None:
    """Return the value of a proposal where it is a figure or a date."""
    if not proposal.value:
        return None
    value = parse_value_as(known_data.records.registry.attributes[proposal.attribute].values, proposal.value)
    if isinstance(value, Money | Quantity | PartialDate):
        return value
    return None
