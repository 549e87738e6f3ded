"""Money of a clause as claims: who pays, how far the money has come, or a figure, or a forecast of benefit."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.held_claims import Precedent
from briefing.drafting.keywords import Keywords
from briefing.drafting.printed_figure import Figure, FigureKind
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.sum_subjects import find_precedent, rank_subjects
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId

# The first that fits counts: "approved" money was announced, too, and "investing" comes last, for it goes with each.
_STAGES = Keywords(
    (
        ("target", r"\b(?:ha[sd]|have|needs?|wants?|hopes?|aims?|seeks?) to raise\b"),
        ("approved", r"approv\w+|承認|決定"),
        ("budgeted", r"budgeted|allocat\w+|earmark\w+|set aside|予算|計上"),
        ("contracted", r"\bcontract(?:ed|s) (?:worth|for)|signed (?:a|an) .*(?:deal|contract)|契約"),
        ("disbursed", r"disburs\w+|paid out|交付した"),
        ("spent", r"\b(?:has|have|had) spent|\bspent\b|has invested|have invested|投じた"),
        ("pledged", r"pledg\w+|commit(?:s|ted|ment)?\b|vow\w+|promis\w+|表明"),
        ("target", r"\btarget(?:s|ed|ing)?\b|目標"),
        ("proposed", r"\beye(?:s|d|ing)\b|propos\w+|mull\w+|consider\w+|検討"),
        ("built", r"\b(?:opened|built|completed|constructed)\b|完成した|開所した"),
        ("announced", r"announc\w+|unveil\w+|invest\w*|spending|to spend|plan\w*|発表|投資|投じる"),
    )
)
_PLANNED = re.compile(r"\b(?:plans?|planning|planned|will|intends?|intentions?|to invest|to spend|投じる方針|計画)\b")
_AMOUNT = re.compile(
    r"invest|spend|spent|subsid|aid\b|pledg|commit|fund|grant|budget|approv|inject|pump|pour|"
    r"financ|\bto raise\b|\bbet\b|initiative|plan\b|factory|plant|facility|fab\b|support|loan|build|eyes|"
    r"投資|投じ|補助|助成|支援|拠出|予算|建設",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"spillover|economic (?:effect|impact|benefit)|boost to (?:GDP|the economy)|ripple|経済効果|波及効果", re.IGNORECASE
)
_MEASURES = Keywords(
    (
        ("valuation", r"worth (?:more|less|over|about|nearly)|valued at|valuation|企業価値|評価額"),
        ("revenue", r"revenue|sales of|売上"),
        ("profit", r"profits?\b|net income|earnings|利益"),
        ("market-value", r"market (?:value|cap\w*)|時価総額"),
        ("exports", r"\bexports?\b.{0,60}(?:amount|worth|reach|to)|輸出額"),
        ("foreign-direct-investment", r"foreign direct investment|\bFDI\b|直接投資"),
        ("debt", r"\bdebts?\b (?:of|reach|stood)|債務"),
        ("price", r"\bcosts?\b|priced at|価格"),
    )
)
_INVESTMENT = "foreign-direct-investment"
_INVESTMENT_NAME = re.compile(r"foreign direct investment|\bFDI\b|直接投資", re.IGNORECASE)
_PAYEE = re.compile(r"(?:subsid\w+|aid|grants?|support|loan|funding|money)\b.{0,60}?\b(?:for|to)\b", re.IGNORECASE)
_WILL_SPEND = re.compile(r"\b(?:will|plans? to|pledged|to) (?:invest|spend)")
_TO_NAME = "to-be-named"
_UNSETTLED_STAGES = ("announced", "proposed", "target")
# Words further away than this hardly belong to the sum.
_LETTERS_BEFORE, _LETTERS_BEHIND = 90, 70


def propose_sums(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every sum of the clause."""
    if not (clause.present or clause.main_subject or clause.last_thing):
        return
    for figure in clause.figures:
        if figure.kind is FigureKind.MONEY:
            yield _propose_sum(clause, figure)


def _propose_sum(clause: Clause, figure: Figure) -> Proposal:
    near_start = max(clause.start, figure.start - _LETTERS_BEFORE)
    near = clause.sentence.text[near_start : min(clause.end, figure.end + _LETTERS_BEHIND)]
    precedent = find_precedent(clause, figure)
    measure = _find_measure(near, figure.start - near_start)
    if _is_effect(clause, near, precedent):
        return _propose_effect(clause, figure)
    if measure is not None and not _WILL_SPEND.search(near):
        return _propose_figure(clause, figure, measure, precedent)
    if precedent is not None or _AMOUNT.search(clause.text):
        return _propose_amount(clause, figure, precedent)
    return _propose_figure(clause, figure, _TO_NAME, precedent)


def _find_measure(near: str, position: int) -> str | None:
    """Return what a sum measures where nobody pays it: by the word that stands nearest to the sum."""
    distances = []
    for name, match in _MEASURES.matches(near):
        distance = min(abs(match.end() - position), abs(match.start() - position))
        distances.append((distance, name))
    return min(distances, default=(0, None))[1]


def _is_effect(clause: Clause, near: str, precedent: Precedent | None) -> bool:
    if _EFFECT.search(near):
        return True
    is_held_so = precedent is not None and precedent.claim.attribute == "effect"
    return is_held_so and bool(_EFFECT.search(clause.text))


def _propose_effect(clause: Clause, figure: Figure) -> Proposal:
    about, *others = rank_subjects(clause, figure, None)
    fields = _also_printed(figure) | {"line": _line(clause, about, figure, None), "modality": "forecast"}
    return Proposal(clause.par, about, "effect", figure.literal, fields, tuple(others[:3]), "who forecasts it?")


def _propose_figure(clause: Clause, figure: Figure, measure: str, precedent: Precedent | None) -> Proposal:
    about, *others = rank_subjects(clause, figure, precedent)
    remark = ""
    if measure == _TO_NAME:
        remark = "name the measure"
    if measure == _INVESTMENT:
        about = _named_investment(clause) or about
    fields = _also_printed(figure) | {"measure": measure}
    return Proposal(clause.par, about, "figure", figure.literal, fields, tuple(others[:3]), remark)


def _named_investment(clause: Clause) -> SubjectId | None:
    """Return the topic that is foreign direct investment itself."""
    for mention in clause.mentions:
        if _INVESTMENT_NAME.search(clause.sentence.text[mention.start : mention.end]):
            return mention.subject
    return None


def _propose_amount(clause: Clause, figure: Figure, precedent: Precedent | None) -> Proposal:
    about, *others = rank_subjects(clause, figure, precedent)
    fields = _also_printed(figure) | {"line": _line(clause, about, figure, precedent)} | _stage(clause)
    fields["payer"] = _payer(clause, about) or "unknown"
    payee = _payee(clause)
    if payee is not None and payee not in (about, fields["payer"]):
        fields["payee"] = payee
    return Proposal(clause.par, about, "amount", figure.literal, fields, tuple(others[:3]), _remark(precedent))


def _stage(clause: Clause) -> dict[str, Field]:
    """Return how far the money has come; what is only planned says so, what was spent over years is a sum of them."""
    stage = _STAGES.first(clause.text) or "announced"
    fields: dict[str, Field] = {"stage": stage}
    if stage in _UNSETTLED_STAGES and _PLANNED.search(clause.text):
        fields = {"modality": "planned", "stage": stage}
    if stage == "spent" and any(date.span for date in clause.dates):
        fields["basis"] = "cumulative"
    return fields


def _remark(precedent: Precedent | None) -> str:
    if precedent is None:
        return ""
    return f"the same figure is held as {precedent.claim.key}"


def _also_printed(figure: Figure) -> dict[str, Field]:
    if figure.also is None:
        return {}
    return {"also_printed": figure.also}


def _payer(clause: Clause, about: SubjectId) -> SubjectId | None:
    """Return who pays: whoever acts, but for people, those who receive, and a subject that only holds the money."""
    agent = clause.agent
    if agent is None or clause.known_data.is_kind(agent, "person") or clause.says(r"\bto raise\b|\breceiv"):
        return None
    if agent == about:
        return _own_payer(clause, agent)
    owners = clause.known_data.owners.get(about, frozenset())
    # Subsidies named after a company go to it.
    if agent in owners and clause.known_data.is_kind(about, "policy"):
        return None
    return agent


def _own_payer(clause: Clause, agent: SubjectId) -> SubjectId | None:
    if clause.known_data.is_kind(agent, "company") and clause.says(r"\b(?:invest|spen[dt])"):
        return agent
    return None


def _payee(clause: Clause) -> SubjectId | None:
    phrase = clause.find_phrase(_PAYEE)
    if phrase is None:
        return None
    return clause.mentions.of_kind("company").starting_from(phrase.end).first_subject


def _line(clause: Clause, about: SubjectId, figure: Figure, precedent: Precedent | None) -> str:
    """Return a name for the sum: that of the held one, its field where the clause has one, else the whole."""
    if precedent is not None and precedent.about == about and precedent.claim.qualifier("line"):
        return str(precedent.claim.qualifier("line"))
    field = _nearest_field(clause, about, figure)
    if field is not None:
        return field
    # A plan has one total; what a company or country pays has one by year.
    if clause.known_data.is_kind(about, "project", "policy"):
        return "total"
    literals = (date.literal for date in clause.dates if date.literal)
    return slug(next(literals, "")) or "total"


def _nearest_field(clause: Clause, about: SubjectId, figure: Figure) -> SubjectId | None:
    """Return the topic nearest to a sum that the subject has a line of its own for."""
    lines = {line.id for line in clause.known_data.records.subjects[about].money_lines}
    topics = clause.mentions.of_kind("topic")
    ranked = sorted(topics, key=lambda topic: (abs(topic.start - figure.start), topic.subject))
    return next((topic.subject for topic in ranked if topic.subject in lines), None)
