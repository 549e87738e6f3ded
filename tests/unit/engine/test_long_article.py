"""R39: a briefing with an article of 1,200 claims, built: the crawl finds nothing, and no page is too heavy."""

import re
from collections import Counter

import pytest

from briefing.engine.build import build_site
from briefing.engine.content import generate_content
from briefing.finishing.budgets import weigh_site
from briefing.finishing.crawl import crawl_site
from briefing.pipeline import prepare
from tests.every import every

MANY = 1_200
COMPANIES = tuple(f"maker-{number}" for number in range(12))
BRIEFING = "name: {en: One briefing}\nurl: https://one.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
PUBLISHER = 'name: {en: The Daily}\ngrade: {letter: B, why: "named reporters"}\n'
HEAD = """\
title: "All that the makers plan"
publisher: daily
language: en
form: report
published: 2026-04-14
review: {state: reviewed}
summary: {bottom_line: "The makers have many plans."}
claims:
"""


def long_article() -> str:
    """Return an article that says a hundred things of each company, four claims in each paragraph."""
    rows = [
        f"  - {{id: c{n}, par: {n // 4 + 1}, about: {COMPANIES[n % 12]}, attribute: aim, value: ship part {n} by road}}"
        for n in range(MANY)
    ]
    return HEAD + "\n".join(rows) + "\n"


def sources() -> dict[str, bytes]:
    """Return the data files."""
    texts = {"briefing.yml": BRIEFING, "publishers/daily.yml": PUBLISHER, "articles/daily-1.yml": long_article()}
    for name in COMPANIES:
        texts[f"companies/{name}.yml"] = f"name: {{en: {name.title()} Works}}\ndescribes: The works of {name}.\n"
    return {path: text.encode() for path, text in texts.items()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the files of the built site."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "data").mkdir()
    files = sources()
    prepared = prepare(files)
    assert prepared.dataset is not None, prepared.findings
    # The crawl refuses a site whose links to claims lead nowhere.
    assert build_site(generate_content(prepared.dataset, files), folder / "data", folder / "site").heavy == ()
    built = (folder / "site").rglob("*")
    return {file.relative_to(folder / "site").as_posix(): file.read_bytes() for file in built if file.is_file()}


def pages_of_article(site: dict[str, bytes]) -> dict[str, str]:
    return {
        path: content.decode()
        for path, content in site.items()
        if path.startswith("articles/daily-1/") and path.endswith("index.html")
    }


def test_every_claim_has_its_anchor_on_one_page(site: dict[str, bytes]) -> None:
    pages = pages_of_article(site)
    assert len(pages) > 5
    anchors = Counter(anchor for html in pages.values() for anchor in re.findall(r'id="(c[0-9]+)"', html))
    assert anchors == Counter(f"c{number}" for number in range(MANY))


def test_links_from_subjects_lead_to_the_page_of_the_claim(site: dict[str, bytes]) -> None:
    html = site["companies/maker-11/index.html"].decode()
    pages = pages_of_article(site)
    links = re.findall(r'href="\.\./\.\./(articles/daily-1/(?:page_[0-9]+/)?)#(c[0-9]+)"', html)
    assert len({page for page, _ in links}) > 2
    assert every(f'id="{anchor}"' in pages[f"{page}index.html"] for page, anchor in links)


def test_no_page_is_over_its_budget_and_the_crawl_finds_nothing(site: dict[str, bytes]) -> None:
    assert [problem.path for problem in weigh_site(site) if problem.code == "budget-page"] == []
    assert [problem for problem in crawl_site(site) if problem.is_fatal] == []


def test_each_page_has_its_twin_and_its_line_in_the_sitemap(site: dict[str, bytes]) -> None:
    sitemap = site["sitemap.xml"].decode()
    for path in pages_of_article(site):
        folder = path.removesuffix("index.html")
        assert f"{folder}index.md" in site
        assert f"<loc>https://one.example/{folder}</loc>" in sitemap
        assert f'<link rel="canonical" href="https://one.example/{folder}">' in site[path].decode()
