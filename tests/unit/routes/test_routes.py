from dataclasses import replace

import pytest

from briefing.dataset.linked.records import Relation, Slot
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.model.registry import Attribute, Kind, Registry
from briefing.model.values import EntityName, EntityRef, Text, Value
from briefing.routes import (
    HOME,
    PagePath,
    article_page,
    claim_anchor,
    claims_page,
    entity_json,
    list_page,
    page_files,
    publisher_page,
    relation_anchor,
    relative_file,
    relative_page,
    site_url,
    slot_anchor,
    slug,
    subject_page,
    unique_anchors,
    url,
)
from tests.unit.views.sample import claim

COMPANY = Kind("company", "companies", "Company", "Companies")
ACME, BOLT, JAPAN = SubjectId("acme"), SubjectId("bolt"), SubjectId("japan")


def slot(attribute: str, about: tuple[str, ...] = ("acme",), key: tuple[tuple[str, str | None], ...] = (),
         many: str | None = None, value: Value | None = None, opinion: bool = False) -> Slot:  # fmt: skip
    said = replace(claim("daily-1#c22", "+".join(about), "aim", "x"), value=value)
    return Slot(tuple(SubjectId(one) for one in about), attribute, key, many, opinion, (said,), (), {}, {}, False, None)


def test_page_paths_and_urls() -> None:
    page = subject_page(COMPANY, SubjectId("rapidus"))
    assert page == "companies/rapidus/index.md"
    assert url(page) == "companies/rapidus/"
    assert url(HOME) == ""
    assert site_url("https://x.example/sub", page) == "https://x.example/sub/companies/rapidus/"
    assert site_url("https://x.example/", HOME) == "https://x.example/"
    assert article_page(ArticleId("a-1")) == "articles/a-1/index.md"
    assert publisher_page("daily") == "publishers/daily/index.md"  # type: ignore[arg-type]


def test_further_pages_of_a_list_can_not_be_taken_by_an_id() -> None:
    assert list_page("companies") == "companies/index.md"
    assert list_page("companies", 2) == "companies/page_2/index.md"
    assert claims_page(COMPANY, ACME, 3) == "companies/acme/claims/page_3/index.md"


@pytest.mark.parametrize(
    ("start", "page", "anchor", "link"),
    [
        ("companies/acme/index.md", "companies/bolt/index.md", "", "../bolt/index.md"),
        ("companies/acme/index.md", "places/japan/index.md", "count", "../../places/japan/index.md#count"),
        ("index.md", "places/japan/index.md", "", "places/japan/index.md"),
        ("companies/acme/index.md", "index.md", "", "../../index.md"),
        ("companies/acme/index.md", "companies/acme/index.md", "status", "#status"),
        ("companies/acme/index.md", "companies/acme/index.md", "", "index.md"),
        ("companies/acme/index.md", "companies/index.md", "", "../index.md"),
        ("companies/index.md", "companies/page_2/index.md", "", "page_2/index.md"),
    ],
)
def test_links_between_pages_are_relative_paths(start: str, page: str, anchor: str, link: str) -> None:
    assert relative_page(PagePath(start), PagePath(page), anchor) == link


def test_links_to_files_start_at_the_url_of_the_page() -> None:
    assert relative_file(PagePath("companies/acme/index.md"), entity_json(ACME)) == "../../api/v1/entities/acme.json"
    assert relative_file(HOME, "api/v1/claims.csv") == "api/v1/claims.csv"


def test_claims_of_an_article_keep_their_name_and_facts_of_others_can_not_take_it() -> None:
    article = ArticleId("taipei-times-2024-04-14")
    assert claim_anchor(ClaimKey("taipei-times-2024-04-14#c22"), article) == "c22"
    assert claim_anchor(ClaimKey("taipei-times-2024-04-14#c23b.1"), article) == "c23b-1"
    assert claim_anchor(ClaimKey("rapidus#f1"), article) == "fact-rapidus-f1"


def test_slot_anchors_come_from_data_ids() -> None:
    assert slot_anchor(slot("status"), ACME) == "status"
    assert slot_anchor(slot("milestone", key=(("milestone", "mass-production"),)), ACME) == "milestone-mass-production"
    assert slot_anchor(slot("rank", key=(("list", "imd"), ("edition", None))), ACME) == "rank-imd"
    assert slot_anchor(slot("partner", ("acme", "ibm")), ACME) == "partner-ibm"
    assert slot_anchor(slot("sector", many="chips", value=EntityRef("chips")), ACME) == "sector-chips"
    assert slot_anchor(slot("funder", many="text:us giants", value=EntityName("US giants")), ACME) == "funder-us-giants"
    aim = slot("aim", many="text:grow", value=Text("grow"))
    assert slot_anchor(aim, ACME) == "aim-daily-1-c22"
    assert slot_anchor(replace(aim, opinion=True), ACME) == "aim-daily-1-c22-opinion"


def test_a_relation_has_an_anchor_at_both_ends() -> None:
    owner = Attribute("owner", "Owned by", ("entity",), "relations", many=True, inverse="owns")
    place = Attribute("located-in", "Located in", ("entity",), "relations", many=True)
    office = Attribute("office", "Office", ("entity",), "relations", key=("role",))
    peer = Attribute("partner", "Partner", ("entity",), "relations", many=True, symmetric=True)
    registry = Registry({}, {one.name: one for one in (owner, place, office, peer)})
    owned = slot("owner", many="bolt", value=EntityRef("bolt"))
    assert relation_anchor(Relation(ACME, "owner", "Owned by", False, BOLT, None, owned), registry) == "owner-bolt"
    assert relation_anchor(Relation(BOLT, "owner", "Owns", True, ACME, None, owned), registry) == "owns-acme"
    there = slot("located-in", many="japan", value=EntityRef("japan"))
    assert (
        relation_anchor(Relation(JAPAN, "located-in", "Here", True, ACME, None, there), registry)
        == "located-in-from-acme"
    )
    held = slot("office", key=(("role", "founder"),), value=EntityRef("bolt"))
    assert (
        relation_anchor(Relation(BOLT, "office", "Held", True, ACME, None, held), registry)
        == "office-from-acme-founder"
    )
    three = slot("partner", ("acme", "bolt", "japan"))
    assert relation_anchor(Relation(ACME, "partner", "Partner", False, JAPAN, None, three), registry) == "partner-japan"


def test_slugs_are_ascii_and_keep_apart_what_ascii_would_merge() -> None:
    assert slug("Mass Production!") == "mass-production"
    assert slug("ＩＢＭ") == "ibm"
    japanese, other = slug("売上"), slug("利益")
    assert japanese != other
    assert japanese.isascii()
    assert slug("é") != slug("e")
    assert slug("!!!") == "x"


def test_anchors_are_unique_on_a_page() -> None:
    assert unique_anchors(["a", "b", "a", "a-2", "sources"], ["sources"]) == ("a", "b", "a-2", "a-2-2", "sources-2")


def test_the_files_of_a_page_lie_in_its_folder() -> None:
    assert page_files(PagePath("companies/acme/index.md")) == (
        "companies/acme/index.md",
        "companies/acme/index.html",
        "companies/acme/preview.json",
        "companies/acme/share.png",
    )
    assert page_files(HOME)[1:] == ("index.html", "preview.json", "share.png")
