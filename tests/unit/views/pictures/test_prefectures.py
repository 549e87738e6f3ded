"""The tiles of the prefectures, laid out by hand."""

from briefing.views.pictures.prefectures import PREFECTURES


def test_all_47_have_a_tile_of_their_own() -> None:
    assert len({prefecture.name for prefecture in PREFECTURES}) == 47
    assert len({(prefecture.column, prefecture.row) for prefecture in PREFECTURES}) == 47


def test_a_prefecture_goes_by_its_names_in_either_script() -> None:
    by_name = {prefecture.name: prefecture.names for prefecture in PREFECTURES}
    assert {"kumamoto", "kumamoto prefecture", "prefecture of kumamoto", "熊本", "熊本県"} == by_name["Kumamoto"]
    assert "北海道" in by_name["Hokkaido"]
    assert "北海" not in by_name["Hokkaido"]
