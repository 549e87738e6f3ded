import pytest

from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.spotting import find_people, find_subjects
from briefing.drafting.subjects.unregistered_names import find_unregistered_names
from briefing.model.ids import SubjectId


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Acme and Bolt Power grow.", ("acme", "bolt")),
        ("アクメ電灯は大阪にある。", ("acme", "osaka")),
        ("The Japanese lamp maker grows.", ("japan",)),
        ("It costs 4 trillion yen.", ()),
        ("It is in Tokyo.", ("tokyo",)),
        ("Tokyo approved it.", ("japan-government",)),
        ("Roe spoke.", ()),
    ],
)
def test_names_of_both_scripts_are_found(known_data: KnownData, text: str, subjects: tuple[str, ...]) -> None:
    assert find_subjects(known_data, text).subjects == subjects


def test_a_doubtful_name_keeps_its_other_bearers(known_data: KnownData) -> None:
    (mention,) = find_subjects(known_data, "It is in Tokyo.")
    assert (mention.kind, mention.other_bearers) == ("place", ("japan-government",))


def test_people_count_by_surname_once_they_are_named_in_full(known_data: KnownData) -> None:
    people = find_people(known_data, "Jane Roe spoke.")
    assert people == {"jane-roe"}
    assert find_subjects(known_data, "Roe left.", people).subjects == (SubjectId("jane-roe"),)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Then Naoki Sato met Jane Roe.", ["Naoki Sato"]),
        ("It works with Lumen Holdings’ engineers.", ["Lumen Holdings"]),
        ("However, it grew.", []),
        ("Lamps are bright.", []),
        ("経済産業省は補助する。", ["経済産業省"]),
    ],
)
def test_names_without_a_record_are_found(known_data: KnownData, text: str, names: list[str]) -> None:
    assert [name.name for name in find_unregistered_names(known_data, text)] == names
