from briefing.model.malformed import MAX_LITERAL, Malformed, Word, malformed_at, quoted, split_words, with_repair
from briefing.model.repairs import repair


def test_words_know_where_they_start() -> None:
    assert split_words("up to 円 5") == (Word("up", 0), Word("to", 3), Word("円", 6), Word("5", 8))


def test_offsets_count_code_points_also_beyond_the_basic_plane() -> None:
    assert split_words("😀😀 x") == (Word("😀😀", 0), Word("x", 3))


def test_a_finding_covers_all_its_words() -> None:
    words = split_words("ab cd ef")
    assert not isinstance(words, Malformed)
    fault = malformed_at(words[1:], "wrong", "do better")
    assert (fault.offset, fault.length, fault.message, fault.hint) == (3, 5, "wrong", "do better")


def test_long_literals_are_refused_unread() -> None:
    assert isinstance(split_words("x" * MAX_LITERAL), tuple)
    fault = split_words("x" * (MAX_LITERAL + 1))
    assert isinstance(fault, Malformed)
    assert (fault.offset, fault.length) == (0, MAX_LITERAL + 1)


def test_invisible_characters_are_named_by_number() -> None:
    for odd in "\u200b\u202e\ufeff\0\t\n\u3000\u00a0\ud800":
        fault = split_words(f"ab{odd}c")
        assert isinstance(fault, Malformed)
        assert (fault.offset, fault.length) == (2, 1)
        assert f"U+{ord(odd):04X}" in fault.message


def test_messages_quote_short_and_without_control_characters() -> None:
    assert quoted("a\0b") == '"a\\u0000b"'
    assert quoted("x" * 40) == f'"{"x" * 40}"'
    assert quoted("x" * 41) == f'"{"x" * 39}…"'


def test_a_repair_is_offered_only_if_it_leads_to_something_good() -> None:
    fault = Malformed("bad", "hint", 0, 1)
    to_b = [repair("a", "b")]
    mended = with_repair(fault, "a", to_b, lambda text: text == "b")
    assert (mended.hint, mended.meant) == ("write `b`", "b")
    assert with_repair(fault, "a", to_b, lambda text: text == "c") == fault


def test_repairs_build_on_one_another_and_stop_at_the_first_good_one() -> None:
    fault = Malformed("bad", "hint", 0, 1)
    steps = [repair("a", "b"), repair("b", "c"), repair("c", "d")]
    assert with_repair(fault, "a", steps, lambda text: text == "c").meant == "c"


def test_nothing_is_offered_for_what_swells_beyond_the_limit() -> None:
    fault = Malformed("bad", "hint", 0, 1)
    swelling = "ﷺ" * (MAX_LITERAL - 1)
    assert with_repair(fault, swelling, [repair("x", "y")], lambda _: True) == fault
