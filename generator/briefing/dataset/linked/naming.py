"""Who names whom: the subjects that a claim names anywhere, and the claims that name a subject."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from briefing.model.claims import Claim
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import Article, Publisher
from briefing.model.value_parsing import parse_entity
from briefing.model.values import NO_VALUE_LITERALS, EntityRef

Articles = Mapping[ArticleId, Article]
Publishers = Mapping[PublisherId, Publisher]
_PARTIES = ("payer", "payee")


def find_incoming(
    claims: Iterable[Claim], articles: Articles, publishers: Publishers
) -> Mapping[SubjectId, tuple[ClaimKey, ...]]:
    """Return, for every subject, the claims that name it without being about it."""
    incoming: dict[SubjectId, list[ClaimKey]] = defaultdict(list)
    for claim in claims:
        # A page has its own claims already.
        for subject in sorted(named_by(claim, articles, publishers).difference(claim.about)):
            incoming[subject].append(claim.key)
    return {subject: tuple(keys) for subject, keys in sorted(incoming.items())}


def entity_ids(written: object) -> tuple[SubjectId, ...]:
    """Return the subjects of a qualifier as written: an id, a list of them, a name, unknown, or none."""
    if isinstance(written, list):
        return tuple(chain.from_iterable(map(entity_ids, written)))
    if not isinstance(written, str) or written in NO_VALUE_LITERALS:
        return ()
    entity = parse_entity(written)
    if not isinstance(entity, EntityRef):
        return ()
    return (SubjectId(entity.id),)


def named_by(claim: Claim, articles: Articles, publishers: Publishers) -> set[SubjectId]:
    """Return the subjects that a claim names anywhere."""
    named: set[SubjectId] = set()
    if isinstance(claim.value, EntityRef):
        named.add(SubjectId(claim.value.id))
    # This is asked of every claim, and hardly one names who pays.
    for party in _PARTIES:
        if party in claim.qualifiers:
            named.update(entity_ids(claim.qualifiers[party]))
    if claim.speaker and claim.speaker.subject:
        named.add(claim.speaker.subject)
    # Whoever published a report is named by all that cite it.
    cited = _cited_publisher(claim, articles, publishers)
    if cited and cited.subject:
        named.add(cited.subject)
    return named


def _cited_publisher(claim: Claim, articles: Articles, publishers: Publishers) -> Publisher | None:
    """Return who published the report that a claim is known from at second hand."""
    via = claim.qualifier("via")
    if not via:
        return None
    for report in articles[claim.article].cites:
        if report.id != via or not report.publisher:
            continue
        return publishers.get(report.publisher)
    return None
