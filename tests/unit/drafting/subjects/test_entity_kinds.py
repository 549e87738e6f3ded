import pytest

from briefing.drafting.subjects.entity_kinds import guess_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lumen Holdings", "company"), ("ルーメン株式会社", "company"), ("Bright Institute", "organization"),
        ("経済産業省", "organization"), ("Lamp Act", "policy"), ("Lamp Expo", "event"), ("Glow Fab", "project"),
        ("Aichi Prefecture", "place"), ("福岡市", "place"),
    ],
)  # fmt: skip
def test_words_of_a_name_tell_its_kind(name: str, kind: str) -> None:
    assert guess_kind(name, f"said {name} on Monday") == kind


@pytest.mark.parametrize(
    ("name", "around", "kind"),
    [
        ("Naoki Sato", "It is good, said Naoki Sato.", "person"),
        ("Sato", "as CEO Sato did", "person"),
        ("Naoki Sato", "Naoki Sato (佐藤直樹), a former director", "person"),
        ("Naoki Sato", "founded in 1998 by Naoki Sato", "person"),
        ("Ann Lee", "Ann Lee, 50, came", "person"),
        ("Kobe", "a plant in Kobe", "place"),
        ("Kobe", "In Kobe it grows", "place"),
        ("Glow", "as Glow does", "company"),
    ],
)
def test_words_around_a_name_tell_its_kind_where_it_has_none_of_its_own(name: str, around: str, kind: str) -> None:
    assert guess_kind(name, around) == kind
