"""What is dated is told once and in its own place: acts, plans, and what publications say of themselves."""

from dataclasses import replace
from typing import Any

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import PublisherId, SubjectId
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.subject import view_subject
from briefing.views.pages.timeline import view_timeline
from briefing.views.parts.event_rows import Event
from briefing.views.pictures.neighbours import view_neighbours
from briefing.views.pictures.step_spans import view_all_steps
from tests.unit.views.parts.test_leading import AID, FAB, RUN, dataset

APPROVED = {"about": "plan", "attribute": "date", "measure": "approved", "value": "2024-04"}
SUM = AID | {"value": "JPY 3tn", "stage": "approved", "when": "2024-04"}


def told(events: tuple[Event, ...]) -> list[str]:
    return [f"{one.about.text}: {plain(one.what)}" for one in events]


def timeline(claims: dict[str, list[dict[str, Any]]]) -> list[str]:
    (page,) = view_timeline(open_context(dataset(claims)))
    return told(page.rows)


def test_an_act_is_told_once_with_its_sum() -> None:
    assert timeline({"herald": [APPROVED, SUM]}) == ["Plan for chips: Aid: ¥3 trillion"]
    assert timeline({"herald": [APPROVED]}) == ["Plan for chips: Approved"]


def test_an_act_of_another_day_or_name_stays() -> None:
    assert len(timeline({"herald": [APPROVED | {"value": "2024-05"}, SUM]})) == 2
    assert len(timeline({"herald": [APPROVED | {"measure": "announced"}, SUM]})) == 2


def of_itself(publisher: str) -> Dataset:
    """Return data in which the Herald is the company Acme, or not, and dates an act of Acme."""
    when = {"about": "acme", "attribute": "date", "measure": "article-published", "value": "2024-04-14"}
    data = dataset({"herald": [when, FAB]})
    herald = data.publishers[PublisherId("herald")]
    return replace(data, publishers={**data.publishers, herald.id: replace(herald, subject=SubjectId(publisher))})


def test_what_a_publication_says_of_itself_is_no_event_of_the_field() -> None:
    (page,) = view_timeline(open_context(of_itself("acme")))
    assert told(page.rows) == ["North Bay fab: Opening"]
    assert told(page.of_sources) == ["Acme: Article published"]
    assert page.head.description == "Timeline: 1 dated event or plan."
    (other,) = view_timeline(open_context(of_itself("northwind")))
    assert (len(other.rows), other.of_sources) == (2, ())
    assert view_all_steps(open_context(of_itself("acme")), page.head.page) is None
    assert view_all_steps(open_context(of_itself("northwind")), page.head.page) is not None


def test_a_timeline_that_repeats_the_milestones_is_left_out() -> None:
    context = open_context(dataset({"herald": [RUN, FAB]}))
    fab, acme = (view_subject(context, SubjectId(one)) for one in ("fab", "acme"))
    assert (len(fab.milestones.rows), fab.timeline) == (1, ())
    assert fab.calendar is not None
    assert told(acme.timeline) == ["North Bay fab: Opening"]
    more = view_subject(open_context(dataset({"herald": [FAB, APPROVED | {"about": "fab"}]})), SubjectId("fab"))
    assert len(more.timeline) == 2


def test_pictures_of_relations_say_which_way_they_go() -> None:
    """R27: in words too, for who does not see the arrows."""
    picture = view_neighbours(
        open_context(dataset({"herald": [RUN, {"about": "acme", "attribute": "partner", "value": "northwind"}]})),
        SubjectId("acme"),
    )
    assert picture is not None
    assert plain(picture.notes[0]) == (
        "Read along the arrows: Acme, then the relation, then the name beneath it. "
        "A line without an arrow goes both ways."
    )
    assert "each relation goes from it to the names told after it. Operates: North Bay fab" in picture.alternative
