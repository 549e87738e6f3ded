"""Reads off a text, given what the data hold, the parts of a draft: claims, references, exclusions, names, copies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefing.decode.captures.texts import paragraphs_of
from briefing.drafting.clauses.clause import TextContext
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.clauses.text_context import settle_context
from briefing.drafting.document.likely_originals import LikelyOriginal, find_likely_originals
from briefing.drafting.document.sources import Reference, find_references
from briefing.drafting.document.text_proposals import merge_proposals, propose_citations, propose_claims
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.candidate_entities import CandidateEntity, find_candidate_entities
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.boilerplate import HEADLINE_MAX, Excluded, find_boilerplate, paragraphs_of_runs
from briefing.drafting.text.bylines import find_authors, is_date_line
from briefing.drafting.text.reading import Sentence, guess_language, read_sentences
from briefing.model.ids import SubjectId

# A longer text is several articles.
_CLAIMS_MAX = 400
_HEADLINE_WORDS = range(3, 19)
_NO_HEADLINE_ENDS = tuple('.。”"」:')


@dataclass(frozen=True, slots=True)
class Request:
    """What an editor knows of an article that its text does not say."""

    id: str
    publisher: str
    published: PublicationDate
    url: str | None = None
    title: str | None = None
    capture: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read off a text."""

    request: Request
    language: str
    title: str | None
    paragraphs: int
    proposals: tuple[Proposal, ...]
    references: tuple[Reference, ...]
    excluded: tuple[Excluded, ...]
    candidates: tuple[CandidateEntity, ...]
    copies: tuple[LikelyOriginal, ...]
    authors: tuple[str, ...]
    subjects: Mapping[SubjectId, int]
    """How often the text names each subject, most frequent first."""
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text without its boilerplate."""

    paragraphs: list[str]
    skipped: frozenset[int]
    sentences: tuple[Sentence, ...]
    references: tuple[Reference, ...]
    candidates: tuple[CandidateEntity, ...]


def draft_text(known_data: KnownData, text: str, request: Request, captures: Mapping[str, str]) -> Draft:
    """Read an article's text; ``captures`` are the texts of articles that are held, where they are at hand."""
    reading = _read(known_data, text, request.published)
    context, counts = settle_context(
        known_data, text, request.published, request.title, reading.sentences, reading.candidates
    )
    proposals = _propose(context, reading, request)
    # Boilerplate is looked for once more below: a date line is some only where no claim came of it.
    fitting = proposals[:_CLAIMS_MAX]
    return Draft(
        request=request,
        language=guess_language(text),
        title=request.title or _find_headline(reading),
        paragraphs=len(reading.paragraphs),
        proposals=fitting,
        references=reading.references,
        excluded=find_boilerplate(reading.paragraphs, _unclaimed_dates(reading.paragraphs, proposals)),
        candidates=reading.candidates,
        copies=find_likely_originals(known_data, text, request.url, request.published, proposals, captures),
        authors=find_authors(reading.paragraphs),
        subjects=dict(counts.most_common()),
        left_out=len(proposals) - len(fitting),
    )


def without(draft: Draft, broken: frozenset[int]) -> Draft:
    """Return the draft without the proposals at some places of its list."""
    kept = tuple(proposal for number, proposal in enumerate(draft.proposals) if number not in broken)
    return replace(draft, proposals=kept, left_out=draft.left_out + len(draft.proposals) - len(kept))


def _read(known_data: KnownData, text: str, publication: PublicationDate) -> _Reading:
    """Return the parts of a text that are settled without reading its clauses."""
    paragraphs = paragraphs_of(text)
    skipped = paragraphs_of_runs(find_boilerplate(paragraphs))
    sentences = tuple(sentence for sentence in read_sentences(text) if sentence.par not in skipped)
    listed_or_named = find_references(known_data, paragraphs, publication)
    references = tuple(reference for reference in listed_or_named if reference.par not in skipped)
    # Names in a list of references are publishers and authors, whom the article is not about.
    aside = skipped.union(reference.par for reference in references)
    candidates = find_candidate_entities(known_data, sentences, aside)
    return _Reading(paragraphs, skipped, sentences, references, candidates)


def _propose(context: TextContext, reading: _Reading, request: Request) -> tuple[Proposal, ...]:
    """Return the claims and citations of a text, none twice."""
    claims = propose_claims(context, reading.sentences, reading.paragraphs, request.publisher, request.id)
    citations = propose_citations(context, reading.references, claims)
    return merge_proposals((*claims, *citations))


def _unclaimed_dates(paragraphs: list[str], proposals: Iterable[Proposal]) -> frozenset[int]:
    """Return the paragraphs that are a date and nothing else, and that no claim came of."""
    dates = {number for number, paragraph in enumerate(paragraphs, 1) if is_date_line(paragraph)}
    return frozenset(dates.difference(proposal.par for proposal in proposals))


def _find_headline(reading: _Reading) -> str | None:
    """Return the first paragraph where it is as short as a headline and ends like one."""
    numbers = set(range(1, len(reading.paragraphs) + 1))
    first = min(numbers - reading.skipped, default=None)
    if first is None:
        return None
    return _as_headline(reading.paragraphs[first - 1].strip())


def _as_headline(line: str) -> str | None:
    """Return a line where it has the length and the end of a headline."""
    if line.endswith(_NO_HEADLINE_ENDS) or len(line) > HEADLINE_MAX:
        return None
    if len(line.split()) not in _HEADLINE_WORDS:
        return None
    return line
