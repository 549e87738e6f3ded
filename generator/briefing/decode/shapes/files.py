"""The shape of every kind of data file: the one definition that validates, generates schemas and orders keys."""

from briefing.decode.shapes.articles import ARTICLE, PUBLISHER
from briefing.decode.shapes.field_types import FieldType, ListField
from briefing.decode.shapes.site_files import BRIEFING, CORRECTION, RATE, REDIRECTS, WAIVER
from briefing.decode.shapes.subjects import SUBJECT

FILES: dict[str, FieldType] = {
    "article": ARTICLE,
    "subject": SUBJECT,
    "publisher": PUBLISHER,
    "briefing": BRIEFING,
    "rates": ListField(RATE),
    "corrections": ListField(CORRECTION),
    "redirects": REDIRECTS,
    "waivers": ListField(WAIVER),
}
"""Shapes by what a file is."""
ROOT_FILES = {
    "briefing.yml": "briefing",
    "rates.yml": "rates",
    "corrections.yml": "corrections",
    "redirects.yml": "redirects",
    "waivers.yml": "waivers",
}
"""What the files in the data folder itself are, by name; all others lie in the folder of their kind."""
