"""Rows in, CSV out."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_text(fields: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a line of field names."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows(rows)
    return out.getvalue()
