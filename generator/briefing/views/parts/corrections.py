"""Corrections as rows of the log and of the pages that were wrong, and as a note beside the facts that they touched."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.correction_index import LoggedCorrection
from briefing.views.base.tokens import PageLink, Prose, join_prose, mark_japanese
from briefing.views.parts.qualifiers import Detail
from briefing.views.parts.sources import SourceRef, refs_of_keys


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What the site said of ``about`` and what it says now; ``link`` leads to the row in the log."""

    anchor: str
    link: PageLink
    date: str
    about: Prose
    was: Prose
    now: Prose
    sources: tuple[SourceRef, ...]


def view_correction(context: Context, logged: LoggedCorrection) -> CorrectionRow:
    """Return one correction."""
    correction = logged.correction
    return CorrectionRow(
        anchor=logged.anchor,
        link=_log_link(logged),
        date=correction.date.label,
        about=join_prose([context.link(subject) for subject in correction.about]),
        was=mark_japanese(correction.was),
        now=mark_japanese(correction.now),
        sources=refs_of_keys(context, correction.claims),
    )


def corrections_of(context: Context, subject: SubjectId) -> tuple[CorrectionRow, ...]:
    """Return the corrections of a subject's page, newest first."""
    return tuple(view_correction(context, logged) for logged in context.corrections.by_subject.get(subject, ()))


def correction_details(context: Context, claims: Iterable[Claim]) -> tuple[Detail, ...]:
    """Return when what rests on these claims was put right here, each with the way to the log."""
    logged: dict[str, LoggedCorrection] = {}
    for claim in claims:
        for entry in context.corrections.by_claim.get(claim.key, ()):
            logged.setdefault(entry.anchor, entry)
    label = context.labels.say("corrected-here")
    return tuple(Detail(label, (_log_link(entry),)) for entry in logged.values())


def _log_link(logged: LoggedCorrection) -> PageLink:
    return PageLink(logged.correction.date.label, logged.page, logged.anchor)
