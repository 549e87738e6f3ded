"""A draft as the text of an article file: one claim a line, what a person must decide as comments beside it."""

from collections.abc import Iterable, Iterator

from briefing.drafting.candidate_entities import CandidateEntity
from briefing.drafting.claim_rows import Row, write_rows
from briefing.drafting.draft import Draft
from briefing.drafting.sources import Reference
from briefing.model.placeholders import TO_WORD
from briefing.source.quoting import comment_line, quote_scalar

_NAMES_SHOWN = 25
# The format takes titles of 400 letters; quotation marks and their escapes count.
_TITLE_MAX = 390


def write_draft(draft: Draft) -> tuple[str, tuple[Row, ...]]:
    """Return the file's text, not yet in canonical layout, and its claims."""
    rows = write_rows(draft.proposals)
    lines = [
        *_write_head(draft),
        *_write_candidates(draft.candidates),
        *_write_metadata(draft),
        *_write_references(draft),
        *_write_exclusions(draft),
        *_write_claims(draft, rows),
    ]
    return "\n".join(lines) + "\n", rows


def _write_head(draft: Draft) -> Iterator[str]:
    source = draft.request.source or "a text"
    yield comment_line(f"A draft made by machine from {source}: nothing here has been reviewed.")
    yield comment_line(f'Hold every claim against its paragraph; word what says "{TO_WORD}" and take its review away;')
    yield comment_line("write the summary, then set review to reviewed. What is wrong, delete.")
    for copy in draft.copies:
        likeness = f"{copy.sure.capitalize()} copy or common origin"
        yield comment_line(f"{likeness}: {copy.article} (origin {copy.origin}): {copy.why}.")


def _write_candidates(candidates: tuple[CandidateEntity, ...]) -> Iterator[str]:
    if not candidates:
        return
    yield comment_line(
        'Names without a page; add a subject, or write "text:…" where a value names one, {group: …} for a speaker:'
    )
    for candidate in candidates[:_NAMES_SHOWN]:
        where = f"paragraph {candidate.par}"
        if candidate.count > 1:
            where = f"{candidate.count} times, first in {where}"
        yield comment_line(f"- {candidate.name}: {candidate.kind}? ({where})")


def _write_metadata(draft: Draft) -> Iterator[str]:
    request = draft.request
    yield f"title: {_title(draft.title)}"
    yield f"publisher: {request.publisher}"
    if draft.authors:
        yield f"author: [{', '.join(map(quote_scalar, draft.authors))}]"
    if request.url:
        yield f"url: {quote_scalar(request.url)}"
    yield f"language: {draft.language}"
    yield "form: report"
    yield f"published: {request.published.text}"
    yield from _write_origin(draft)
    if request.publisher == "unknown":
        yield 'grade: {letter: F, why: "not judged yet; the publisher is unknown"}'
    if request.capture:
        yield f"capture: {quote_scalar(request.capture)}"
    yield "review: {state: draft}"


def _title(title: str | None) -> str:
    if not title:
        return "null"
    return quote_scalar(title)[:_TITLE_MAX]


def _write_origin(draft: Draft) -> Iterator[str]:
    # A possible copy shares no words with the text: whether it has the same origin is the editor's to say.
    for copy in draft.copies:
        if copy.sure in ("certain", "likely"):
            yield f"origin: {copy.origin}"
            return


def _write_references(draft: Draft) -> Iterator[str]:
    listed = [reference for reference in draft.references if reference.listed]
    if listed:
        yield "cites:"
    for reference in listed:
        yield f"  - {{{', '.join(_reference_entries(reference))}}}"


def _reference_entries(reference: Reference) -> Iterator[str]:
    yield f"id: {reference.id}"
    yield f"publisher: {quote_scalar(reference.publisher or 'unknown')}"
    if reference.title:
        yield f"title: {quote_scalar(reference.title)}"
    if reference.published:
        yield f"published: {quote_scalar(reference.published)}"
    if reference.url:
        yield f"url: {quote_scalar(reference.url)}"


def _write_exclusions(draft: Draft) -> Iterator[str]:
    if draft.excluded:
        yield "exclude:"
    for run in draft.excluded:
        par = f"{run.first}-{run.last}"
        if run.first == run.last:
            par = str(run.first)
        yield f"  - {{par: {par}, why: {quote_scalar(run.why)}}}"


def _write_claims(draft: Draft, rows: tuple[Row, ...]) -> Iterator[str]:
    """Yield the claims in the order of the text, and between them the paragraphs in which nothing was recognised."""
    if not rows:
        yield comment_line("Nothing was recognised; add claims by hand.")
        return
    yield "claims:"
    silent = _silent_paragraphs(draft)
    reached = 0
    for row in rows:
        par = draft.proposals[row.proposals[0]].par
        yield from _write_silence(number for number in silent if reached < number < par)
        reached = max(reached, par)
        if row.remark:
            yield comment_line(f"{row.id}: {row.remark}", "  ")
        yield f"  - {row.text}"
    yield from _write_silence(number for number in silent if number > reached)


def _silent_paragraphs(draft: Draft) -> list[int]:
    """Return the paragraphs that are neither excluded nor claimed from."""
    spoken = {proposal.par for proposal in draft.proposals}
    for run in draft.excluded:
        spoken.update(range(run.first, run.last + 1))
    return [number for number in range(1, draft.paragraphs + 1) if number not in spoken]


def _write_silence(paragraphs: Iterable[int]) -> Iterator[str]:
    numbers = ", ".join(map(str, paragraphs))
    if numbers:
        yield comment_line(f"nothing recognised in paragraph {numbers}", "  ")
