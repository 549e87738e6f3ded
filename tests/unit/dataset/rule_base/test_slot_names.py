"""What slots are called in messages: names and labels for readers, never the keys that data are written with."""

from datetime import date

import pytest

from briefing.dataset.linked.exchange_rates import index_rates
from briefing.dataset.linked.records import Dataset, Slot
from briefing.dataset.linked.wording import step_words
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.slot_names import line_words, slot_words, thing
from briefing.pipeline import prepare
from briefing.views.labels.catalogue import labels_for
from tests.rule_cases import files_of, sources_of

CASE = {
    "files": {"policies/plan.yml": {"money_lines": [{"id": "total", "label": "The whole plan"}]}},
    "claims": {
        "herald": [
            {"about": "plan", "attribute": "amount", "line": "total", "value": "JPY 3tn", "stage": "target",
             "payer": "unknown"},
            {"about": "plan", "attribute": "amount", "line": "first-half", "value": "JPY 1tn", "stage": "target",
             "payer": "unknown"},
            {"about": "plan", "attribute": "effect", "line": "total", "value": "JPY 9tn"},
            {"about": "plan", "attribute": "milestone", "milestone": "horizon", "value": "2040"},
            {"about": "fab", "attribute": "milestone", "milestone": "trial-production", "value": "2027"},
            {"about": "japan", "attribute": "rank", "list": "asian-economies", "value": "rank 2", "edition": "2024"},
            {"about": "acme", "attribute": "figure", "measure": "revenue", "value": "JPY 3bn"},
            {"about": "acme", "attribute": "office", "role": "vice-president", "value": "jane"},
            {"about": "acme", "attribute": "sector", "value": "chips"},
            {"about": "japan", "attribute": "share", "measure": "share-of-gdp", "value": "1 % of the GDP"},
        ]
    },
}  # fmt: skip
NAMES = [
    "Plan for chips (The whole plan)",
    "Plan for chips (first half)",
    "Plan for chips (expected effect: The whole plan)",
    "Plan for chips, end of the plan",
    "North Bay fab, trial production",
    "Japan, Asian economies, 2024 (rank)",
    "Acme, revenue",
    "Acme, vice president",
    "Acme, sector",
    "Japan, share of GDP",
]


@pytest.fixture(scope="module")
def context() -> RuleContext:
    data = prepare(sources_of(files_of(CASE))).dataset
    assert data is not None
    return RuleContext(data, index_rates(data.rates), date(2026, 11, 22))


def slots_of(data: Dataset) -> list[Slot]:
    return [data.slot_of[claim.key] for claim in sorted(data.claims.values(), key=lambda claim: claim.order)]


def test_a_slot_goes_by_names_and_labels(context: RuleContext) -> None:
    assert [slot_words(context, slot) for slot in slots_of(context.data)] == NAMES


def test_a_sum_says_who_gives_it(context: RuleContext) -> None:
    total, half, effect, *_ = slots_of(context.data)
    assert thing(context, half, "The Herald") == "Plan for chips (first half; The Herald)"
    assert thing(context, effect, "The Herald") == "Plan for chips (expected effect: The whole plan; The Herald)"
    assert [line_words(context, slot) for slot in (total, half)] == ['"The whole plan"', "first half"]


def test_steps_are_called_as_on_the_pages() -> None:
    assert step_words("horizon", {}) == labels_for("en").word("step", "horizon").lower()
