"""bottom-line-outdated: a sentence of ours that rests on a claim which no longer stands, or that news has overtaken.

The summary of an article says what that article says, so it is outdated only where none of its claims stands.
"""

from collections.abc import Iterator
from datetime import date

from briefing.dataset.linked.records import Dataset, Rank, Slot
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, warning
from briefing.model.claims import Claim
from briefing.model.records import SourcedText, Subject

_CODE = "bottom-line-outdated"
_ASIDE = {Rank.REJECTED: "an editor has rejected it", Rank.EXCLUDED: "it is set aside"}
_MISSED = {
    Rank.SUPERSEDED: "a newer value has succeeded it",
    Rank.NORMAL: "sources differ and another value is shown",
}
_HINT = "read the text again, write what stands now and cite the claims that carry it"


def find_bottom_line_outdated(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every bottom line, summary point and outcome that a claim it cites no longer carries."""
    if dataset.briefing.bottom_line:
        yield from _of_text(dataset, dataset.briefing.bottom_line, None)
    for subject in dataset.subjects.values():
        if subject.bottom_line:
            yield from _of_text(dataset, subject.bottom_line, subject)
        for outcome in subject.outcomes:
            text = SourcedText("", outcome.claims, outcome.span)
            yield from _set_aside(dataset, text, "an outcome")
    for article in dataset.articles.values():
        for point in article.summary.points if article.summary and article.status != "withdrawn" else ():
            yield from _of_point(dataset, point)


def _of_point(dataset: Dataset, point: SourcedText) -> Iterator[Diagnostic]:
    found = list(_set_aside(dataset, point, "a point of the summary"))
    yield from found if len(found) == len(point.claims) else ()


def _of_text(dataset: Dataset, text: SourcedText, subject: Subject | None) -> Iterator[Diagnostic]:
    yield from _set_aside(dataset, text, "the bottom line")
    for claim in _cited(dataset, text):
        slot = dataset.slot_of[claim.key]
        rank = slot.ranks[claim.key]
        reason = None if rank is Rank.SHOWN else _MISSED.get(rank)
        reason = "its source has corrected it" if claim.key in slot.corrected else reason
        superseded = rank is Rank.SUPERSEDED
        told_apart = slot.judgement is not None and slot.judgement.word == "both-stand"
        if reason and (superseded or (slot.disputed and not told_apart)) and not _cites_shown(slot, text):
            yield _finding(text, "the bottom line", claim, reason, _HINT)
    if subject is not None:
        yield from _overtaken(dataset, text, subject)


def _cites_shown(slot: Slot, text: SourcedText) -> bool:
    """Tell whether a text that cites another value cites the shown one beside it: then it tells both."""
    return slot.shown is not None and any(claim.key in text.claims for claim in slot.shown.claims)


def _set_aside(dataset: Dataset, text: SourcedText, name: str) -> Iterator[Diagnostic]:
    for claim in _cited(dataset, text):
        rank = dataset.slot_of[claim.key].ranks[claim.key]
        reason = None if rank is Rank.SHOWN else _ASIDE.get(rank)
        reason = "it is set aside: its source has withdrawn it" if claim.is_withdrawn else reason
        if reason:
            yield _finding(text, name, claim, reason, _HINT)


def _overtaken(dataset: Dataset, text: SourcedText, subject: Subject) -> Iterator[Diagnostic]:
    """Yield one finding for each cited slot that a claim has joined since an editor last verified the page."""
    verified = subject.last_verified.latest if subject.last_verified else None
    slots = {id(slot): slot for slot in (dataset.slot_of[claim.key] for claim in _cited(dataset, text))}
    for slot in slots.values() if verified else ():
        newer = next(_newer(slot, text, verified or date.max), None)
        if newer:
            why = f"it is of {newer.published.label}, and the page was last verified before that"
            hint = "read the bottom line and describes against it, then set last_verified to today"
            yield _finding(text, "the bottom line", newer, why, hint, cites=False)


def _newer(slot: Slot, text: SourcedText, verified: date) -> Iterator[Claim]:
    for claim in slot.claims:
        told = claim.published.first_day
        standing = slot.ranks[claim.key] in (Rank.SHOWN, Rank.NORMAL)
        if standing and claim.key not in text.claims and told is not None and told > verified:
            yield claim


def _cited(dataset: Dataset, text: SourcedText) -> Iterator[Claim]:
    return iter(dataset.find_claims(text.claims))


def _finding(text: SourcedText, name: str, claim: Claim, why: str, hint: str, *, cites: bool = True) -> Diagnostic:
    verb = "cites" if cites else "does not know"
    span = text.span or Span("briefing.yml")
    return warning(_CODE, span, f"{name} {verb} {claim.key}: {why}", hint, (Related(claim.span, "the claim"),))
