"""Subjects that are easily taken for one another."""

from dataclasses import dataclass

from briefing.model.records import Subject
from briefing.views.base.context import Context
from briefing.views.base.tokens import Prose, mark_japanese


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A subject that is easily taken for this one."""

    link: Prose
    describes: Prose


def view_lookalikes(ctx: Context, record: Subject) -> tuple[Lookalike, ...]:
    """Return what a subject is easily taken for: as its file says, as theirs do, or by a name that both have."""
    sharing = [one for found in ctx.findings.by_subject.get(record.id, ()) if not found.claims for one in found.about]
    others = dict.fromkeys([*record.not_same_as, *ctx.subjects.mistaken_for.get(record.id, ()), *sharing])
    known = [ctx.data.subjects[one] for one in others if one in ctx.data.subjects and one != record.id]
    return tuple(Lookalike(ctx.link(one.id), mark_japanese(one.describes)) for one in known)
