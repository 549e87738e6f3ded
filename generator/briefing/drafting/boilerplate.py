"""Paragraphs that hardly belong to the article: navigation, advertising, credits, teasers; each with the reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.decode.captures.texts import word_runs
from briefing.model.date_points import MONTHS

_LINES = (
    (r"(?:©|\(c\) ?\d{4}|all rights reserved|無断転載)", "copyright line"),
    (r"\b(?:privacy policy|terms of (?:use|service)|cookie policy|contact(?: us)?$|"
     r"プライバシーポリシー)", "legal and contact links"),
    (r"^(?:photo|image|picture|credit|写真)\s?[:：]", "picture credit"),
    (r"\b(?:subscribe|unsubscribe|newsletter|sign up|in your inbox|no spam|メルマガ)\b", "newsletter advertisement"),
    (r"^\s*\d+ (?:min(?:utes?)? read|views?|comments?|min$|readers? reading|shares?)|"
     r"^\d+ min$", "counter or reading time"),
    (r"^(?:back to home|home|view all|read more|share(?: this)?|related articles?|discussion|advertisement|menu|"
     r"search|"
     r"contents|table of contents|関連記事|続きを読む)$", "navigation"),
    (r"^\s*\d+\.\s+(?:home|articles?|news)\b", "breadcrumb"),
    (r"^(?:references?|sources?|further reading|faq|updates? (?:&|and) corrections?(?: log)?|at-a-glance:?|"
     r"what this means for you|出典|参考文献)$", "bare heading"),
    (r"^(?:key |main )?(?:advantages|disadvantages|challenges|benefits|risks)\b[^.]*:$", "bare heading of a list"),
    (r"\byou may visit|these links provide|for further understanding", "invitation to visit other sites"),
)  # fmt: skip
_BYLINE = re.compile(
    r"^(?:By|BY):? (?P<names>[A-Z][\w.’'-]*(?:,? (?:and |& )?[A-Z][\w.’'-]*){0,8})$|^文[＝=] ?(?P<ja>\S{2,20})$"
)
_OFFICE_WORDS = re.compile(
    r"\b(?:Staff|Reporter|Writer|Editor|Correspondent|News|Times|Journal|Post|Press|Herald|Daily|Weekly|Bureau|Agency|"
    r"Reuters|AFP|Bloomberg|Nikkei|Kyodo)\b"
)
_DATE_LINE = re.compile(
    r"^(?:(?:published|posted|updated|last updated)(?: on)?:? )?(?:[a-z]{3,9}\.?,? )?"
    rf"(?:(?:{'|'.join(MONTHS)}) \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} (?:{'|'.join(MONTHS)}),? (?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日)"
    r"(?:[,at ]{0,5}\d{1,2}:\d\d.{0,12})?$",
    re.IGNORECASE,
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), why) for pattern, why in _LINES)
_RUN_TOGETHER = re.compile(r"[a-z][A-Z][a-z]+(?:[A-Z][a-z]+)+")
_RELATED = re.compile(
    r"^(?:related (?:articles?|stories)|more (?:from|stories)|you may also like|関連記事)", re.IGNORECASE
)
_CUT_SHORT = re.compile(r"[A-Za-z,]$")
_TEASER_WORDS = 60
_STATEMENT = re.compile(r"[.!?。」”\"]$")


@dataclass(frozen=True, slots=True)
class Excluded:
    """A run of paragraphs and why it is left out; ``sure`` ones are written, others only named in a comment."""

    first: int
    last: int
    why: str


_DATE = "date line"


def find_boilerplate(paragraphs: Sequence[str], dates: frozenset[int] = frozenset()) -> tuple[Excluded, ...]:
    """Return what to leave out, in order; neighbours with one reason are one run.

    ``dates`` are paragraphs that are a date of which nothing is claimed.
    """
    reasons = dict(_by_line(paragraphs)) | dict.fromkeys(dates, _DATE)
    reasons |= dict.fromkeys(_after_related(paragraphs), "teaser of another article")
    reasons |= {number: why for number, why in _teasers(paragraphs) if number not in reasons}
    reasons |= {number: "printed twice" for number in _repeated(paragraphs) if number not in reasons}
    return tuple(_runs(sorted(reasons.items())))


def _by_line(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, paragraph in enumerate(paragraphs, 1):
        line = paragraph.strip().lstrip("•-* ").strip()
        short = len(line) <= 160
        if _BYLINE.match(line):
            yield number, "byline"
            continue
        why = next((why for pattern, why in _PATTERNS if short and pattern.search(line)), None)
        if (
            why is None
            and short
            and _RUN_TOGETHER.search(line)
            and not _STATEMENT.search(line)
            and len(line.split()) < 12
        ):
            why = "navigation"
        if why:
            yield number, why


def find_authors(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the people whom the byline names, without the paper that they write for."""
    found = next((match for one in paragraphs if (match := _BYLINE.match(one.strip()))), None)
    parts = re.split(r",? and |,? & |, ", found["names"] or "") if found else []
    people = (one.strip() for one in parts if len(one.split()) in (2, 3, 4) and not _OFFICE_WORDS.search(one))
    return tuple(people) or ((found["ja"],) if found and found["ja"] else ())


def is_date_line(paragraph: str) -> bool:
    """Tell whether a paragraph is a date and nothing else."""
    return bool(_DATE_LINE.match(paragraph.strip()))


def _after_related(paragraphs: Sequence[str]) -> Iterator[int]:
    """Everything behind a heading like "Related articles" in the last half of the text."""
    for number, paragraph in enumerate(paragraphs, 1):
        if number > len(paragraphs) / 2 and _RELATED.match(paragraph.strip()):
            yield from range(number, len(paragraphs) + 1)
            return


def _teasers(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Long paragraphs at the end that break off in the middle of a sentence, and those between them."""
    cut = [
        number
        for number, paragraph in enumerate(paragraphs, 1)
        if number > len(paragraphs) / 2
        and len(paragraph.split()) >= _TEASER_WORDS
        and (_CUT_SHORT.search(paragraph.strip()) or re.match(r"[A-Z][A-Z' ‘’-]{6,}: ", paragraph))
    ]
    if cut:
        for number in range(cut[0], len(paragraphs) + 1):
            if len(paragraphs[number - 1].split()) >= _TEASER_WORDS:
                yield number, "seems to be the beginning of another article"


def _repeated(paragraphs: Sequence[str]) -> Iterator[int]:
    """Headlines that stand once more right before: the last one counts."""
    folded = [paragraph.strip().casefold() for paragraph in paragraphs]
    for number, (one, following) in enumerate(pairwise(folded), 1):
        if one == following and len(one) < 200:
            yield number
    last = {text: number for number, text in enumerate(folded, 1)}
    for number, text in enumerate(folded, 1):
        if 3 < len(text.split()) < 30 and last[text] != number and number < last[text]:
            yield number


def _runs(reasons: Sequence[tuple[int, str]]) -> Iterator[Excluded]:
    start: tuple[int, int, str] | None = None
    for number, why in reasons:
        if start and start[1] == number - 1 and start[2] == why:
            start = (start[0], number, why)
            continue
        if start:
            yield Excluded(*start)
        start = (number, number, why)
    if start:
        yield Excluded(*start)


def overlap(text: str, other: str) -> float:
    """Return how much of a text, from 0 to 1, stands word for word in another: runs of seven words that both have."""
    runs = set(word_runs(text))
    return len(runs & set(word_runs(other))) / len(runs) if runs else 0.0
