"""Sentences cut into clauses; each clause knows who and what the text spoke of before it."""

import re
from collections.abc import Iterable, Iterator

from briefing.drafting.clauses.clause import Clause, TextContext, is_led
from briefing.drafting.literals.date_mentions import find_date_mentions
from briefing.drafting.literals.figures import find_figures
from briefing.drafting.literals.printed_date import DateMention
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.subjects.spotting import find_subjects
from briefing.drafting.subjects.subject_mentions import Mentions, likeliest
from briefing.drafting.text.reading import Sentence
from briefing.drafting.text.stretches import is_taken
from briefing.model.ids import SubjectId

# A cut stands where another verb begins; commas of lists and of apposition leave a clause whole.
_CUT = re.compile(
    r", and (?=(?:is|are|was|were|will|has|have|plans?|also)\b|full-scale|trial"
    r"|[A-Z][\w ]{2,40} (?:is|are|was|has|have|will|plans)\b)"
    r"|; |, (?=also )|, while |(?<=[a-z”]), as (?=[a-z])|, with (?=the |trial|full|many)"
)


class _Memory:
    """What later clauses may take up: who was named, what was spoken of, who acted."""

    def __init__(self, subject_matter: SubjectId | None) -> None:
        self._subject_matter = subject_matter
        self._par = 0
        self.mentions = Mentions()
        self.thing: SubjectId | None = None
        self.agent: SubjectId | None = None

    def enter(self, sentence: Sentence) -> None:
        """Forget, where a paragraph begins, what only counts within one."""
        if sentence.par == self._par:
            return
        self._par = sentence.par
        # "He said" and "the company" reach back over paragraphs; "there" and "the project" hardly do.
        self.mentions = self.mentions.of_kind("person", "company")
        self.thing = self._subject_matter

    def leave(self, sentence: Sentence, mentions: Mentions) -> None:
        """Keep what a sentence named, and the company that acted in it."""
        self.mentions = Mentions((*self.mentions, *mentions))
        companies = mentions.of_kind("company")
        acting = (company.subject for company in companies if not is_led(sentence.text, company))
        self.agent = next(acting, self.agent)


def read_clauses(context: TextContext, sentences: Iterable[Sentence]) -> Iterator[Clause]:
    """Yield the clauses of all sentences in order."""
    memory = _Memory(context.subject_matter)
    for sentence in sentences:
        memory.enter(sentence)
        # Once for all clauses of the sentence: to look again in each costs time.
        dates = find_date_mentions(sentence.text, context.publication, fiscal=context.fiscal)
        figures = _figures_outside(sentence.text, dates)
        mentions = find_subjects(context.known_data, sentence.text, context.people)
        for start, end in _cut(sentence.text):
            clause = Clause(
                context, sentence, start, end, mentions, figures, dates, memory.mentions, memory.thing, memory.agent
            )
            # A clause that names nothing goes on about the last thing.
            memory.thing = likeliest(clause.thing, memory.thing)
            yield clause
        memory.leave(sentence, mentions)


def _figures_outside(text: str, dates: tuple[DateMention, ...]) -> tuple[Figure, ...]:
    """Return the figures of a sentence; the 10 of "10 April" is none."""
    return tuple(figure for figure in find_figures(text) if not is_taken(figure.start, figure.end, dates))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each clause of a sentence starts and ends; what joins two of them belongs to neither."""
    start = 0
    for match in _CUT.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
