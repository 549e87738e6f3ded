"""The sections of a report on changes: their order, what each holds, and which of their links are gone."""

from briefing.reports.change_line import Line
from briefing.reports.changes import PageChanges, Section, describe_changes
from tests.unit.reports.small_data import (
    FAB,
    FILES,
    HERALD,
    JUDGEMENT,
    compare,
    disputed,
    edited,
    with_file,
    without,
)


def sections(old: dict[str, str], new: dict[str, str], pages: PageChanges | None = None) -> dict[str, tuple[Line, ...]]:
    return {section.name: section.lines for section in describe_changes(compare(old, new), pages or PageChanges())}


def test_the_same_state_has_no_section() -> None:
    assert describe_changes(compare(FILES, FILES), PageChanges()) == ()


def test_what_editors_act_on_comes_first() -> None:
    pages = PageChanges(changed=("projects/acme-fab/index.md",))
    new = with_file("companies/nut.yml", "name: {en: Nut}\ndescribes: Nuts.\n", disputed())
    report = describe_changes(compare(FILES, new), pages)
    assert [section.name for section in report] == ["conflicts-new", "shown", "claims-changed", "records", "pages"]
    assert report[0].title == "New conflicts"
    assert report[0].lines[0].text.startswith("dates-disjoint: ")


def test_a_conflict_is_new_then_settled_then_gone() -> None:
    judged = with_file(FAB, FILES[FAB] + JUDGEMENT, disputed())
    settled = sections(disputed(), judged)
    assert [line.text.partition(":")[0] for line in settled["conflicts-settled"]] == ["dates-disjoint"]
    assert settled["conflicts-settled"][0].page is not None
    assert [line.page for line in settled["judged"]] == ["projects/acme-fab/"]
    gone = sections(disputed(), FILES)
    assert [line.page for line in gone["conflicts-gone"]] == [None]
    assert "conflicts-new" not in gone


def test_a_judgement_taken_back_reopens_what_it_settled() -> None:
    judged = with_file(FAB, FILES[FAB] + JUDGEMENT, disputed())
    taken_back = sections(judged, disputed())
    assert [line.text.partition(":")[0] for line in taken_back["conflicts-reopened"]] == ["dates-disjoint"]
    assert [line.page for line in taken_back["unjudged"]] == ["projects/acme-fab/"]


def test_claims_that_are_gone_lead_nowhere_and_new_ones_to_their_article() -> None:
    (claim,) = [line for line in FILES[HERALD].splitlines(keepends=True) if "id: c2" in line]
    shorter = edited(HERALD, claim, "")
    removed, added = sections(FILES, shorter), sections(shorter, FILES)
    assert [(line.text.partition(" ")[0], line.page) for line in removed["claims-removed"]] == [
        ("herald-2024#c2", None)
    ]
    assert [line.page for line in added["claims-added"]] == ["articles/herald-2024/#c2"]
    assert "claims-added" not in removed


def test_a_judgement_taken_back_with_its_subject_leads_nowhere() -> None:
    """The page of before would be a dead link on the site that the report leads to."""
    judged = with_file(FAB, FILES[FAB] + JUDGEMENT, disputed())
    moved = {**without(FAB, files=disputed()), "policies/acme-fab.yml": FILES[FAB]}
    assert [line.page for line in sections(judged, moved)["unjudged"]] == ["policies/acme-fab/"]
    only_names = {path: text for path, text in FILES.items() if not path.startswith(("articles/", "projects/"))}
    assert [line.page for line in sections(judged, only_names)["unjudged"]] == [None]


def test_pages_are_told_by_their_addresses() -> None:
    pages = PageChanges(("a/b/index.md",), ("index.md", "c/index.md"), ("d/index.md",))
    assert describe_changes(compare(FILES, FILES), pages) == (
        Section(
            "pages",
            "Pages",
            (
                Line("new: /a/b/", "a/b/"),
                Line("changed: /", ""),
                Line("changed: /c/", "c/"),
                Line("removed: /d/"),
            ),
        ),
    )


def test_what_has_aged_is_a_section_of_its_own() -> None:
    staff = "  - {id: c3, about: acme, attribute: count, measure: staff, value: 300 people}\n"
    files = with_file(HERALD, FILES[HERALD] + staff)
    aged = edited("briefing.yml", "2026-11-22", "2034-11-22", files)
    report = sections(edited("briefing.yml", "2026-11-22", "2024-05-02", files), aged)
    assert {line.text.partition(":")[0] for line in report["stale"]} == {"stale"}
    assert "300 people" in report["stale"][0].text
    assert "conflicts-new" in report
