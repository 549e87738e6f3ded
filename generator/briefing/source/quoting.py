"""Writes texts as YAML scalars and comments that read back as they were, for files that the program writes anew."""

import re
import unicodedata

from briefing.source.text import FORBIDDEN

# Narrower than YAML is: what is quoted without need reads back the same.
_PLAIN = re.compile(r"[A-Za-z0-9\u3041-\u30ff\u4e00-\u9fff][\w./%~?+-]*(?: [\w./%~?+-]+)*|\.\./[\w./~-]+(?: [\w]+)*")
# Words that one YAML reader or another takes for truth values or for nothing.
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
COMMENT_MAX = 200


def plain_text(text: str) -> str:
    """Return a text on one line, composed, without characters that cannot be seen."""
    composed = FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join("".join(map(_printable, composed)).split())


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return " "


def quote_scalar(text: str) -> str:
    """Return a text as a scalar that is safe in braces: plain where YAML takes it for words, else quoted."""
    plain = plain_text(text)
    if _PLAIN.fullmatch(plain) and plain.lower() not in _WORDS:
        return plain
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def comment_line(text: str, indent: str = "") -> str:
    """Return a text as one line of comment, cut where it is long."""
    plain = plain_text(text)
    if len(plain) > COMMENT_MAX:
        plain = plain[: COMMENT_MAX - 1] + "…"
    return f"{indent}# {plain}"
