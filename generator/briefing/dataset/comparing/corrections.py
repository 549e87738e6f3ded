"""Claims in, which of them their own source has corrected; corrections that can be none are findings.

A correction works as long as it stands: one that is excluded or rejected takes nothing back.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from briefing.dataset.comparing.choosing import day_of
from briefing.dataset.comparing.slot_keys import Keys, SlotKey
from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.linked.cycles import find_circles
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, error, few
from briefing.model.claims import Claim, Erratum
from briefing.model.ids import ArticleId, ClaimKey
from briefing.model.records import Article
from briefing.model.values import EntityRef

Claims = Mapping[ClaimKey, Claim]
Articles = Mapping[ArticleId, Article]


def corrected_claims(claims: Claims, rejected: Collection[ClaimKey]) -> frozenset[ClaimKey]:
    """Return the claims that their source has corrected, and what says the same of them again."""
    standing = [one for one in claims.values() if one.corrects and not one.excluded and one.key not in rejected]
    found = {key for one in standing if one.corrects for key in one.corrects.claims if key in claims}
    if not found:
        return frozenset()
    return frozenset(found | {one.key for one in claims.values() if _says_again(one, found, claims)})


def _says_again(claim: Claim, corrected: Collection[ClaimKey], claims: Claims) -> bool:
    body = claims.get(claim.restates) if claim.restates in corrected and claim.restates else None
    return body is not None and claim.corrects is None and body.value == claim.value


def find_erratum_problems(claims: Claims, articles: Articles, keys_of: Mapping[ClaimKey, Keys]) -> Iterator[Diagnostic]:
    """Yield what is wrong with corrections: another's claim, a later one, another question, a circle."""
    errata = {one.key: one.corrects for one in claims.values() if one.corrects}
    circles = find_circles({key: erratum.claims for key, erratum in errata.items()})
    for circle in circles:
        yield _cycle(sorted(circle, key=lambda key: claim_order(claims[key])), errata)
    circling = frozenset().union(*circles)
    for key, erratum in errata.items():
        for target in erratum.claims if key not in circling else ():
            if target in claims:
                yield from _target_problems(claims[key], erratum, claims[target], articles, keys_of)


def _cycle(keys: Sequence[ClaimKey], errata: Mapping[ClaimKey, Erratum]) -> Diagnostic:
    message = f"{keys[0]} corrects itself" if len(keys) == 1 else f"{few(keys)} correct each other"
    hint = "keep corrects on the claim that holds, naming the one that it takes back"
    related = tuple(Related(errata[key].span, "and this leads back") for key in keys[1:MOST_RELATED])
    return error("corrects-cycle", errata[keys[0]].span, message, hint, related)


def _target_problems(
    claim: Claim, erratum: Erratum, target: Claim, articles: Articles, keys_of: Mapping[ClaimKey, Keys]
) -> Iterator[Diagnostic]:
    problem = _source_problem(articles[claim.article], articles[target.article])
    if problem is None and claim.restates == target.key:
        problem = f'"{target.key}" is restated and corrected at once', "take restates out and write the fields"
    if problem is None and not _same_question(claim, target, keys_of):
        message = f'"{target.key}" answers another question than the claim that would correct it'
        problem = (
            message,
            "correct a claim of the same subject, attribute and key fields; for any other add a judgement",
        )
    if problem:
        related = (Related(target.span, "the claim named"),)
        yield error("corrects-target", erratum.span, problem[0], problem[1], related)


def _source_problem(mine: Article, other: Article) -> tuple[str, str] | None:
    """Return why an article can not correct another: only a source itself can, and only afterwards."""
    if mine.id == other.id:
        return None
    same_publisher = mine.publisher is not None and mine.publisher == other.publisher
    if not same_publisher and mine.origin != other.origin:
        message = f'"{other.id}" is of another source, and only a source can correct itself'
        return message, "where two sources differ, add a judgement to the file of the subject"
    if day_of(other.published) > day_of(mine.published):
        message = f'"{other.id}" appeared after the claim that would correct it'
        return message, "write corrects: at the later of the two claims"
    return None


def _same_question(claim: Claim, target: Claim, keys_of: Mapping[ClaimKey, Keys]) -> bool:
    """Tell whether two claims answer one question; where several answers stand side by side, whatever they are."""
    mine, other = keys_of.get(claim.key, ()), keys_of.get(target.key, ())
    if not {_field(key) for key in mine} & {_field(key) for key in other}:
        return False
    return bool(_ends(claim) & _ends(target))


def _field(key: SlotKey) -> tuple[object, ...]:
    return key.attribute, key.key, key.opinion


def _ends(claim: Claim) -> set[str]:
    value = claim.value
    return {*claim.about, value.id} if isinstance(value, EntityRef) else set(claim.about)
