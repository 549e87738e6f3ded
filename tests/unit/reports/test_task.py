"""A task names the data file that an editor opens."""

from briefing.model.ids import SubjectId
from briefing.reports.task import Task, conflict_task, source_path, subject_task
from tests.unit.reports.small_data import disputed, linked


def test_a_subject_is_looked_at_in_the_file_of_its_kind() -> None:
    dataset = linked()
    fab = dataset.subjects[SubjectId("acme-fab")]
    assert source_path(dataset, fab) == "projects/acme-fab.yml"
    assert subject_task(dataset, fab, "it is old") == Task("Acme fab: it is old", "projects/acme-fab.yml")


def test_a_conflict_is_told_as_its_rule_does_and_where_it_was_found() -> None:
    (conflict,) = [conflict for conflict in linked(disputed()).conflicts if conflict.rule == "dates-disjoint"]
    assert conflict_task(conflict) == Task(conflict.message, conflict.span.path)
    assert conflict.span.path in ("articles/gazette-2024.yml", "articles/herald-2024.yml")
    assert "2029" in conflict.message
