"""Relations from both of their ends, and who names whom."""

from briefing.dataset.linked.records import Relation
from tests.unit.dataset.sample import dataset


def ends(relation: Relation) -> tuple[str, bool, str | None]:
    return relation.attribute, relation.inverse, relation.other or relation.other_name


def test_relations_are_seen_from_both_ends() -> None:
    linked = dataset(
        "{id: c1, about: acme, attribute: owner, value: northwind}",
        "{id: c2, about: acme, attribute: partner, value: initech}",
        '{id: c3, about: acme, attribute: supplier, value: "text:Small Firm"}',
        "{id: c4, about: [acme, northwind, initech], attribute: competitor}",
    )
    seen = {subject: list(map(ends, relations)) for subject, relations in linked.relations_of.items()}
    assert seen == {
        "acme": [
            ("owner", False, "northwind"),
            ("supplier", False, "Small Firm"),
            ("partner", False, "initech"),
            ("competitor", False, "initech"),
            ("competitor", False, "northwind"),
        ],
        "initech": [("partner", False, "acme"), ("competitor", False, "acme"), ("competitor", False, "northwind")],
        "northwind": [("owner", True, "acme"), ("competitor", False, "acme"), ("competitor", False, "initech")],
    }


def test_what_a_source_denies_is_no_relation() -> None:
    assert dataset("{id: c1, about: acme, attribute: owner, value: northwind, denied: true}").relations_of == {}


def test_who_names_whom() -> None:
    linked = dataset(
        "{id: c1, about: acme, attribute: amount, line: a, value: USD 1bn, stage: spent, payer: northwind}",
        "{id: c2, about: acme, attribute: risk, value: delay, speaker: initech}",
        "{id: c3, about: acme, attribute: partner, value: initech}",
    )
    assert linked.incoming_of == {"initech": ("one#c2", "one#c3"), "northwind": ("one#c1",)}
