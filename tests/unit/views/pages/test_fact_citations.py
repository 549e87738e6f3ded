"""How a single fact is cited: on whose word, where it stands, and what was cited of it."""

from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.pages.compared_facts import SECTIONS
from briefing.views.pages.fact_citations import FactCitation, citable_entries, cite_fact
from tests.unit.views.sample import sample_context, undecided_context


def citation(context: Context, subject: str, anchor: str) -> FactCitation:
    entries = context.addresses.layouts[SubjectId(subject)].entries
    return cite_fact(context, next(entry for entry in entries if entry.anchor == anchor))


def test_a_fact_is_cited_with_its_source_its_day_and_its_address() -> None:
    cited = citation(sample_context(), "fab-1", "milestone-mass-production")
    fact = cited.fact
    assert cited.address == (
        f"https://sample.example/projects/fab-1/?cited={fact.slot}.{fact.digest}#milestone-mass-production"
    )
    assert cited.text == (
        f"“Fab 1: Mass production: 2027”, Sample Briefing, 22 November 2026, {cited.address} "
        "(as of 25 June 2026, confidence moderate). Sources: Hiro Sato, article without a known title, Acme, "
        "25 June 2026, ¶6."
    )


def test_a_bibliography_has_the_same() -> None:
    cited = citation(sample_context(), "acme", "amount-tranche")
    assert (cited.reference.id, cited.reference.address) == (cited.fact.slot, cited.address)
    assert cited.reference.title == "Acme: April tranche (amount): ¥3.9 trillion (printed also as US$25.44 billion)"
    (source,) = cited.sources
    assert (source.article, source.publisher, source.published, source.paragraph) == (
        "daily-1", "The Daily", "2024-04-14", "¶1",
    )  # fmt: skip
    assert source.text in cited.reference.note


def test_that_a_fact_is_disputed_is_said() -> None:
    decided, undecided = (citation(context, "acme", "rank-top") for context in (sample_context(), undecided_context()))
    assert (decided.disputed, undecided.disputed) == (False, True)
    assert "disputed" not in decided.text.lower()
    assert "disputed" in undecided.text.lower()


def test_only_what_a_page_can_look_up_again_is_named_in_an_address() -> None:
    context = sample_context()
    cited = [(entry.section, cite_fact(context, entry).address) for _, entry in citable_entries(context)]
    assert {section for section, address in cited if "?cited=" in address} == {section for section, _ in cited} & set(
        SECTIONS
    )
    assert {section for section, address in cited if "?cited=" not in address} - set(SECTIONS)
