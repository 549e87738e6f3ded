"""Where the addresses of retired ids lead (R5)."""

from collections.abc import Container
from dataclasses import replace

import pytest

from briefing.model.records import Redirect
from briefing.views.base.context import open_context
from briefing.views.parts.old_addresses import view_old_addresses
from tests.unit.views.sample import sample

FILES = frozenset(
    {
        "companies/acme/index.md", "companies/bolt/index.md", "publishers/bolt-news/index.md",
        "companies/bolt/claims/index.md", "api/v1/entities/acme.json", "api/v1/entities/bolt.json",
        "calendar/acme.ics",
    }
)  # fmt: skip


def old_addresses(*redirects: Redirect, files: Container[str] = FILES) -> dict[str, str | None]:
    context = open_context(replace(sample(), redirects=redirects))
    return {address.old: address.new for address in view_old_addresses(context, files)}


def test_a_retired_subject_leads_to_its_successor_from_wherever_it_lived() -> None:
    found = old_addresses(Redirect("apex", "acme", None))
    assert found["companies/apex"] == found["companies/apex/"] == found["topics/apex/"] == "companies/acme/"
    assert found["companies/apex/index.md"] == "companies/acme/index.md"
    assert found["api/v1/entities/apex.json"] == "api/v1/entities/acme.json"
    assert found["calendar/apex.ics"] == "calendar/acme.ics"
    assert not [old for old in found if old.startswith(("publishers/", "articles/"))]


def test_a_subject_without_plans_has_no_calendar_to_lead_to() -> None:
    found = old_addresses(Redirect("apex", "bolt", None))
    assert "calendar/apex.ics" not in found
    assert found["api/v1/entities/apex.json"] == "api/v1/entities/bolt.json"


def test_an_address_with_its_folder_is_the_only_one() -> None:
    """A record that moved to another kind keeps its files for programs."""
    found = old_addresses(Redirect("projects/acme", "acme", None))
    assert set(found) == {"projects/acme", "projects/acme/", "projects/acme/index.md"}
    assert found["projects/acme/"] == "companies/acme/"


def test_retired_ids_are_followed_to_the_one_that_lives() -> None:
    found = old_addresses(Redirect("apex", "apex-two", None), Redirect("apex-two", "acme", None))
    assert found["companies/apex/"] == found["companies/apex-two/"] == "companies/acme/"


def test_what_is_gone_is_gone_wherever_it_was_but_never_what_lives() -> None:
    found = old_addresses(Redirect("bolt-news", None, "closed"), Redirect("apex", "bolt-news", None))
    assert found["companies/bolt-news/"] is None
    assert found["articles/bolt-news"] is None
    assert found["companies/apex/"] is None
    assert "publishers/bolt-news/" not in found
    assert found["calendar/bolt-news.ics"] is None


@pytest.mark.parametrize("folder", ["articles", "publishers"])
def test_a_record_of_another_space_may_take_the_place(folder: str) -> None:
    assert old_addresses(Redirect(f"{folder}/apex", "acme", None))[f"{folder}/apex/"] == "companies/acme/"


def test_articles_and_publishers_lead_to_their_own() -> None:
    data = sample()
    article, publisher = next(iter(data.articles)), next(iter(data.publishers))
    redirects = (Redirect("apex", article, None), Redirect("publishers/old-paper", publisher, None))
    files = {*FILES, f"api/v1/articles/{article}.json", f"api/v1/publishers/{publisher}.json"}
    found = old_addresses(*redirects, files=files)
    assert found["articles/apex/"] == f"articles/{article}/"
    assert found["api/v1/articles/apex.json"] == f"api/v1/articles/{article}.json"
    assert found["publishers/old-paper/"] == f"publishers/{publisher}/"
    assert found["api/v1/publishers/old-paper.json"] == f"api/v1/publishers/{publisher}.json"
    assert not [old for old in found if "entities" in old or "calendar" in old or "articles/old-paper" in old]


def test_pages_of_all_claims_lead_to_those_of_what_took_the_place() -> None:
    found = old_addresses(Redirect("companies/apex", "bolt", None), Redirect("companies/peak", "acme", None))
    assert found["companies/apex/claims"] == found["companies/apex/claims/"] == "companies/bolt/claims/"
    assert "companies/peak/claims/" not in found


def test_nothing_retired_nothing_said() -> None:
    assert old_addresses() == {}
