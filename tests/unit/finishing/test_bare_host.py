"""Where no host reads rules, pages say their policy, and a page stands where a redirect would lead from."""

from pathlib import Path

import pytest

from briefing.finishing.bare_host import add_policy, make_stubs
from briefing.finishing.crawl import crawl_site
from briefing.finishing.headers import digest
from tests.small_briefing import files_of

ROOT = Path(__file__).parents[3]
RULES = """
# by hand
/news/* /timeline/:splat 301
/blog/ https://blog.example/ 301
/companies/apex /companies/acme/ 301
/companies/apex/ /companies/acme/ 301
/companies/apex/index.md /companies/acme/index.md 301
/companies/peak/ /404.html 410
/api/v1/entities/apex.json /api/v1/entities/acme.json 301
"""


@pytest.fixture(scope="module")
def good() -> dict[str, bytes]:
    return files_of(ROOT / "tests" / "sites" / "crawl" / "good")


def test_a_page_says_its_policy_before_its_scripts() -> None:
    html = add_policy("<head><meta charset='utf-8'><script>a('\"')</script></head><body></body>")
    before, _, rest = html.partition('<meta http-equiv="Content-Security-Policy" content="')
    assert before == "<head><meta charset='utf-8'>"
    policy, _, rest = rest.partition('"')
    assert f"script-src 'self' 'sha256-{digest('a(' + chr(39) + chr(34) + chr(39) + ')')}';" in policy
    assert policy.startswith("default-src 'none';")
    # Browsers take these from a header alone, and say so on every page.
    assert "frame-ancestors" not in policy
    assert rest.startswith("><script>")


def test_what_is_no_page_stays_as_it_is() -> None:
    assert add_policy("<svg></svg>") == "<svg></svg>"


def test_only_pages_that_have_moved_have_a_page_in_their_place() -> None:
    stubs = make_stubs(RULES, "https://briefing.example/")
    assert list(stubs) == ["companies/apex/index.html"]
    page = stubs["companies/apex/index.html"].decode()
    assert 'http-equiv="refresh" content="0; url=../acme/"' in page
    assert '<link rel="canonical" href="https://briefing.example/companies/acme/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../acme/">' in page


def test_the_crawl_takes_such_pages_for_what_they_are(good: dict[str, bytes]) -> None:
    """They are in no sitemap, no list leads to them, and all of them have one title."""
    stubs = make_stubs("/old/a /companies/acme/ 301\n/old/b /companies/zeta/ 301\n", "https://briefing.example")
    assert len(stubs) == 2
    assert crawl_site(good | stubs) == crawl_site(good)


def test_the_crawl_finds_one_that_leads_nowhere(good: dict[str, bytes]) -> None:
    stubs = make_stubs("/old/a /companies/nobody/ 301\n", "https://briefing.example")
    found = {(problem.path, problem.code) for problem in crawl_site(good | stubs)} - {
        (problem.path, problem.code) for problem in crawl_site(good)
    }
    assert ("old/a/index.html", "link-broken") in found
