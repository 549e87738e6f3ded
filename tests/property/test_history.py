"""A state of the data and the operations since are any later state, whatever was edited in between."""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from benchmarks.sample import make_sample
from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.diff import shown_text
from briefing.dataset.linked.records import Dataset
from briefing.pipeline import Followed, PastState, Workspace, follow_history, prepare
from briefing.render.export_changes import operation_json
from briefing.render.export_schemas import OPERATION
from briefing.reports.history.dispute_operations import disputes_of
from briefing.reports.history.step import claim_state
from tests.property.test_workspace import edited

PAIRS = 20
CUTS = 3


@dataclass
class State:
    """What a reader of the log knows: fields of claims, values of slots, statuses of disputes."""

    claims: dict[str, dict[str, str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    disputes: dict[str, str] = field(default_factory=dict)

    def apply(self, operation: Mapping[str, Any]) -> None:
        match operation["kind"].partition("-")[0]:
            case "claim":
                self._apply_to_claim(operation)
            case "shown":
                _put(self.shown, operation["slot"], operation["was"], operation["now"])
            case "dispute":
                _put(self.disputes, operation["conflict"], operation["was"], operation["now"])

    def _apply_to_claim(self, operation: Mapping[str, Any]) -> None:
        (key,) = operation["claims"]
        if operation["kind"] == "claim-withdrawn":
            del self.claims[key]
            return
        claim = self.claims.setdefault(key, {})
        for change in operation["fields"]:
            _put(claim, change["field"], change["was"], change["now"])


def _put(known: dict[str, str], name: str, was: str | None, now: str | None) -> None:
    assert known.get(name) == was, "what an operation says was so, was so"
    if now is None:
        known.pop(name, None)
    else:
        known[name] = now


def state_of(data: Dataset) -> State:
    shown = {permanent_key(slot): shown_text(slot) for slot in data.slots}
    return State(
        {key: claim_state(data, key) for key in data.claims},
        {key: text for key, text in shown.items() if text is not None},
        {key: conflict.status for key, conflict in disputes_of(data).items()},
    )


@dataclass(frozen=True)
class Past:
    """A made-up history: every state, the datasets of those without errors by their numbers, and what was followed."""

    states: list[PastState]
    datasets: dict[int, Dataset]
    followed: Followed


@pytest.fixture(scope="module")
def past(count: Callable[[int], int]) -> Past:
    start = make_sample(10, 9)
    rng, workspace = random.Random("a history"), Workspace()
    sources = good = dict(start)
    states: list[PastState] = []
    datasets: dict[int, Dataset] = {}
    for number in range(count(200)):
        states.append(PastState(f"{number:040}", date(2026, 1, 1) + timedelta(number), dict(sources)))
        data = prepare(sources, publishing=True, workspace=workspace).dataset
        if data is not None:
            datasets[number], good = data, dict(sources)
        elif rng.random() < 0.7:
            # Somebody takes back what broke the data; otherwise they stay broken for a while.
            sources = dict(good)
        edited(rng, sources, start)
    followed = follow_history(states)
    assert followed is not None
    return Past(states, datasets, followed)


def test_log_leads_from_any_state_to_any_later_one(past: Past) -> None:
    rng, applied = random.Random(1), 0
    for _ in range(PAIRS):
        first, last = sorted(rng.sample(sorted(past.datasets), 2))
        state = state_of(past.datasets[first])
        for operation in past.followed.history.operations:
            if first < int(operation.commit) <= last:
                state.apply(json.loads(json.dumps(operation_json(operation))))
                applied += 1
        assert state == state_of(past.datasets[last]), (first, last)
    assert applied > PAIRS


def test_history_is_the_same_however_it_is_divided(past: Past) -> None:
    for cut in random.Random(2).sample(range(1, len(past.states)), CUTS):
        earlier = follow_history(past.states[:cut])
        assert earlier is not None
        again = follow_history(past.states[int(earlier.last) :], earlier.history)
        assert again == past.followed, cut


def test_operations_are_as_their_schema_says(past: Past) -> None:
    validator = Draft202012Validator(OPERATION)
    for operation in past.followed.history.operations:
        validator.validate(json.loads(json.dumps(operation_json(operation))))
