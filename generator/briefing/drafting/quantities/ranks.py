"""Ranks as claims: "the second-largest economy", "No. 1 on the competitiveness list"."""

import re
from collections.abc import Iterator

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.literals.printed_figure import Figure
from briefing.drafting.quantities.quantity_proposal import TO_NAME, propose_quantity
from briefing.drafting.subjects.kind_groups import PARTIES
from briefing.drafting.subjects.subject_mentions import Mention
from briefing.drafting.text.wording import matched_group, slug
from briefing.model.ids import SubjectId

_LIST = re.compile(
    r"(?:in|of|on) the (?:latest |global |world )?([a-z ]{3,40}?)(?: by|,|\.|$)|(?:in|on) ([A-Z][\w ]{2,40})"
)
_POSSESSOR = re.compile(r"([A-Z][a-z]+)[’']s $")


def propose_rank(clause: Clause, figure: Figure) -> Iterator[Proposal]:
    """Yield the claim of a rank, on a list that its noun or the words behind it name."""
    if figure.noun:
        country = _ranked_country(clause, figure)
        yield from propose_quantity(clause, figure, country, "rank", {"list": _list_of_noun(clause, figure)})
        return
    # Without a noun it is whoever the clause names first: "Japan came 32nd".
    ranked = next(iter(clause.of_kind(*PARTIES)), None)
    yield from propose_quantity(clause, figure, ranked, "rank", {"list": _list_behind(clause, figure)})


def _list_of_noun(clause: Clause, figure: Figure) -> str:
    """Return the list whose entries the noun counts: ``asia-biggest-makers`` of "Asia's third-biggest maker"."""
    # A regular plural will do: the id is a guess, and an editor may have a better one.
    plural = figure.noun.removesuffix("s") + "s"
    possessor = _POSSESSOR.search(clause.text_before(figure.start))
    if possessor is None:
        return slug(plural)
    return f"{possessor[1].lower()}-{slug(plural)}"


def _list_behind(clause: Clause, figure: Figure) -> str:
    """Return the list named behind a rank, else the event that the clause speaks of, such as a ranking."""
    match = _LIST.search(clause.text_behind(figure.end))
    words = ""
    if match:
        words = matched_group(match)
    # A ranking may be an event of the data, which has a name of its own.
    return slug(words) or clause.known_data.first_of_kind(clause.things, "event") or TO_NAME


def _ranked_country(clause: Clause, figure: Figure) -> SubjectId | None:
    """Return the first place of the sentence that has a rank, not the one within which it has it."""
    places = clause.sentence_mentions.of_kind("place")
    # A place that is a scope once is one wherever it stands in the sentence.
    scopes = {place.subject for place in places if _is_scope(clause, place, figure)}
    return places.without(*scopes).first_subject


def _is_scope(clause: Clause, place: Mention, figure: Figure) -> bool:
    """Tell whether a place only says among whom: "Asia's second-largest economy"."""
    if place.end > figure.start:
        return False
    return clause.sentence.text[place.end : figure.start].strip("’' s") == ""
