"""A date as a claim: its value as counted, the words that it was counted from, and what it may be about."""

from collections.abc import Mapping

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.drafting.literals.printed_date import DateMention
from briefing.drafting.text.keywords import Keywords
from briefing.model.ids import SubjectId

# Words that stand about equally near are told apart by the order of their table, not by a letter or two.
_STEP_OF_DISTANCE = 25
_ALTERNATIVES_MAX = 3


def propose_time(
    clause: Clause, about: SubjectId, attribute: str, date: DateMention, fields: Mapping[str, Field]
) -> Proposal:
    """Return the claim of a date about a subject; its value is unknown where the day cannot be counted back."""
    alternatives = tuple(thing for thing in clause.things if thing != about)[:_ALTERNATIVES_MAX]
    wording: dict[str, Field] = {"said": {"value": date.wording}}
    if date.literal is None:
        remark = "the day cannot be counted back"
        return Proposal(clause.par, about, attribute, "unknown", {**fields, **wording}, alternatives, remark)
    # A date that was counted keeps its words, so that an editor can count again.
    if date.how:
        return Proposal(
            clause.par, about, attribute, date.literal, {**fields, **wording, "how": date.how}, alternatives
        )
    return Proposal(clause.par, about, attribute, date.literal, fields, alternatives)


def find_thing(clause: Clause, *kinds: str) -> SubjectId | None:
    """Return what a date is about: the likeliest thing of some kinds, the last one, or a name of the clause."""
    things = clause.known_data.of_kind((*clause.things, clause.last_thing), *kinds)
    return next(iter((*things, *clause.of_kind(*kinds))), None)


def nearest_keyword(clause: Clause, date: DateMention, keywords: Keywords) -> str | None:
    """Return the category whose words stand nearest before the date, the earlier of the table where two are equal."""
    position = date.start - clause.start
    ranked = []
    for order, (name, match) in enumerate(keywords.matches(clause.text)):
        # English mostly says what happens and then when: words before the date go first, however far.
        stands_behind = match.start() >= position
        steps = abs(position - match.end()) // _STEP_OF_DISTANCE
        ranked.append((stands_behind, steps, order, name))
    return min(ranked, default=(False, 0, 0, None))[3]
