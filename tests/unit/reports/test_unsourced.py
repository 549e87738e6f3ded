"""What no source backs: subjects, bottom lines, and names that may be of one subject."""

from briefing.reports.task import Task
from briefing.reports.unsourced import find_duplicate_names, find_unsourced_subjects, find_unsupported_bottom_lines
from tests.unit.reports.small_data import ACME, FILES, GAZETTE, HERALD, edited, linked, with_file, without

NUT = with_file("companies/nut.yml", "name: {en: Nut}\ndescribes: Nuts.\n")


def test_a_subject_of_which_nobody_says_anything_is_a_task() -> None:
    task = Task("Nut: no source says anything about it", "companies/nut.yml")
    assert list(find_unsourced_subjects(linked(NUT))) == [task]


def test_to_be_named_as_a_value_is_to_be_sourced() -> None:
    assert "companies/bolt.yml" not in [task.path for task in find_unsourced_subjects(linked())]
    unowned = edited(HERALD, "value: bolt", '"value": text:Nut')
    assert [task.path for task in find_unsourced_subjects(linked(unowned))] == ["companies/bolt.yml"]


def test_what_was_withdrawn_says_nothing_any_longer() -> None:
    withdrawn = edited(
        HERALD, "form: report", "form: report\nstatus: {state: withdrawn, reason: It was wrong.}", without(GAZETTE)
    )
    texts = [task.text for task in find_unsourced_subjects(linked(withdrawn))]
    assert texts == [f"{name}: what was said of it was withdrawn" for name in ("Acme", "Acme fab", "Bolt")]


def test_a_bottom_line_names_the_claims_that_it_rests_on() -> None:
    bare = with_file(ACME, FILES[ACME] + "bottom_line: It makes chips.\n")
    assert list(find_unsupported_bottom_lines(linked(bare))) == [Task("Acme: its bottom line names no claim", ACME)]
    backed = with_file(ACME, FILES[ACME] + "bottom_line: {text: It makes chips., claims: [herald-2024#c2]}\n")
    assert list(find_unsupported_bottom_lines(linked(backed))) == []
    assert list(find_unsupported_bottom_lines(linked())) == []


def test_nearly_the_same_names_are_a_task_of_the_second() -> None:
    files = with_file("companies/semiconductor.yml", "name: {en: Acme Semiconductor}\ndescribes: One.\n")
    files["companies/semiconductors.yml"] = "name: {en: Acme Semiconductors}\ndescribes: Two.\n"
    text = '"Acme Semiconductor" (semiconductor) and "Acme Semiconductors" (semiconductors)'
    assert list(find_duplicate_names(linked(files))) == [Task(text, "companies/semiconductors.yml")]
