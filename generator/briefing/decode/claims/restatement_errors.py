"""Restatements of claims that are not there, and those that lead in a circle."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.decode.claims.restatement_chains import RestatementChains
from briefing.decode.reading.content import Fields
from briefing.decode.reading.hints import reference_error
from briefing.decode.references.circles import find_circles
from briefing.diagnostics.diagnostic import MOST_RELATED, Diagnostic, Related, error, shorten_list


def find_unknown_restatements(claims: Iterable[Fields], chains: RestatementChains) -> Iterator[Diagnostic]:
    """Yield an error for each claim that restates nothing of its file."""
    for claim in claims:
        restated = claim.scalar("restates")
        if restated is None or chains.target(restated.text) is not None:
            continue
        message = f'this file has no claim "{restated.text}"'
        hint = "name a claim of this file, or take the field out"
        yield reference_error("restates-unknown", restated.span, message, restated.text, chains.by_id, hint)


def find_restatement_circles(chains: RestatementChains) -> Iterator[Diagnostic]:
    """Yield one error for each circle, at the first of its claims."""
    order = {claim_id: position for position, claim_id in enumerate(chains.by_id)}
    for circle in find_circles(chains.by_id, chains.next_id):
        # In written order, wherever the walk has entered the circle.
        yield _circle(sorted(circle, key=order.__getitem__), chains.by_id)


def _circle(claim_ids: list[str], by_id: Mapping[str, Fields]) -> Diagnostic:
    spans = [by_id[claim_id].span_of("restates") for claim_id in claim_ids]
    related = tuple(Related(span, "and this leads back") for span in spans[1:MOST_RELATED])
    message = f"{shorten_list(claim_ids)} restate each other"
    if len(claim_ids) == 1:
        message = "the claim restates itself"
    hint = "let one of them state it: about, attribute, value"
    return error("restates-cycle", spans[0], message, hint, related)
