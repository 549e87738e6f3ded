"""Multiples and per cents as claims: growth, and shares of a whole."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.quantities.quantity_proposal import TO_NAME, propose_quantity
from briefing.drafting.subjects.subject_mentions import likeliest
from briefing.drafting.text.wording import slug

_GROWTH = re.compile(
    r"gr[eo]w|rise|rose|increas|fall|fell|drop|declin|shrink|up by|down|expand|増|減|成長", re.IGNORECASE
)
_SHARE = re.compile(r"share|stake|of (?:the|its|all|GDP)|contribut|account|portion|half|割合|占め", re.IGNORECASE)
# Words that tell of what a per cent is the share.
_PART = re.compile(
    r"\bshares? (?:of|in) (?:the )?(?:(?:world|global|domestic) )?([a-z][\w -]{2,60}?)"
    r" (?:will|would|may|is|was|has|had|could|rose|fell|grew|to|from|of|at|stood)\b"
)
_GROWING_NOUN = re.compile(r"\s(?:domestic |its |the )?([a-z]+(?: [a-z]+)?)")
# Letters around a per cent in which words say what it is; right behind it a word for a share is surer.
_NEAR_BEFORE, _NEAR_BEHIND, _RIGHT_BEHIND = 60, 40, 15


def propose_growth(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of a multiple: "triple domestic chip sales by 2030"."""
    known_data = clause.known_data
    actor = known_data.first_of_kind([clause.agent], "company", "place")
    # The briefing that drafting was made for is about Japan; a text that names nobody means its country.
    about = likeliest(actor, clause.main_subject, known_data.countries.get("Japan"))
    fields: dict[str, Field] = {"measure": _growing_measure(clause, figure), "modality": _modality(clause)}
    yield from propose_quantity(clause, figure, about, "growth", {**fields, **_end(clause)})


def propose_percentage(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of a per cent as a share or as growth; none where no word says which."""
    near = clause.sentence.text[max(0, figure.start - _NEAR_BEFORE) : figure.end + _NEAR_BEHIND]
    right_behind = clause.text_behind(figure.end)[:_RIGHT_BEHIND]
    part = _PART.search(clause.text_before(figure.start))
    if part:
        about = clause.sentence_mentions.ending_by(part.start() + 1).last_subject
        fields = {"measure": slug(part[1]), **_period_behind(clause, figure)}
        yield from propose_quantity(clause, figure, about, "share", fields)
    # "Rose to 25 % of GDP" is a share, whatever it did before.
    elif _GROWTH.search(near) and not _SHARE.search(right_behind):
        yield from propose_quantity(clause, figure, clause.agent, "growth", {"measure": TO_NAME})
    elif _SHARE.search(near):
        plan = clause.known_data.first_of_kind([clause.last_thing], "policy", "project")
        about = likeliest(clause.thing, plan, clause.agent)
        yield from propose_quantity(clause, figure, about, "share", {"measure": TO_NAME})


def _growing_measure(clause: Clause, figure: Figure) -> str:
    """Return what is multiplied: the words right behind."""
    noun = _GROWING_NOUN.match(clause.text_behind(figure.end))
    if noun is None:
        return TO_NAME
    return slug(noun[1])


def _modality(clause: Clause) -> str:
    """Return whether a multiple is wanted or reported."""
    if clause.says(r"\bto |aim|by 20|目指"):
        return "aim"
    return "reported"


def _end(clause: Clause) -> dict[str, Field]:
    """Return by when something is to have grown."""
    for date in clause.dates:
        if date.opener == "by" and date.literal is not None:
            return {"when": date.literal}
    return {}


def _period_behind(clause: Clause, figure: Figure) -> dict[str, Field]:
    """Return the year that stands right behind a figure, and whether it is still to come."""
    literal = _date_behind(clause, figure)
    if literal is None:
        return {}
    # Both begin with four digits of a year, so that they compare as texts.
    if literal[:4] > clause.context.publication.text[:4]:
        return {"period": literal, "modality": "forecast"}
    return {"period": literal}


def _date_behind(clause: Clause, figure: Figure) -> str | None:
    """Return the date that follows a figure with at most a preposition between."""
    for date in clause.dates:
        if date.literal and 0 <= date.start - figure.end <= len(" in "):
            return date.literal
    return None
