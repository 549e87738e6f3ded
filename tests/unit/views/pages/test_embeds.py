"""Cards of single facts: which facts have one, and what it says."""

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.pages.embeds import Embed, embed_links, view_embeds
from tests.unit.views.sample import sample_context, undecided_context


def cards(context: Context) -> dict[str, Embed]:
    return {embed.title: embed for embed in view_embeds(context)}


def test_key_facts_sums_and_milestones_have_cards_and_relations_and_opinions_none() -> None:
    found = cards(sample_context())
    assert {"Acme: Status", "Acme: April tranche (amount)", "Fab 1: Mass production"} <= found.keys()
    assert "Acme: Partner" not in found
    assert not any(embed.key.startswith(("assessment", "operator", "office")) for embed in found.values())


def test_a_card_says_value_day_confidence_and_how_many_sources_tell_it() -> None:
    card = cards(sample_context())["Fab 1: Mass production"]
    assert (plain(card.heading), plain(card.value)) == ("Fab 1: Mass production", "2027")
    assert card.notes == ("as of 25 June 2026", "Confidence: Moderate", "1 source")
    assert card.address == "https://sample.example/projects/fab-1/#milestone-mass-production"
    assert card.own == f"https://sample.example/embed/{card.key}/"
    assert f"?cited={card.key}." in plain(card.citation)


def test_sources_that_differ_are_all_counted() -> None:
    assert cards(undecided_context())["Acme: Rank: top"].notes[-1] == "2 sources, they differ"
    assert cards(sample_context())["Acme: Rank: top"].notes[-1] == "1 source"


def test_a_page_leads_to_the_cards_of_its_own_facts() -> None:
    context = sample_context()
    links = embed_links(context, SubjectId("fab-1"))
    mine = [card for card in cards(context).values() if "/fab-1/" in card.address]
    assert [link.path for link in links] == [f"embed/{card.key}/" for card in mine]
    assert len(mine) >= 3
    assert embed_links(context, SubjectId("ann-lee")) == ()
