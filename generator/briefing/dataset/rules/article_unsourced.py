"""article-unsourced: an article of whose figures, dates and relations too many rest on nobody.

A claim rests on something where it has a speaker other than the article, a reference it goes through, a reference
in its paragraph, or where its article is the actor's own release.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.model.claims import Claim
from briefing.model.ids import ArticleId
from briefing.model.records import Article
from briefing.model.values import Text

Paragraphs = set[int]


def find_article_unsourced(context: RuleContext, thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every article with a larger share of unsourced claims than the limit ``share``.

    Of fewer than ``claims`` no share is taken: a reference for one fact is not an article that names nobody.
    """
    told: dict[ArticleId, list[Claim]] = defaultdict(list)
    cited: dict[ArticleId, Paragraphs] = defaultdict(set)
    for claim in context.data.claims.values():
        if claim.attribute == "cites":
            if claim.par:
                cited[claim.article].update(_paragraphs(claim))
        elif _is_fact(claim):
            told[claim.article].append(claim)
    for article, claims in sorted(told.items()):
        if len(claims) < thresholds["claims"]:
            continue
        bare = [one for one in claims if not _rests_on(one, context.data.articles[article], cited[article])]
        if len(bare) > thresholds["share"] * len(claims):
            yield _finding(context, article, bare, len(claims))


def _finding(context: RuleContext, article: ArticleId, bare: list[Claim], count: int) -> Finding:
    share = round(Decimal(100 * len(bare)) / count)
    name = context.article(bare[0])
    message = f"{name}: {len(bare)} of {count} claims with figures, dates or relations ({share}%) name no source"
    return Finding((f"article:{article}",), (), tuple(sorted(claim.key for claim in bare)), message)


def _is_fact(claim: Claim) -> bool:
    """Tell whether a claim states a figure, a date or a relation; a restatement was counted in the body."""
    return not (isinstance(claim.value, Text) or claim.excluded or claim.restates or claim.is_opinion)


def _rests_on(claim: Claim, article: Article, cited: Paragraphs) -> bool:
    speaker = claim.speaker
    named = speaker is not None and speaker.document != article.id
    passed_on = named or "via" in claim.qualifiers or article.form == "release"
    return passed_on or (bool(cited) and not cited.isdisjoint(_paragraphs(claim)))


def _paragraphs(claim: Claim) -> range:
    return range(claim.par[0], claim.par[1] + 1) if claim.par else range(0)


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
