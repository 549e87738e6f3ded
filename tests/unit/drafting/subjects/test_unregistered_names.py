import pytest

from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.subjects.unregistered_names import (
    UnregisteredName,
    find_unregistered_names,
    without_time_adverb,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday Naoki Sato came.", ["Naoki Sato"]),
        ("On Wednesday Naoki Sato came.", ["Naoki Sato"]),
        ("It was printed in USA Today.", ["USA Today"]),
        ("The Bank of Lumen and Glow grow.", ["Bank of Lumen", "Glow"]),
        ("It opened Glow Fab 2 in May.", ["Glow Fab 2"]),
        ("It is Naoki Sato’s.", ["Naoki Sato"]),
        ("It grew. Lamps shine.", []),
        ("It met Lumen.", ["Lumen"]),
        ("It is NEC or AB.", []),
        ("ルーメン社は増える。", ["ルーメン社"]),
    ],
)
def test_names_are_found_without_the_words_around_them(known_data: KnownData, text: str, names: list[str]) -> None:
    assert [name.name for name in find_unregistered_names(known_data, text)] == names


def test_a_name_knows_where_it_stands(known_data: KnownData) -> None:
    assert list(find_unregistered_names(known_data, "Yesterday Naoki Sato met Acme.")) == [
        UnregisteredName("Naoki Sato", 10, 20)
    ]


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Today Naoki Sato", "Naoki Sato"), ("Naoki Sato", "Naoki Sato"), ("Today", "Today"), ("USA Today", "USA Today")],
)
def test_an_adverb_of_time_begins_no_name(name: str, bare: str) -> None:
    assert without_time_adverb(name) == bare
