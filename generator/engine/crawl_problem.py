"""What the crawl finds: one value per defect of a built site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A defect of the file ``path`` of a built site; ``code`` names its kind."""

    path: str
    code: str
    message: str
