import pytest

from briefing.drafting.relations.relations import propose_relations
from tests.unit.drafting.outline import ReadClauses, relations_of


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Japanese lamp maker Acme grows.", ("acme", "located-in", "japan")),
        ("Acme is working with Bolt.", ("acme", "partner", "bolt")),
        ("Acme, a partner of Bolt, grows.", ("acme", "partner", "bolt")),
        ("There is a partnership between Acme and Bolt.", ("acme", "partner", "bolt")),
        ("Bolt is backed by Acme.", ("bolt", "funder", "acme")),
        ("Tokyo-backed Bolt grows.", ("bolt", "funder", "japan-government")),
        ("Bolt competes with Acme.", ("bolt", "competitor", "acme")),
        ("Acme and its rivals such as Bolt grow.", ("acme", "competitor", "bolt")),
        ("Acme’s Bulbs are bright.", ("bulbs", "product-of", "acme")),
        ("Bulbs maker Acme grows.", ("bulbs", "product-of", "acme")),
        ("Bolt invests in Japan.", ("bolt", "invests-in", "japan")),
        ("The Kyoto lamp summit was held in Osaka.", ("lamp-summit-2026", "located-in", "osaka")),
        ("In Osaka the Kyoto lamp summit was held.", ("lamp-summit-2026", "located-in", "osaka")),
        ("Japan announced the lamp subsidies.", ("lamp-subsidies", "announced-by", "japan")),
    ],
)
def test_words_between_two_names_relate_them(
    clauses_of: ReadClauses, text: str, relation: tuple[str, str, str]
) -> None:
    assert relations_of(clauses_of(text), propose_relations) == [relation]


@pytest.mark.parametrize(
    "text",
    [
        "Japanese aid to Acme grows.",
        "Acme and Bolt grow.",
        "The road between Acme and Bolt is long.",
        "Ken Mori is good for Japan.",
        "Acme works with Acme.",
    ],
)
def test_two_names_by_themselves_are_no_relation(clauses_of: ReadClauses, text: str) -> None:
    assert relations_of(clauses_of(text), propose_relations) == []


def test_a_relation_said_both_ways_round_is_one(clauses_of: ReadClauses) -> None:
    clauses = clauses_of("Acme teamed up with Bolt, a partner of Acme.")
    assert relations_of(clauses, propose_relations) == [("bolt", "partner", "acme")]


def test_everybody_at_a_meeting_takes_part(clauses_of: ReadClauses) -> None:
    clauses = clauses_of("Jane Roe and Ken Mori met at the Kyoto lamp summit.")
    assert relations_of(clauses, propose_relations) == [
        ("lamp-summit-2026", "participant", "jane-roe"),
        ("lamp-summit-2026", "participant", "ken-mori"),
    ]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Acme opened its lamp plant in Osaka.",
            [("acme-osaka-plant", "located-in", "osaka"), ("acme-osaka-plant", "operator", "acme")],
        ),
        (
            "Acme announced its lamp plant in Osaka.",
            [("acme-osaka-plant", "located-in", "osaka"), ("acme-osaka-plant", "announced-by", "acme")],
        ),
        (
            "Acme makes Bulbs at its lamp plant in Osaka.",
            [("acme-osaka-plant", "located-in", "osaka"), ("acme-osaka-plant", "technology", "bulbs")],
        ),
    ],
)
def test_a_project_has_a_place_and_a_company(
    clauses_of: ReadClauses, text: str, relations: list[tuple[str, str, str]]
) -> None:
    assert relations_of(clauses_of(text), propose_relations) == relations
