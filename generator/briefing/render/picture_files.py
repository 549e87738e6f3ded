"""The data of every picture as CSV files beside their pages."""

from briefing.render.tables import csv_text
from briefing.views.base.context import Context
from briefing.views.gallery import view_gallery


def render_picture_files(context: Context) -> dict[str, bytes]:
    """Return the CSV file of each picture by its path."""
    tables = (picture.csv for picture in view_gallery(context))
    return {table.path: csv_text(table.fields, table.records).encode() for table in tables}
