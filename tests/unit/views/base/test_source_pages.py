"""Names of sources in prose lead to their publishers' pages; originals go by words; a page without claims says so."""

from typing import Any

import pytest

from briefing.dataset.linked.mentions import PublisherToken, tokenize
from briefing.dataset.linked.name_index import gather_names
from briefing.model.ids import PublisherId, SubjectId
from briefing.pipeline import prepare
from briefing.views.base.context import Context, open_context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import PageLink, plain
from briefing.views.pages.publisher import view_publisher
from briefing.views.pages.subject import view_subject
from briefing.views.parts.origins import origin_name
from tests.rule_cases import files_of, sources_of
from tests.unit.views.sample import PUBLISHERS

PAPER = {"name": {"en": "The Herald"}, "describes": "A newspaper."}
FILES = {"organizations/herald-house.yml": PAPER, "publishers/herald.yml": {"subject": "herald-house"}}
OPENED = {"about": "fab", "attribute": "date", "measure": "opened", "value": "2024-02"}


def context_of(claims: dict[str, list[dict[str, Any]]] | None = None, files: dict[str, Any] | None = None) -> Context:
    data = prepare(sources_of(files_of({"claims": claims or {"herald": [OPENED]}, "files": files or {}}))).dataset
    assert data is not None
    return open_context(data)


def link_in(context: Context, text: str) -> str:
    """Return where the first link of a text leads, nothing where it has none."""
    found = [one for one in Linker(context).prose(text) if isinstance(one, PageLink)]
    return str(found[0].page) if found else ""


def test_a_publisher_without_a_subject_is_linked_by_name() -> None:
    assert link_in(context_of(), "So The Herald says.").startswith("publishers/herald/")


def test_a_source_of_which_nobody_else_speaks_leads_to_its_publisher() -> None:
    assert link_in(context_of(files=FILES), "So The Herald says.").startswith("publishers/herald/")
    own = {"herald": [OPENED, {"about": "herald-house", "attribute": "date", "measure": "founded", "value": "1990"}]}
    assert link_in(context_of(own, FILES), "So The Herald says.").startswith("publishers/herald/")
    cited = {"gazette": [{"about": "fab", "attribute": "cites", "value": "herald-house"}]}
    assert link_in(context_of(cited, FILES), "So The Herald says.").startswith("publishers/herald/")


def test_a_publisher_that_others_speak_of_or_that_speaks_for_itself_is_a_subject() -> None:
    others = {"gazette": [{"about": "herald-house", "attribute": "owner", "value": "acme"}]}
    assert link_in(context_of(others, FILES), "So The Herald says.").startswith("organizations/herald-house/")
    release = {**FILES, "articles/herald.yml": {"form": "release"}}
    assert link_in(context_of(files=release), "So The Herald says.").startswith("organizations/herald-house/")


def test_a_page_of_a_publisher_does_not_lead_to_itself() -> None:
    files = {"articles/herald.yml": {"summary": {"bottom_line": "The Herald tells of Acme."}}}
    page = view_publisher(context_of(files=files), PublisherId("herald"))
    (row,) = page.articles
    assert [one.text for one in row.summary if isinstance(one, PageLink)] == ["Acme"]


def test_the_name_of_a_subject_comes_before_that_of_a_publisher() -> None:
    names = gather_names((), PUBLISHERS.values())
    tokens = tokenize(names, "The Daily and Acme, and The Daily again")
    assert [one.text for one in tokens if isinstance(one, PublisherToken)] == ["The Daily", "Acme"]


@pytest.mark.parametrize(
    ("origin", "name"),
    [
        ("acme-2024-04", "the Acme story of April 2024"),
        ("herald-2024-04-02", "the Herald story of 2 April 2024"),
        ("lunch-2024-04", "the unnamed original of The Gazette, 2 May 2024, The Gazette, 20 April 2024 and others"),
    ],
)
def test_an_original_goes_by_words_and_never_by_its_code(origin: str, name: str) -> None:
    files = {f"articles/{one}.yml": {"origin": origin} for one in ("herald", "gazette")}
    claims = {"herald": [OPENED], "gazette": [OPENED]}
    told = origin_name(context_of(claims, files), origin)
    assert told == name


def test_a_page_without_claims_says_so() -> None:
    context = context_of(files={"companies/initech.yml": {"name": {"en": "Initech"}, "describes": "A maker of paper."}})
    assert view_subject(context, SubjectId("initech")).without_claims
    assert not view_subject(context, SubjectId("fab")).without_claims


def test_a_role_is_the_name_of_the_relation_from_both_ends() -> None:
    office = {"about": "acme", "attribute": "office", "role": "vice-president", "value": "jane"}
    context = context_of({"herald": [office]})
    there = [(one.label, plain(one.value)) for one in view_subject(context, SubjectId("jane")).relations.rows]
    assert there == [("Vice president of", "Acme")]
    here = [(one.label, one.value) for one in view_subject(context, SubjectId("acme")).relations.rows]
    assert [label for label, _ in here] == ["Vice president"]
