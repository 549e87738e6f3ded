"""Findings on corrections that can be none: of another source's claim, a later one, another question, a circle."""

from collections.abc import Iterator, Mapping, Sequence

from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.comparing.slot_keys import SlotKey, SlotKeys
from briefing.dataset.comparing.value_sets import claim_order
from briefing.dataset.linked.cycles import find_circles
from briefing.dataset.linked.naming import referred
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, error, shorten_list
from briefing.model.claims import Claim, Erratum
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.model.records import Article

Claims = Mapping[ClaimKey, Claim]
Articles = Mapping[ArticleId, Article]
Problem = tuple[str, str]
"""A message with its hint."""


def find_erratum_problems(
    claims: Claims, articles: Articles, keys_of: Mapping[ClaimKey, SlotKeys]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with corrections: another's claim, a later one, another question, a circle."""
    errata = {claim.key: claim.corrects for claim in claims.values() if claim.corrects}
    circles = find_circles({key: erratum.claims for key, erratum in errata.items()})
    for circle in circles:
        yield _cycle(sorted(circle, key=lambda key: claim_order(claims[key])), errata)
    # Claims of a circle are reported once, as a circle.
    circling = frozenset().union(*circles)
    for key, erratum in errata.items():
        if key not in circling:
            yield from _target_problems(claims[key], erratum, claims, articles, keys_of)


def _cycle(keys: Sequence[ClaimKey], errata: Mapping[ClaimKey, Erratum]) -> Diagnostic:
    message = f"{shorten_list(keys)} correct each other"
    if len(keys) == 1:
        message = f"{keys[0]} corrects itself"
    hint = "keep corrects on the claim that holds, naming the one that it takes back"
    related = tuple(Related(errata[key].span, "and this leads back") for key in keys[1:MOST_RELATED])
    return error("corrects-cycle", errata[keys[0]].span, message, hint, related)


def _target_problems(
    claim: Claim, erratum: Erratum, claims: Claims, articles: Articles, keys_of: Mapping[ClaimKey, SlotKeys]
) -> Iterator[Diagnostic]:
    # Decoding has reported a claim that is not there.
    for target in filter(None, map(claims.get, erratum.claims)):
        problem = _source_problem(articles[claim.article], articles[target.article])
        problem = problem or _claim_problem(claim, target, keys_of)
        if problem is not None:
            message, hint = problem
            yield error("corrects-target", erratum.span, message, hint, (Related(target.span, "the claim named"),))


def _claim_problem(claim: Claim, target: Claim, keys_of: Mapping[ClaimKey, SlotKeys]) -> Problem | None:
    if claim.restates == target.key:
        return f'"{target.key}" is restated and corrected at once', "take restates out and write the fields"
    if _same_question(claim, target, keys_of):
        return None
    message = f'"{target.key}" answers another question than the claim that would correct it'
    hint = "correct a claim of the same subject, attribute and key fields; for any other add a judgement"
    return message, hint


def _source_problem(mine: Article, other: Article) -> Problem | None:
    """Return why an article can not correct another: only a source itself can, and only afterwards."""
    if mine.id == other.id:
        return None
    if not _are_of_one_source(mine, other):
        message = f'"{other.id}" is of another source, and only a source can correct itself'
        return message, "where two sources differ, add a judgement to the file of the subject"
    if day_of(other.published) > day_of(mine.published):
        message = f'"{other.id}" appeared after the claim that would correct it'
        return message, "write corrects: at the later of the two claims"
    return None


def _are_of_one_source(article: Article, other: Article) -> bool:
    if article.publisher is not None and article.publisher == other.publisher:
        return True
    return article.origin == other.origin


def _same_question(claim: Claim, target: Claim, keys_of: Mapping[ClaimKey, SlotKeys]) -> bool:
    """Tell whether two claims answer one question; where several answers stand side by side, whatever they are."""
    questions = set(map(_without_ends, keys_of.get(claim.key, ())))
    # Ends are compared apart: a corrected relation may lead to another subject.
    if questions.isdisjoint(map(_without_ends, keys_of.get(target.key, ()))):
        return False
    return not _ends(claim).isdisjoint(_ends(target))


def _without_ends(key: SlotKey) -> tuple[object, ...]:
    return key.attribute, key.key, key.opinion


def _ends(claim: Claim) -> set[SubjectId]:
    return {*claim.about, *referred(claim.value)}
