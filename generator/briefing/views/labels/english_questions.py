"""The English questions that any finding may come down to; braces take the names and values of the claims compared.

A rule has those of its own beside its function.
"""

from collections.abc import Mapping

QUESTIONS: Mapping[str, str] = {
    "choice-two": "{first}, or {last}",
    "choice-three": "{first}, {second}, or {last}",
    "choice-more": "{first}, {second}, or another",
    "choice-one": "{first}, or another",
    "choice-denied": "not {text}",
    "choice-none": "none",
    "choice-quoted": "“{text}”",
    "question-values": "{subject}, {what}: {choice}?",
    "question-values-brief": "{subject}: {choice}?",
    "question-terms": "{subject}, {value}: {choice}?",
    "question-voices": "{subject}, {what}: who is right, {choice}?",
    "question-voices-brief": "{subject}: who is right, {choice}?",
    "question-own-words-at": "{subject}, {what}: which does {voice} mean, {choice}?",
    "question-own-words": "{subject}, {what}: which of its own words does {voice} mean?",
    "question-own-words-brief": "{subject}: which of its own words does {voice} mean?",
    "question-open": "{subject}, {what}: which statement holds?",
    "question-open-brief": "{subject}: which statement holds?",
    "question-last": "Which of these statements holds?",
    "question-when": "{subject}, {what}: when?",
    "question-how-much": "{subject}, {what}: how much?",
    "question-who": "{subject}, {what}: which?",
    "question-figure": "{subject}, {what}: what figure?",
    "question-what": "{subject}, {what}: what is said?",
    "question-whether": "{subject}, {what}: {value}?",
    "question-opinion": "{subject}, {what}: “{value}”?",
    "question-relation": "{subject}, {what} {value}: {choice}?",
}
