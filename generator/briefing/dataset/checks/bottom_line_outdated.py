"""bottom-line-outdated: a sentence of ours that rests on a claim which no longer stands, or that news has overtaken.

The summary of an article says what that article says, so it is outdated only where none of its claims stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from briefing.dataset.linked.claim_sets import key_of
from briefing.dataset.linked.records import Dataset, Rank, Slot
from briefing.diagnostics.diagnostic import Diagnostic, Related, Span, warning
from briefing.model.claims import Claim
from briefing.model.grouping import distinct_by
from briefing.model.ids import ClaimKey
from briefing.model.records import Article, SourcedText, Subject

_CODE = "bottom-line-outdated"
_ASIDE = {Rank.REJECTED: "an editor has rejected it", Rank.EXCLUDED: "it is set aside"}
_MISSED = {
    Rank.SUPERSEDED: "a newer value has succeeded it",
    Rank.NORMAL: "sources differ and another value is shown",
}
_STANDING = frozenset({Rank.SHOWN, Rank.NORMAL})
_HINT = "read the text again, write what stands now and cite the claims that carry it"
_NEWS_HINT = "read the bottom line and describes against it, then set last_verified to today"
_Reason = Callable[[Slot, Claim], str | None]
"""Why a text that cites a claim of a slot is outdated; None where it is not."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of ours: what it is called, the claims that it cites, and where it stands."""

    name: str
    claims: tuple[ClaimKey, ...]
    span: Span

    @classmethod
    def of(cls, text: SourcedText, name: str) -> "_Text":
        return cls(name, text.claims, text.span or Span("briefing.yml"))

    def outdated(self, claim: Claim, reason: str) -> Diagnostic:
        return self._finding(claim, f"{self.name} cites {claim.key}: {reason}", _HINT)

    def overtaken(self, claim: Claim) -> Diagnostic:
        reason = f"it is of {claim.published.label}, and the page was last verified before that"
        return self._finding(claim, f"{self.name} does not know {claim.key}: {reason}", _NEWS_HINT)

    def _finding(self, claim: Claim, message: str, hint: str) -> Diagnostic:
        return warning(_CODE, self.span, message, hint, (Related(claim.span, "the claim"),))


def find_bottom_line_outdated(dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield every bottom line, summary point and outcome that a claim it cites no longer carries."""
    if dataset.briefing.bottom_line:
        yield from _check_bottom_line(dataset, _Text.of(dataset.briefing.bottom_line, "the bottom line"))
    for subject in dataset.subjects.values():
        yield from _check_subject(dataset, subject)
    for article in dataset.articles.values():
        yield from _check_summary(dataset, article)


def _check_subject(dataset: Dataset, subject: Subject) -> Iterator[Diagnostic]:
    if subject.bottom_line:
        text = _Text.of(subject.bottom_line, "the bottom line")
        yield from _check_bottom_line(dataset, text)
        yield from _find_overtaking(dataset, text, subject)
    for outcome in subject.outcomes:
        yield from _find_set_aside(dataset, _Text("an outcome", outcome.claims, outcome.span))


def _check_summary(dataset: Dataset, article: Article) -> Iterator[Diagnostic]:
    # The page of a withdrawn article says so itself, above its summary.
    if article.summary is None or article.status == "withdrawn":
        return
    for point in article.summary.points:
        outdated = list(_find_set_aside(dataset, _Text.of(point, "a point of the summary")))
        if len(outdated) == len(point.claims):
            yield from outdated


def _check_bottom_line(dataset: Dataset, text: _Text) -> Iterator[Diagnostic]:
    yield from _find_set_aside(dataset, text)
    yield from _find_outdated(dataset, text, partial(_reason_to_doubt, text))


def _find_set_aside(dataset: Dataset, text: _Text) -> Iterator[Diagnostic]:
    return _find_outdated(dataset, text, _reason_set_aside)


def _find_outdated(dataset: Dataset, text: _Text, reason_of: _Reason) -> Iterator[Diagnostic]:
    for claim in dataset.find_claims(text.claims):
        reason = reason_of(dataset.slot_of[claim.key], claim)
        if reason:
            yield text.outdated(claim, reason)


def _reason_set_aside(slot: Slot, claim: Claim) -> str | None:
    # A withdrawn claim is excluded too; that its source did it tells more.
    if claim.is_withdrawn:
        return "it is set aside: its source has withdrawn it"
    return _ASIDE.get(slot.ranks[claim.key])


def _reason_to_doubt(text: _Text, slot: Slot, claim: Claim) -> str | None:
    """Return why another value is told today in place of the one that a claim says, unless the text tells both."""
    if _cites_shown(slot, text):
        return None
    rank = slot.ranks[claim.key]
    # Beside a shown value that nothing contradicts another may stand, such as a rounded one.
    if rank is Rank.NORMAL and not _leaves_open(slot):
        return None
    if claim.key in slot.corrected:
        return "its source has corrected it"
    return _MISSED.get(rank)


def _leaves_open(slot: Slot) -> bool:
    """Tell whether sources differ and no editor has said that both values stand."""
    if slot.judgement is not None and slot.judgement.word == "both-stand":
        return False
    return slot.disputed


def _cites_shown(slot: Slot, text: _Text) -> bool:
    """Tell whether a text that cites another value cites the shown one beside it: then it tells both."""
    if slot.shown is None:
        return False
    return not set(text.claims).isdisjoint(map(key_of, slot.shown.claims))


def _find_overtaking(dataset: Dataset, text: _Text, subject: Subject) -> Iterator[Diagnostic]:
    """Yield one finding for each cited slot that a claim has joined since an editor last verified the page."""
    if subject.last_verified is None:
        return
    verified = subject.last_verified.latest
    if verified is None:
        return
    cited = map(dataset.slot_of.__getitem__, map(key_of, dataset.find_claims(text.claims)))
    newer = [_first_newer(slot, text, verified) for slot in distinct_by(cited, id)]
    yield from map(text.overtaken, filter(None, newer))


def _first_newer(slot: Slot, text: _Text, verified: date) -> Claim | None:
    """Return the first claim of a slot that appeared after a day and is not cited, of those that stand."""
    for claim in slot.claims:
        if claim.key in text.claims or slot.ranks[claim.key] not in _STANDING:
            continue
        published = claim.published.first_day
        if published is not None and published > verified:
            return claim
    return None
