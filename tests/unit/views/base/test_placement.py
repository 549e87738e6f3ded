from dataclasses import replace

from briefing.model.ids import SubjectId
from briefing.model.registry import Attribute, Registry
from briefing.views.base.context import open_context
from briefing.views.base.entry_order import SECTION_ROWS
from briefing.views.base.paging import LIST_ROWS
from briefing.views.base.sections import HEADINGS
from briefing.views.pages.claims import view_claims
from briefing.views.pages.subject import view_subject
from tests.unit.views.sample import REGISTRY, claim, claims, link, subjects

ACME = SubjectId("acme")


def hub(count: int):  # type: ignore[no-untyped-def]
    """Return the context of a subject with ``count`` aims, the last of them in the best of the articles."""
    weak = [claim(f"copy-1#c{100 + n}", "acme", "aim", f"aim number {n}", par=1) for n in range(count - 1)]
    strong = claim("daily-1#c999", "acme", "aim", "the strongest aim", par=1)
    return open_context(link(subjects(), [*claims(), *weak, strong]))


def test_a_hub_shows_the_strongest_and_links_to_the_rest() -> None:
    context = hub(60)
    page = view_subject(context, ACME)
    assert len(page.context.rows) == SECTION_ROWS
    assert "the strongest aim" in [row.value[0].text for row in page.context.rows]
    assert page.context.rest is not None
    assert page.context.rest.text == "11 more statements"
    assert page.context.rest.page == "companies/acme/claims/index.md"
    (rest,) = view_claims(context, ACME)
    assert len(rest.rows) == 11
    shown = {row.anchor for row in page.context.rows} | {row.statement.anchor for row in rest.rows}
    assert len(shown) == 61


def test_the_rest_splits_into_pages_of_two_hundred() -> None:
    pages = view_claims(hub(300), ACME)
    assert [len(page.rows) for page in pages] == [LIST_ROWS, 51]
    assert [page.head.page for page in pages] == [
        "companies/acme/claims/index.md",
        "companies/acme/claims/page_2/index.md",
    ]
    assert [link.text for link in pages[0].pager.pages] == ["1", "2"]
    assert len({page.head.description for page in pages}) == 2


def test_a_small_subject_has_no_further_pages() -> None:
    assert view_claims(open_context(link(subjects(), claims())), ACME) == ()


def test_places_lead_to_where_a_slot_shows() -> None:
    context = hub(60)
    layout = context.addresses.layouts[ACME]
    for entry in layout.entries:
        assert layout.locate(entry.slot)[0] == entry.page
    assert {entry.page for entry in layout.entries} == {"companies/acme/index.md", "companies/acme/claims/index.md"}


def test_anchors_of_facts_never_meet_those_of_sections() -> None:
    """A briefing's own attribute may be called like a section of the page."""
    own = Attribute("timeline", "Timeline", ("text",), "key-facts")
    registry = Registry(REGISTRY.kinds, {**REGISTRY.attributes, "timeline": own})
    said = replace(claim("daily-1#c70", "acme", "status", "active"), attribute="timeline")
    context = open_context(link(subjects(), [*claims(), said], registry=registry))
    anchors = [entry.anchor for entry in context.addresses.layouts[ACME].entries]
    assert "timeline-2" in anchors
    assert len(anchors) == len(set(anchors))
    assert not set(anchors) & set(HEADINGS)


def test_the_order_of_claims_changes_nothing() -> None:
    one = open_context(link(subjects(), claims())).addresses.layouts
    other = open_context(link(subjects(), list(reversed(claims())))).addresses.layouts
    assert {key: [e.anchor for e in layout.entries] for key, layout in one.items()} == {
        key: [e.anchor for e in layout.entries] for key, layout in other.items()
    }
