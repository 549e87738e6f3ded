"""What a text as a whole is about, and who is named in it: settled before its clauses are read."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.drafting.clauses.clause import TextContext
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.candidate_entities import CandidateEntity
from briefing.drafting.subjects.kind_groups import MAIN_SUBJECTS
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.spotting import find_people, find_subjects
from briefing.drafting.text.reading import Sentence
from briefing.model.ids import SubjectId

# Words by which a fiscal year is taken for Japan's.
_JAPANESE = re.compile(r"\b(?:Japan|Japanese|Tokyo|yen)\b|円|日本")
# So many sentences of at least so many words tell what a text is about; shorter ones are headings and labels.
_OPENING_SENTENCES, _OPENING_WORDS_MIN = 2, 7


def settle_context(
    known_data: KnownData,
    text: str,
    publication: PublicationDate,
    title: str | None,
    sentences: tuple[Sentence, ...],
    candidates: Iterable[CandidateEntity],
) -> tuple[TextContext, Counter[SubjectId]]:
    """Return what is settled of a text, and how often its ``sentences`` name each subject."""
    people = find_people(known_data, text)
    counts = _count_mentions(known_data, sentences, people)
    context = TextContext(
        known_data=known_data,
        publication=publication,
        people=people,
        main_subject=_find_main_subject(known_data, counts),
        subject_matter=known_data.find_subject_matter(_opening(title, sentences)),
        unregistered_people=_names_by_surname(candidates),
        fiscal=any(_JAPANESE.search(sentence.text) for sentence in sentences),
    )
    return context, counts


def _count_mentions(
    known_data: KnownData, sentences: Iterable[Sentence], people: frozenset[SubjectId]
) -> Counter[SubjectId]:
    """Return how often the sentences name each subject; "Japanese" is no mention of Japan."""
    counts: Counter[SubjectId] = Counter()
    for sentence in sentences:
        mentions = find_subjects(known_data, sentence.text, people).nouns()
        counts.update(mention.subject for mention in mentions)
    return counts


def _find_main_subject(known_data: KnownData, counts: Counter[SubjectId]) -> SubjectId | None:
    """Return whom the text is about as a whole: the place or body that it names most often."""
    # Of two that are named equally often the first by id, so that a text has one draft.
    ranked = sorted(counts, key=lambda subject: (-counts[subject], subject))
    return next(iter((*known_data.of_kind(ranked, *MAIN_SUBJECTS), *ranked)), None)


def _names_by_surname(candidates: Iterable[CandidateEntity]) -> Mapping[str, str]:
    """Return the full names of people without a page by surname."""
    people = [candidate.name for candidate in candidates if candidate.kind == "person"]
    # A single name is no surname: it would stand for itself.
    return {name.split()[-1]: name for name in people if " " in name}


def _opening(title: str | None, sentences: Iterable[Sentence]) -> str:
    """Return the title and the first full sentences of a text."""
    full = [sentence.text for sentence in sentences if len(sentence.text.split()) >= _OPENING_WORDS_MIN]
    return f"{title or ''} {' '.join(full[:_OPENING_SENTENCES])}"
