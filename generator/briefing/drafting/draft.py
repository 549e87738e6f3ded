"""A text and what is held in; the parts of a draft out: claims, references, exclusions, unknown names, copies."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.decode.captures.texts import paragraphs_of
from briefing.drafting.amounts import propose_quantities
from briefing.drafting.boilerplate import Excluded, find_authors, find_boilerplate, is_date_line
from briefing.drafting.candidate_entities import Newcomer, find_newcomers
from briefing.drafting.clause import Clause, read_scenes
from briefing.drafting.copies import Copy, find_copies
from briefing.drafting.date_mentions import Published
from briefing.drafting.known_data import Known
from briefing.drafting.naming_relations import propose_callings
from briefing.drafting.offices import propose_offices
from briefing.drafting.proposal import Proposal
from briefing.drafting.reading import Sentence, guess_language, read_sentences
from briefing.drafting.relations import propose_relations
from briefing.drafting.sources import Reference, find_references
from briefing.drafting.speech import Voice, hear, propose_words
from briefing.drafting.spotting import find_subjects, people_in
from briefing.drafting.sums import propose_sums
from briefing.drafting.times import propose_dates, propose_publication
from briefing.drafting.unregistered_people import propose_strangers
from briefing.model.ids import PublisherId, SubjectId

_JAPANESE = re.compile(r"\b(?:Japan|Japanese|Tokyo|yen)\b|円|日本")
"""Words by which a fiscal year is taken for Japan's."""
OPENING, OPENING_WORDS = 2, 7
"""How many sentences of at least so many words tell what a text is about."""
CLAIMS_MAX = 400
"""Claims of one draft; a longer text is several articles."""


@dataclass(frozen=True, slots=True)
class Request:
    """What an editor knows of an article that its text does not say."""

    id: str
    publisher: str
    published: Published
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
    newcomers: tuple[Newcomer, ...]
    copies: tuple[Copy, ...]
    authors: tuple[str, ...]
    subjects: Mapping[SubjectId, int]
    left_out: int = 0


def draft_text(known: Known, text: str, request: Request, captures: Mapping[str, str]) -> Draft:
    """Read an article's text; ``captures`` are the texts of articles that are held, where they are at hand."""
    paragraphs = paragraphs_of(text)
    excluded = find_boilerplate(paragraphs)
    skipped = frozenset(number for one in excluded for number in range(one.first, one.last + 1))
    sentences = tuple(one for one in read_sentences(text) if one.par not in skipped)
    people = people_in(known, text)
    counts = _mentioned(known, sentences, people)
    references = tuple(one for one in find_references(known, paragraphs, request.published) if one.par not in skipped)
    main = _main(known, counts)
    newcomers = find_newcomers(known, sentences, skipped | {one.par for one in references})
    surnames = {one.name.split()[-1]: one.name for one in newcomers if one.kind == "person" and " " in one.name}
    whole = _Whole(known, people, main, known.subject_matter(_opening(request.title, sentences)), surnames)
    proposals = _proposals(whole, sentences, request, paragraphs)
    proposals = _merged((*proposals, *_citing(references, proposals, whole)))
    fitting = proposals[:CLAIMS_MAX]
    claimed = {one.par for one in proposals}
    dates = {number for number, one in enumerate(paragraphs, 1) if is_date_line(one) and number not in claimed}
    return Draft(
        request=request,
        language=guess_language(text),
        title=request.title or _headline(paragraphs, skipped),
        paragraphs=len(paragraphs),
        proposals=fitting,
        references=references,
        excluded=find_boilerplate(paragraphs, frozenset(dates)),
        authors=find_authors(paragraphs),
        newcomers=newcomers,
        copies=find_copies(known, text, request.url, request.published, proposals, captures),
        subjects=dict(counts.most_common()),
        left_out=len(proposals) - len(fitting),
    )


def _mentioned(known: Known, sentences: tuple[Sentence, ...], people: frozenset[SubjectId]) -> Counter[SubjectId]:
    return Counter(
        one.subject
        for sentence in sentences
        for one in find_subjects(known, sentence.text, people)
        if not one.adjective
    )


def _main(known: Known, counts: Counter[SubjectId]) -> SubjectId | None:
    """Return whom the text is about as a whole: the place or body that it names most often."""
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    solid = [one for one in ranked if known.kind(one) in ("place", "company", "organization", "policy", "project")]
    return next(iter((*solid, *ranked)), None)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What is known of a text before its clauses are read: its people, its main subject, and what it is about."""

    known: Known
    people: frozenset[SubjectId]
    main: SubjectId | None
    matter: SubjectId | None
    strangers: Mapping[str, str]


def _opening(title: str | None, sentences: tuple[Sentence, ...]) -> str:
    whole = [one.text for one in sentences if len(one.text.split()) >= OPENING_WORDS]
    return f"{title or ''} {' '.join(whole[:OPENING])}"


def _proposals(
    whole: _Whole, sentences: tuple[Sentence, ...], request: Request, paragraphs: list[str]
) -> tuple[Proposal, ...]:
    voice, before = Voice(), None
    found: list[Proposal] = []
    fiscal = any(_JAPANESE.search(sentence.text) for sentence in sentences)
    publisher = whole.known.data.publishers.get(PublisherId(request.publisher))
    scenes = read_scenes(
        whole.known,
        sentences,
        request.published,
        whole.people,
        whole.main,
        whole.matter,
        whole.strangers,
        fiscal=fiscal,
    )
    for clause in scenes:
        if before is not clause.sentence:
            voice = hear(clause, voice)
            before = clause.sentence
        line = paragraphs[clause.par - 2] if clause.par > 1 else ""
        found += _of_scene(clause, voice, line, request.id)
        found += propose_publication(clause, publisher.subject if publisher else None)
    return tuple(found)


def _of_scene(clause: Clause, voice: Voice, line: str, document: str) -> list[Proposal]:
    return [
        *propose_sums(clause),
        *propose_dates(clause),
        *propose_quantities(clause),
        *propose_offices(clause, line),
        *propose_relations(clause),
        *propose_callings(clause),
        *propose_strangers(clause),
        *propose_words(clause, voice, document),
    ]


def _citing(references: tuple[Reference, ...], proposals: tuple[Proposal, ...], whole: _Whole) -> list[Proposal]:
    """Return a claim for every reference whose body has a page; it is about what most claims are about."""
    counts = Counter(one.about for one in proposals)
    about = whole.matter or (counts.most_common(1)[0][0] if counts else whole.main)
    return [
        Proposal(one.par, about, "cites", one.subject, {}, (), "about what does the reference bear witness?")
        for one in references
        if about and one.subject and one.subject != about
    ]


def _merged(proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Return the proposals by paragraph, none said twice in one."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for one in sorted(proposals, key=lambda one: one.par):
        key = (0 if one.attribute in _ONCE else one.par, one.identity)
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return tuple(kept)


_ONCE = frozenset({"partner", "competitor", "invests-in", "members", "member-of"})
"""Relations that a text repeats in passing; the first place is enough."""


def _headline(paragraphs: list[str], skipped: frozenset[int]) -> str | None:
    """Return the first paragraph where it is as short as a headline and ends like one."""
    first = next((line.strip() for number, line in enumerate(paragraphs, 1) if number not in skipped), "")
    is_one = 3 <= len(first.split()) <= 18 and first[-1:] not in '.。”"」:' and len(first) <= 200
    return first if is_one else None


def without(draft: Draft, broken: frozenset[int]) -> Draft:
    """Return the draft without the proposals at some places of its list."""
    kept = tuple(one for number, one in enumerate(draft.proposals) if number not in broken)
    return replace(draft, proposals=kept, left_out=draft.left_out + len(draft.proposals) - len(kept))
