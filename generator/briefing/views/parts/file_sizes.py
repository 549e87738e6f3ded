"""How large files are, in words: two digits say enough, and stay when a file grows a little."""

from briefing.views.base.context import Context

_KB = 1000


def size_words(context: Context, size: int) -> str:
    """Return a number of bytes in words, such as `480 KB` or `1.2 MB`."""
    if size < _KB:
        return context.labels.say("size-b")
    kilobytes = _two_digits(size / _KB)
    if kilobytes < _KB:
        return context.labels.say("size-kb", number=f"{kilobytes:g}")
    return context.labels.say("size-mb", number=f"{kilobytes / _KB:g}")


def _two_digits(number: float) -> float:
    return float(f"{number:.2g}")
