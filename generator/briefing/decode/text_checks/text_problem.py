"""What a check of one text answers where the text will not do."""

from typing import NamedTuple


class TextProblem(NamedTuple):
    """What is wrong with a text; the caller knows where it stands and makes a finding of it."""

    code: str
    message: str
    hint: str
