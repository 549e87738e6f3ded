"""Which slot a judgement names, and what it decides there."""

import pytest

from briefing.dataset.linked.records import Rank
from briefing.diagnostics.diagnostic import Severity
from tests.unit.dataset.sample import JUDGEMENT, dataset, figure, run


@pytest.mark.parametrize(
    ("slot", "fits"),
    [
        ("{attribute: partner, value: northwind}", True),
        ("{attribute: partner}", True),
        ("{attribute: partner, value: initech}", False),
        ("{attribute: purpose, value: Chips}", True),
        ("{attribute: purpose, value: chips}", True),
        ("{attribute: purpose, value: wafers}", False),
        ("{attribute: figure, measure: revenue}", True),
        ("{attribute: figure}", False),
        ("{attribute: figure, measure: revenue, opinion: false}", True),
        ("{attribute: figure, measure: revenue, opinion: true}", False),
        ("{attribute: risk, value: delay}", True),
        ("{attribute: risk, value: delay, opinion: true}", True),
        ("{attribute: owns, value: initech}", True),
        ("{attribute: owns}", True),
        ("{attribute: owns, value: northwind}", False),
    ],
)
def test_a_judgement_names_its_slot(slot: str, fits: bool) -> None:
    prepared = run(
        "{id: c1, about: acme, attribute: partner, value: northwind}",
        "{id: c2, about: acme, attribute: purpose, value: Chips}",
        figure(3, "USD 1bn"),
        "{id: c4, about: acme, attribute: risk, value: delay, speaker: northwind}",
        "{id: c5, about: initech, attribute: owner, value: acme}",
        companies__acme=JUDGEMENT % f"slot: {slot}, prefer: both-stand",
    )
    assert [finding.code for finding in prepared.findings if finding.severity is Severity.ERROR] == (
        [] if fits else ["judgement-slot-unknown"]
    )


def test_facts_come_before_opinions_where_a_judgement_does_not_say_which() -> None:
    linked = dataset(
        "{id: c1, about: acme, attribute: date, measure: opened, value: 2020}",
        "{id: c2, about: acme, attribute: date, measure: opened, value: 2021, modality: opinion, speaker: northwind}",
        companies__acme=JUDGEMENT % "slot: {attribute: date, measure: opened}, prefer: both-stand",
    )
    assert [(slot.opinion, slot.judgement is not None) for slot in linked.slots] == [(False, True), (True, False)]


def test_a_preference_in_a_judgement_on_a_finding_chooses_too() -> None:
    rows = figure(1, "USD 1bn"), figure(2, "USD 9bn")
    body = "finding: {rule: values-differ, claims: [one#c1, one#c2]}, prefer: [one#c2]"
    linked = dataset(*rows, companies__acme=JUDGEMENT % body)
    assert linked.slots[0].ranks == {"one#c1": Rank.NORMAL, "one#c2": Rank.SHOWN}
    assert not linked.slots[0].disputed


def test_a_file_that_is_broken_elsewhere_does_not_hide_a_judgement_on_nothing() -> None:
    prepared = run(
        figure(1, "USD 1bn"),
        companies__acme=JUDGEMENT % "slot: {attribute: figure, measure: profit}, prefer: both-stand",
        publishers__gazette="name: Gazette\n",
    )
    assert sorted(finding.code for finding in prepared.findings) == ["field-missing", "judgement-slot-unknown"]
    assert prepared.dataset is None
