"""R27: the gallery has the pictures of the pages, each with its words, its table and its file."""

import pytest

from briefing.dataset.linked.records import Dataset
from briefing.render.picture_files import render_picture_files
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.gallery import view_gallery
from briefing.views.pictures.picture import Picture
from briefing.views.site import view_site
from tests.unit.views import sample


@pytest.fixture(scope="module")
def data() -> Dataset:
    return sample.sample()


def test_every_picture_of_a_page_has_its_file(data: Dataset) -> None:
    context = open_context(data)
    shown = [
        picture
        for page in view_site(open_context(data))
        for name in ("picture", "network")
        if isinstance(picture := getattr(page, name, None), Picture)
    ]
    assert sorted(picture.csv.path for picture in shown) == sorted(render_picture_files(context))
    assert sorted(shown, key=lambda picture: picture.csv.path) == sorted(
        view_gallery(context), key=lambda picture: picture.csv.path
    )
    for picture in shown:
        assert picture.title
        assert picture.alternative
        assert picture.table.rows
        assert {len(row) for row in picture.table.rows} == {len(picture.table.columns)}
        assert {len(row) for row in picture.csv.records} == {len(picture.csv.fields)}
        assert plain(picture.source_line).startswith("Sources: ")
