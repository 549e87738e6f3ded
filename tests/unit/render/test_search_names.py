"""Which files names lie in: whatever a query begins with, or holds of eastern letters, leads to all names that fit."""

from briefing.render.search_names import MOST_ENTRIES, MOST_LETTERS, file_name, sort_by_letters
from briefing.render.search_words import fold, is_eastern, words
from tests.every import every


def test_words_lie_by_their_first_letters_and_eastern_names_by_every_letter() -> None:
    files = sort_by_letters([["Ōsaka Gas", "大阪ガス"], ["Gasworks 6号"]])
    assert files == {
        "os": [0],
        "ga": [0, 1],
        "6号": [1],
        "大": [0],
        "阪": [0],
        "が": [0],
        "す": [0],
        "号": [1],
    }


def test_a_name_without_its_spaces_is_found_from_each_of_its_words() -> None:
    assert sort_by_letters([["X Corp"]]).keys() == {"xc", "co"}
    assert sort_by_letters([["Plan X"]]).keys() == {"pl", "x_"}


def test_where_many_words_begin_alike_another_letter_divides_them() -> None:
    names = [[f"group {number:04}"] for number in range(MOST_ENTRIES + 1)]
    names += [["gravel"], ["group"]]
    files = sort_by_letters(names)
    assert files["gra"] == [MOST_ENTRIES + 1]
    assert files["group_"] == [MOST_ENTRIES + 2]
    assert {start for start in files if start.startswith("group0")} == {"group00", "group01", "group02", "group03"}


def test_words_that_are_all_the_same_are_one_file() -> None:
    files = sort_by_letters([["incorporated"]] * (MOST_ENTRIES + 1))
    assert files == {"incorpor": list(range(MOST_ENTRIES + 1))}
    assert len("incorpor") == MOST_LETTERS


def test_every_word_and_letter_leads_to_its_name() -> None:
    names = [["Toshiba Memory", "東芝メモリ"], ["U.S. Steel"], ["Ｒａｐｉｄｕｓ"], ["Straße ８"], [""], ["!!"]] * 200
    files = sort_by_letters(names)
    for number, texts in enumerate(names):
        for word in (word for text in texts for word in words(text)):
            assert number in {found for start, held in files.items() if _leads_to(word, start) for found in held}
    assert 4 not in {number for held in files.values() for number in held}


def _leads_to(word: str, start: str) -> bool:
    if is_eastern(word[0]):
        return start == word[0]
    return start.startswith(word) or word.startswith(start)


def test_names_of_files_are_plain_and_tell_all_letters_apart() -> None:
    """No letter of another script, no letter case, and no name that a system keeps for itself."""
    assert file_name("con") == "con-"
    assert file_name("号") == "-053f7-"
    assert file_name("6号") == "6-053f7-"
    assert file_name(fold("Straße")) == "stra-000dfe-"
    assert every(file_name(letters).isascii() for letters in ("あ0", "𰐠", "é"))
    assert file_name("あ0") != file_name("\U00030420")
