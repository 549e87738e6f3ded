"""R27: what pictures show: sums of one currency only, dates as exact as they are, relations once, nothing too small."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.render.picture_files import render_picture_files
from briefing.render.tables import csv_text
from briefing.routes import HOME
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import plain
from briefing.views.gallery import view_gallery
from briefing.views.pages.subject_head import subject_picture
from briefing.views.parts.sums import largest
from briefing.views.pictures.charts import Bars, Columns, Neighbours, Ring, Spans, Tiles
from briefing.views.pictures.coverage_chart import view_coverage_picture
from briefing.views.pictures.money_bars import view_leading_sums, view_money_picture
from briefing.views.pictures.neighbours import MOST_NEIGHBOURS, view_neighbours
from briefing.views.pictures.network_graph import view_network_picture
from briefing.views.pictures.picture import Picture
from briefing.views.pictures.place_map import view_places_picture
from briefing.views.pictures.step_spans import view_all_steps, view_subject_steps
from briefing.views.site import view_site
from tests.unit.views import sample

BOLT = SubjectId("bolt")


def context(claims: list[Any], extra: dict[str, Subject] | None = None) -> Context:
    subjects = {**sample.subjects(), **{SubjectId(key): one for key, one in (extra or {}).items()}}
    return open_context(sample.link(subjects, claims))


def amounts(*values: str, **qualifiers: Any) -> list[Any]:
    return [
        sample.claim(
            f"daily-1#c10{place}",
            "bolt",
            "amount",
            value,
            line=f"line-{place}",
            stage="pledged",
            payer="japan",
            **qualifiers,
        )
        for place, value in enumerate(values)
    ]


def money(*values: str) -> Picture | None:
    ctx = context(amounts(*values))
    return view_money_picture(ctx, HOME, largest(ctx, "amount"))


def bars(picture: Picture | None) -> list[tuple[str, bool, list[str]]]:
    assert picture
    assert isinstance(picture.chart, Bars)
    return [(one.title, one.drawn, [bar.value for bar in one.bars]) for one in picture.chart.panels]


def test_bars_compare_sums_of_one_currency_and_a_lone_sum_is_words() -> None:
    picture = money("JPY 1bn", "USD 5bn", "up to JPY 3bn", "JPY 2bn per year")
    assert bars(picture) == [
        ("Sums in JPY", True, ["up to ¥3 billion", "¥1 billion"]),
        ("In JPY per year: a single sum, nothing to compare it with", False, ["¥2 billion per year"]),
        ("In USD: a single sum, nothing to compare it with", False, ["US$5 billion"]),
    ]


def test_nothing_is_drawn_of_sums_that_share_no_currency() -> None:
    assert money("JPY 1bn", "USD 5bn", "EUR 1bn") is None
    assert money("JPY 1bn") is None


def test_a_sum_without_an_amount_and_a_payer_who_is_unknown_are_said() -> None:
    claims = [*amounts("JPY 1bn", "JPY 2bn", "unknown")[1:], *amounts("JPY 1bn")]
    claims[0].qualifiers["payer"] = "unknown"
    ctx = context(claims)
    picture = view_money_picture(ctx, HOME, list(_entries(ctx)))
    assert bars(picture)[-1] == ("Without a stated amount", False, ["not stated"])
    assert picture
    assert isinstance(picture.chart, Bars)
    assert picture.chart.panels[0].bars[0].note == "pledged, payer not stated"
    assert "Without a stated amount: Bolt: Line 2, not stated, pledged, Japan pays." in picture.alternative


def _entries(ctx: Context) -> Any:
    return (one for one in ctx.addresses.layouts[BOLT].entries if one.section == "money")


def test_the_first_page_has_the_largest_of_the_currency_with_the_most() -> None:
    ctx = context(amounts("USD 50bn", "JPY 1bn", "JPY 3bn", "JPY 2bn"))
    picture = view_leading_sums(ctx, HOME, largest(ctx, "amount"), 2)
    assert bars(picture) == [("Sums in JPY", True, ["¥3 billion", "¥2 billion"])]
    assert picture
    assert plain(picture.notes[-1]) == "2 more sums are not drawn."


def test_picture_table_and_csv_have_the_same_rows() -> None:
    picture = money("JPY 1bn", "USD 5bn", "up to JPY 3bn to 4bn")
    assert picture
    values = [bar for _, _, found in bars(picture) for bar in found]
    assert [plain(row[1]) for row in picture.table.rows] == values
    amount = picture.csv.fields.index("amount")
    assert [one[amount] for one in picture.csv.records] == ["3000000000", "1000000000", "5000000000"]
    assert [one[amount + 1] for one in picture.csv.records] == ["4000000000", "", ""]
    assert (
        csv_text(picture.csv.fields, picture.csv.records)
        .splitlines()[1]
        .startswith("bolt,line-2,up to JPY 3bn to 4bn,3000000000,4000000000,JPY,up-to")
    )


@pytest.mark.parametrize(("second", "drawn"), [("2024", False), ("2025", True)])
def test_steps_of_one_date_are_left_to_their_table(second: str, drawn: bool) -> None:
    dates = {"first": "2024", "second": second}
    steps = [sample.claim(f"daily-1#c20{n}", "bolt", "milestone", on, milestone=n) for n, on in dates.items()]
    assert (view_subject_steps(context(steps), BOLT) is not None) is drawn


def test_steps_keep_open_ends_states_and_what_has_no_date() -> None:
    claims = [
        sample.claim(f"daily-1#c20{place}", "bolt", "milestone", value, milestone=f"step-{place}", modality="planned")
        for place, value in enumerate(("../2040", "2025-04", "unknown", "JFY2030"))
    ]
    picture = view_subject_steps(context(claims), BOLT)
    assert picture
    assert isinstance(picture.chart, Spans)
    found = [(one.label, one.first, one.last, one.state) for one in picture.chart.spans]
    assert found == [
        ("Step 1", date(2025, 4, 1), date(2025, 4, 30), "overdue"),
        ("Step 3", date(2030, 4, 1), date(2031, 3, 31), "planned"),
        ("Step 0", None, date(2040, 12, 31), "planned"),
    ]
    assert "1 step has no stated date and is not drawn." in [plain(one) for one in picture.notes]
    assert picture.csv.records[0][:5] == ("bolt", "milestone", "step-1", "2025-04", "2025-04-01")


def partners(count: int) -> Context:
    return context(
        [sample.claim(f"daily-1#c30{place}", "bolt", "partner", f"text:Firm {place}") for place in range(count)]
    )


def test_a_subject_shows_so_many_neighbours_and_says_how_many_more() -> None:
    assert view_neighbours(partners(1), BOLT) is None
    picture = view_neighbours(partners(MOST_NEIGHBOURS + 3), BOLT)
    assert picture
    assert isinstance(picture.chart, Neighbours)
    assert sum(len(one.nodes) for one in picture.chart.groups) == MOST_NEIGHBOURS == len(picture.table.rows)
    (rest,) = picture.notes[-1]
    assert (rest.text, rest.anchor) == ("3 more relations", "relations")  # type: ignore[union-attr]


def test_a_relation_shows_on_both_ends_and_once_in_the_whole() -> None:
    claims = [
        sample.claim("daily-1#c1", "bolt", "owner", "acme"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
        sample.claim("daily-1#c3", "acme", "located-in", "japan"),
    ]
    ctx = context(claims)
    ends = {one: view_neighbours(ctx, SubjectId(one)) for one in ("acme", "bolt")}
    labels = {
        one: [g.label for g in p.chart.groups] for one, p in ends.items() if p and isinstance(p.chart, Neighbours)
    }
    assert labels == {"acme": ["Owns", "Place"], "bolt": ["Owned by", "Place"]}
    whole = view_network_picture(ctx, HOME)
    assert whole
    assert isinstance(whole.chart, Ring)
    assert [one.label for one in whole.chart.groups] == ["Companies", "Places"]
    assert sorted(whole.chart.edges) == [(0, 1), (0, 2), (1, 2)]
    assert sorted(whole.chart.arrows) == [(0, 2), (1, 0), (1, 2)]
    assert len(whole.csv.records) == 3
    assert "3 subjects have no relation to another one and are left out." in [plain(one) for one in whole.notes]


def test_what_goes_both_ways_has_no_arrow_and_the_note_says_so() -> None:
    claims = [
        sample.claim("daily-1#c1", "bolt", "partner", "acme"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
    ]
    ctx = context(claims)
    picture, whole = view_neighbours(ctx, BOLT), view_network_picture(ctx, HOME)
    assert picture
    assert isinstance(picture.chart, Neighbours)
    assert {one.label: one.mutual for one in picture.chart.groups} == {"Partner": True, "Place": False}
    assert plain(picture.notes[0]).endswith("A line without an arrow goes both ways.")
    assert whole
    assert isinstance(whole.chart, Ring)
    assert (len(whole.chart.edges), len(whole.chart.arrows)) == (2, 1)


def place(key: str, name: str) -> dict[str, Subject]:
    template = sample.subjects()[SubjectId("japan")]
    return {
        key: replace(template, id=SubjectId(key), name=replace(template.name, en=name, short=None, ja=None), aliases=())
    }


def test_only_named_prefectures_are_on_the_map_and_the_rest_is_said() -> None:
    extra = place("north", "Hokkaido") | place("kumamoto", "Kumamoto Prefecture") | place("washington", "Washington")
    claims = [
        sample.claim("daily-1#c1", "fab-1", "located-in", "kumamoto"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
        sample.claim("daily-1#c3", "acme", "part-of", "fab-1"),
    ]
    picture = view_places_picture(context(claims, extra), HOME)
    assert picture
    assert isinstance(picture.chart, Tiles)
    assert [(one.name, one.note) for one in picture.chart.tiles if one.link] == [
        ("Hokkaido", "named"),
        ("Kumamoto", "2 subjects"),
    ]
    assert len(picture.chart.tiles) == 47
    assert plain(picture.notes[-1]) == "In Japan, prefecture not stated: Bolt"
    assert view_places_picture(context(claims, place("north", "Hokkaido")), HOME) is None


def test_coverage_counts_articles_and_claims_by_month_and_says_what_is_inferred() -> None:
    ctx = open_context(sample.sample())
    picture = view_coverage_picture(ctx, HOME)
    assert picture
    assert isinstance(picture.chart, Columns)
    articles, claims = (sum(one.counts[place] for one in picture.chart.columns) for place in (0, 1))
    assert (articles, claims) == (len(ctx.data.articles), len(ctx.data.claims))
    rows = [[plain(cell) for cell in row] for row in picture.table.rows]
    assert sum(int(row[1]) for row in rows) == articles
    assert len(picture.chart.columns) >= len(rows) >= 2


def test_all_that_is_dated_is_on_the_timeline_in_order() -> None:
    picture = view_all_steps(open_context(sample.sample()), HOME)
    assert picture
    assert isinstance(picture.chart, Spans)
    firsts = [one.first or one.last for one in picture.chart.spans]
    assert firsts == sorted(firsts, key=lambda day: day or date.max)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return sample.sample()


def test_every_picture_of_a_page_has_its_file(data: Dataset) -> None:
    ctx = open_context(data)
    shown = [
        picture
        for page in view_site(open_context(data))
        for name in ("picture", "network")
        if isinstance(picture := getattr(page, name, None), Picture)
    ]
    assert sorted(one.csv.path for one in shown) == sorted(render_picture_files(ctx))
    assert sorted(shown, key=lambda one: one.csv.path) == sorted(view_gallery(ctx), key=lambda one: one.csv.path)
    for one in shown:
        assert one.title
        assert one.alternative
        assert one.table.rows
        assert {len(row) for row in one.table.rows} == {len(one.table.columns)}
        assert {len(row) for row in one.csv.records} == {len(one.csv.fields)}
        assert plain(one.source_line).startswith("Sources: ")


def test_a_subject_has_the_picture_of_what_there_is_more_of() -> None:
    steps = [sample.claim(f"daily-1#c20{n}", "bolt", "milestone", f"202{n}", milestone=f"step-{n}") for n in range(3)]
    more_steps = subject_picture(context([*steps, *amounts("JPY 1bn", "JPY 2bn")]), BOLT)
    more_money = subject_picture(context([*steps, *amounts("JPY 1bn", "JPY 2bn", "JPY 3bn")]), BOLT)
    assert [one.name for one in (more_steps, more_money) if one] == ["milestones", "money"]
