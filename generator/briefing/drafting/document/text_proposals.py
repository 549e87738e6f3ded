"""All claims of a text: clause by clause, then its references, none said twice in one paragraph."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.drafting.clauses.clause import Clause, TextContext
from briefing.drafting.clauses.clause_reading import read_clauses
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.document.sources import Reference
from briefing.drafting.quantities.amounts import propose_quantities
from briefing.drafting.quantities.sums import propose_sums
from briefing.drafting.relations.naming_relations import propose_naming_relations
from briefing.drafting.relations.offices import propose_offices
from briefing.drafting.relations.relations import propose_relations
from briefing.drafting.relations.unregistered_people import propose_unregistered_people
from briefing.drafting.statements.speech import Speaker, find_speaker
from briefing.drafting.statements.statements import propose_words
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.drafting.text.reading import Sentence
from briefing.drafting.times.times import propose_dates, propose_publication
from briefing.model.ids import PublisherId, SubjectId

# Relations that a text repeats in passing; the first place is enough.
_ONCE_A_TEXT = frozenset({"partner", "competitor", "invests-in", "members", "member-of"})


def propose_claims(
    context: TextContext, sentences: Iterable[Sentence], paragraphs: Sequence[str], publisher: str, document: str
) -> tuple[Proposal, ...]:
    """Return what every clause claims, in order; ``document`` is the id of the article."""
    record = context.known_data.records.publishers.get(PublisherId(publisher))
    publisher_subject = None
    if record is not None:
        publisher_subject = record.subject
    # Paragraphs count from 1; above the first stands nothing.
    lines_above = ("", *paragraphs)
    speaker = Speaker()
    sentence: Sentence | None = None
    proposals: list[Proposal] = []
    for clause in read_clauses(context, sentences):
        # The clauses of a sentence have one speaker: "he said" may stand at its end.
        if clause.sentence is not sentence:
            sentence, speaker = clause.sentence, find_speaker(clause, speaker)
        proposals += _propose_of_clause(clause, speaker, lines_above[clause.par - 1], document)
        proposals += propose_publication(clause, publisher_subject)
    return tuple(proposals)


def _propose_of_clause(clause: Clause, speaker: Speaker, line_before: str, document: str) -> Iterator[Proposal]:
    """Yield the claims of one clause; ``line_before`` is the paragraph above."""
    # The order is that of the claims of one paragraph in the file: figures and dates first, words last.
    yield from propose_sums(clause)
    yield from propose_dates(clause)
    yield from propose_quantities(clause)
    yield from propose_offices(clause, line_before)
    yield from propose_relations(clause)
    yield from propose_naming_relations(clause)
    yield from propose_unregistered_people(clause)
    yield from propose_words(clause, speaker, document)


def propose_citations(
    context: TextContext, references: Iterable[Reference], claims: Sequence[Proposal]
) -> Iterator[Proposal]:
    """Yield a claim for every reference whose body has a page; it is about what most claims are about."""
    about = likeliest(context.subject_matter, _most_claimed(claims), context.main_subject)
    if about is None:
        return
    for reference in references:
        if reference.subject not in (None, about):
            remark = "about what does the reference bear witness?"
            yield Proposal(reference.par, about, "cites", reference.subject, {}, (), remark)


def _most_claimed(claims: Iterable[Proposal]) -> SubjectId | None:
    """Return the subject that most claims are about, the earliest of several."""
    counts = Counter(claim.about for claim in claims)
    return max(counts, key=lambda subject: counts[subject], default=None)


def merge_proposals(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals by paragraph, none said twice in one."""
    seen: set[tuple[object, ...]] = set()
    merged = []
    for proposal in sorted(proposals, key=lambda proposal: proposal.par):
        # The same relation found by two of the finders is one claim.
        key = (_scope(proposal), proposal.identity)
        if key not in seen:
            seen.add(key)
            merged.append(proposal)
    return tuple(merged)


def _scope(proposal: Proposal) -> int:
    """Return the paragraph in which a proposal stands only once; 0 is the whole text."""
    if proposal.attribute in _ONCE_A_TEXT:
        return 0
    return proposal.par
