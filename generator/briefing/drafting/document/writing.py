"""A draft as the text of an article file: one claim a line, what a person must decide as comments beside it."""

from collections.abc import Iterator

from briefing.drafting.document.claim_rows import Row, write_rows
from briefing.drafting.document.draft import Draft
from briefing.drafting.document.likely_originals import LikelyOriginal
from briefing.drafting.document.sources import Reference
from briefing.drafting.subjects.candidate_entities import CandidateEntity
from briefing.drafting.text.boilerplate import paragraphs_of_runs
from briefing.model.placeholders import TO_WORD
from briefing.source.quoting import comment_line, quote_scalar

UNKNOWN = "unknown"
"""The publisher of an article whose publisher has no record."""
# An article has the grade of its publisher; one that nobody published needs one of its own.
_GRADES = {UNKNOWN: '{letter: F, why: "not judged yet; the publisher is unknown"}'}
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
    """Yield comments that say what the file is, how to go on with it, and what it may be a copy of."""
    source = draft.request.source or "a text"
    yield comment_line(f"A draft made by machine from {source}: nothing here has been reviewed.")
    yield comment_line(f'Hold every claim against its paragraph; word what says "{TO_WORD}" and take its review away;')
    yield comment_line("write the summary, then set review to reviewed. What is wrong, delete.")
    for copy in draft.copies:
        likeness = f"{copy.sure.capitalize()} copy or common origin"
        yield comment_line(f"{likeness}: {copy.article} (origin {copy.origin}): {copy.why}.")


def _write_candidates(candidates: tuple[CandidateEntity, ...]) -> Iterator[str]:
    """Yield comments that name those without a page."""
    if not candidates:
        return
    yield comment_line(
        'Names without a page; add a subject, or write "text:…" where a value names one, {group: …} for a speaker:'
    )
    # Long texts name dozens in passing; the most frequent are worth a page.
    for candidate in candidates[:_NAMES_SHOWN]:
        where = f"paragraph {candidate.par}"
        if candidate.count > 1:
            where = f"{candidate.count} times, first in {where}"
        yield comment_line(f"- {candidate.name}: {candidate.kind}? ({where})")


def _write_metadata(draft: Draft) -> Iterator[str]:
    """Yield the fields of the article itself, in the order of the format."""
    request = draft.request
    return _write_entries(
        title=_write_title(draft.title),
        publisher=request.publisher,
        author=_write_authors(draft.authors),
        url=_quote(request.url),
        language=draft.language,
        # Most articles are reports; an editor changes it for an interview or an analysis.
        form="report",
        published=request.published.text,
        origin=_find_origin(draft.copies),
        grade=_GRADES.get(request.publisher),
        capture=_quote(request.capture),
        review="{state: draft}",
    )


def _write_entries(**entries: str | None) -> Iterator[str]:
    """Yield the fields of a mapping in order; what has no value is left out."""
    for name, text in entries.items():
        if text is not None:
            yield f"{name}: {text}"


def _quote(text: str | None) -> str | None:
    """Return a text as YAML, or None where there is none."""
    if not text:
        return None
    return quote_scalar(text)


def _write_title(title: str | None) -> str:
    """Return the headline as YAML; where the text shows none, the file says so."""
    if not title:
        return "null"
    return quote_scalar(title)[:_TITLE_MAX]


def _write_authors(authors: tuple[str, ...]) -> str | None:
    """Return the authors as a list in one line."""
    if not authors:
        return None
    return f"[{', '.join(map(quote_scalar, authors))}]"


def _find_origin(copies: tuple[LikelyOriginal, ...]) -> str | None:
    """Return the origin of the surest copy."""
    # A possible copy shares no words with the text: whether it has the same origin is the editor's to say.
    return next((copy.origin for copy in copies if copy.sure in ("certain", "likely")), None)


def _write_references(draft: Draft) -> Iterator[str]:
    """Yield the references of a list as sources that the article cites."""
    # A body that is only named in passing is claimed to be cited, but is no entry of a list of references.
    listed = [reference for reference in draft.references if reference.listed]
    if listed:
        yield "cites:"
    for reference in listed:
        yield f"  - {{{', '.join(_write_reference(reference))}}}"


def _write_reference(reference: Reference) -> Iterator[str]:
    """Yield the fields of one reference."""
    return _write_entries(
        id=reference.id,
        publisher=quote_scalar(reference.publisher or UNKNOWN),
        title=_quote(reference.title),
        published=_quote(reference.published),
        url=_quote(reference.url),
    )


def _write_exclusions(draft: Draft) -> Iterator[str]:
    """Yield the paragraphs that are left out, with the reason."""
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
        yield from _write_silence(silent, range(reached + 1, par))
        reached = par
        if row.remark:
            yield comment_line(f"{row.id}: {row.remark}", "  ")
        yield f"  - {row.text}"
    yield from _write_silence(silent, range(reached + 1, draft.paragraphs + 1))


def _silent_paragraphs(draft: Draft) -> set[int]:
    """Return the paragraphs that are neither excluded nor claimed from."""
    claimed = {proposal.par for proposal in draft.proposals}
    return set(range(1, draft.paragraphs + 1)) - claimed - paragraphs_of_runs(draft.excluded)


def _write_silence(silent: set[int], between: range) -> Iterator[str]:
    """Yield a comment that names the silent paragraphs between two claims, so that none is overlooked."""
    numbers = sorted(silent.intersection(between))
    if numbers:
        yield comment_line(f"nothing recognised in paragraph {', '.join(map(str, numbers))}", "  ")
