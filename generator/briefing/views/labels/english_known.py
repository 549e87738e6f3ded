"""The English words of what the sources of each month would have shown."""

from collections.abc import Mapping

KNOWN_WORDS: Mapping[str, str] = {
    "known": "As known then",
    "known-description": "what the sources up to each month would have shown.",
    "known-note": (
        "By the days on which sources spoke, not by the days on which this briefing read them. What editors decided "
        "since counts from the first source that they prefer."
    ),
    "known-month": "As known in {month}",
    "known-month-description": "what the sources of {month} changed.",
    "known-count.one": "1 answer is new or another",
    "known-count.other": "{n} answers are new or others",
    "known-totals": "At the end of {month}: {sources}, {answers}, {differing}.",
    "known-sources.one": "source",
    "known-sources.other": "sources",
    "known-answers.one": "answer",
    "known-answers.other": "answers",
    "known-differing.one": "of them with other values beside it",
    "known-differing.other": "of them with other values beside them",
    "known-speaker": ", says {speaker}",
    "known-others": "; others say",
}
