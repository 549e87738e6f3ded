import pytest

from briefing.drafting.relations.naming_relations import propose_naming_relations
from tests.unit.drafting.outline import ReadClauses, relations_of


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Acme grows. The Japanese lamp maker is old.", ("acme", "located-in", "japan")),
        ("Bulb giant Acme grows.", ("acme", "sector", "bulbs")),
        ("Bolt, a bulb maker, grows.", ("bolt", "sector", "bulbs")),
        ("Japan’s subsidies for lamps grow.", ("lamp-subsidies", "actor", "japan")),
        ("Japan approved the lamp subsidies.", ("lamp-subsidies", "actor", "japan")),
        ("Bolt, a subsidiary of Acme, grows.", ("bolt", "owner", "acme")),
        ("Bolt is a part of Acme.", ("bolt", "part-of", "acme")),
        ("Acme supplies Bolt.", ("bolt", "supplier", "acme")),
        ("Bolt supplies batteries to Acme.", ("acme", "supplier", "bolt")),
        (
            "The lamp subsidies help projects such as Acme's lamp plant in Osaka.",
            ("acme-osaka-plant", "part-of", "lamp-subsidies"),
        ),
        ("Acme's lamp plant in Osaka is under construction.", ("acme-osaka-plant", "status", "under-construction")),
        ("Acme's planned lamp plant in Osaka was cancelled.", ("acme-osaka-plant", "status", "cancelled")),
        ("Acme is planning another lamp plant in Osaka.", ("acme-osaka-plant", "status", "planned")),
    ],
)
def test_what_a_name_is_called_relates_it(clauses_of: ReadClauses, text: str, relation: tuple[str, str, str]) -> None:
    assert relations_of(clauses_of(text), propose_naming_relations) == [relation]


def test_examples_are_listed_up_to_a_name_of_another_kind(clauses_of: ReadClauses) -> None:
    clauses = clauses_of("Japanese firms including Acme, Bolt and Osaka grow.")
    assert relations_of(clauses, propose_naming_relations) == [
        ("acme", "located-in", "japan"),
        ("bolt", "located-in", "japan"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Japanese companies take lamp subsidies.",
        "Acme is a part of Japan.",
        "Acme is planning another lamp plant in Osaka in 2027.",
        "Acme supplies lamps.",
    ],
)
def test_what_is_said_of_others_relates_nobody(clauses_of: ReadClauses, text: str) -> None:
    assert relations_of(clauses_of(text), propose_naming_relations) == []
