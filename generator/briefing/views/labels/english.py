"""All English words of the site in one table; each topic has a module, and a rule has its own words with its function.

Keys with `.one` and `.other` are chosen by number, keys of the form `group-name` by a word of the data.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from briefing.dataset.conflicts.rule_table import RULE_OF
from briefing.views.labels.english_changes import CHANGE_WORDS
from briefing.views.labels.english_columns import COLUMNS
from briefing.views.labels.english_data import DATA_WORDS
from briefing.views.labels.english_feeds import FEEDS
from briefing.views.labels.english_known import KNOWN_WORDS
from briefing.views.labels.english_lists import LISTS
from briefing.views.labels.english_meanings import MEANINGS
from briefing.views.labels.english_notes import NOTES
from briefing.views.labels.english_pictures import PICTURES
from briefing.views.labels.english_questions import QUESTIONS
from briefing.views.labels.english_scripts import SCRIPTS
from briefing.views.labels.english_search import SEARCH_WORDS
from briefing.views.labels.english_sections import SECTIONS
from briefing.views.labels.english_summary import SUMMARY
from briefing.views.labels.english_values import VALUES
from briefing.views.labels.english_words import WORDS


def _rule_labels() -> Iterator[tuple[str, str]]:
    # Rules of other packages bring their words in the same way.
    for rule in RULE_OF.values():
        yield f"rule-{rule.code}", rule.presentation.label
        yield from rule.presentation.questions.items()


TOPICS: tuple[Mapping[str, str], ...] = (
    CHANGE_WORDS,
    COLUMNS,
    DATA_WORDS,
    FEEDS,
    KNOWN_WORDS,
    LISTS,
    MEANINGS,
    NOTES,
    PICTURES,
    QUESTIONS,
    SCRIPTS,
    SEARCH_WORDS,
    SECTIONS,
    SUMMARY,
    VALUES,
    WORDS,
    dict(_rule_labels()),
)
"""The tables that make up the catalogue; no key stands in two of them."""

ENGLISH: Mapping[str, str] = dict(chain.from_iterable(table.items() for table in TOPICS))
