"""Restatements of claims that are not there, and those that lead in a circle."""

from collections.abc import Iterable, Iterator, Mapping

from briefing.decode.claims.restatement_chains import RestatementChains
from briefing.decode.reading.content import Fields
from briefing.decode.reading.hints import reference_error
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
    seen: set[str] = set()
    for start in chains.by_id:
        circle = _walk(start, chains, seen)
        if circle:
            # In written order, wherever the walk has entered the circle.
            yield _circle(sorted(circle, key=order.__getitem__), chains.by_id)


def _walk(start: str, chains: RestatementChains, seen: set[str]) -> list[str]:
    """Follow a chain to what has been seen; return the circle that this walk itself has closed, if any."""
    path: list[str] = []
    claim_id: str | None = start
    while claim_id is not None and claim_id not in seen:
        seen.add(claim_id)
        path.append(claim_id)
        claim_id = chains.next_id(chains.by_id[claim_id])
    if claim_id is None or claim_id not in path:
        return []
    return path[path.index(claim_id) :]


def _circle(claim_ids: list[str], by_id: Mapping[str, Fields]) -> Diagnostic:
    spans = [by_id[claim_id].span_of("restates") for claim_id in claim_ids]
    related = tuple(Related(span, "and this leads back") for span in spans[1:MOST_RELATED])
    message = "the claim restates itself" if len(claim_ids) == 1 else f"{shorten_list(claim_ids)} restate each other"
    hint = "let one of them state it: about, attribute, value"
    return error("restates-cycle", spans[0], message, hint, related)
