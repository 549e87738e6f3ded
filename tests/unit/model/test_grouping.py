from briefing.model.grouping import distinct_by, first_by, group_by, group_by_each, group_pairs

WORDS = ("ant", "bee", "ape")


def first_letter(word: str) -> str:
    return word[0]


def test_pairs_are_gathered_by_key_in_their_order() -> None:
    groups = group_pairs([("b", 2), ("a", 1), ("b", 3), ("b", 2)])

    assert list(groups.items()) == [("b", (2, 3, 2)), ("a", (1,))]


def test_nothing_gives_no_groups() -> None:
    assert group_pairs([]) == {}


def test_items_are_gathered_by_what_a_function_says_of_them() -> None:
    assert list(group_by(WORDS, first_letter).items()) == [("a", ("ant", "ape")), ("b", ("bee",))]


def test_an_item_stands_under_each_of_its_keys_as_often_as_it_has_them() -> None:
    assert list(group_by_each(WORDS[1:], list).items()) == [
        ("b", ("bee",)),
        ("e", ("bee", "bee", "ape")),
        ("a", ("ape",)),
        ("p", ("ape",)),
    ]


def test_of_items_with_one_key_the_first_stays() -> None:
    assert first_by(WORDS, first_letter) == {"a": "ant", "b": "bee"}
    assert distinct_by(WORDS, first_letter) == ("ant", "bee")
