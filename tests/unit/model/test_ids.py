"""Ids that names suggest: for ever, so no letter may be lost on the way."""

import pytest

from briefing.model.ids import MAX_ID_LENGTH, bare_id, is_id, several_ids, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Gdańsk Łódź Works", "gdansk-lodz-works"),
        ("Ørsted Vind", "orsted-vind"),
        ("Groß & Söhne", "gross-sohne"),
        ("Ærø Œuvre", "aero-oeuvre"),
        ("Đà Nẵng", "da-nang"),
        ("Ħamrun", "hamrun"),
        ("Iğdır", "igdir"),
        ("İzmir", "izmir"),
        ("Þór Guðmundsson", "thor-gudmundsson"),
        ("STRASSE ŁÓDŹ", "strasse-lodz"),
        ("Rater's", "raters"),
        ("Rater’s", "raters"),
        ("ＡＢＣ １", "abc-1"),
        ("日本", ""),
    ],
)
def test_a_name_becomes_an_id_with_all_its_letters(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_long_name_becomes_an_id_that_fits() -> None:
    slug = slug_of("a " * 100)
    assert is_id(slug)
    assert len(slug) <= MAX_ID_LENGTH


def test_several_ids_in_one_text_are_told_from_words() -> None:
    assert several_ids("acme, north-wind") == ("acme", "north-wind")
    assert several_ids("acme、b") == several_ids("acme，b") == several_ids("［acme; b］") == ("acme", "b")
    assert several_ids("acme and a#c1") == ("acme", "a#c1")
    assert several_ids("acme") == several_ids("Acme, Inc") == several_ids("acme,, b") == ()


def test_an_id_goes_without_folder_and_ending() -> None:
    assert bare_id("companies/acme.yml") == bare_id("acme") == bare_id("companies/acme/") == "acme"
