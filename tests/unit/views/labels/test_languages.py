"""Languages are named in words, whichever a briefing's sources are written in."""

import pytest

from briefing.views.labels.languages import language_name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("ja", "Japanese"),
        ("el", "Greek"),
        ("de", "German"),
        ("zh", "Chinese"),
        ("ain", "Ainu"),
        ("pt-BR", "Brazilian Portuguese"),
        ("zh-Hant", "Traditional Chinese"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("es-AR", "Spanish (Argentina)"),
        ("qqx", "qqx"),
    ],
)
def test_a_tag_becomes_a_name(tag: str, name: str) -> None:
    assert language_name(tag) == name
