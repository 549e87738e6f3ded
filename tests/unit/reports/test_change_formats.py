"""A report on changes as text, Markdown and JSON: what is counted and cut, and that text of the data stays text."""

import json

import pytest

from briefing.reports.change_formats import MOST, changes_json, changes_markdown, changes_text, summary_of
from briefing.reports.change_line import Line
from briefing.reports.changes import PageChanges, Section, describe_changes
from tests.unit.reports.small_data import FILES, compare, disputed, with_file

NEW = Section("conflicts-new", "New conflicts", (Line("values-differ: a", "conflicts/#a"),))
CLAIMS = Section("claims-added", "New claims", (Line("x#c1: y"), Line("x#c2: z", "articles/x/#c2")))


def markdown_of(text: str, page: str | None = None) -> str:
    """Return what stands for a text in the one line of a report."""
    report = changes_markdown((Section("records", "Records", (Line(text, page),)),), "https://a.example/")
    (line,) = [line for line in report.splitlines() if line.startswith("- ")]
    return line.removeprefix("- ")


def test_the_summary_counts_every_section() -> None:
    assert summary_of([NEW, CLAIMS]) == "new conflicts: 1, new claims: 2"
    assert summary_of([]) == "nothing changed"


def test_text_lists_every_line_and_ends_with_the_summary() -> None:
    assert changes_text((NEW, CLAIMS)) == (
        "New conflicts (1)\n  values-differ: a\n\nNew claims (2)\n  x#c1: y\n  x#c2: z\n\n"
        "new conflicts: 1, new claims: 2\n"
    )
    assert changes_text(()) == "nothing changed\n"


def test_markdown_opens_conflicts_and_folds_the_rest() -> None:
    report = changes_markdown((NEW, CLAIMS), "https://a.example/7/")
    assert report.startswith(
        "**Briefing:** new conflicts: 1, new claims: 2\n\n<details open><summary>New conflicts (1)"
    )
    assert "<details><summary>New claims (2)</summary>\n\n- x" in report
    assert "- values\\-differ: a ([page](https://a.example/7/conflicts/#a))\n\n</details>\n" in report
    assert report.count("[page]") == 2
    assert changes_markdown((), "https://a.example/") == "**Briefing:** nothing changed\n"


def test_a_long_section_is_cut_and_says_so() -> None:
    lines = tuple(Line(f"line {number}") for number in range(MOST + 2))
    report = changes_markdown((Section("claims-added", "New claims", lines),), "https://a.example/")
    assert f"- line {MOST - 1}\n- … and 2 more\n" in report
    assert f"New claims ({MOST + 2})" in report
    whole = changes_markdown((Section("claims-added", "New claims", lines[:MOST]),), "https://a.example/")
    assert "more" not in whole
    assert f"line {MOST + 1}" in changes_text((Section("claims-added", "New claims", lines),))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a\n\n# b\t c", "a # b c"),
        ("<b>*x*</b> `y` [z](w) a|b ~c~ &amp;", r"\<b\>\*x\*\</b\> \`y\` \[z\]\(w\) a\|b \~c\~ \&amp;"),
        ("a\\*b", r"a\\\*b"),
        ("@all #12 a@b.example", r"@<!-- -->all #<!-- -->12 a@<!-- -->b.example"),
        ("@ # 100 %", "@ # 100 %"),
        ("see https://b.example/c", r"see https:\//b.example/c"),
        ("HTTP://B.example", r"HTTP:\//B.example"),
        ("see www.b.example", r"see www\.b.example"),
        ("awww. and at 10:30, a: b", "awww. and at 10:30, a: b"),
        ("1. FC Acme, owner: nothing", r"1\. FC Acme, owner: nothing"),
        ("2024 and 1.5", "2024 and 1.5"),
        ("1.5", r"1\.5"),
        ("# 1 of Japan", r"\# 1 of Japan"),
        ("#1 of Japan", r"\#<!-- -->1 of Japan"),
        ("- a", r"\- a"),
    ],
)
def test_nothing_of_the_data_becomes_markup_a_mention_or_a_link(text: str, escaped: str) -> None:
    assert markdown_of(text) == escaped


def test_our_own_links_are_links() -> None:
    assert markdown_of("a", "b/#c1") == "a ([page](https://a.example/b/#c1))"
    assert markdown_of("home", "") == "home ([page](https://a.example/))"


def test_json_names_what_changed_by_ids_and_keys() -> None:
    new = with_file("companies/nut.yml", "name: {en: ナット}\ndescribes: Nuts.\n", disputed())
    comparison, pages = compare(FILES, new), PageChanges(changed=("index.md",))
    sections = describe_changes(comparison, pages)
    text = changes_json(comparison, sections, pages)
    assert "ナット" in text
    assert text.endswith("}\n")
    report = json.loads(text)
    assert report["version"] == 1
    assert report["as_of"] == {"old": "2026-11-22", "new": "2026-11-22"}
    change = {"id": "herald-2024#c1", "fields": [{"field": "value", "was": "2027", "now": "2029"}]}
    assert report["claims"] == {"added": [], "changed": [change], "removed": []}
    assert [key.rpartition("-")[0] for key in report["conflicts"]["new"]] == ["dates-disjoint"]
    assert report["subjects"] == {"added": ["nut"], "removed": [], "moved": []}
    (shown,) = report["shown"]
    assert (shown["about"], shown["attribute"], shown["was"], shown["now"]) == (
        ["acme-fab"],
        "milestone",
        "2027",
        "2029",
    )
    assert report["pages"] == {"added": [], "changed": ["index.md"], "removed": []}
    assert report["summary"] == {section.name: [line.text for line in section.lines] for section in sections}
