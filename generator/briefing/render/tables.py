"""Tables as CSV that readers of CSV and spreadsheets understand alike, and that a spreadsheet does not run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA_START = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What a text begins with that spreadsheets run, in either width."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?: ?%)?")


def csv_text(fields: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table with a line of field names; every row has a cell for each, and no cell is a formula."""
    out = io.StringIO()
    plain = csv.writer(out, lineterminator="\n")
    quoting = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    plain.writerow(fields)
    for row in rows:
        cells = [_inert(cell) for cell in row]
        # Python quotes no carriage return that is not its own end of a line, though readers take it for one.
        if any("\r" in cell for cell in cells):
            quoting.writerow(cells)
        else:
            plain.writerow(cells)
    return out.getvalue()


def _inert(cell: str) -> str:
    """Return a cell with an apostrophe before a text that a spreadsheet would run; numbers below zero are none."""
    if not _FORMULA_START.match(cell) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
