"""What nobody has reviewed says so: at the top of its article's page, and wherever a subject leans on it."""

from collections.abc import Mapping

import pytest

from briefing.pipeline import generate_files, prepare

SOURCES = {
    "briefing.yml": b"name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "companies/acme.yml": b"name: {en: Acme}\ndescribes: A maker of chips.\n",
    "publishers/herald.yml": b"name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
}
ARTICLE = """publisher: herald
language: en
form: report
published: 2026-11-20
review: STATE
summary: {bottom_line: Acme was founded long ago.}
claims:
  - {id: c1, par: 1, about: acme, attribute: date, measure: founded, value: 1921}
  - {id: c2, par: 2, about: acme, attribute: purpose, value: better chips, review: draft}
"""


def pages(state: str) -> Mapping[str, str]:
    article = {"articles/herald-1.yml": ARTICLE.replace("STATE", state).encode()}
    dataset = prepare(SOURCES | article).dataset
    assert dataset is not None
    return generate_files(dataset).pages


@pytest.mark.parametrize(
    ("state", "flag"),
    [
        ("draft", "draft&#58; nobody has reviewed it, and only a preview shows it"),
        ("machine-reviewed", "reviewed by machine only"),
    ],
)
def test_an_article_says_above_all_else_that_no_person_has_reviewed_it(state: str, flag: str) -> None:
    page = pages(state)["articles/herald-1/index.md"].partition("\n---\n")[2]
    assert flag in page
    assert page.index(flag) < page.index("was founded long ago")
    assert flag not in pages("reviewed")["articles/herald-1/index.md"]


def test_references_to_drafts_say_so_on_the_pages_of_their_subjects() -> None:
    flag = '<span class="flag">draft</span>'
    assert pages("reviewed")["companies/acme/index.md"].count(flag) == 1
    assert pages("draft")["companies/acme/index.md"].count(flag) >= 2
    assert pages("reviewed")["articles/herald-1/index.md"].count('<span class="draft">draft</span>') == 1


def test_a_page_says_once_that_a_machine_alone_reviewed_its_articles() -> None:
    made = pages("machine-reviewed")
    assert made["articles/herald-1/index.md"].count("by machine only") == 1
    assert "The record of this article was" in made["companies/acme/index.md"]
    for path in ("index.md", "companies/acme/index.md", "articles/index.md", "sources/index.md"):
        assert made[path].count("by machine only") == 1, path
        assert "by machine only" not in pages("reviewed")[path]
