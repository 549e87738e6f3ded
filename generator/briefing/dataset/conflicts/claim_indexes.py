"""Claims by file and by article, handed on from one context to the next instead of being made anew."""

from collections.abc import Iterable, Mapping, Sequence, Set
from operator import attrgetter

from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.linked.claim_sets import key_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.ids import ClaimKey

Index = Mapping[str, Sequence[Claim]]


def claims_by_holder(context: RuleContext) -> Index:
    """Return the claims of every file."""
    return _index_by_holder(context.data.claims.values())


def claims_by_article(context: RuleContext) -> Index:
    """Return the claims that rest on every article."""
    return _index_by_article(context.data.claims.values())


def _index_by_holder(claims: Iterable[Claim]) -> Index:
    return group_by(claims, attrgetter("holder"))


def _index_by_article(claims: Iterable[Claim]) -> Index:
    return group_by(claims, attrgetter("article"))


def renew_claim_indexes(before: RuleContext, after: RuleContext, changed: Set[ClaimKey]) -> None:
    """Hand both indexes on to the context after a change of some claims."""
    gone, new = before.data.find_claims(changed), after.data.find_claims(changed)
    for make, index in ((claims_by_holder, _index_by_holder), (claims_by_article, _index_by_article)):
        after.store(make, _renewed(before.cached(make), index(gone), index(new)))


def _renewed(index: Index, gone: Index, new: Index) -> Index:
    """Return an index of claims with some of them taken out and others put in."""
    # Lists of files without a change are shared with the index before.
    renewed = dict(index)
    for name in (*gone, *new):
        keys_gone = set(map(key_of, gone.get(name, ())))
        left = [claim for claim in index.get(name, ()) if claim.key not in keys_gone]
        renewed[name] = sorted([*left, *new.get(name, ())], key=claim_order)
    return renewed
