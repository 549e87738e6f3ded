"""What readers see and were not meant to: marks of templates, empty values, raw markup, languages not marked."""

import re
from collections.abc import Iterable, Iterator

from briefing.finishing.document import CODE, JOINT, Passage, Run, words
from briefing.model.script import is_japanese

_TAGS = "a|abbr|b|br|div|em|h[1-6]|i|img|li|ol|p|script|section|small|span|strong|sup|svg|table|t[dhr]|tbody|thead|ul"
_PATTERNS = (
    ("leftover-template", r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{:\s"),
    ("leftover-todo", r"\b(?:TODO|FIXME)\b|(?i:\blorem ipsum\b)"),
    ("leftover-link", r"\[\[|\]\]"),
    ("leftover-escape", r"&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+);"),
    ("leftover-literal", r"(?<![\w-])(?:text|entity):\S"),
    ("leftover-markdown", r"\]\(|\*\*|~~|```|(?:^|\s)\|\s*:?-{3,}:?\s*(?:\||$)|^#{1,6}\s|\[\^[\w-]+\]|(?<!\w)__\w"),
    ("leftover-markup", rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>"),
    ("leftover-repr", r"<[\w.]+ object at 0x|<class '|\bdatetime\.date\(|\bfrozenset\(|\b[A-Z]\w*\([a-z_]+="),
)
_RULES = tuple((code, re.compile(pattern)) for code, pattern in _PATTERNS)
_ANY = re.compile("|".join(f"(?:{pattern})" for _, pattern in _PATTERNS) + "|None|nan|NaN|undefined|null")
_ALONE = words("None nan NaN undefined null")
_NAN = re.compile(r"(?<![\w-])(?:nan|NaN)(?![\w-])")
_NONE = re.compile(r"(?<![\w-])None(?![\w-])")
_BETWEEN = f" {JOINT}{CODE}"
_AFTER_NUMBERS = frozenset("–/%0123456789")
_SENTENCE_ENDS = ".!?…:;“\"'(—。"

# Chinese and Korean share letters with Japanese, and a text in them is marked as well.
_SHARED_SCRIPTS = ("ja", "zh", "ko")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Za-z0-9]{2,8})*")
_TWO_LETTERS = words(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo"
    " es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka"
    " kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng"
    " nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su"
    " sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)


def find_leftovers(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield code and message of everything in a passage that no reader was meant to see."""
    text = passage.text
    # One search for all of it: hardly any passage has something left over.
    if not _ANY.search(text):
        return
    yield from _find_marks(passage)
    if _is_empty_value(text):
        yield "leftover-value", f'{passage.where}: an empty value in "{_readable(text)[:60]}"'


def _find_marks(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield the first mark of each sort that a passage holds; one leads an editor to the others."""
    for code, pattern in _RULES:
        match = pattern.search(passage.text)
        if match:
            yield code, f'{passage.where}: "{match[0].strip()}" in "{_surroundings(match)}"'


def _surroundings(match: re.Match[str]) -> str:
    """Return a match with the words around it, by which an editor finds the place."""
    return _readable(match.string[max(0, match.start() - 20) : match.end() + 20])


def _readable(text: str) -> str:
    """Return the text of a passage as a message may quote it."""
    return text.replace(JOINT, "").replace(CODE, "…")


def _is_empty_value(text: str) -> bool:
    """Return whether a value that is none was printed: alone, as a number, or where no sentence begins."""
    if _readable(text).strip(" .,;:()[]–—-") in _ALONE:
        return True
    if _NAN.search(text):
        return True
    return any(map(_is_printed_none, _NONE.finditer(text)))


def _is_printed_none(match: re.Match[str]) -> bool:
    """Return whether `None` is no word that begins a sentence."""
    before = match.string[: match.start()].rstrip(_BETWEEN)
    if before and before[-1] not in _SENTENCE_ENDS:
        return True
    # "None of them" may begin a sentence, "None %" and "None–3" do not.
    after = match.string[match.end() :].lstrip(_BETWEEN)
    return after[:1] in _AFTER_NUMBERS


def find_unmarked_languages(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    """Yield the pieces of Japanese text that do not say that they are."""
    for run in runs:
        if _is_unmarked(run):
            yield "lang-unmarked", f'"{run.text[:40]}" stands in lang="{run.lang}"'


def _is_unmarked(run: Run) -> bool:
    """Return whether a piece of text is Japanese and says that it is in a language of other letters."""
    if not is_japanese(run.text):
        return False
    return not run.lang.lower().startswith(_SHARED_SCRIPTS)


def is_language(tag: str) -> bool:
    """Return whether a language tag begins with a language that exists: `jp` is none."""
    match = _LANGUAGE.fullmatch(tag)
    if match is None:
        return False
    language = match[1]
    # There are some eight thousand codes of three letters; those of two are few enough to know them.
    if len(language) == 3:
        return True
    return language in _TWO_LETTERS
