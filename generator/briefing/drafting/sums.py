"""Money of a clause as claims: who pays, how far the money has come, or a figure, or a forecast of benefit."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.figures import Figure, FigureKind, find_figures
from briefing.drafting.known_data import Precedent
from briefing.drafting.proposal import Field, Proposal
from briefing.drafting.wording import slug
from briefing.model.ids import SubjectId
from briefing.model.malformed import Malformed
from briefing.model.money import Money, parse_money
from briefing.model.value_comparing import same_value

_STAGES = (
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
_FIGURES = (
    ("valuation", r"worth (?:more|less|over|about|nearly)|valued at|valuation|企業価値|評価額"),
    ("revenue", r"revenue|sales of|売上"),
    ("profit", r"profits?\b|net income|earnings|利益"),
    ("market-value", r"market (?:value|cap\w*)|時価総額"),
    ("exports", r"\bexports?\b.{0,60}(?:amount|worth|reach|to)|輸出額"),
    ("foreign-direct-investment", r"foreign direct investment|\bFDI\b|直接投資"),
    ("debt", r"\bdebts?\b (?:of|reach|stood)|債務"),
    ("price", r"\bcosts?\b|priced at|価格"),
)
_PAYEE = re.compile(r"(?:subsid\w+|aid|grants?|support|loan|funding|money)\b.{0,60}?\b(?:for|to)\b", re.IGNORECASE)


def propose_sums(clause: Clause) -> Iterator[Proposal]:
    """Yield a claim for every sum of the clause."""
    for one in clause.sums:
        if one.kind is FigureKind.MONEY:
            yield from _propose(clause, one)


def _propose(clause: Clause, one: Figure) -> Iterator[Proposal]:
    if not (clause.mentions or clause.earlier or clause.main or clause.last_thing):
        return
    near = clause.sentence.text[max(clause.start, one.start - 90) : min(clause.end, one.end + 70)]
    precedent = _precedent(clause, one)
    measure = _measure(near, one.start - max(clause.start, one.start - 90))
    if _EFFECT.search(near) or (precedent and precedent.claim.attribute == "effect" and _EFFECT.search(clause.text)):
        yield _effect(clause, one)
    elif measure and not re.search(r"\b(?:will|plans? to|pledged|to) (?:invest|spend)", near):
        yield _figure(clause, one, measure, precedent)
    elif _AMOUNT.search(clause.text) or precedent:
        yield _amount(clause, one, precedent)
    else:
        yield _figure(clause, one, "to-be-named", precedent)


def _measure(near: str, place: int) -> str | None:
    """Return what a sum measures where nobody pays it: by the word that stands nearest to the sum."""
    found = [
        (min(abs(match.end() - place), abs(match.start() - place)), name)
        for name, words in _FIGURES
        for match in re.finditer(words, near, re.IGNORECASE)
    ]
    return min(found)[1] if found else None


def _effect(clause: Clause, one: Figure) -> Proposal:
    about, others = _about(clause, one, None)
    fields: dict[str, Field] = {"line": _line(clause, about, one, None), "modality": "forecast"}
    return Proposal(clause.par, about, "effect", one.literal, _with_also(fields, one), others, "who forecasts it?")


def _figure(clause: Clause, one: Figure, measure: str, precedent: Precedent | None) -> Proposal:
    about, others = _about(clause, one, precedent)
    if measure == "foreign-direct-investment":
        words = dict(_FIGURES)[measure]
        named = [
            one for one in clause.here if re.search(words, clause.sentence.text[one.start : one.end], re.IGNORECASE)
        ]
        about = named[0].subject if named else about
    remark = "name the measure" if measure == "to-be-named" else ""
    return Proposal(clause.par, about, "figure", one.literal, _with_also({"measure": measure}, one), others, remark)


def _amount(clause: Clause, one: Figure, precedent: Precedent | None) -> Proposal:
    about, others = _about(clause, one, precedent)
    stage = next((name for name, words in _STAGES if clause.says(words)), "announced")
    fields: dict[str, Field] = {"line": _line(clause, about, one, precedent)}
    if _PLANNED.search(clause.text) and stage in ("announced", "proposed", "target"):
        fields["modality"] = "planned"
    fields |= {"stage": stage}
    if stage == "spent" and any(date.span for date in clause.dates):
        fields["basis"] = "cumulative"
    fields["payer"] = _payer(clause, about) or "unknown"
    payee = _payee(clause)
    if payee and payee not in (about, fields["payer"]):
        fields["payee"] = payee
    return Proposal(clause.par, about, "amount", one.literal, _with_also(fields, one), others, _remark(precedent))


def _remark(precedent: Precedent | None) -> str:
    return f"the same figure is held as {precedent.claim.key}" if precedent else ""


def _with_also(fields: dict[str, Field], one: Figure) -> dict[str, Field]:
    return {**({"also_printed": one.also} if one.also else {}), **fields}


def _about(clause: Clause, one: Figure, precedent: Precedent | None) -> tuple[SubjectId, tuple[SubjectId, ...]]:
    """Return whom the sum is about, and who else it may be about."""
    things = [thing for thing in clause.things if clause.known.kind(thing) != "event"]
    unnamed = clause.last_thing is not None and clause.known.kind(clause.last_thing) != "event"
    actor = clause.company or next(iter(clause.of_kind("company")), None)
    giver = clause.agent if clause.agent and clause.known.kind(clause.agent) in ("place", "organization") else None
    taker = clause.last_agent if giver and clause.says(r"\b(?:support|subsid|grant|aid|fund)") else None
    nearest = clause.nearest(one.start, "company", "organization", "policy", "project", "topic", "place")
    sure = things[:1] if things and _named_after(clause, things[0], one) else []
    ranked = [
        *sure,
        *([precedent.about] if precedent else []),
        *things,
        *([actor] if actor else []),
        *([clause.last_thing] if unnamed and clause.last_thing else []),
        *([taker] if taker else []),
        *([nearest] if nearest else []),
        *([clause.main] if clause.main else []),
        *(one.subject for one in (*clause.mentions, *clause.earlier)),
        *([clause.last_thing] if clause.last_thing else []),
    ]
    distinct = tuple(dict.fromkeys(ranked))
    return distinct[0], distinct[1:4]


def _named_after(clause: Clause, thing: SubjectId, one: Figure) -> bool:
    """Tell whether a thing has the very sum in its name."""
    sums = find_figures(clause.known.data.subjects[thing].name.en)
    return any(other.literal in (one.literal, one.also) for other in sums)


def _precedent(clause: Clause, one: Figure) -> Precedent | None:
    """Return a held claim with the same sum, where the clause has something to do with its subject."""
    for literal in filter(None, (one.literal, one.also)):
        value = parse_money(literal)
        assert not isinstance(value, Malformed)
        for held in clause.known.figures:
            if _same(value, held) and _akin(clause, held.about):
                return held
    return None


def _same(value: Money, held: Precedent) -> bool:
    printed = [one for one in (held.claim.value, held.claim.also_printed) if isinstance(one, Money)]
    return any(
        same_value(value, one) or (value.amount, value.currency) == (one.amount, one.currency) for one in printed
    )


def _akin(clause: Clause, subject: SubjectId) -> bool:
    needed = clause.known.needed.get(subject, frozenset({subject}))
    return (needed <= clause.present) if needed else True


def _payer(clause: Clause, about: SubjectId) -> SubjectId | None:
    agent = clause.agent
    if agent is None or clause.known.kind(agent) == "person" or clause.says(r"\bto raise\b|\breceiv"):
        return None
    if agent == about:
        return agent if clause.known.kind(agent) == "company" and clause.says(r"\b(?:invest|spen[dt])") else None
    receives = clause.known.kind(about) == "policy" and agent in clause.known.needed.get(about, frozenset())
    return None if receives else agent


def _payee(clause: Clause) -> SubjectId | None:
    found = _PAYEE.search(clause.text)
    if not found:
        return None
    after = [one for one in clause.here if one.start >= clause.start + found.end() and one.kind == "company"]
    return after[0].subject if after else None


def _line(clause: Clause, about: SubjectId, one: Figure, precedent: Precedent | None) -> str:
    """Return a name for the sum: that of the held one, its field where the clause has one, else the whole."""
    if precedent and precedent.about == about and precedent.claim.qualifier("line"):
        return str(precedent.claim.qualifier("line"))
    held = {line.id for line in clause.known.data.subjects[about].money_lines}
    topics = sorted(
        (abs(mention.start - one.start), mention.subject) for mention in clause.here if mention.kind == "topic"
    )
    fitting = next((topic for _, topic in topics if topic in held), None)
    when = next((date.literal for date in clause.dates if date.literal), None)
    return fitting or ("total" if clause.known.kind(about) in ("project", "policy") else slug(when or "") or "total")
