"""What editors are told to do about open conflicts: it fits the rule, and lines to paste are taken as they stand."""

from briefing.diagnostics.diagnostic import Diagnostic
from briefing.pipeline import Prepared, prepare
from tests.every import every

BRIEFING = "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
ARTICLE = "publisher: herald\npublished: 2024-04-14\nlanguage: en\nform: report\nclaims:\n"
SUMS = "".join(
    f"  - {{id: c{n}, about: acme, attribute: amount, line: {line}, value: USD {n}bn, stage: approved, "
    "payer: unknown}\n"
    for n, line in ((2, "first-fab"), (3, "second-fab"), (5, "research"), (7, "loan"), (11, "aid"))
)
PLAN = (
    "  - {id: c1, about: acme-fab, attribute: milestone, milestone: trial run, value: 2025, modality: planned}\n"
    "  - {id: c2, about: acme-fab, attribute: count, measure: staff, value: 40 people, as_of: 2024-01}\n"
)


def run(claims: str, **subjects: str) -> Prepared:
    sources = {
        "briefing.yml": BRIEFING,
        "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
        "companies/acme.yml": "name: {en: Acme}\ndescribes: A maker of chips.\n" + subjects.get("acme", ""),
        "projects/acme-fab.yml": "name: {en: Acme fab}\ndescribes: Its fab.\n" + subjects.get("fab", ""),
        "articles/herald-2024.yml": ARTICLE + claims,
    }
    prepared = prepare({path: text.encode() for path, text in sources.items()})
    assert prepared.dataset is not None, prepared.findings
    return prepared


def of_rule(prepared: Prepared, rule: str) -> list[Diagnostic]:
    return [finding for finding in prepared.findings if finding.code == rule]


def lines_to_paste(finding: Diagnostic) -> str:
    return "\n".join(finding.hint.splitlines()[1:]) + "\n"


def test_sums_of_one_subject_are_one_finding_and_every_pair_keeps_its_key() -> None:
    prepared = run(SUMS)
    (finding,) = of_rule(prepared, "overlap-undeclared")
    assert "in 10 pairs" in finding.message
    assert every(name in finding.message for name in ("first fab", "second fab", "research", "loan", "aid"))
    assert len(finding.related) == 4
    assert prepared.dataset is not None
    assert len([conflict for conflict in prepared.dataset.conflicts if conflict.rule == "overlap-undeclared"]) == 10


def test_the_lines_of_money_lines_are_taken_as_they_stand() -> None:
    (finding,) = of_rule(run(SUMS), "overlap-undeclared")
    after = run(SUMS, acme=lines_to_paste(finding))
    assert of_rule(after, "overlap-undeclared") == []
    assert of_rule(after, "line-undeclared") == []


def test_lines_that_are_there_keep_their_relations() -> None:
    declared = "{id: first-fab, label: The first}", "{id: second-fab, label: The second, part_of: [first-fab]}"
    there = "money_lines:\n" + "".join(f"  - {line}\n" for line in declared)
    (finding,) = of_rule(run(SUMS, acme=there), "overlap-undeclared")
    lines = lines_to_paste(finding)
    assert "id: research, label: Research, in_addition_to: [first-fab, second-fab]" in lines
    assert "first-fab, label" not in lines
    again = "money_lines:\n  - {id: loan, label: A loan, part_of: [aid]}\n  - {id: aid, label: All aid}\n"
    (finding,) = of_rule(run(SUMS, acme=again), "overlap-undeclared")
    loan = "{id: loan, label: A loan, part_of: [aid], in_addition_to: [first-fab, second-fab, research]}"
    assert f"{loan}      # in place of its entry" in lines_to_paste(finding)
    assert of_rule(run(SUMS, acme=lines_to_paste(finding)), "overlap-undeclared") == []


def test_an_overdue_plan_is_answered_by_an_outcome() -> None:
    (finding,) = of_rule(run(PLAN), "plan-overdue")
    assert "projects/acme-fab.yml" in finding.hint
    lines = lines_to_paste(finding)
    assert (
        lines
        == "outcomes:\n  - {slot: {attribute: milestone, milestone: trial-run}, state: unknown, checked: 2026-11-22}\n"
    )
    (looked_up,) = of_rule(run(PLAN, fab=lines), "plan-overdue")
    assert "looked up on 22 November 2026" in looked_up.message
    assert "renew checked" in looked_up.hint
    assert of_rule(run(PLAN, fab=lines.replace("unknown", "dropped")), "plan-overdue") == []


def test_what_has_grown_old_asks_for_news_and_unread_pages_for_a_reader() -> None:
    stale = of_rule(run(PLAN, acme="last_verified: 2026-11-01\n"), "stale")
    value, pages = sorted(stale, key=lambda finding: "never verified" in finding.message)
    assert "a newer claim on this count answers it" in value.hint
    assert "set last_verified" in pages.hint
