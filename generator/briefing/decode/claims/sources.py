"""Where a claim comes from: its original, how far that is known and trusted, and why it may be set aside."""

from briefing.decode.claims.context import ClaimContext
from briefing.decode.reading.content import Fields
from briefing.model.ids import ArticleId
from briefing.model.records import Article, Citation

_SECOND_HAND = "C"


def find_origin(fields: Fields, article: Article, context: ClaimContext) -> str:
    """Return the claim's own origin, else that of the reference it rests on, else that of its article."""
    stated = fields.text("origin")
    if stated:
        return stated
    via = fields.text("via")
    for cited in article.cites:
        if cited.id == via:
            return _origin_of_reference(cited, context)
    return article.origin


def _origin_of_reference(cited: Citation, context: ClaimContext) -> str:
    """Return the origin that is stated of a reference, else that of the article it names, else its own id."""
    if cited.origin:
        return cited.origin
    # The reference may be an article of the data, which knows its own original.
    cited_article = context.articles.get(ArticleId(cited.id))
    if cited_article:
        return cited_article.origin
    return cited.id


def is_original_known(fields: Fields, article: Article, context: ClaimContext) -> bool:
    """Tell whether the original of a claim is known; what names its own original, or its reference, is."""
    stated = fields.text("origin")
    if stated:
        original = context.articles.get(ArticleId(stated))
        return original is None or original.original_known
    return article.original_known or fields.text("via") is not None


def grade_letter(fields: Fields, article: Article) -> str:
    """Return the grade of a claim: that of its article, capped where it rests on a reference."""
    letter = article.grade.letter
    if fields.text("via"):
        return cap_grade(letter)
    return letter


def cap_grade(letter: str) -> str:
    """Return the grade of a second-hand statement: C at best."""
    # A is the best of the letters and F the worst, so the worse is the greater.
    return max(letter, _SECOND_HAND)


def reason_to_exclude(fields: Fields, article: Article) -> str | None:
    """Return why a claim is set aside, or None where it counts."""
    if article.status == "withdrawn":
        return article.status_reason or "the article was withdrawn"
    return fields.text("exclude")
