"""Money of a clause as claims: who pays, how far the money has come, or a figure, or a forecast of benefit."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_figure import Figure, FigureKind
from briefing.drafting.quantities.payers import find_payee, find_payer
from briefing.drafting.quantities.quantity_proposal import TO_NAME
from briefing.drafting.quantities.sum_lines import name_line
from briefing.drafting.quantities.sum_measures import find_measure, find_measured_topic
from briefing.drafting.quantities.sum_stages import read_stage
from briefing.drafting.quantities.sum_subjects import find_precedent, rank_subjects
from briefing.drafting.subjects.held_claims import Precedent

_AMOUNT = re.compile(
    r"invest|spend|spent|subsid|\baid\b|pledg|commit|fund|grant|budget|approv|inject|pump|pour|"
    r"financ|\bto raise\b|\bbet\b|initiative|plan\b|factory|plant|facility|fab\b|support|loan|build|eyes|"
    r"投資|投じ|補助|助成|支援|拠出|予算|建設",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"spillover|economic (?:effect|impact|benefit)|boost to (?:GDP|the economy)|ripple|経済効果|波及効果", re.IGNORECASE
)
_WILL_SPEND = re.compile(r"\b(?:will|plans? to|pledged|to) (?:invest|spend)")
_FIGURE_REMARKS = {TO_NAME: "name the measure"}
# Words further away than this hardly belong to the sum.
_LETTERS_BEFORE, _LETTERS_BEHIND = 90, 70


def propose_sums(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every sum of the clause."""
    # A sum of nobody's cannot be claimed.
    if not any((clause.present, clause.main_subject, clause.last_thing)):
        return
    for figure in clause.figures:
        if figure.kind is FigureKind.MONEY:
            yield _propose_sum(clause, figure)


def _propose_sum(clause: Clause, figure: Figure) -> Proposal:
    """Return a sum as an effect, a figure or an amount, by the words around it and by what is held."""
    near_start = max(clause.start, figure.start - _LETTERS_BEFORE)
    near = clause.sentence.text[near_start : min(clause.end, figure.end + _LETTERS_BEHIND)]
    precedent = find_precedent(clause, figure)
    measure = find_measure(near, figure.start - near_start)
    if _is_effect(clause, near, precedent):
        return _propose_effect(clause, figure)
    if measure is not None and not _WILL_SPEND.search(near):
        return _propose_figure(clause, figure, measure, precedent)
    if precedent is not None or _AMOUNT.search(clause.text):
        return _propose_amount(clause, figure, precedent)
    return _propose_figure(clause, figure, TO_NAME, precedent)


def _is_effect(clause: Clause, near: str, precedent: Precedent | None) -> bool:
    """Tell whether a sum is what somebody expects to come of something."""
    if precedent is not None and precedent.claim.attribute == "effect":
        # What another article calls an effect need not have the word for it right beside.
        return bool(_EFFECT.search(clause.text))
    return bool(_EFFECT.search(near))


def _propose_effect(clause: Clause, figure: Figure) -> Proposal:
    """Return a sum as a forecast of benefit; nobody pays it."""
    about, *alternatives = rank_subjects(clause, figure, None)
    fields = _also_printed(figure) | {"line": name_line(clause, about, figure, None), "modality": "forecast"}
    return Proposal(clause.par, about, "effect", figure.literal, fields, tuple(alternatives[:3]), "who forecasts it?")


def _propose_figure(clause: Clause, figure: Figure, measure: str, precedent: Precedent | None) -> Proposal:
    """Return a sum as a figure that measures something; nobody pays it either."""
    about, *alternatives = rank_subjects(clause, figure, precedent)
    fields = _also_printed(figure) | {"measure": measure}
    subject = find_measured_topic(clause, measure) or about
    return Proposal(
        clause.par, subject, "figure", figure.literal, fields, tuple(alternatives[:3]), _FIGURE_REMARKS.get(measure, "")
    )


def _propose_amount(clause: Clause, figure: Figure, precedent: Precedent | None) -> Proposal:
    """Return a sum as money that somebody pays, with its stage, payer and payee."""
    about, *alternatives = rank_subjects(clause, figure, precedent)
    fields = _also_printed(figure) | {"line": name_line(clause, about, figure, precedent)} | read_stage(clause)
    fields["payer"] = find_payer(clause, about) or "unknown"
    payee = find_payee(clause)
    if payee is not None and payee not in (about, fields["payer"]):
        fields["payee"] = payee
    return Proposal(clause.par, about, "amount", figure.literal, fields, tuple(alternatives[:3]), _remark(precedent))


def _remark(precedent: Precedent | None) -> str:
    """Return a note on the claim that has the sum already."""
    if precedent is None:
        return ""
    return f"the same figure is held as {precedent.claim.key}"


def _also_printed(figure: Figure) -> dict[str, Field]:
    """Return the second currency of a sum as a field."""
    if figure.also is None:
        return {}
    return {"also_printed": figure.also}
