"""The facts that a comparison sets out: those of four sections, as plain text."""

from briefing.model.ids import SubjectId
from briefing.views.pages.compared_facts import view_facts
from tests.unit.views.sample import sample_context, undecided_context

ACME = SubjectId("acme")


def test_facts_come_in_the_order_of_the_page_as_plain_text() -> None:
    facts = view_facts(sample_context(), ACME)
    assert list(dict.fromkeys(fact.section for fact in facts)) == ["key-facts", "money", "relations"]
    values = {fact.label: fact.value for fact in facts}
    assert values["Status"] == "operating"
    assert values["April tranche (amount)"] == "¥3.9 trillion (printed also as US$25.44 billion)"
    assert values["Partner"] == "Bolt"


def test_opinions_and_aims_are_not_compared() -> None:
    assert "context" not in {fact.section for fact in view_facts(sample_context(), ACME)}
    assert "opinion" not in {fact.section for fact in view_facts(sample_context(), ACME)}


def test_a_disputed_fact_leads_to_its_box_and_no_other_does() -> None:
    decided, undecided = (
        {fact.label: fact.differ for fact in view_facts(context, ACME)}
        for context in (sample_context(), undecided_context())
    )
    assert decided["Rank: top"] == ""
    assert undecided["Rank: top"] == "companies/acme/#differ-rank-top"
    assert undecided["Status"] == ""


def test_every_fact_names_its_claims_and_its_place() -> None:
    rank = next(fact for fact in view_facts(sample_context(), ACME) if fact.label == "Rank: top")
    assert (rank.claims, rank.address) == (("daily-1#c3",), "companies/acme/#rank-top")
