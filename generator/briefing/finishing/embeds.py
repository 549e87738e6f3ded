"""The pages that others may frame: the one folder in which a page has no part that does anything."""

from collections.abc import Iterator

from briefing.finishing.page import Page
from briefing.finishing.problem import Problem
from briefing.routes import EMBED

_DOING = frozenset(
    {"base", "button", "embed", "form", "frame", "iframe", "input", "object", "script", "select", "textarea"}
)
"""Elements by which a framed page could be made to act for a reader who does not know what they click."""


def is_embed(path: str) -> bool:
    """Return whether a file of a site lies where other sites may frame it."""
    return path.startswith(f"{EMBED}/")


def find_embed_problems(page: Page) -> Iterator[Problem]:
    """Yield what a page must not have that others may frame."""
    doing = sorted(page.styling.tags & _DOING)
    if is_embed(page.path) and doing:
        message = f"other sites may frame what lies in {EMBED}/, so it has no place for <{doing[0]}>"
        yield Problem(page.path, "embed-unfit", message)
