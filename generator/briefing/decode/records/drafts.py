"""Articles and claims that nobody has reviewed: a note in a preview, an error in a publication."""

from collections.abc import Iterable, Iterator

from briefing.decode.reading.content import Fields
from briefing.decode.reading.raw_data import RawRecord
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span

Draft = tuple[str, Span]
"""What is a draft, in words, and where it says so."""


def find_article_drafts(record: RawRecord) -> Iterator[Draft]:
    """Yield the draft of an article, or those of its claims."""
    review = record.fields.inner("review")
    if review.text("state") == "draft":
        # The article as a whole: its claims need not be named.
        yield f'"{record.id}" is a draft', review.span_of("state")
        return
    yield from _find_claim_drafts(record.fields.records("claims"))


def find_fact_drafts(record: RawRecord) -> Iterator[Draft]:
    """Yield the drafts among the facts of a subject."""
    return _find_claim_drafts(record.fields.records("facts"))


def report_drafts(drafts: Iterable[Draft], severity: Severity) -> Iterator[Diagnostic]:
    """Yield one finding for every draft: a note in a preview, an error in a publication."""
    for message, span in drafts:
        yield Diagnostic("review-draft", severity, span, message, "review it, then set review: reviewed")


def _find_claim_drafts(claims: Iterable[Fields]) -> Iterator[Draft]:
    for claim in claims:
        if claim.text("review") == "draft":
            yield f'the claim "{claim.text("id")}" is a draft', claim.span_of("review")
