"""Articles that a text may copy: by address, by figures of the same subjects, by words where texts are at hand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.drafting.boilerplate import overlap
from briefing.drafting.date_mentions import Published
from briefing.drafting.known_data import Known
from briefing.drafting.proposal import Proposal
from briefing.model.claims import Claim
from briefing.model.value_comparing import same_value
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import Malformed, Money, PartialDate, Quantity

SAME_TEXT = 0.5
"""From this share of shared runs of words on a text is a copy."""
REWRITTEN = 0.05
FIGURES = 3
"""So many figures of the same subjects make a common origin likely; one or two are the news itself."""
_DAYS = 21


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is held, its origin, how sure the likeness is (certain, likely, possible), and why."""

    article: str
    origin: str
    sure: str
    why: str


def find_copies(
    known: Known,
    text: str,
    url: str | None,
    published: Published,
    proposals: Sequence[Proposal],
    captures: Mapping[str, str],
) -> tuple[Copy, ...]:
    """Return what the text may copy, surest first; ``captures`` are texts by the name that articles give for theirs."""
    found = []
    shared = _shared_figures(known, proposals)
    for article in known.data.articles.values():
        likeness = overlap(text, captures[article.capture]) if article.capture and article.capture in captures else 0.0
        if url and article.url == url:
            found.append(Copy(article.id, article.origin, "certain", "it has the same address"))
        elif likeness >= REWRITTEN:
            sure = "certain" if likeness >= SAME_TEXT else "likely"
            why = f"{likeness:.0%} of its runs of seven words stand there too"
            found.append(Copy(article.id, article.origin, sure, why))
        elif len(shared[article.id]) >= FIGURES and _near(article.published, published):
            why = f"{len(shared[article.id])} figures of the same subjects: {', '.join(sorted(shared[article.id])[:4])}"
            found.append(Copy(article.id, article.origin, "possible", why))
    rank = ("certain", "likely", "possible")
    return tuple(sorted(found, key=lambda one: (rank.index(one.sure), one.article)))


def _near(held: PartialDate, published: Published) -> bool:
    """Tell whether two publications can be three weeks apart or less."""
    if held.earliest is None or held.latest is None:
        return False
    return (published.first - held.latest).days <= _DAYS and (held.earliest - published.last).days <= _DAYS


def _shared_figures(known: Known, proposals: Sequence[Proposal]) -> Mapping[str, set[str]]:
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.data.claims:
        if isinstance(claim.value, Money | Quantity | PartialDate):
            for about in claim.about:
                by_subject[about].append(claim)
    shared: dict[str, set[str]] = defaultdict(set)
    for one in proposals:
        value = parse_value_as(known.data.registry.attributes[one.attribute].values, one.value) if one.value else None
        if value is None or isinstance(value, Malformed) or not isinstance(value, Money | Quantity | PartialDate):
            continue
        for claim in by_subject[one.about]:
            if claim.value is not None and same_value(value, claim.value):
                shared[claim.article].add(f"{one.about} {one.value}")
    return shared
