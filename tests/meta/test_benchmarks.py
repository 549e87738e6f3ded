"""The benchmarks: their made-up data are sound, and a tiny run of each kind of figure works. No time is asserted."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from benchmarks import again, draft, pictures, run
from benchmarks.picture_libraries.job import Job
from benchmarks.sample import CLAIMS_PER_SUBJECT, make_sample, write_sample
from benchmarks.sample_subjects import SHARES
from benchmarks.timing import growth_exponent, in_child
from briefing.diagnostics.diagnostic import Severity
from briefing.model.numerals import Bound
from briefing.model.registry import Registry
from briefing.pipeline import prepare
from briefing.views.pictures.charts import Bar, Bars, Panel

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("subjects", [1, 2, 30, 300])
def test_sample_has_neither_errors_nor_warnings(subjects: int) -> None:
    prepared = prepare(make_sample(subjects), publishing=True)
    wrong = [one for one in prepared.findings if one.severity in (Severity.ERROR, Severity.WARNING)]
    assert wrong == []
    assert prepared.dataset is not None
    assert len(prepared.dataset.subjects) == subjects


def test_same_number_gives_same_bytes() -> None:
    assert make_sample(40) == make_sample(40)
    assert make_sample(40) != make_sample(41)


def test_sample_has_a_bit_of_everything() -> None:
    data = prepare(make_sample(160)).dataset
    assert data is not None
    assert {one.kind for one in data.subjects.values()} == set(SHARES) == set(data.registry.kinds)
    assert 0.9 < len(data.claims) / (160 * CLAIMS_PER_SUBJECT) < 1.3
    assert _missing_attributes(data.registry, {one.attribute for one in data.claims.values()}) == []
    assert len({one.rule for one in data.conflicts}) >= 10
    assert {"open", "settled", "explained"} <= {one.status for one in data.conflicts}
    assert any(one.restates for one in data.claims.values())
    assert any(line.relations for one in data.subjects.values() for line in one.money_lines)
    assert any(judgement.reject for one in data.subjects.values() for judgement in one.judgements)
    assert any(one.denied for one in data.claims.values())
    assert data.relations_of
    assert Counter(bool(one.name.ja) for one in data.subjects.values()) == {True: 160}


def _missing_attributes(registry: Registry, used: set[str]) -> list[str]:
    central = ("amount", "figure", "effect", "count", "share", "growth", "rank", "superlative", "milestone", "status",
               "date", "partner", "office", "statement", "aim")  # fmt: skip
    return [name for name in central if name not in used or name not in registry.attributes]


def test_report_of_a_tiny_run_has_every_table_and_no_places(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "RESULTS", tmp_path / "results.md")
    run.main(["--sizes", "4", "--largest", "6", "--runs", "2", "--save"])
    printed = capsys.readouterr().out
    assert (tmp_path / "results.md").read_text(encoding="utf-8") == printed
    assert re.findall(r"^## (.+)$", printed, re.MULTILINE) == ["Steps", "Rules", "One change", "Memory"]
    assert "`python -m benchmarks.run --sizes 4 --largest 6 --runs 2 --save`" in printed
    assert re.search(r"^\| prepare \| [^|]+ · [^|]+ · [^|]+ \|$", printed, re.MULTILINE)
    assert re.search(r"^\| rule values-differ \|", printed, re.MULTILINE)
    assert re.search(r"^\| change of a text, rules \|", printed, re.MULTILINE)
    assert re.search(r"^\| memory, generate_files \| [0-9.]+ \|$", printed, re.MULTILINE)
    assert str(run.HERE.parent) not in printed
    assert str(tmp_path.anchor + "tmp") not in printed


def test_another_checkout_is_measured_beside_this_one(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--sizes", "3,6", "--largest", "0", "--runs", "2", "--only", "parse"]
    run.main([*words, "--against", str(run.HERE.parent)])
    printed = capsys.readouterr().out
    assert re.findall(r"^\| (parse, \w+) \| [^|]+ \| [^|]+ \| -?[0-9.]+ \|$", printed, re.MULTILINE) == [
        "parse, before",
        "parse, now",
    ]
    assert "--against DIR" in printed
    assert str(run.HERE.parent) not in printed


def test_growth_is_the_slope_of_the_logarithms() -> None:
    assert growth_exponent([10, 100, 1000], [1, 10, 100]) == pytest.approx(1)
    assert growth_exponent([10, 100, 1000], [1, 100, 10_000]) == pytest.approx(2)


@pytest.mark.usefixtures("capfd")
def test_trouble_in_a_measurement_is_not_a_figure() -> None:
    def fail() -> list[float]:
        raise ValueError("no such stage")

    with pytest.raises(RuntimeError, match="failed"):
        in_child(fail)


def test_measure_of_drafting_compares_with_what_is_held(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = yaml.load((ROOT / "tests/golden/drafts/base.yml").read_text("utf-8"), yaml.BaseLoader)
    base["articles/courier-2026-04.yml"] |= {"capture": "one.txt"}
    base["articles/courier-2026-04.yml"]["claims"] = [
        {**claim, "par": "1"} for claim in base["articles/courier-2026-04.yml"]["claims"]
    ]
    for path, content in base.items():
        (tmp_path / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / path).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures/one.txt").write_text(
        "Acme will invest $1.2 billion in its lamp plant in Osaka and hire about 900 people.\n", encoding="utf-8"
    )
    draft.main([str(tmp_path / "captures"), "--data", str(tmp_path / "data")])
    printed = capsys.readouterr().out
    assert re.findall(r"^## (.+)$", printed, re.MULTILINE) == [
        "By kind of claim", "By article: numbers and relations", "By attribute",
    ]  # fmt: skip
    assert "| amount | 1 | 1 | 100 % | 100 % | 100 % | 100 % |" in printed
    assert "| milestone | 1 | 0 | 0 % | – | 0 % | – |" in printed


def test_pictures_are_measured_where_a_library_is_and_named_where_none_is(capsys: pytest.CaptureFixture[str]) -> None:
    pictures.main([])
    printed = capsys.readouterr().out
    assert re.findall(r"^\| our own \| 0 \| 0 \| 100% \| 0 \| yes \| yes \| yes \|$", printed, re.MULTILINE)
    missing = re.findall(r"^- \*\*(\S+): missing\*\*", printed, re.MULTILINE)
    assert missing == [library.name for library in pictures.LIBRARIES if library.requirement]


@pytest.mark.parametrize(
    ("svg", "styles", "colours", "has_title", "has_description"),
    [
        ('<svg><title>Sums</title><desc>All.</desc><text class="a">Acme</text></svg>', 0, 0, True, True),
        ('<svg aria-label="All."><text style="fill: #123456">Acme</text></svg>', 1, 1, True, True),
        (
            "<svg><style>text { fill: black }</style><g><title>Bar</title></g><text>Acme</text></svg>",
            1,
            1,
            False,
            False,
        ),
    ],
)
def test_traits_of_a_picture_are_read_off_it(
    svg: str, styles: int, colours: int, has_title: bool, has_description: bool
) -> None:
    bar = Bar("Acme", "$5", "", None, None, Bound.EXACT, "said")
    job = Job("sums", "Sums", "All.", Bars((Panel("USD", (bar,), drawn=True),), ()))
    drawn = pictures.Drawn(0.0, {}, {"sums": svg})
    traits = pictures.look_at(drawn, drawn, [job])
    assert (traits.styles, traits.colours, traits.has_title, traits.has_description) == (
        styles, colours, has_title, has_description,
    )  # fmt: skip
    assert (traits.words_kept, traits.is_repeatable) == (1.0, True)
    assert not pictures.look_at(drawn, pictures.Drawn(0.0, {}, {"sums": "<svg/>"}), [job]).is_repeatable


def test_builds_after_another_are_timed_by_case(tmp_path: Path) -> None:
    write_sample(tmp_path / "sample" / "data", make_sample(2))
    folders = again.measure({"now": ROOT}, tmp_path / "sample" / "data", tmp_path / "work", rounds=1)
    rows = [line.split(" | ")[0].strip("| ") for line in again.report(folders, "2 subjects").splitlines()]
    assert [row for row in rows if row in again.CASES] == list(again.CASES)
    assert [len(folders["now"].builds[case]) for case in again.CASES] == [1, 1, 1]
    texts = [file.read_text(encoding="utf-8") for file in (tmp_path / "work").rglob("*.yml")]
    assert sum('describes: "Once ' in text for text in texts) == 1
