"""What time alone brings: overdue plans, pages not verified for long, values that have aged."""

import pytest

from briefing.reports.outdated import find_overdue_plans, find_stale_pages, find_stale_values
from tests.unit.reports.small_data import ACME, FAB, FILES, GAZETTE, HERALD, edited, linked, with_file, without

PLAN = edited(HERALD, "value: 2027, modality: planned", "value: 2025, modality: planned", without(GAZETTE))


def verified(**days: str) -> dict[str, str]:
    """Return the files with the day on which each of some companies was verified."""
    files = dict(FILES)
    for company, day in days.items():
        files[f"companies/{company}.yml"] += f"last_verified: {day}\n"
    return files


def test_a_plan_is_overdue_once_its_day_is_past_and_nobody_says_what_became_of_it() -> None:
    (task,) = find_overdue_plans(linked(PLAN))
    assert task.path == HERALD
    assert "Acme fab" in task.text
    assert list(find_overdue_plans(linked())) == []


def test_a_plan_is_a_task_until_an_editor_has_written_down_what_became_of_it() -> None:
    outcome = "outcomes: [{slot: {attribute: milestone, milestone: opening}, state: met, checked: 2026-11-21}]\n"
    met = with_file(FAB, FILES[FAB] + outcome, PLAN)
    assert list(find_overdue_plans(linked(met))) == []
    (task,) = find_overdue_plans(linked(edited(FAB, "state: met", "state: unknown", met)))
    assert "looked up on 21 November 2026" in task.text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-05-26", None),
        ("2026-05-25", "Acme: ageing, last verified 2026-05-25"),
        ("2025-11-22", "Acme: ageing, last verified 2025-11-22"),
        ("2025-11-21", "Acme: stale, last verified 2025-11-21"),
        ("2020-03", "Acme: stale, last verified 2020-03-31"),
    ],
)
def test_pages_age_by_the_day_of_the_data(day: str, text: str | None) -> None:
    texts = [task.text for task in find_stale_pages(linked(verified(acme=day)))]
    assert texts == [text for text in [text] if text]


def test_a_briefing_may_say_how_long_a_page_is_fresh() -> None:
    files = edited(
        "briefing.yml", "currency: JPY\n", "currency: JPY\nthresholds: {fresh_days: 10}\n", verified(acme="2026-11-11")
    )
    assert [task.text for task in find_stale_pages(linked(files))] == ["Acme: ageing, last verified 2026-11-11"]


def test_the_oldest_page_comes_first_in_its_own_file() -> None:
    tasks = list(find_stale_pages(linked(verified(acme="2020-02-02", bolt="2020-01-01"))))
    assert [task.path for task in tasks] == ["companies/bolt.yml", ACME]


def test_values_of_the_sort_that_changes_grow_old() -> None:
    staff = "  - {id: c3, about: acme, attribute: count, measure: staff, value: 300 people}\n"
    old = edited("briefing.yml", "2026-11-22", "2034-11-22", with_file(HERALD, FILES[HERALD] + staff))
    texts = [task.text for task in find_stale_values(linked(old))]
    assert len(texts) == 1
    assert "300" in texts[0]
    assert list(find_stale_values(linked())) == []
