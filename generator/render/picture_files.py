"""The data of every picture as CSV files beside their pages."""

import csv
import io

from generator.views.context import Context
from generator.views.gallery import view_gallery
from generator.views.pictures.picture import Csv


def render_picture_files(ctx: Context) -> dict[str, bytes]:
    """Return the CSV file of each picture by its path."""
    return {one.csv.path: csv_text(one.csv).encode() for one in view_gallery(ctx)}


def csv_text(data: Csv) -> str:
    """Return a table with a line of field names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(data.fields)
    writer.writerows(data.records)
    return out.getvalue()
