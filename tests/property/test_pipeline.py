"""The checking half under random input: it never raises, order never matters, and origins count once."""

import json
import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dataset.conflicts.rule_table import ALL_CODES
from briefing.dataset.linked.records import Confidence, Dataset, Rank
from briefing.diagnostics.diagnostic import Severity
from briefing.diagnostics.json_report import report_json
from briefing.diagnostics.text_report import report_text
from briefing.model.value_comparing import same_value
from briefing.model.values import print_value
from briefing.pipeline import Prepared, prepare
from briefing.render.exports import render_exports
from briefing.views.base.context import open_context
from tests.every import every

DATA = Path(__file__).resolve().parents[2] / "data"
BASE = Path(__file__).resolve().parents[1] / "golden" / "bad" / "base"
ARTICLES = ("one", "two", "three", "four")
ORIGINS = ("wire-1", "wire-2", None)
GRADES = "abcdef"
VALUES = (
    "USD 2bn", "USD 5bn", "about USD 2.1bn", "JPY 300bn", "unknown", "none", "up to USD 9bn", "USD 2000m", "JPY 3千億",
)  # fmt: skip
RANKED = {word: rank for rank, word in enumerate((Confidence.LOW, Confidence.MODERATE, Confidence.HIGH))}


@cache
def base_files() -> Mapping[str, bytes]:
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}


def assert_sound(prepared: Prepared, sources: Mapping[str, bytes]) -> None:
    """Whatever comes out: findings have known codes and places, and an error means that nothing is published."""
    wrong = any(finding.severity is Severity.ERROR for finding in prepared.findings)
    assert wrong == (prepared.dataset is None)
    assert len(prepared.findings) == len(set(prepared.findings))
    for finding in prepared.findings:
        assert finding.code in ALL_CODES
        assert finding.hint
        assert finding.span.line >= 1
        assert finding.span.column >= 1
    assert report_text(prepared.findings, sources, "data").strip()
    report_json(prepared.findings, "data")


WORDS_OF_DATA = [
    "id: c1",
    "about: ",
    "restates: c1",
    "value: ",
    "acme",
    "2024-02-30",
    "JPY 3tn",
    "USD",
    "unknown",
    "c1",
    "herald-2024#c1",
    "/",
    "part_of: [total]",
    "judgements: [{}]",
    "slot: {}",
    "prefer: []",
    "reject: [{}]",
    "claims: ",
    "facts: [{}]",
    "aliases: [Acme]",
    "null",
    "~",
    "true",
    "：",
]
MARKS = [
    "",
    " ",
    "\n",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    '"',
    "'",
    "#",
    "&a ",
    "*a",
    "!x ",
    "<<: ",
    "? ",
    "> ",
    "\t",
    "\x00",
    "---\n",
    "%YAML\n",
    "\ufeff",
    "\r\n",
    "\u3000",
]
PIECES = (*(piece.encode() for piece in (*WORDS_OF_DATA, *MARKS)), b"|", b"\xff", b"\xe3")


def mutated(chance: random.Random) -> dict[str, bytes]:
    """Return the base with a few slips: pieces put in, taken out, doubled, moved; files lost or renamed."""
    sources = dict(base_files())
    for _ in range(chance.randint(1, 4)):
        path = chance.choice(sorted(sources))
        data = sources[path]
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 1, 2, 5, 20, 80)))
        match chance.randint(0, 9):
            case 0 | 1 | 2 | 3:
                sources[path] = data[:start] + chance.choice(PIECES) + data[end:]
            case 4:
                sources[path] = data[:start] + data[start:end] * 2 + data[end:]
            case 5:
                sources[path] = data[:start] + data[end:]
            case 6:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                sources[path] = b"\n".join(lines)
            case 7:
                other = sources[chance.choice(sorted(sources))]
                sources[path] = data[:start] + other[start:end] + data[end:]
            case 8:
                folder = chance.choice(("companies", "articles", "publishers", "topics", "nowhere", ""))
                sources[f"{folder}/{path.rpartition('/')[2]}".lstrip("/")] = sources.pop(path)
            case _:
                del sources[path]
                sources.setdefault("briefing.yml", b"")
    return sources


def test_mutated_data_never_raise(count) -> None:  # type: ignore[no-untyped-def]
    for seed in range(count(2000)):
        sources = mutated(random.Random(seed))
        try:
            prepared = prepare(sources)
            assert_sound(prepared, sources)
        except Exception as problem:
            raise AssertionError(f"seed {seed}") from problem


@given(st.dictionaries(st.sampled_from(sorted(base_files())), st.binary(max_size=200), min_size=1, max_size=3))
def test_any_bytes_in_any_file_never_raise(laid_over: dict[str, bytes]) -> None:
    sources = {**base_files(), **laid_over}
    assert_sound(prepare(sources), sources)


FIELDS = [
    "id",
    "name",
    "en",
    "about",
    "attribute",
    "value",
    "claims",
    "facts",
    "source",
    "slot",
    "prefer",
    "reject",
    "claim",
    "reason",
    "because",
    "decided",
    "money_lines",
    "part_of",
    "label",
    "restates",
    "defaults",
    "cites",
    "said",
    "speaker",
    "group",
    "exclude",
    "par",
    "why",
    "summary",
    "points",
    "text",
    "grade",
    "letter",
    "review",
    "status",
    "kinds",
    "attributes",
    "values",
    "inverse",
    "folder",
    "as_of",
    "url",
    "aliases",
    "link",
    "identifiers",
    "lei",
    "isin",
    "houjin_bangou",
    "gone",
]
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
TREES = st.recursive(
    LEAVES | st.sampled_from(["acme", "c1", "JPY 3tn", "2024-04"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=5),
    max_leaves=25,
)


@given(st.sampled_from(sorted(base_files())), TREES)
def test_any_tree_in_any_file_never_raises(path: str, tree: object) -> None:
    sources = {**base_files(), path: json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")}
    assert_sound(prepare(sources), sources)


def test_the_order_of_files_changes_nothing() -> None:
    sources = {path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*.yml"))}
    first = prepare(sources)
    assert first.dataset is not None, first.findings
    exports = render_exports(open_context(first.dataset))
    for seed in range(3):
        paths = list(sources)
        random.Random(seed).shuffle(paths)
        again = prepare({path: sources[path] for path in paths})
        assert again.findings == first.findings
        assert again.dataset == first.dataset
        assert render_exports(open_context(again.dataset)) == exports


def test_the_order_of_files_changes_no_finding(count) -> None:  # type: ignore[no-untyped-def]
    for seed in range(count(500)):
        chance = random.Random(seed)
        sources = mutated(chance)
        paths = list(sources)
        chance.shuffle(paths)
        assert prepare({path: sources[path] for path in paths}).findings == prepare(sources).findings, seed


# ---- claims at random


Row = tuple[str, str, str | None, str, bool, bool]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(ARTICLES),
        st.sampled_from(VALUES),
        st.sampled_from(ORIGINS),
        st.sampled_from(["figure", "count", "status"]),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)
GRADING = st.fixed_dictionaries({article: st.sampled_from(GRADES) for article in ARTICLES})
COUNTS = (
    "3 people",
    "about 3 people",
    "9 people",
    "unknown",
    "2 plants",
    "3 people",
    "12 people",
    "none",
    "up to 4 people",
)
WORDS = ("operating", "paused", "announced", "unknown", "planned", "operating", "none", "active", "ended")


def row_text(number: int, row: Row) -> str:
    _, value, origin, attribute, denied, opinion = row
    texts = {"figure": value, "count": COUNTS[VALUES.index(value)], "status": WORDS[VALUES.index(value)]}
    key = "" if attribute == "status" else "measure: m, "
    more = (f", origin: {origin}" if origin else "") + (", denied: true" if denied else "")
    more += ", modality: opinion" if opinion else ""
    return f"{{id: c{number}, about: acme, attribute: {attribute}, {key}value: {texts[attribute]}{more}}}"


def linked(rows: list[Row], grades: Mapping[str, str], form: str = "report") -> Dataset:
    prepared = prepare(dict(files_of(rows, grades, form)))
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


def files_of(rows: list[Row], grades: Mapping[str, str], form: str) -> Iterator[tuple[str, bytes]]:
    yield "briefing.yml", b"name: C\nurl: https://c.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
    yield "companies/acme.yml", b"name: Acme\ndescribes: A maker.\n"
    for letter in GRADES:
        text = f"name: Paper {letter}\ngrade: {{letter: {letter.upper()}, why: so}}\nsubject: acme\n"
        yield f"publishers/{letter}.yml", text.encode()
    for place, article in enumerate(ARTICLES):
        claims = "".join(f"  - {row_text(n, row)}\n" for n, row in enumerate(rows) if row[0] == article)
        head = f"publisher: {grades[article]}\nlanguage: en\nform: {form}\npublished: 2024-04-1{place}\n"
        yield f"articles/{article}.yml", (head + (f"claims:\n{claims}" if claims else "")).encode()


@given(ROWS, GRADING)
def test_every_shown_value_traces_to_a_claim_and_nothing_is_averaged(
    rows: list[Row], grades: Mapping[str, str]
) -> None:
    dataset = linked([row for row in rows if not is_slip(row)], grades)
    for slot in dataset.slots:
        assert {claim.key for claim in slot.claims} == set(slot.ranks)
        shown = slot.shown
        assert shown is not None
        assert any(claim.value is not None and same_value(claim.value, shown.value) for claim in shown.claims)
        assert every(slot.ranks[claim.key] is Rank.SHOWN for claim in shown.claims)
        assert set(shown.origins) == {claim.origin for claim in shown.claims}
        assert shown.denied == shown.claims[0].denied
        assert print_value(shown.value) in {
            print_value(claim.value) for claim in slot.claims if claim.value is not None
        }
        assert every((group is shown) == (slot.ranks[group.claims[0].key] is Rank.SHOWN) for group in slot.groups)
    assert {claim.key for slot in dataset.slots for claim in slot.claims} == set(dataset.claims)


def is_slip(row: Row) -> bool:
    """Tell whether a row could make a rule call a figure a slip of ours, which is not what is tested here."""
    return row[1] in ("JPY 300bn", "JPY 3千億")


@given(ROWS, GRADING, st.sampled_from(ARTICLES))
def test_a_claim_of_an_origin_that_is_there_never_raises_confidence(
    rows: list[Row], grades: Mapping[str, str], article: str
) -> None:
    rows = [row for row in rows if not is_slip(row)] or [(article, "USD 2bn", "wire-1", "figure", False, False)]
    before = linked(rows, grades)
    first = rows[0]
    origin = first[2] or first[0]
    after = linked([*rows, (article, first[1], origin, *first[3:])], grades)
    key = f"{first[0]}#c0"
    assert RANKED[after.slot_of[key].confidences[key]] <= RANKED[before.slot_of[key].confidences[key]]


@given(ROWS, GRADING)
def test_a_release_of_the_actor_is_the_one_exception(rows: list[Row], grades: Mapping[str, str]) -> None:
    dataset = linked([row for row in rows if not is_slip(row)], grades, "release")
    for slot in dataset.slots:
        for group in slot.groups:
            assert (group.confidence is Confidence.HIGH) is not slot.opinion


@given(ROWS, GRADING)
def test_confidence_is_what_the_design_says(rows: list[Row], grades: Mapping[str, str]) -> None:
    dataset = linked([row for row in rows if not is_slip(row)], grades)
    for slot in dataset.slots:
        for group in slot.groups:
            worst: dict[str, str] = {}
            for claim in group.claims:
                worst[claim.origin] = max(worst.get(claim.origin, "A"), claim.grade)
            good = sum(letter in "AB" for letter in worst.values())
            poor = len(worst) == 1 and max(worst.values()) in "DEF"
            expected = "low" if slot.opinion or poor else "high" if good >= 2 else "moderate"
            assert (group.confidence, group.grade) == (expected, min(worst.values()))


@given(ROWS, GRADING)
def test_newer_values_succeed_older_ones_where_an_attribute_varies(rows: list[Row], grades: Mapping[str, str]) -> None:
    dataset = linked([row for row in rows if not is_slip(row)], grades)
    for slot in dataset.slots:
        varies = dataset.registry.attributes[slot.attribute].varies
        newest = max(claim.as_of.latest for claim in slot.claims if claim.as_of.latest)
        for group in slot.groups:
            rank = slot.ranks[group.claims[0].key]
            assert (rank is Rank.SUPERSEDED) is (varies and group.as_of.latest != newest)


@pytest.mark.soak
def test_a_long_run_of_mutations_never_raises() -> None:
    for seed in range(10_000, 60_000):
        sources = mutated(random.Random(seed))
        assert_sound(prepare(sources), sources)
