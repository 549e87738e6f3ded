"""Japanese fiscal years are advised only in a briefing that has a use for them."""

import pytest

from briefing.pipeline import prepare

BRIEFING = "name: {en: Harbours}\nurl: https://harbours.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: EUR\n"
PUBLISHER = "name: {en: The Pilot}\ngrade: {letter: B, why: named reporters}\n"
ARTICLE = """\
publisher: pilot
language: en
form: report
published: 2026-05-01
claims:
  - {id: c1, about: piraeus, attribute: milestone, milestone: opening, value: "DATE", modality: planned}
"""


def hints(date: str, briefing: str = BRIEFING, describes: str = "A harbour.") -> str:
    texts = {
        "briefing.yml": briefing,
        "publishers/pilot.yml": PUBLISHER,
        "places/piraeus.yml": f"name: {{en: Piraeus}}\ndescribes: {describes}\n",
        "articles/pilot-1.yml": ARTICLE.replace("DATE", date),
    }
    findings = prepare({path: text.encode() for path, text in texts.items()}).findings
    return " ".join(finding.hint for finding in findings if finding.code == "date-malformed")


@pytest.mark.parametrize("date", ["FY2027", "fiscal 2027", "fiscal year 2027", "by FY2030", "FY2027 Q3"])
def test_elsewhere_the_months_are_asked_for(date: str) -> None:
    assert hints(date) == "write the months that the fiscal year spans, as in `2026-10/2027-09`"


def test_what_is_no_date_at_all_is_told_of_plain_dates() -> None:
    assert hints("someday soon") == "write `2024-04-10`, `2024-04` or `2024`"


def test_a_briefing_that_uses_them_is_told_so() -> None:
    assert "`JFY2027`" in hints("FY2027", BRIEFING.replace("EUR", "JPY"))
    assert "`JFY2027`" in hints("FY2027", describes="A harbour; its years are written JFY2026.")
    assert "`JFY2027`" in hints("2027年度")
