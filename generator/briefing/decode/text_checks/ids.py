"""Checks of texts that name something: records, claims, captured texts, languages, currencies."""

import re

from briefing.decode.text_checks.text_problem import TextProblem
from briefing.model.currencies import CURRENCIES
from briefing.model.ids import MAX_ID_LENGTH, RESERVED_IDS, bare_id, is_id, is_local_claim_id, slug_of

# Two or three letters as in ISO 639, then subtags of at most eight as in BCP 47.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
# No slash, and no leading dot: the name is joined to the captures folder and must not leave it.
_CAPTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}\Z")


def check_id(text: str) -> TextProblem | None:
    """Check that an id consists of lower-case letters and digits in groups joined by single hyphens."""
    if len(text) > MAX_ID_LENGTH:
        message = f"the id has {len(text)} characters, at most {MAX_ID_LENGTH} are allowed"
        return TextProblem("id-too-long", message, "shorten it")
    if not is_id(text):
        message = f'"{text}" is no id'
        return TextProblem("id-malformed", message, _suggest_id(text))
    if text in RESERVED_IDS:
        hint = "choose another id; some systems can not store this one"
        message = f'the id "{text}" is reserved'
        return TextProblem("id-reserved", message, hint)
    return None


def _suggest_id(text: str) -> str:
    slug = slug_of(bare_id(text))
    if slug:
        return f'write it like "{slug}"'
    # Nothing Latin is left of a name in Japanese, say.
    return "use letters a-z, digits, hyphens"


def check_claim_id(text: str) -> TextProblem | None:
    """Check that a claim's id is a letter followed by letters and digits."""
    if is_local_claim_id(text):
        return None
    message = f'"{text}" is no claim id'
    return TextProblem("id-malformed", message, "write it like c22 or c22b")


def check_capture(text: str) -> TextProblem | None:
    """Check that the name of a captured text is a plain file name, never a path."""
    if _CAPTURE.match(text):
        return None
    message = f'"{text}" is no file name'
    return TextProblem("file-name", message, "write the name without folders")


def check_language(text: str) -> TextProblem | None:
    """Check that a language is a tag such as en or ja."""
    if _LANGUAGE.match(text):
        return None
    message = f'"{text}" is no language tag'
    return TextProblem("enum-unknown", message, "write en, ja, en-GB …")


def check_currency(text: str) -> TextProblem | None:
    """Check that a currency is an ISO 4217 code of three capital letters."""
    if text in CURRENCIES:
        return None
    message = f'"{text}" is no currency code'
    return TextProblem("enum-unknown", message, "write JPY, USD, EUR …")
