"""The names of a subject."""

from briefing.views.base.context import Context
from briefing.views.base.tokens import Words, plain
from briefing.views.parts.names import name_prose, view_names


def test_no_name_stands_twice(context: Context) -> None:
    names = view_names(context, context.data.subjects["acme"])
    assert names.english == "Acme Corporation"
    assert (plain(names.japanese), plain(names.reading)) == ("アクメ株式会社", "アクメ")
    assert [plain(alias) for alias in names.aliases] == ["Acme Corp", "AC"]
    assert view_names(context, context.data.subjects["bolt"]).english == ""


def test_a_name_given_up_says_until_when_and_by_whom(context: Context) -> None:
    (former,) = view_names(context, context.data.subjects["acme"]).former
    assert former.source is not None
    assert (plain(former.name), former.until, former.source.text) == ("Old Acme", "2020", "The Daily")


def test_a_name_with_kanji_is_japanese_as_a_whole() -> None:
    assert name_prose("IHI原動機") == (Words("IHI原動機", "ja"),)
    assert name_prose("Acme") == (Words("Acme"),)
