"""Checks of single texts: identifiers, paragraphs, addresses; each returns (code, message, hint) or None."""

import re
import unicodedata
from urllib.parse import urlsplit

from briefing.model.currencies import CURRENCIES
from briefing.model.hosts import MAX_ADDRESS, linkable_domain
from briefing.model.ids import MAX_ID_LENGTH, RESERVED_IDS, bare_id, is_id, is_local_claim_id, slug_of
from briefing.model.records import QUESTION_LENGTH
from briefing.model.sites import site_problem

Verdict = tuple[str, str, str] | None

_PARAGRAPHS = re.compile(r"([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?\Z")
_PARAGRAPH_WORD = re.compile(r"^(?:par(?:agraph|a)?s?|pp?|abs|第)\.?(?=[\s\d])|^[¶§]+|(?:段落|段)$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\Z")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
_RATE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?\Z")
_THRESHOLD = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?\Z")
_CAPTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}\Z")
_FORBIDDEN_IN_ADDRESS = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"'`{}|\\^\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
QUOTE_WORDS = 25


def check_id(text: str) -> Verdict:
    """An id is lower-case letters and digits in groups joined by single hyphens."""
    if len(text) > MAX_ID_LENGTH:
        return "id-too-long", f"the id has {len(text)} characters, at most {MAX_ID_LENGTH} are allowed", "shorten it"
    if not is_id(text):
        slug = slug_of(bare_id(text))
        return (
            "id-malformed",
            f'"{text}" is no id',
            f'write it like "{slug}"' if slug else "use letters a-z, digits, hyphens",
        )
    if text in RESERVED_IDS:
        return "id-reserved", f'the id "{text}" is reserved', "choose another id; some systems can not store this one"
    return None


def check_claim_id(text: str) -> Verdict:
    """A claim's id is a letter followed by letters and digits."""
    if is_local_claim_id(text):
        return None
    return "id-malformed", f'"{text}" is no claim id', "write it like c22 or c22b"


def parse_paragraphs(text: str) -> tuple[int, int] | None:
    """Return first and last paragraph of ``22`` or ``22-23``, or None."""
    match = _PARAGRAPHS.match(text)
    if not match:
        return None
    first = int(match[1])
    last = int(match[2] or match[1])
    return (first, last) if first <= last else None


def check_paragraphs(text: str) -> Verdict:
    """Paragraphs count from 1; a range runs upwards."""
    if parse_paragraphs(text):
        return None
    plain = _PARAGRAPH_WORD.sub("", unicodedata.normalize("NFKC", text)).strip()
    meant = re.sub(r"\s*(?:[-‐–—−~〜～]|to|bis|à)\s*", "-", plain)
    hint = f"write {meant}" if parse_paragraphs(meant) else "write a number such as 22, or a range such as 22-23"
    return "par-malformed", f'"{text}" is no paragraph', hint


def check_address(text: str) -> Verdict:
    """An address is http or https, has a host, and carries no credentials or control characters."""
    if _FORBIDDEN_IN_ADDRESS.search(text):
        return "address-malformed", "the address holds a character that no address may hold", "percent-encode it"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "address-malformed", f'"{text}" is no address', "check the host and the port"
    if parts.scheme.lower() not in ("http", "https"):
        start = f'begins with "{parts.scheme}:"' if parts.scheme else "has no scheme"
        return "address-scheme", f"the address {start}", "write http:// or https:// and the host"
    if "@" in parts.netloc:
        return "address-malformed", "the address carries a user name", "take out everything up to the @"
    if port == 0 or "[" in parts.netloc or not _HOST.match(host) or linkable_domain(host) is None:
        message = f'"{host}" is no host that can be linked' if host else "the address has no host"
        return "address-malformed", message, "write it like https://example.org/page"
    if len(text) > MAX_ADDRESS:
        return "address-malformed", f"the address has more than {MAX_ADDRESS} characters", "name a shorter one"
    return None


def check_site_address(text: str) -> Verdict:
    """The address of a site is one of a folder: pages lie below it, so it has neither a query nor a fragment."""
    wrong = check_address(text)
    if wrong:
        return wrong
    problem = site_problem(text)
    return ("address-site", *problem) if problem else None


def check_quote(text: str) -> Verdict:
    """A quotation has at most 25 words."""
    words = len(text.split())
    if words <= QUOTE_WORDS:
        return None
    return (
        "quote-long",
        f"the quotation has {words} words, at most {QUOTE_WORDS} are allowed",
        "shorten or paraphrase it",
    )


def check_question(text: str) -> Verdict:
    """A question is short enough for a title and ends in a question mark."""
    if not text.rstrip().endswith(("?", "？")):
        return (
            "question-malformed",
            "the question does not end in a question mark",
            'ask it, as in "Spent, or pledged?"',
        )
    if len(text) > QUESTION_LENGTH:
        message = f"the question has {len(text)} characters, at most {QUESTION_LENGTH} are allowed"
        return "question-malformed", message, "name the two answers alone; the reason stands in because:"
    return None


def check_language(text: str) -> Verdict:
    """A language is a tag such as en or ja."""
    return None if _LANGUAGE.match(text) else ("enum-unknown", f'"{text}" is no language tag', "write en, ja, en-GB …")


def check_currency(text: str) -> Verdict:
    """A currency is an ISO code of three capital letters."""
    return None if text in CURRENCIES else ("enum-unknown", f'"{text}" is no currency code', "write JPY, USD, EUR …")


def check_pair(text: str) -> Verdict:
    """A currency pair joins two codes by a slash."""
    first, slash, second = text.partition("/")
    if slash and first in CURRENCIES and second in CURRENCIES and first != second:
        return None
    return "rates-malformed", f'"{text}" is no pair of currencies', "write it like USD/JPY"


def check_month(text: str) -> Verdict:
    """A month is written 2024-04."""
    return None if _MONTH.match(text) else ("date-malformed", f'"{text}" is no month', "write it like 2024-04")


def check_rate(text: str) -> Verdict:
    """A rate is a plain positive number."""
    if _RATE.match(text) and float(text) > 0:
        return None
    return "rates-malformed", f'"{text}" is no exchange rate', "write a number such as 153.89"


def check_threshold(text: str) -> Verdict:
    """A limit of a rule is a plain number, not below nought."""
    if _THRESHOLD.match(text):
        return None
    return "registry-invalid", f'"{text}" is no limit', "write a plain number such as 365 or 0.05"


def check_capture(text: str) -> Verdict:
    """A capture is a plain file name, never a path."""
    return (
        None if _CAPTURE.match(text) else ("file-name", f'"{text}" is no file name', "write the name without folders")
    )
