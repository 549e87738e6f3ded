"""The page of the data in words."""

from dataclasses import replace

from briefing.views.base.context import open_context
from briefing.views.base.tokens import PageLink, WebLink
from briefing.views.pages.data_page import view_data
from tests.every import every
from tests.unit.views.sample import briefing, claims, link, sample_context, subjects


def test_files_of_one_form_are_one_row_with_the_size_of_all() -> None:
    context = sample_context()
    sizes = {f"api/v1/entities/{subject}.json": 1000 for subject in context.data.subjects}
    page = view_data(replace(context, file_sizes=lambda: sizes))
    rows = {row.link.text: row for section in (page.tables, *page.sections) for row in section.files}
    assert rows["api/v1/entities/<id>.json"].size == f"{len(sizes)}\u00a0KB"
    assert rows["api/v1/entities/<id>.json"].link.path in sizes
    assert rows["api/v1/claims.json"].size == ""


def test_every_file_says_what_it_holds() -> None:
    page = view_data(sample_context())
    held = [row.holds for section in (page.tables, *page.sections) for row in section.files]
    assert len(set(held)) == len(held) > 15
    assert every(text[0].isupper() and " " in text for text in held)


def test_the_licence_is_named_or_led_to() -> None:
    licensed = briefing(licences={"code": "MIT", "data": "CC-BY-4.0"})
    page = view_data(open_context(link(subjects(), claims(), about=licensed)))
    assert [token.text for token in page.licence if isinstance(token, WebLink)] == ["CC-BY-4.0"]
    unlicensed = view_data(open_context(link(subjects(), claims(), about=briefing(licences={}))))
    assert isinstance(unlicensed.licence[0], PageLink)
