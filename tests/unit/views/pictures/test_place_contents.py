"""The prefectures that the data name, and what lies in Japan without one."""

from dataclasses import replace

from briefing.model.ids import SubjectId
from briefing.model.records import Alias, Subject
from briefing.views.base.context import Context
from briefing.views.pictures.place_contents import find_elsewhere, find_prefectures
from tests.unit.views import sample
from tests.unit.views.pictures.bolt import context_of


def named_place(key: str, name: str, *aliases: str) -> Subject:
    template = sample.subjects()[SubjectId("japan")]
    named = replace(template.name, en=name, short=None, ja=None)
    return replace(template, id=SubjectId(key), name=named, aliases=tuple(Alias(alias) for alias in aliases))


def placed(*places: Subject) -> Context:
    claims = [
        sample.claim("daily-1#c1", "fab-1", "located-in", "kumamoto"),
        sample.claim("daily-1#c2", "bolt", "located-in", "japan"),
        sample.claim("daily-1#c3", "kumamoto", "located-in", "japan"),
    ]
    return context_of(claims, {record.id: record for record in places})


def test_a_place_stands_for_the_prefecture_whose_name_it_bears_in_any_form() -> None:
    context = placed(
        named_place("kumamoto", "KUMAMOTO prefecture"),
        named_place("north", "The north", "北海道"),
        named_place("x", "Elsewhere"),
    )
    prefectures = [(named.prefecture.name, named.place, named.subjects) for named in find_prefectures(context)]
    assert prefectures == [("Hokkaido", "north", ()), ("Kumamoto", "kumamoto", ("fab-1",))]


def test_what_is_on_the_map_is_not_said_to_be_elsewhere() -> None:
    context = placed(named_place("kumamoto", "Kumamoto"))
    assert find_elsewhere(context, find_prefectures(context)) == ("bolt",)
    assert set(find_elsewhere(context, [])) == {"bolt", "kumamoto", "fab-1"}
