"""The question of every finding: an editor's own, else one in plain words that its rule makes of names and values."""

import re
from dataclasses import replace
from functools import cache

import pytest

from briefing.dataset.conflicts.rule_table import RULES
from briefing.model.records import QUESTION_LENGTH
from briefing.pipeline import prepare
from briefing.views.base.context import Context, open_context
from briefing.views.base.linker import Linker
from briefing.views.labels.english import ENGLISH
from briefing.views.pages.conflict_list import view_conflicts
from briefing.views.parts.differences import view_differences
from briefing.views.parts.questions import _first_short, question_answered, question_of
from tests.rule_cases import CASES, files_of, read, sources_of
from tests.unit.dataset.sample import dataset
from tests.unit.views.parts.test_findings import ACME, conflict
from tests.unit.views.sample import claims, link, subjects

TWO_VALUES = ("daily-1#c3", "copy-1#c3")
RULE_WORDS = [ENGLISH[f"rule-{rule.code}"] for rule in RULES]


@cache
def case(name: str) -> Context:
    """Return what the pages of a golden case of a rule are made of."""
    data = prepare(sources_of(files_of(read(CASES[name])))).dataset
    assert data is not None
    return open_context(data)


def asked(name: str) -> list[str]:
    """Return the questions that the rule of a case asks there."""
    context = case(name)
    return [question_of(context, one) for one in context.data.conflicts if one.rule == name.partition("/")[0]]


@pytest.mark.parametrize("name", [name for name in CASES if read(CASES[name]).get("findings")])
def test_every_finding_of_every_case_is_a_short_question_of_plain_words(name: str) -> None:
    data = prepare(sources_of(files_of(read(CASES[name])))).dataset
    context = open_context(data) if data else None
    for one in context.data.conflicts if context else ():
        question = question_of(context, one)
        assert question.endswith("?"), question
        assert len(question) <= QUESTION_LENGTH, question
        assert not any(words in question.lower() for words in RULE_WORDS), question
        assert "#" not in question, question
        # An id of several words is no name.
        assert not re.search(r"\b[a-z]+-[a-z]+-[a-z0-9-]+\b", question), question


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("calendars-mixed/neighbouring-horizons", "Plan for chips, total: by 2040, or by FY2040?"),
        ("dates-disjoint/two-years", "North Bay fab, opening: 2027, or 2025?"),
        ("effect-over-money/line", "Plan for chips: can ¥68 trillion bring nearly ¥443 trillion?"),
        (
            "equal-figures/digits",
            "About US$3.9 billion (North Bay fab) and ¥3.9 trillion (Plan for chips): one sum, or two?",
        ),
        ("hierarchy-circular/two", "Which of them stands above the other: Acme, or Northwind?"),
        ("plan-overdue/no-outcome", "North Bay fab: what became of opening, due April 2025?"),
        ("plan-overdue/targets-of-money-and-number", "Japan, output (growth): was 3 times reached in time?"),
        ("qualifiers-differ/written-from-far-end", "Acme, owned by Northwind: 20 %, or 50 %?"),
        ("stage-dropped/trial", "North Bay fab, April 2025: trial production, or production?"),
        ("terms-differ/neighbours", "Plan for chips: about US$3.9 billion approved, or up to ¥943 billion announced?"),
        ("terms-differ/stage", "Plan for chips, US$2.9 billion: spent, or pledged?"),
        ("two-causes/restated", "What brings nearly ¥443 trillion: fabs, or chips?"),
        ("values-differ/none-beside-one", "North Bay fab, supplied by: Northwind, Hill Gases, or none?"),
        ("values-differ/denied-from-far-end", "North Bay fab, supplied by: Northwind, or not Northwind?"),
        ("values-differ/backwards", "North Bay fab, total: ¥52 billion, or ¥20 billion?"),
    ],
)
def test_a_rule_asks_in_its_own_words(name: str, question: str) -> None:
    assert question in asked(name)


def test_a_question_is_kept_for_its_finding_alone() -> None:
    context = open_context(link(subjects(), claims()))
    found = conflict("values-differ", TWO_VALUES)
    first = question_of(context, found)
    other = question_of(context, replace(found, claims=TWO_VALUES[:1]))
    assert other != first
    assert question_of(context, found) == first
    assert question_of(open_context(context.data), replace(found, claims=TWO_VALUES[:1])) == other


def test_a_question_may_be_as_long_as_there_is_room_for() -> None:
    context = case("values-differ/backwards")
    longest = "x" * QUESTION_LENGTH
    assert _first_short(context, [f"{longest}x", longest, "short"]) == longest


def test_an_editor_asks_in_his_own_words() -> None:
    judged = replace(subjects()[ACME].judgements[0], question="Is Acme 3rd, or 30th?")
    context = open_context(link(subjects(), claims()))
    assert (
        question_of(context, replace(conflict("values-differ", TWO_VALUES), judgement=judged))
        == "Is Acme 3rd, or 30th?"
    )


def test_findings_of_one_question_are_one_card_under_both_anchors() -> None:
    judged = replace(subjects()[ACME].judgements[0], question="Is Acme 3rd, or 30th?")
    found = tuple(
        replace(conflict(rule, TWO_VALUES), status="settled", judgement=judged)
        for rule in ("values-differ", "dates-disjoint")
    )
    page = view_conflicts(open_context(replace(link(subjects(), claims()), conflicts=found)))
    ((row,),) = [group.rows for group in page.groups]
    assert (row.anchor, [one.link.anchor for one in row.same_question]) == (found[0].key, [found[1].key])


def test_a_box_is_titled_by_its_question_and_names_the_fact_below() -> None:
    found = conflict("values-differ", TWO_VALUES)
    context = open_context(replace(link(subjects(), claims()), conflicts=(found,)))
    box = next(one for one in view_differences(context, ACME, Linker(context, ACME)) if one.anchor == "differ-rank-top")
    assert (box.title, box.note) == ("Acme, top (rank): 3rd, or 30th?", "Rank: top")


@pytest.mark.parametrize(
    ("row", "question"),
    [
        ("attribute: milestone, milestone: trial-run, value: 2027", "Acme, trial run: when?"),
        ("attribute: amount, line: fab, value: JPY 3tn, stage: approved, payer: unknown", "Acme, fab: how much?"),
        ("attribute: share, measure: exports, value: 30 %", "Acme, exports: what figure?"),
        ("attribute: partner, value: initech", "Acme, partner: Initech?"),
        ("about: [initech, acme], attribute: partner", "Acme, partner: Initech?"),
        ("attribute: owner, value: 'text:Holding'", "Acme, owned by: Holding?"),
        ("attribute: office, role: president, value: initech", "Acme, president: which?"),
        ("attribute: superlative, measure: size, scope: Asia, value: the largest", "Acme, size: what is said?"),
        ("attribute: aim, value: grow abroad", "Acme, aim: grow abroad?"),
        ("attribute: risk, speaker: {group: critics}, value: too slow", "Acme, risk: “too slow”?"),
    ],
)
def test_a_slot_has_a_question_though_nobody_differs(row: str, question: str) -> None:
    subject = "" if "about" in row else "about: acme, "
    data = dataset(f"{{id: c1, {subject}{row}}}")
    assert [question_answered(open_context(data), slot) for slot in data.slots] == [question]


def test_values_too_long_for_a_title_give_way_to_who_says_them() -> None:
    case = read(CASES["editor-differs/settled"])
    for article in ("herald", "gazette"):
        case["claims"][article][0]["value"] = f"one of the many ways to tell at length what was done, by {article}"
    data = prepare(sources_of(files_of(case))).dataset
    assert data is not None
    context = open_context(data)
    (found,) = [one for one in data.conflicts if one.rule == "editor-differs"]
    told = "Plan for chips, measure taken: who is right, The Gazette, 2 May 2024, or The Herald?"
    assert question_of(context, found) == told
