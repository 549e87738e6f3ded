"""Who speaks in a sentence: a person or body with a page, a group by its words, or nobody but the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.subjects.kind_groups import BODIES
from briefing.drafting.subjects.subject_mentions import Mentions, likeliest
from briefing.drafting.subjects.unregistered_names import without_time_adverb
from briefing.drafting.text.wording import matched_group
from briefing.model.ids import SubjectId

_VERB = (
    r"(?:said|says|told|added|observed|noted|argued|warned|explained|stated|wrote|acknowledged|assured|emphasized|"
    r"emphasised|affirmed|extended an invitation|invites?|invited|vowed|predicted|claimed|believes?|thinks|felt|"
    r"writes)"
)
_REPORTED = re.compile(rf"\b(?:has |have |had )?{_VERB}\b", re.IGNORECASE)
_JA_REPORTED = re.compile(r"(?:と|を)(?:述べ|語っ|話し|指摘し|強調し|表明し|説明し)")
# Bounded, or a lost closing mark would make half of a text one quotation.
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,400})[”\"]|「([^「」]{3,200})」")
_GROUP = re.compile(
    r"\b(?P<group>[Ss]keptics|[Ss]ceptics|[Ee]xperts|[Aa]nalysts|[Cc]ritics|[Oo]bservers|[Ee]conomists|"
    r"[Gg]lobal investors)\b"
    r"(?: (?:say|said|question|warn|argue|fear|recogni[sz]\w+)|\.$)|, (?P<tail>experts|analysts|critics) say"
)
# More words than these would be a copy rather than a quotation.
_QUOTE_WORDS_MAX = 25
_PRONOUN = re.compile(rf"\b(?:he|she|they) (?:also )?{_VERB}\b", re.IGNORECASE)
_SPOKESPERSON = re.compile(r"\b(?:spokes(?:man|woman|person)|representative) (?:for|of) (?:the )?$")
_FULL_NAME = r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w.’'-]+"
_NAME_BEHIND = re.compile(rf"\b{_VERB} ({_FULL_NAME}|[A-Z][\w’'-]+)(?=[,.])")
_NAME_BEFORE = re.compile(rf"({_FULL_NAME})(?:, [^,]{{3,80}},)? {_VERB}\b")
_SURNAME_BEFORE = re.compile(rf"(?:^|[”\"“,] )([A-Z][\w’'-]+) (?:also |has )?{_VERB}\b")
_QUOTATION_MARKS = ("“", '"', "「")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a subject, a group by its words, or nobody but the text; ``quote`` are the words between marks."""

    subject: SubjectId | None = None
    group: str | None = None
    quote: str | None = None

    @property
    def speaks(self) -> bool:
        """True where somebody other than the text speaks."""
        return (self.subject, self.group) != (None, None)


def find_speaker(clause: Clause, before: Speaker) -> Speaker:
    """Return who speaks in the sentence of a clause; "he said" is the one who spoke ``before``."""
    text = clause.sentence.text
    quote = _find_quote(text)
    # Groups first: "analysts say" is nobody's name, whoever else the sentence names.
    group = _GROUP.search(text)
    if group:
        return Speaker(None, matched_group(group).lower(), quote)
    verb = _find_verb(text)
    if verb is None:
        return _go_on_speaking(text, quote, before)
    if _PRONOUN.search(text):
        return _resolve_pronoun(clause, quote, before)
    subject = likeliest(_spoken_for(clause), _nearest_person(clause, verb))
    if subject is not None:
        return Speaker(subject, None, quote)
    return _unregistered_speaker(clause, quote)


def _find_verb(text: str) -> re.Match[str] | None:
    """Return the word of saying of a sentence, English or Japanese."""
    return _REPORTED.search(text) or _JA_REPORTED.search(text)


def _go_on_speaking(text: str, quote: str | None, before: Speaker) -> Speaker:
    """Return the last speaker for a sentence that opens with a quotation and has no word of saying."""
    if quote and text.startswith(_QUOTATION_MARKS):
        return Speaker(before.subject, before.group, quote)
    return Speaker()


def _resolve_pronoun(clause: Clause, quote: str | None, before: Speaker) -> Speaker:
    """Return who "he" or "she" is: a person of the sentence, the last speaker, or the last person named."""
    person = likeliest(
        clause.sentence_mentions.of_kind("person").first_subject,
        before.subject,
        clause.earlier.of_kind("person").last_subject,
    )
    if person is None:
        return Speaker(None, before.group, quote)
    return Speaker(person, None, quote)


def _spoken_for(clause: Clause) -> SubjectId | None:
    """Return the company or body for which a spokesperson speaks."""
    for body in clause.sentence_mentions.of_kind(*BODIES):
        if _SPOKESPERSON.search(clause.text_before(body.start)):
            return body.subject
    return None


def _nearest_person(clause: Clause, verb: re.Match[str]) -> SubjectId | None:
    """Return the person who stands nearest to the word of saying, before it or behind it."""
    people = clause.sentence_mentions.of_kind("person")
    ranked = sorted(people, key=lambda person: min(abs(person.start - verb.end()), abs(person.end - verb.start())))
    return Mentions(ranked).first_subject


def _unregistered_speaker(clause: Clause, quote: str | None) -> Speaker:
    """Return a speaker whom only the data's doubtful names know, or who has no page, as a group of that name."""
    name = _unregistered_name(clause.sentence.text, clause.context.unregistered_people)
    bearer = clause.known_data.sole_bearer(name)
    if bearer is not None:
        return Speaker(bearer, None, quote)
    return Speaker(None, name, quote)


def _unregistered_name(text: str, people: Mapping[str, str]) -> str | None:
    """Return the name of a speaker without a page; by surname where ``people`` had been named in full."""
    name = _NAME_BEHIND.search(text) or _NAME_BEFORE.search(text)
    if name:
        full_name = without_time_adverb(name[1])
        return people.get(full_name, full_name)
    surname = _SURNAME_BEFORE.search(text)
    if surname is None:
        return None
    return people.get(surname[1])


def _find_quote(text: str) -> str | None:
    """Return the longest quotation of a sentence that is short enough to be printed."""
    is_japanese = "「" in text
    quotes = []
    for match in _QUOTED.finditer(text):
        words = matched_group(match)
        # Japanese puts no spaces between words; there the pattern alone sets the limit.
        if is_japanese or 2 <= len(words.split()) <= _QUOTE_WORDS_MAX:
            quotes.append(words.strip().rstrip(","))
    return max(quotes, key=len, default=None)
