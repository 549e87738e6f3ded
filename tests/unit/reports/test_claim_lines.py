"""Claims and shown values in a report on changes: what they say, and where readers find them."""

from dataclasses import replace

from briefing.dataset.diff import ClaimChange, FieldChange
from briefing.model.ids import ArticleId, ClaimKey
from briefing.reports.change_line import Line
from briefing.reports.claim_lines import changed_claim_line, claim_text, claim_urls, shown_line
from tests.unit.reports.small_data import FAB, FILES, HERALD, compare, edited, linked, without

OPENING, OWNER = ClaimKey("herald-2024#c1"), ClaimKey("herald-2024#c2")


def test_a_claim_is_told_with_its_paragraph_question_and_value() -> None:
    dataset = linked()
    text = claim_text(dataset, dataset.claims[OPENING])
    assert text == "herald-2024#c1 (Acme fab, paragraph 3): milestone, opening 2027"
    assert claim_text(dataset, dataset.claims[OWNER]) == "herald-2024#c2 (Acme): owner bolt"


def test_a_claim_without_a_value_ends_with_its_question() -> None:
    dataset = linked(
        edited(HERALD, "about: acme, attribute: owner, value: bolt", "about: [acme, bolt], attribute: partner")
    )
    claim = dataset.claims[OWNER]
    assert claim.value is None
    assert claim_text(dataset, claim) == "herald-2024#c2 (Acme and Bolt): partner"


def test_a_claim_stands_on_the_page_of_its_article_while_that_is_there() -> None:
    dataset = linked()
    url_of = claim_urls(dataset)
    assert url_of(dataset.claims[OPENING]) == "articles/herald-2024/#c1"
    assert url_of(replace(dataset.claims[OPENING], article=ArticleId("gone-2024"))) is None


def test_a_changed_claim_names_each_field_with_both_of_its_values() -> None:
    fields = (FieldChange("value", "2027", "2029"), FieldChange("note", None, "new"), FieldChange("quote", "old", None))
    change = ClaimChange(linked().claims[OPENING], fields)
    assert changed_claim_line(change, "articles/herald-2024/#c1") == Line(
        "herald-2024#c1: value 2027 → 2029; note absent → new; quote old → absent", "articles/herald-2024/#c1"
    )
    assert changed_claim_line(change, None).page is None


def test_a_shown_value_is_told_by_its_question_and_leads_to_its_subject() -> None:
    comparison = compare(FILES, edited(HERALD, "value: 2027, modality: planned", "value: 2029, modality: planned"))
    (change,) = comparison.shown
    assert shown_line(change, comparison) == Line("Acme fab, milestone, opening: 2027 → 2029", "projects/acme-fab/")


def test_what_is_shown_for_the_first_time_was_nothing_before() -> None:
    comparison = compare(edited(HERALD, "attribute: owner", "attribute: partner"), FILES)
    lines = {line.text: line.page for line in (shown_line(change, comparison) for change in comparison.shown)}
    assert lines["Acme, owner: nothing → bolt"] == "companies/acme/"


def test_what_is_gone_goes_by_its_name_of_before_and_leads_nowhere() -> None:
    (claim,) = [line for line in FILES[HERALD].splitlines(keepends=True) if "acme-fab" in line]
    nameless = edited(HERALD, claim, "", without(FAB, "articles/gazette-2024.yml"))
    comparison = compare(FILES, nameless)
    (line,) = [shown_line(change, comparison) for change in comparison.shown if change.slot.attribute == "milestone"]
    assert line == Line("Acme fab, milestone, opening: 2027 → nothing")
