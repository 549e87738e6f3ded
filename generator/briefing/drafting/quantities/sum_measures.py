"""What a sum measures where nobody pays it: a valuation, a revenue, a price."""

import re

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.text.keywords import Keywords
from briefing.model.ids import SubjectId

_MEASURES = Keywords(
    (
        ("valuation", r"worth (?:more|less|over|about|nearly)|valued at|valuation|企業価値|評価額"),
        ("revenue", r"revenue|sales of|売上"),
        ("profit", r"profits?\b|net income|earnings|利益"),
        ("market-value", r"market (?:value|cap\w*)|時価総額"),
        ("exports", r"\bexports?\b.{0,60}(?:amount|worth|reach|to)|輸出額"),
        ("foreign-direct-investment", r"foreign direct investment|\bFDI\b|直接投資"),
        ("debt", r"\bdebts?\b (?:of|reach|stood)|債務"),
        ("price", r"\bcosts?\b|priced at|価格"),
    )
)
# Measures that may have a page of their own, which then is what the sum is about, by the words for them.
_TOPICS = {"foreign-direct-investment": re.compile(r"foreign direct investment|\bFDI\b|直接投資", re.IGNORECASE)}


def find_measure(near: str, position: int) -> str | None:
    """Return the measure whose word stands nearest to a sum at a position of the words around it."""
    # A sentence may name several: "revenue of 3 billion and a profit of 1 billion".
    distances = []
    for name, match in _MEASURES.matches(near):
        distance = min(abs(match.end() - position), abs(match.start() - position))
        distances.append((distance, name))
    return min(distances, default=(0, None))[1]


def find_measured_topic(clause: Clause, measure: str) -> SubjectId | None:
    """Return the subject that the clause names by the words for a measure, if that measure can be one."""
    if measure not in _TOPICS:
        return None
    for mention in clause.mentions:
        if _TOPICS[measure].search(clause.sentence.text[mention.start : mention.end]):
            return mention.subject
    return None
