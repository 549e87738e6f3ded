"""What an editor did wrong inside of brackets, or with a quote or bracket that closes something."""

from briefing.diagnostics.diagnostic import Related, Span
from briefing.source.parser_stop import INDENT_HINT, ParserStop, SyntaxFault, fault_at

_QUOTES = ("'", '"')
_OPENING = {"]": "[", "}": "{"}


def explain_bracket(stop: ParserStop) -> SyntaxFault:
    """Return what is wrong inside of brackets.

    Quotes come first: a bracket within a text that a quote has opened or closed too early is none. Then a bracket that
    is never closed, which lets the parser read on into the next lines.
    """
    quote = late_quote(stop) or text_after_quote(stop)
    if quote:
        return quote
    if stop.at_end or _went_on_to_later_line(stop):
        return SyntaxFault(_opening(stop), "this bracket is never closed", "close it on the line where its text ends")
    if "node content" in stop.words:
        return fault_at(stop, f'"{stop.mark}" where an entry is expected', "delete the second comma")
    message, hint = _inside_brackets(stop)
    return SyntaxFault(stop.place, message, hint, (Related(stop.start, "the bracket opened here"),))


def _went_on_to_later_line(stop: ParserStop) -> bool:
    """Tell whether the parser has read on into lines that look like those of the file, not of the bracket.

    A colon there, or anything at the start of a line, shows that the bracket was to end before.
    """
    if stop.place.line <= stop.start.line:
        return False
    begins_a_line = not stop.before.strip(" -")
    return stop.mark == ":" or begins_a_line


def _opening(stop: ParserStop) -> Span:
    """Return where the bracket was opened that is never closed."""
    # The parser forgets the bracket where nothing follows, and tells the end of the file in its place.
    if stop.at_end and stop.start == stop.place:
        return _last_opening_bracket(stop) or stop.clamped
    return stop.start


def _last_opening_bracket(stop: ParserStop) -> Span | None:
    """Return the last bracket of the file that opens, or None."""
    for number in range(len(stop.lines), 0, -1):
        line = stop.lines[number - 1]
        column = max(line.rfind("["), line.rfind("{")) + 1
        if column:
            return Span(stop.place.path, number, column, number, column + 1)
    return None


def _inside_brackets(stop: ParserStop) -> tuple[str, str]:
    """Return message and hint for what stands where a comma or the closing bracket is expected."""
    if stop.mark in _OPENING:
        # Every closing bracket has closed what the other kind opened: its own would have been accepted.
        other = "[" if stop.mark == "}" else "{"
        return f'"{stop.mark}" closes what "{other}" opened', "close every bracket with its own kind"
    if stop.mark == ":":
        hint = "put a comma before the key, or double quotes around a text that holds a colon"
        return "a colon where a comma or the closing bracket is expected", hint
    hint = "put a comma between two entries, or double quotes around the text"
    return "a comma or the closing bracket is missing here", hint


def explain_missing_key(stop: ParserStop) -> SyntaxFault:
    """Return what stands where a key is expected.

    What stands before the place tells most: a quote or a bracket that closes too early leaves a rest behind.
    """
    late = late_quote(stop)
    if late:
        return late
    if stop.mark in _OPENING:
        return stray_bracket(stop)
    after_quote = text_after_quote(stop)
    if after_quote:
        return after_quote
    if stop.sign_before in _OPENING:
        return fault_at(stop, "text follows a closing bracket", "delete it, or put the whole text in quotes")
    if stop.mark == ":":
        return fault_at(stop, "a colon without a key before it", 'write "key: value"')
    if stop.mark in ("{", "["):
        return SyntaxFault(stop.clamped, "a key is expected here", 'start every list item with "- "')
    return SyntaxFault(stop.clamped, "a key is expected here", INDENT_HINT)


def explain_missing_item(stop: ParserStop) -> SyntaxFault:
    """Return what stands where an item of a list is expected.

    A bracket too many, a comma between items that have lines of their own, or anything that is no item.
    """
    if stop.mark in _OPENING:
        return stray_bracket(stop)
    if stop.mark == "," and stop.sign_before in _OPENING:
        return fault_at(stop, "a comma follows a closing bracket", "delete it: each item has a line of its own")
    return SyntaxFault(stop.clamped, 'a list item is expected here, starting with "- "', INDENT_HINT)


def stray_bracket(stop: ParserStop) -> SyntaxFault:
    """Return the fault of a bracket that closes nothing."""
    hint = "delete it, or put double quotes around the text"
    return fault_at(stop, f'"{stop.mark}" without an opening bracket', hint)


def late_quote(stop: ParserStop) -> SyntaxFault | None:
    """Return the quote that was meant to close on an earlier line, if the text read last is one.

    What follows its late end looks like a text behind a quote, and is not what the editor did wrong.
    """
    last = stop.last
    if last is None or not last.quoted or stop.sign_before not in _QUOTES:
        return None
    if last.span.end_line == last.span.line or last.span.end_line != stop.place.line:
        return None
    related = (Related(stop.place, "this quote closes it"),)
    return SyntaxFault(last.span, f"this quote is closed only on line {last.span.end_line}", "close it", related)


def text_after_quote(stop: ParserStop) -> SyntaxFault | None:
    """Return the fault of a text that goes on behind its closing quote."""
    if not stop.mark.strip() or stop.sign_before not in _QUOTES:
        return None
    hint = 'put the whole text in one pair of quotes; inside double quotes write \\" for a quote'
    return fault_at(stop, "text follows a closing quote", hint)
