"""The English words of the summary of a page: what is firm, what rests on one source, where sources differ."""

from collections.abc import Mapping

SUMMARY: Mapping[str, str] = {
    "copied-note": "{facts}: supported by {n} articles that go back to one original ({articles}), which counts once",
    # What stands in brackets after a number among the figures of trust.
    "all-are-notes.one": "a note on the evidence, no dispute",
    "all-are-notes.other": "notes on the evidence, no dispute",
    "of-them-differ.one": "1 between sources",
    "of-them-differ.other": "{n} between sources",
    "of-them-cited.one": "and 1 cited report, not read",
    "of-them-cited.other": "and {n} cited reports, not read",
    "of-them-unsure.one": "and 1 that may share its original with another",
    "of-them-unsure.other": "and {n} that may share their originals with others",
    # Each is the head of a short list: what is firm first, what nobody could compare last.
    "firm": "Independent sources agree on",
    "single-there": "Its figures and dates",
    "basis-article": "All of it is known from one article",
    "basis-original": "All of it goes back to one original, told in {n} articles",
    "unsure": "Several articles say so, and no common original is known",
    "nothing-firm": "No second source known to be independent confirms any figure, date or relation here.",
    "single-source": "One reliable source (grade A or B) says so, and none contradicts it",
    "uncompared-here": "Given by several sources in ways that were not compared",
    "uncompared-unit": "with another unit or none, not compared",
    "uncompared-per": "per another unit of time, not compared",
    "uncompared-of": "of something else, not compared",
    "uncompared-currency": "in another currency, without a rate for that month: not compared",
    "uncompared-kind": "a number of another kind, not compared",
    "terms-disputed": "terms disputed",
    "overdue-here": "Overdue, and no source here says that it happened",
    "differ-short": "Sources differ on",
    "differ-answered": "Sources differ on (each answered by the briefing's editors)",
    "within-article": "within one article",
    "differ-itself": "One article contradicts itself on",
    "alike-short": "Told in different terms, easily confused",
    "as-of-by": "{date} at the latest",
    "newest-by": "{date} at the latest",
    "grade-of-six": "grade {letter}; A is the best, F the worst",
    "or-so": "{date} or so",
    "no-open": "nothing open",
}
