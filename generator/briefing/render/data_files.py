"""The files for programs, each made once, however many ask: a page tells how large they are before they are written."""

from collections.abc import Mapping
from functools import cached_property

from briefing.render.calendar import render_calendars
from briefing.render.exports import OwnExports
from briefing.render.feeds import render_feeds
from briefing.render.references.files import render_references
from briefing.views.base.context import Context


class DataFiles:
    """The exports of the program itself, and the files for calendars, feed readers and programs that cite."""

    def __init__(self, context: Context) -> None:
        self.exports = OwnExports(context)
        self._context = context

    @cached_property
    def beside(self) -> Mapping[str, bytes]:
        """The calendars, the feeds and the references by path."""
        context = self._context
        return {**render_calendars(context), **render_feeds(context), **render_references(context)}

    def sizes(self) -> Mapping[str, int]:
        """Return how many bytes each file has, by path."""
        return {path: len(content) for path, content in {**self.beside, **self.exports.files}.items()}
