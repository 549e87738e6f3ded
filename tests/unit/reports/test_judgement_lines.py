"""Judgements in a report on changes: what they are about, what they decide, and why."""

from briefing.dataset.linked.records import Dataset
from briefing.model.records import Judgement
from briefing.reports.change_line import Line
from briefing.reports.judgement_lines import judgement_line
from tests.unit.reports.small_data import FAB, FILES, JUDGEMENT, disputed, edited, linked, with_file

SUBJECT = "Acme fab, attribute milestone, milestone opening"


def judged(text: str) -> tuple[Dataset, Judgement]:
    dataset = linked(with_file(FAB, FILES[FAB] + text, disputed()))
    (judgement,) = [judgement for subject in dataset.subjects.values() for judgement in subject.judgements]
    return dataset, judgement


def test_what_is_preferred_is_told_with_its_reason() -> None:
    dataset, judgement = judged(JUDGEMENT)
    assert judgement_line(dataset, judgement, dataset) == Line(
        f"{SUBJECT}; prefers gazette-2024#c1; The weekly asked the company.", "projects/acme-fab/"
    )


def test_what_is_rejected_is_told_with_the_reason_for_each() -> None:
    rejecting = JUDGEMENT.replace(
        "prefer: [gazette-2024#c1]", "reject: [{claim: herald-2024#c1, reason: copied-error}]"
    )
    dataset, judgement = judged(rejecting)
    text = judgement_line(dataset, judgement, dataset).text
    assert text == f"{SUBJECT}; rejects herald-2024#c1 (copied-error); The weekly asked the company."


def test_a_finding_goes_by_the_name_of_its_rule() -> None:
    on_finding = """\
judgements:
  - finding: {rule: editor-differs, claims: [herald-2024#c1, gazette-2024#c1]}
    prefer: both-stand
    because: Two phases.
    decided: 2026-11-21
"""
    dataset, judgement = judged(on_finding)
    text = judgement_line(dataset, judgement, dataset).text
    assert text == "Acme fab, finding editor-differs; both-stand; Two phases."


def test_names_are_those_of_the_state_that_holds_it_and_the_page_that_of_today() -> None:
    """A judgement that is taken back with its subject leads nowhere: the page is gone, too."""
    dataset, judgement = judged(JUDGEMENT)
    nameless = {path: text for path, text in FILES.items() if path in ("briefing.yml", "publishers/herald.yml")}
    assert judgement_line(dataset, judgement, linked(nameless)) == Line(
        f"{SUBJECT}; prefers gazette-2024#c1; The weekly asked the company."
    )
    renamed = linked(edited(FAB, "Acme fab", "Acme works"))
    assert judgement_line(dataset, judgement, renamed).text.startswith("Acme fab, ")
    assert judgement_line(dataset, judgement, renamed).page == "projects/acme-fab/"
