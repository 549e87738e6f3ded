"""Judgements against findings: settled, explained, reopened by themselves."""

from collections.abc import Mapping

import pytest

from briefing.dataset.comparing.judged_digest import digest_claims, digest_judgement
from briefing.dataset.linked.records import Conflict, Dataset, Rank
from briefing.model.ids import SubjectId
from briefing.model.records import Judgement
from briefing.pipeline import prepare

BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
SUBJECT = SubjectId("acme")
ARTICLE = """\
publisher: {publisher}
published: 2024-04-14
language: en
form: report
claims:
  - {{id: c1, about: acme, attribute: figure, measure: revenue, value: {value}}}
"""


def sources(judgement: str = "", second: str = "USD 5bn") -> dict[str, bytes]:
    files = {
        "briefing.yml": BRIEFING,
        "companies/acme.yml": "name: {en: Acme}\ndescribes: A maker of chips.\n" + judgement,
        "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
        "publishers/gazette.yml": "name: {en: Gazette}\ngrade: {letter: C, why: a weekly}\n",
        "articles/one.yml": ARTICLE.format(publisher="herald", value="USD 2bn"),
        "articles/two.yml": ARTICLE.format(publisher="gazette", value=second),
    }
    return {path: text.encode() for path, text in files.items()}


def linked(files: Mapping[str, bytes]) -> Dataset:
    prepared = prepare(files)
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


def conflict(dataset: Dataset) -> Conflict:
    return next(conflict for conflict in dataset.conflicts if conflict.rule == "values-differ")


def judge(decision: str, seen: str = "") -> str:
    return (
        "judgements:\n"
        "  - slot: {attribute: figure, measure: revenue}\n"
        f"    {decision}\n"
        "    because: The daily names its source.\n"
        "    decided: 2026-11-21\n"
        f"{seen}"
    )


def test_two_values_are_an_open_conflict_that_disputes_the_slot() -> None:
    dataset = linked(sources())
    assert conflict(dataset).status == "open"
    assert conflict(dataset).claims == ("one#c1", "two#c1")
    assert dataset.slots[0].disputed
    assert dataset.slots[0].ranks == {"one#c1": Rank.SHOWN, "two#c1": Rank.NORMAL}


@pytest.mark.parametrize(
    ("decision", "status", "disputed"),
    [
        ("prefer: [two#c1]", "settled", False),
        ("reject: [{claim: two#c1, reason: unit-slip}]", "settled", False),
        ("prefer: both-stand", "explained", True),
        ("prefer: differs", "explained", True),
    ],
)
def test_a_judgement_gives_the_conflict_its_status(decision: str, status: str, disputed: bool) -> None:
    dataset = linked(sources(judge(decision)))
    assert conflict(dataset).status == status
    assert conflict(dataset).reading == "The daily names its source."
    assert dataset.slots[0].disputed is disputed


def test_preference_wins_over_grade() -> None:
    dataset = linked(sources(judge("prefer: [two#c1]")))
    assert dataset.slots[0].ranks == {"one#c1": Rank.NORMAL, "two#c1": Rank.SHOWN}


def test_a_rejected_claim_keeps_its_conflict_listed() -> None:
    dataset = linked(sources(judge("reject: [{claim: one#c1, reason: unit-slip}]")))
    assert dataset.slots[0].ranks == {"one#c1": Rank.REJECTED, "two#c1": Rank.SHOWN}
    assert conflict(dataset).claims == ("one#c1", "two#c1")


def test_the_key_of_a_conflict_stays_when_claims_join() -> None:
    files = sources()
    before = conflict(linked(files)).key
    files["articles/three.yml"] = ARTICLE.format(publisher="gazette", value="USD 9bn").encode()
    assert conflict(linked(files)).key == before


def test_a_judgement_reopens_when_a_claim_it_saw_changes() -> None:
    seen = digest_claims(linked(sources(judge("prefer: [one#c1]"))).slots[0].claims)
    decided = judge("prefer: [one#c1]", f"    seen: {seen}\n")
    assert conflict(linked(sources(decided))).status == "settled"
    assert conflict(linked(sources(decided, second="USD 6bn"))).status == "open"


def test_a_judgement_reopens_when_a_claim_joins() -> None:
    seen = digest_claims(linked(sources(judge("prefer: [one#c1]"))).slots[0].claims)
    files = sources(judge("prefer: [one#c1]", f"    seen: {seen}\n"))
    files["articles/three.yml"] = ARTICLE.format(publisher="herald", value="USD 2bn").encode()
    assert conflict(linked(files)).status == "open"


def judged(decision: str, **more: str) -> dict[str, bytes]:
    """Return the files with a judgement that `fmt` has just given its digest, and some edits made afterwards."""
    dataset = linked(sources(judge(decision)))
    judgement = dataset.subjects[SUBJECT].judgements[0]
    assert isinstance(judgement, Judgement)
    return sources(judge(decision, f"    seen: {digest_judgement(dataset, judgement)}\n"), **more)


def edited(files: dict[str, bytes], path: str, old: str, new: str) -> dict[str, bytes]:
    text = files[path].decode()
    assert old in text
    return {**files, path: text.replace(old, new).encode()}


def test_a_judgement_stands_while_all_is_as_it_was_seen() -> None:
    assert conflict(linked(judged("prefer: [one#c1]"))).status == "settled"


def test_a_new_grade_reopens_where_another_value_would_be_shown() -> None:
    files = judged("prefer: [one#c1]")
    regraded = edited(files, "publishers/herald.yml", "letter: B", "letter: D")
    assert conflict(linked(regraded)).status == "open"


@pytest.mark.parametrize(("path", "old", "new"), [
    ("publishers/herald.yml", "letter: B", "letter: A"),
    ("publishers/gazette.yml", "letter: C", "letter: F"),
])  # fmt: skip
def test_a_new_grade_that_changes_nothing_shown_reopens_nothing(path: str, old: str, new: str) -> None:
    assert conflict(linked(edited(judged("prefer: [one#c1]"), path, old, new))).status == "settled"


@pytest.mark.parametrize("decision", ["prefer: [two#c1]", "prefer: both-stand"])
def test_a_new_grade_reopens_a_judgement_against_the_grades_too(decision: str) -> None:
    files = judged(decision)
    regraded = edited(files, "publishers/gazette.yml", "letter: C", "letter: A")
    assert conflict(linked(regraded)).status == "open"


@pytest.mark.parametrize("status", ["corrected", "withdrawn"])
def test_what_becomes_of_an_article_reopens_a_judgement_on_it(status: str) -> None:
    files = judged("prefer: [one#c1]")
    files["articles/three.yml"] = ARTICLE.format(publisher="gazette", value="USD 9bn").encode()
    files = judged_again(files)
    assert conflict(linked(files)).status == "settled"
    changed = edited(files, "articles/two.yml", "form: report", f"form: report\nstatus: {status}")
    assert conflict(linked(changed)).status == "open"


def judged_again(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files with the digest of what they hold now."""
    text = files["companies/acme.yml"].decode()
    old = text.rpartition("seen: ")[2].strip()
    dataset = linked(files)
    new = digest_judgement(dataset, dataset.subjects[SUBJECT].judgements[0])
    return {**files, "companies/acme.yml": text.replace(old, new).encode()}


def test_a_withdrawn_preference_reopens_though_no_digest_was_written() -> None:
    files = sources(judge("prefer: [one#c1]"))
    files["articles/three.yml"] = ARTICLE.format(publisher="gazette", value="USD 9bn").encode()
    assert conflict(linked(files)).status == "settled"
    withdrawn = edited(files, "articles/one.yml", "form: report", "form: report\nstatus: withdrawn")
    assert conflict(linked(withdrawn)).status == "open"


@pytest.mark.parametrize("second", ["USD 2.0bn", "about USD 2bn", "up to USD 2bn", "over USD 1bn"])
def test_rounding_and_bounds_are_no_conflict(second: str) -> None:
    dataset = linked(sources(second=second))
    assert [conflict for conflict in dataset.conflicts if conflict.rule == "values-differ"] == []
    assert not dataset.slots[0].disputed


def test_a_difference_that_no_rule_sees_is_listed_as_the_editors() -> None:
    dataset = linked(sources(judge("prefer: differs"), second="USD 2.0bn"))
    (noted,) = [conflict for conflict in dataset.conflicts if conflict.rule == "editor-differs"]
    assert (noted.status, noted.reading) == ("explained", "The daily names its source.")
    assert noted.claims == ("one#c1", "two#c1")


def test_currencies_are_compared_at_the_rate_of_the_month() -> None:
    rate = b"- {pair: USD/JPY, month: 2024-04, rate: 153.89, source: the central bank}\n"
    agreeing = sources(second="JPY 308bn") | {"rates.yml": rate}
    differing = sources(second="JPY 400bn") | {"rates.yml": rate}
    assert [conflict for conflict in linked(agreeing).conflicts if conflict.rule == "values-differ"] == []
    assert conflict(linked(differing)).status == "open"


def test_without_a_rate_nothing_is_said_about_two_currencies() -> None:
    dataset = linked(sources(second="JPY 400bn"))
    assert [conflict for conflict in dataset.conflicts if conflict.rule == "values-differ"] == []
