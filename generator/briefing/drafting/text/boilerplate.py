"""Paragraphs that hardly belong to the article: navigation, advertising, credits, teasers; each with the reason."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, dropwhile, pairwise

from briefing.drafting.text.bylines import is_byline
from briefing.drafting.text.keywords import Keywords

_REASONS = Keywords(
    (
        ("copyright line", r"(?:©|\(c\) ?\d{4}|all rights reserved|無断転載)"),
        (
            "legal and contact links",
            r"\b(?:privacy policy|terms of (?:use|service)|cookie policy|contact(?: us)?$|プライバシーポリシー)",
        ),
        ("picture credit", r"^(?:photo|image|picture|credit|写真)\s?[:：]"),
        (
            "newsletter advertisement",
            r"\b(?:subscribe|unsubscribe|newsletter|sign up|in your inbox|no spam|メルマガ)\b",
        ),
        (
            "counter or reading time",
            r"^\s*\d+ (?:min(?:utes?)? read|views?|comments?|min$|readers? reading|shares?)|^\d+ min$",
        ),
        (
            "navigation",
            r"^(?:back to home|home|view all|read more|share(?: this)?|related articles?|discussion|advertisement|menu|"
            r"search|contents|table of contents|関連記事|続きを読む)$",
        ),
        ("breadcrumb", r"^\s*\d+\.\s+(?:home|articles?|news)\b"),
        (
            "bare heading",
            r"^(?:references?|sources?|further reading|faq|updates? (?:&|and) corrections?(?: log)?|at-a-glance:?|"
            r"what this means for you|出典|参考文献)$",
        ),
        ("bare heading of a list", r"^(?:key |main )?(?:advantages|disadvantages|challenges|benefits|risks)\b[^.]*:$"),
        ("invitation to visit other sites", r"\byou may visit|these links provide|for further understanding"),
    )
)
# Links that lost the spaces between them: "HomeNewsAboutContact".
_RUN_TOGETHER = re.compile(r"[a-z][A-Z][a-z]+(?:[A-Z][a-z]+)+")
_RELATED = re.compile(
    r"^(?:related (?:articles?|stories)|more (?:from|stories)|you may also like|関連記事)", re.IGNORECASE
)
# A teaser breaks off within a sentence, or begins with its place in capital letters.
_CUT_SHORT = re.compile(r"[A-Za-z,]$")
_TEASER_WORDS = 60
_STATEMENT = re.compile(r"[.!?。」”\"]$")
_DATELINE = re.compile(r"[A-Z][A-Z' ‘’-]{6,}: ")
_NAVIGATION_WORDS_MAX = 11
_LINE_MAX = 160
HEADLINE_MAX = 200
# Shorter paragraphs come twice by chance, longer ones are told twice on purpose.
_REPEATED_WORDS = range(4, 30)


@dataclass(frozen=True, slots=True)
class Excluded:
    """A run of paragraphs and why it is left out."""

    first: int
    last: int
    why: str


def paragraphs_of_runs(runs: Iterable[Excluded]) -> frozenset[int]:
    """Return the numbers of all paragraphs of some runs."""
    return frozenset(chain.from_iterable(range(run.first, run.last + 1) for run in runs))


def find_boilerplate(paragraphs: Sequence[str], dates: Set[int] = frozenset()) -> tuple[Excluded, ...]:
    """Return what to leave out, in order; neighbours with one reason are one run.

    ``dates`` are paragraphs that are a date of which nothing is claimed.
    """
    # The surer reason stands: what is rather guessed never replaces what a line says of itself.
    guessed = dict.fromkeys(_find_repeated(paragraphs), "printed twice")
    guessed |= dict.fromkeys(_find_teasers(paragraphs), "seems to be the beginning of another article")
    sure = dict(_judge_lines(paragraphs))
    sure |= dict.fromkeys(dates, "date line")
    sure |= dict.fromkeys(_find_related(paragraphs), "teaser of another article")
    return _join_runs(sorted((guessed | sure).items()))


def _judge_lines(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs whose own words say that they are none of the article, with the reason."""
    for number, paragraph in enumerate(paragraphs, 1):
        reason = _judge_line(paragraph.strip().lstrip("•-* ").strip())
        if reason is not None:
            yield number, reason


def _judge_line(line: str) -> str | None:
    """Return why a line is none of the article, or None where it may be."""
    if is_byline(line):
        return "byline"
    # A long paragraph that says "subscribe" somewhere is prose.
    if len(line) > _LINE_MAX:
        return None
    reason = _REASONS.first(line)
    if reason is None and _is_run_together(line):
        return "navigation"
    return reason


def _is_run_together(line: str) -> bool:
    """Tell whether a line is the links of a menu, which lost the spaces between them."""
    # Names such as "LaserTech" stand in sentences, too, which are longer and end with a stop.
    if _STATEMENT.search(line) or len(line.split()) > _NAVIGATION_WORDS_MAX:
        return False
    return bool(_RUN_TOGETHER.search(line))


def _find_related(paragraphs: Sequence[str]) -> Iterator[int]:
    """Yield everything behind a heading like "Related articles" in the last half of the text."""
    for number in _last_half(paragraphs):
        if _RELATED.match(paragraphs[number - 1].strip()):
            yield from range(number, len(paragraphs) + 1)
            return


def _find_teasers(paragraphs: Sequence[str]) -> Iterator[int]:
    """Return long paragraphs at the end that break off in the middle of a sentence, and those between them."""
    long = (number for number in _last_half(paragraphs) if len(paragraphs[number - 1].split()) >= _TEASER_WORDS)
    # Teasers stand together at the end, so that one between two that break off is one, too.
    return dropwhile(lambda number: not _is_cut_short(paragraphs[number - 1]), long)


def _is_cut_short(paragraph: str) -> bool:
    """Tell whether a paragraph ends within a sentence, or begins as an agency's report does."""
    return bool(_CUT_SHORT.search(paragraph.strip()) or _DATELINE.match(paragraph))


def _last_half(paragraphs: Sequence[str]) -> range:
    """Return the numbers of the paragraphs behind the middle; the one in the middle of an odd number is among them."""
    return range(len(paragraphs) // 2 + 1, len(paragraphs) + 1)


def _find_repeated(paragraphs: Sequence[str]) -> Iterator[int]:
    """Yield headlines that stand once more behind: the last one counts."""
    folded = [paragraph.strip().casefold() for paragraph in paragraphs]
    last = {text: number for number, text in enumerate(folded, 1)}
    for number, (text, following) in enumerate(pairwise(folded), 1):
        # Right behind each other the same words are one headline, however short: of the page's head and of the text.
        is_doubled = text == following and len(text) < HEADLINE_MAX
        if is_doubled or (number < last[text] and len(text.split()) in _REPEATED_WORDS):
            yield number


def _join_runs(reasons: Iterable[tuple[int, str]]) -> tuple[Excluded, ...]:
    """Return runs of neighbouring paragraphs that are left out for one reason."""
    runs: list[Excluded] = []
    for number, why in reasons:
        if runs and (runs[-1].last, runs[-1].why) == (number - 1, why):
            runs[-1] = replace(runs[-1], last=number)
        else:
            runs.append(Excluded(number, number, why))
    return tuple(runs)
