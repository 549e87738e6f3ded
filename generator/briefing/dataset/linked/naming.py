"""Who names whom: the subjects that a claim names anywhere, and the claims that name a subject."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product

from briefing.model.claims import Claim
from briefing.model.grouping import group_pairs
from briefing.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from briefing.model.records import Article, Publisher
from briefing.model.value_parsing import parse_entity
from briefing.model.values import NO_VALUE_LITERALS, EntityRef

Articles = Mapping[ArticleId, Article]
Publishers = Mapping[PublisherId, Publisher]
_PARTIES = frozenset({"payer", "payee"})


def find_incoming(
    claims: Iterable[Claim], articles: Articles, publishers: Publishers
) -> Mapping[SubjectId, tuple[ClaimKey, ...]]:
    """Return, for every subject, the claims that name it without being about it."""
    pairs: list[tuple[SubjectId, ClaimKey]] = []
    for claim in claims:
        # A page has its own claims already.
        named = named_by(claim, articles, publishers).difference(claim.about)
        pairs.extend(product(named, (claim.key,)))
    return dict(sorted(group_pairs(pairs).items()))


def entity_ids(written: object) -> tuple[SubjectId, ...]:
    """Return the subjects of a qualifier as written: an id, a list of them, a name, unknown, or none."""
    if isinstance(written, list):
        return tuple(chain.from_iterable(map(entity_ids, written)))
    if not isinstance(written, str) or written in NO_VALUE_LITERALS:
        return ()
    return referred(parse_entity(written))


def referred(value: object) -> tuple[SubjectId, ...]:
    """Return the subject that a value leads to; nothing where it is no reference, be it a name without a record."""
    if not isinstance(value, EntityRef):
        return ()
    return (SubjectId(value.id),)


def named_by(claim: Claim, articles: Articles, publishers: Publishers) -> set[SubjectId]:
    """Return the subjects that a claim names anywhere."""
    named: set[SubjectId | None] = set(referred(claim.value))
    # This is asked of every claim, and hardly one names who pays.
    for party in _PARTIES & claim.qualifiers.keys():
        named.update(entity_ids(claim.qualifiers[party]))
    if claim.speaker is not None:
        named.add(claim.speaker.subject)
    # Whoever published a report is named by all that cite it.
    named.update(_cited_publishers(claim, articles, publishers))
    return set(filter(None, named))


def _cited_publishers(claim: Claim, articles: Articles, publishers: Publishers) -> Iterator[SubjectId | None]:
    """Yield who published the report that a claim is known from at second hand."""
    via = claim.qualifier("via")
    if not via:
        return
    for report in articles[claim.article].cites:
        if report.id == via:
            yield publishing_subject(report.publisher, publishers)


def publishing_subject(key: PublisherId | None, publishers: Publishers) -> SubjectId | None:
    """Return the subject that a publisher is; None where nobody is named, or the publisher is no subject."""
    if key is None or key not in publishers:
        return None
    return publishers[key].subject
