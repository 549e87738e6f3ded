"""Claims of one slot in sets that say one value."""

from itertools import permutations
from time import process_time

from briefing import pipeline
from briefing.dataset.comparing.value_sets import claim_order, same_value_sets
from briefing.decode.data import decode_data
from briefing.model.claims import Claim
from tests.unit.dataset.sample import FILES, HEAD, dataset, figure

CHAIN = [
    figure(1, "JPY 3tn"),
    figure(2, "USD 20bn"),
    figure(3, "EUR 18bn"),
    figure(4, "USD 20bn", ", also_printed: EUR 18bn"),
    figure(5, "JPY 3tn", ", also_printed: USD 20bn"),
    figure(6, "JPY 9tn"),
]


def test_value_sets_join_through_printed_pairs_in_any_order() -> None:
    claims = sorted(dataset(*CHAIN).claims.values(), key=claim_order)
    for order in permutations(claims):
        keys = [[claim.key for claim in same] for same in same_value_sets(order)]
        assert keys == [["one#c1", "one#c2", "one#c3", "one#c4", "one#c5"], ["one#c6"]]


def test_value_sets_keep_denials_apart() -> None:
    claims = dataset(figure(1, "JPY 3tn"), figure(2, "JPY 3tn", ", denied: true")).claims.values()
    assert [len(same) for same in same_value_sets(list(claims))] == [1, 1]


def test_many_claims_of_one_slot_are_sorted_out_in_linear_time() -> None:
    rows = [figure(n, f"USD {n % 700 + 1}m", f", also_printed: JPY {n % 350 + 1}bn") for n in range(2500)]
    claims = decode_claims(rows)
    started = process_time()
    sets = same_value_sets(claims)
    assert process_time() - started < 5
    assert sum(map(len, sets)) == 2500
    assert len(sets) == 350


def decode_claims(rows: list[str]) -> list[Claim]:
    """Decode claims without the rules, which are not what is measured here."""
    article = HEAD.format(publisher="herald") + "".join(f"  - {row}\n" for row in rows)
    sources = {path: text.encode() for path, text in {**FILES, "articles/one.yml": article}.items()}
    loaded = pipeline.load_sources(sources)
    return list(decode_data(loaded.raw, loaded.registry, None, loaded.findings).claims)
