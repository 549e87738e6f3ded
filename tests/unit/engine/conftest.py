"""The engine's tests build a briefing of a few pages."""

from tests.small_content import content

__all__ = ["content"]
