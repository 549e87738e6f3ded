"""article-unsourced: an article of whose figures, dates and relations too many rest on nobody.

A claim rests on something where it has a speaker other than the article, a reference it goes through, a reference
in its paragraph, or where its article is the actor's own release.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from briefing.dataset.linked.claim_sets import keys_of
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.model.claims import Claim
from briefing.model.grouping import group_by
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.model.values import Text

Paragraphs = set[int]


def find_article_unsourced(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every article with a larger share of unsourced claims than the limit ``share``.

    Of fewer than ``claims`` no share is taken: a reference for one fact is not an article that names nobody.
    """
    cited = _cited_paragraphs(context)
    facts = group_by(filter(_is_fact, context.data.claims.values()), lambda claim: claim.article)
    for article, claims in sorted(facts.items()):
        if len(claims) < thresholds["claims"]:
            continue
        record, paragraphs = context.data.articles[article], cited.get(article, set())
        unsourced = [claim for claim in claims if not _is_sourced(claim, record, paragraphs)]
        if len(unsourced) > thresholds["share"] * len(claims):
            yield _finding(context, article, unsourced, len(claims))


def _cited_paragraphs(context: RuleContext) -> dict[ArticleId, Paragraphs]:
    """Return by article the paragraphs in which it cites a reference."""
    cited: dict[ArticleId, Paragraphs] = defaultdict(set)
    for claim in filter(_cites, context.data.claims.values()):
        cited[claim.article].update(_paragraphs(claim))
    return cited


def _cites(claim: Claim) -> bool:
    return claim.attribute == "cites"


def _finding(context: RuleContext, article: ArticleId, unsourced: list[Claim], count: int) -> Finding:
    share = round(Decimal(100 * len(unsourced)) / count)
    name = context.article(unsourced[0])
    message = f"{name}: {len(unsourced)} of {count} claims with figures, dates or relations ({share}%) name no source"
    return Finding((f"article:{article}",), (), keys_of(unsourced), message)


def _is_fact(claim: Claim) -> bool:
    """Tell whether a claim states a figure, a date or a relation."""
    # Whom an article cites is no fact of the world.
    if _cites(claim):
        return False
    # What a headline or an FAQ says again was counted in the body.
    if claim.restates or claim.excluded:
        return False
    return not claim.is_opinion and not isinstance(claim.value, Text)


def _is_sourced(claim: Claim, article: Article, cited: Paragraphs) -> bool:
    # An actor's own release is the source of what it says of itself.
    if article.form == "release":
        return True
    if "via" in claim.qualifiers:
        return True
    if claim.speaker is not None and claim.speaker.document != article.id:
        return True
    if not cited:
        return False
    return not cited.isdisjoint(_paragraphs(claim))


def _paragraphs(claim: Claim) -> range:
    # A claim need not say in which paragraph it stands.
    if claim.par is None:
        return range(0)
    first, last = claim.par
    return range(first, last + 1)


RULE = Rule(
    code="article-unsourced",
    find=find_article_unsourced,
    explanation=Explanation(
        title="an article that names no source for much of what it says",
        why=(
            "Of its claims with figures, dates or relations, more than `article-unsourced.share` (0.25) rest on "
            "no speaker, no cited reference and no release of the actor itself. Of fewer than "
            "`article-unsourced.claims` (8) such claims no share is taken. It tells editors how far to trust a text."
        ),
        wrong=(
            "claims:\n"
            "  - {id: c1, par: 1, about: fab, attribute: amount, line: total, value: USD 2bn, stage: spent, "
            "payer: acme}"
        ),
        right=(
            "cites: [{id: report-2024, publisher: herald}]\n"
            "claims:\n"
            "  - {id: c1, par: 1, about: fab, attribute: amount, line: total, value: USD 2bn, stage: spent, "
            "payer: acme,\n"
            "     via: report-2024}"
        ),
    ),
    presentation=Presentation(
        label="an article that names few sources",
        category=Category.TERMS,
        questions={
            "question-article-unsourced": "{voice}: what do its claims rest on?",
        },
    ),
    order=300,
    audience="editor",
    thresholds={"share": Decimal("0.25"), "claims": Decimal(8)},
    scope=Scope.ARTICLE,
    remedy="where the article names a source, add it to cites and via: to the claims, or weigh its grade",
)
