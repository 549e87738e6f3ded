"""Checks of quotations and of the questions that a judgement answers."""

from briefing.decode.text_checks.text_problem import TextProblem
from briefing.model.records import QUESTION_LENGTH

QUOTE_WORDS = 25
"""Words that a quotation may have at most."""


def check_quote(text: str) -> TextProblem | None:
    """Check that a quotation has at most 25 words."""
    words = len(text.split())
    if words <= QUOTE_WORDS:
        return None
    message = f"the quotation has {words} words, at most {QUOTE_WORDS} are allowed"
    return TextProblem("quote-long", message, "shorten or paraphrase it")


def check_question(text: str) -> TextProblem | None:
    """Check that a question ends in a question mark, and is short enough for the title of a page."""
    # Japanese keyboards give the full-width mark.
    if not text.rstrip().endswith(("?", "？")):
        message = "the question does not end in a question mark"
        return TextProblem("question-malformed", message, 'ask it, as in "Spent, or pledged?"')
    if len(text) > QUESTION_LENGTH:
        message = f"the question has {len(text)} characters, at most {QUESTION_LENGTH} are allowed"
        hint = "name the two answers alone; the reason stands in because:"
        return TextProblem("question-malformed", message, hint)
    return None
