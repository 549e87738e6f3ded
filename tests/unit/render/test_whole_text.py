"""The text of all pages in one file."""

from briefing.render.whole_text import render_whole_text, whole_text
from tests.unit.views.sample import sample_context

TWINS = {
    "index.md": "# Home\n\n[Acme](companies/acme/index.md#money)\n",
    "companies/acme/index.md": "# Acme\n\n[Up](../../index.md), [paper](https://paper.example/a), [here](#c1)\n",
    "companies/bolt/index.md": "# Bolt\n",
}


def test_every_page_stands_behind_its_address_with_links_that_lead_there_from_anywhere() -> None:
    context = sample_context()
    root = f"{context.data.briefing.url.rstrip('/')}/"
    note, home, acme, bolt = whole_text(context, TWINS).split("\n\n---\n\n")
    assert context.data.briefing.name.en in note
    assert home == f"<{root}>\n\n# Home\n\n[Acme]({root}companies/acme/index.md#money)"
    assert f"[Up]({root}index.md), [paper](https://paper.example/a), [here]({root}companies/acme/#c1)" in acme
    assert bolt.endswith("# Bolt\n")


def test_pages_without_room_are_counted_and_never_cut() -> None:
    context = sample_context()
    two = len(whole_text(context, dict(list(TWINS.items())[:2])).encode())
    *pages, rest = whole_text(context, TWINS, most_bytes=two - 60).split("\n\n---\n\n")
    assert [page.splitlines()[2] for page in pages[1:]] == ["# Home", "# Acme"]
    assert rest.startswith("1 more page has no room here: ")
    assert rest.strip().endswith("llms.txt lists it.")


def test_a_file_of_that_name_by_hand_takes_its_place() -> None:
    assert list(render_whole_text(sample_context(), TWINS, ())) == ["llms-full.txt"]
    assert render_whole_text(sample_context(), TWINS, {"llms-full.txt"}) == {}
