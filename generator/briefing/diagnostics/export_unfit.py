"""The error that an export of another package is none, or fails; it loads nothing, for the command line asks."""


class ExportUnfit(Exception):
    """What is offered as an export is none, fails, or has a path that is not free; the message names the offer."""
