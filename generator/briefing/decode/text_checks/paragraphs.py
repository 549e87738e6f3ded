"""The paragraphs of an article that a claim rests on, written as `22` or `22-23`."""

import re
import unicodedata

from briefing.decode.text_checks.text_problem import TextProblem

_PARAGRAPHS = re.compile(r"([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?\Z")
# What editors write around the number: par. 22, p22, ¶22, 第22段落, Abs. 22.
_PARAGRAPH_WORD = re.compile(r"^(?:par(?:agraph|a)?s?|pp?|abs|第)\.?(?=[\s\d])|^[¶§]+|(?:段落|段)$", re.IGNORECASE)
# Dashes of every kind, and the words for a range in English, German and French.
_RANGE_SIGN = re.compile(r"\s*(?:[-‐–—−~〜～]|to|bis|à)\s*")


def parse_paragraphs(text: str) -> tuple[int, int] | None:
    """Return the first and the last paragraph of a text, or None where it is malformed or runs downwards."""
    match = _PARAGRAPHS.match(text)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2] or match[1])
    if first <= last:
        return (first, last)
    return None


def check_paragraphs(text: str) -> TextProblem | None:
    """Check that paragraphs count from 1 and that a range runs upwards."""
    if parse_paragraphs(text):
        return None
    message = f'"{text}" is no paragraph'
    return TextProblem("par-malformed", message, _suggest_paragraphs(text))


def _suggest_paragraphs(text: str) -> str:
    # Japanese texts number paragraphs in full-width digits, which NFKC turns into plain ones.
    number = _PARAGRAPH_WORD.sub("", unicodedata.normalize("NFKC", text)).strip()
    paragraphs = _RANGE_SIGN.sub("-", number)
    if parse_paragraphs(paragraphs):
        return f"write {paragraphs}"
    return "write a number such as 22, or a range such as 22-23"
