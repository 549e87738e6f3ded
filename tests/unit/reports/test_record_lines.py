"""Subjects and articles that came, went or moved: only what is there has a page to lead to."""

from briefing.reports.change_line import Line
from briefing.reports.record_lines import record_lines
from tests.unit.reports.small_data import FAB, FILES, GAZETTE, compare, with_file, without

MOVED = {**without(FAB), "policies/acme-fab.yml": FILES[FAB]}
ADVICE = "; write projects/acme-fab: acme-fab in redirects.yml, so that its old address leads on"


def test_what_is_new_leads_to_its_page() -> None:
    bolt, new = "companies/bolt.yml", with_file("companies/nut.yml", "name: {en: Nut}\ndescribes: Nuts.\n")
    assert bolt in new
    assert list(record_lines(compare(FILES, new))) == [Line("new company: Nut", "companies/nut/")]
    assert list(record_lines(compare(without(GAZETTE), FILES))) == [
        Line("new article: gazette-2024", "articles/gazette-2024/")
    ]


def test_what_is_gone_leads_nowhere() -> None:
    new = with_file("companies/nut.yml", "name: {en: Nut}\ndescribes: Nuts.\n")
    assert list(record_lines(compare(new, FILES))) == [Line("removed company: Nut")]
    assert list(record_lines(compare(FILES, without(GAZETTE)))) == [Line("removed article: gazette-2024")]


def test_what_moved_asks_for_a_redirect_until_there_is_one() -> None:
    line = "moved from project to policy: Acme fab"
    assert list(record_lines(compare(FILES, MOVED))) == [Line(line + ADVICE, "policies/acme-fab/")]
    redirected = with_file("redirects.yml", "projects/acme-fab: acme-fab\n", MOVED)
    assert list(record_lines(compare(FILES, redirected))) == [Line(line, "policies/acme-fab/")]


def test_the_same_records_give_no_line() -> None:
    assert list(record_lines(compare(FILES, FILES))) == []
