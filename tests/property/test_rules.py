"""Every rule of the table over every golden case: rounding is no difference, and a finding lives as long as its cause.

A rule that joins the table joins these tests: nothing here names one, except where a rule is about the whole file.
"""

import re
from copy import deepcopy
from decimal import Decimal
from functools import cache

import pytest
import yaml

from briefing.dataset.conflicts.rule_table import RULES
from briefing.dataset.rule_base.finding import Finding
from tests.every import every
from tests.rule_cases import BASE, CASES, Files, Found, Keyed, files_of, found_in, numbered, read

ROWS = [pytest.param(number, id=f"{rule.code}-{rule.audience}") for number, rule in enumerate(RULES)]
NAMES = sorted(CASES)


@cache
def case_files(name: str) -> Files:
    files: Files = files_of(read(CASES[name]))
    return files


@cache
def found_by_case(name: str) -> Found:
    return found_in(case_files(name))


# ---- rounding


def shorter(match: re.Match[str]) -> str:
    """Return a number without its last digit, rounded; one of few digits, whose zeros would be meant, stays."""
    text = match[0]
    if "." in text:
        return str(round(Decimal(text), len(text.partition(".")[2]) - 1))
    kept = text.rstrip("0")
    return str(int(round(Decimal(text), len(kept) - len(text) - 1))) if len(kept) > 2 else text


def rounded_value(value: object) -> object:
    """Return a figure with a digit less, a day as its month; anything else as it is."""
    if not isinstance(value, str) or re.search("[一-龯/]|rank |JFY", value):
        return value
    if re.match(r"\d{4}(-\d\d)*[?~]?$", value):
        return value[:-3] if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value
    return (
        re.sub(r"(\d+(?:\.\d+)?)", shorter, value) if re.match(r"(about |up to |over |[A-Z]{3} |\d)", value) else value
    )


def rounded_claim(claim: Files) -> Files | None:
    """Return a claim as a source gives it that rounds more; None where there is nothing to round."""
    again = {name: rounded_value(one) if name in ("value", "also_printed") else one for name, one in claim.items()}
    return None if again == claim or "restates" in claim else again


def with_rounded_twins(files: Files) -> Files:
    """Return the files with a second source beside each article, which says its figures and dates again, rounded."""
    twins: Files = {}
    for path, article in files.items():
        claims = article.get("claims", []) if path.startswith("articles/") else []
        again = [twin for claim in claims if (twin := rounded_claim(claim))]
        if again:
            stem = path.removesuffix(".yml")
            twins[f"{stem}-rounded.yml"] = article | {"claims": again, "origin": f"{stem.partition('/')[2]}-rounded"}
    return files | twins


@cache
def found_with_twins(name: str) -> Found:
    return found_in(with_rounded_twins(case_files(name)))


ON_LIKENESS = {"equal-figures", "two-causes"}
"""Rules that look for figures that look equal: what rounds to another sum looks like it, and that is their business."""


@pytest.mark.parametrize("row", ROWS)
def test_a_rule_is_silent_about_rounding(row: int) -> None:
    for name in NAMES:
        before, after = found_by_case(name).rows[row], found_with_twins(name).rows[row]
        for key in after.keys() - before.keys():
            if RULES[row].code in ON_LIKENESS and len(after[key].places) > 1:
                continue
            holders = {claim.partition("#")[0] for claim in after[key].claims}
            assert every(holder.endswith("-rounded") for holder in holders), (name, after[key].message)


def test_rounding_reaches_the_figures_of_the_cases() -> None:
    told = [len(found_with_twins(name).dataset.claims) - len(found_by_case(name).dataset.claims) for name in NAMES]
    assert sum(bool(one) for one in told) > 60
    assert rounded_value("about USD 25.44bn") == "about USD 25.4bn"
    assert rounded_value("JPY 943bn to 1055bn") == "JPY 940bn to 1060bn"
    assert [rounded_value(one) for one in ("2025-04-30", "JPY 68tn", "acme", "2027")] == [
        "2025-04",
        "JPY 68tn",
        "acme",
        "2027",
    ]


# ---- causes


FIRING = [name for name in NAMES if read(CASES[name])["findings"]]
FOLDERS = ("articles/", "publishers/", "briefing.yml", "rates.yml")


def code_of(name: str) -> str:
    return name.partition("/")[0]


def findings_by_key(name: str) -> Keyed:
    return found_by_case(name).of(code_of(name))


def written(key: str) -> str:
    """Return the key of a claim as its file has it: `herald#c1` for a part of the list `herald#c1.2`."""
    return key.partition(".")[0]


def each_claim(files: Files) -> list[tuple[str, Files]]:
    """Return every claim with its key."""
    articles = [(path, one) for path, one in files.items() if path.startswith("articles/")]
    return [(f"{path[9:-4]}#{claim['id']}", claim) for path, one in articles for claim in one.get("claims", [])]


def names_any(entry: Files, gone: set[str], files: Files) -> bool:
    """Tell whether a judgement names one of the claims, or a sum is related to one that only they mention."""
    lines = {f"{claim['about']}/{claim['line']}" for key, claim in each_claim(files) if key in gone and "line" in claim}
    return any(one in str(entry) for one in gone | lines)


def without(files: Files, claims: set[str]) -> Files:
    """Return the files without some claims, without those that restate them, and without judgements that name them."""
    gone = set(claims)
    for key, claim in each_claim(files):
        if f"{key.partition('#')[0]}#{claim.get('restates')}" in gone:
            gone.add(key)
    left = deepcopy(files)
    for path, record in left.items():
        if path.startswith("articles/") and "claims" in record:
            stem = path[9:-4]
            kept = [claim for claim in record["claims"] if f"{stem}#{claim['id']}" not in gone]
            record["claims"] = [without_idle_correction(claim, stem, gone) for claim in kept]
        for field in ("judgements", "money_lines") if isinstance(record, dict) else ():
            if field in record:
                record[field] = [one for one in record[field] if not names_any(one, gone, files)]
    return left


def without_idle_correction(claim: Files, article: str, gone: set[str]) -> Files:
    """Return a claim that corrects nothing where what it corrected is gone."""
    target = str(claim.get("corrects", ""))
    key = target if "#" in target else f"{article}#{target}"
    return {name: value for name, value in claim.items() if name != "corrects"} if key in gone else claim


def without_facts_of(files: Files) -> Files:
    """Return the files with the subjects of the base: what a finding without claims rests on is in fact files."""
    return {path: BASE.get(path, one) if not path.startswith(FOLDERS) else one for path, one in files.items()}


def undone(files: Files, findings: list[Finding]) -> Files:
    claims = {written(key) for finding in findings for key in finding.claims}
    return (
        without(files, claims)
        if all(finding.claims for finding in findings)
        else without_facts_of(without(files, claims))
    )


@pytest.mark.parametrize("name", FIRING)
def test_a_finding_ends_with_its_cause(name: str) -> None:
    findings = findings_by_key(name)
    assert findings
    for key, finding in findings.items():
        assert key not in found_in(undone(case_files(name), [finding])).of(code_of(name))
    assert not found_in(undone(case_files(name), list(findings.values()))).of(code_of(name))


@pytest.mark.parametrize("name", FIRING)
def test_a_finding_ends_when_its_claims_are_excluded(name: str) -> None:
    findings = {key: finding for key, finding in findings_by_key(name).items() if finding.claims}
    files = deepcopy(case_files(name))
    named = {written(key) for finding in findings.values() for key in finding.claims}
    for key, claim in each_claim(files):
        claim |= {"exclude": "a slip of ours"} if key in named else {}
    assert not findings.keys() & found_in(files).of(code_of(name)).keys()


ON_WHOLES = {"article-unsourced"}
"""Rules about what an article as a whole is like."""
ON_RELATIONS = {"plan-overdue/place-that-is-run"}
"""Cases in which a relation of a subject says that a plan is one: without it, it is a hope."""


@pytest.mark.parametrize(
    "name", [name for name in FIRING if code_of(name) not in ON_WHOLES and name not in ON_RELATIONS]
)
def test_a_finding_needs_nothing_but_the_claims_it_names(name: str) -> None:
    files, findings = case_files(name), findings_by_key(name)
    named = {written(key) for finding in findings.values() for key in finding.claims}
    others = {key for key, _ in each_claim(files)} - named
    assert found_in(without(files, others)).of(code_of(name)).keys() == findings.keys()


ELSEWHERE: Files = yaml.load(
    """
publishers/gull.yml: {name: {en: The Gull}, grade: {letter: B, why: a daily}}
companies/quay.yml: {name: {en: Quay Lines}, describes: A shipper., last_verified: 2026-11-01}
places/harbour.yml: {name: {en: Long Harbour}, describes: A port., last_verified: 2026-11-01}
articles/gull.yml:
  publisher: gull
  language: en
  form: report
  published: 2026-10-10
  claims:
    - {about: harbour, attribute: operator, value: quay, speaker: {group: sailors}}
    - {about: quay, attribute: count, measure: cranes, value: 17 cranes, speaker: {group: sailors}}
    - {about: harbour, attribute: milestone, milestone: first-ship, value: 2031-07, modality: planned, speaker: quay}
    - {about: harbour, attribute: amount, line: dock, value: EUR 717m, stage: approved, payer: quay, speaker: quay}
""",
    yaml.BaseLoader,
)
"""An article of somebody else about something else."""
ELSEWHERE["articles/gull.yml"]["claims"] = numbered(ELSEWHERE["articles/gull.yml"]["claims"])
ON_ALL_PAGES = {"stale/never-verified", "stale/page", "stale/page-on-its-last-day"}
"""Cases whose finding is about all pages together, so that the first page verified begins it."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ON_ALL_PAGES])
def test_what_is_told_elsewhere_changes_no_finding(name: str) -> None:
    again = found_in(case_files(name) | ELSEWHERE).of(code_of(name))
    if code_of(name) == "stale":
        again = {key: finding for key, finding in again.items() if finding.places != ("never-verified",)}
    assert again == findings_by_key(name)


ON_STANDING = {"copied-support", "overlap-undeclared", "parts-below-half", "parts-exceed-whole", "share-over-whole"}
"""Rules about what stands shown: a rejected claim takes part in none of it, and its own box keeps it."""


@pytest.mark.parametrize("name", [name for name in FIRING if code_of(name) not in ON_STANDING | ON_WHOLES])
def test_a_claim_that_is_rejected_leaves_the_finding_on_record(name: str) -> None:
    for key, finding in findings_by_key(name).items():
        if len(finding.claims) < 2 or name == "terms-differ/neighbours":  # two shown sums
            continue
        files = deepcopy(case_files(name))
        path = next(one for one in files if one.endswith(f"/{finding.about[0]}.yml"))
        target = {"rule": code_of(name), "claims": list(finding.claims)}
        judgement = {"finding": target, "because": "So.", "decided": "2026-11-21"}
        rejection = {"reject": [{"claim": finding.claims[-1], "reason": "misread-source"}]}
        kept = files[path].get("judgements", [])
        files[path] = files[path] | {"judgements": [*kept, judgement | rejection]}
        assert key in found_in(files).of(code_of(name)), finding.message
