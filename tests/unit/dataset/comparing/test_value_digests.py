"""The digest of what is shown: other substance gives another, other words, sources and grades do not."""

import hashlib
from collections.abc import Sequence
from typing import Any

from briefing.dataset.comparing.value_digests import value_digest
from briefing.model.claims import Claim
from tests.unit.views.sample import claim, link, subjects


def digest_of(claims: Sequence[Claim]) -> str:
    (slot,) = link(subjects(), claims).slots
    assert slot.shown
    return value_digest(slot.shown)


def plan(literal: str = "2027-04", key: str = "daily-1#c1", **fields: Any) -> Claim:
    return claim(key, "fab-1", "milestone", literal, milestone="opening", **{"modality": "planned", **fields})


def test_it_is_reckoned_as_the_manual_says() -> None:
    text = (
        '{"denied":false,"reported":false,"stages":[],"value":'
        '{"earliest":"2027-04-01","edtf":"2027-04","latest":"2027-04-30","type":"date"}}'
    )
    assert digest_of([plan()]) == hashlib.sha256(text.encode()).hexdigest()[:8]


def test_a_second_source_or_another_sort_of_plan_is_no_other_fact() -> None:
    assert digest_of([plan(), plan(key="weekly-9#c1", par=3)]) == digest_of([plan(modality="aim", par=8)])


def test_another_value_and_what_has_come_about_are_other_facts() -> None:
    digests = {digest_of([plan()]), digest_of([plan("2027-05")]), digest_of([plan("2024-04", modality="reported")])}
    assert len(digests | {digest_of([plan("2024-04")])}) == 4


def test_a_sum_at_another_stage_is_another_fact() -> None:
    sums = [claim("daily-1#c1", "acme", "amount", "JPY 1tn", line="x", stage=stage) for stage in ("approved", "paid")]
    assert digest_of(sums[:1]) != digest_of(sums[1:])
