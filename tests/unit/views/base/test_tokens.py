"""What prose is made of."""

from briefing.views.base.tokens import PageLink, Words, join_prose, language_of, mark_japanese, plain, words


def test_japanese_is_marked_with_what_stands_within_it() -> None:
    assert mark_japanese("at アクメ・Fab工場 now") == (Words("at "), Words("アクメ・Fab工場", "ja"), Words(" now"))
    assert mark_japanese("Acme") == (Words("Acme"),)
    assert (language_of("日本"), language_of("Japan")) == ("ja", "")


def test_empty_items_leave_no_gap() -> None:
    link = PageLink("A", "a.md")
    assert join_prose([(), (link,), (), words("b")]) == (link, Words(", "), Words("b"))
    assert join_prose([words("a"), words("b")], " and ") == (Words("a"), Words(" and "), Words("b"))
    assert (words(""), plain((link, Words("!")))) == ((), "A!")
