"""Words for parts of a year, a month or a decade, and months in other languages; only used to word a hint.

Early and late are halves, mid the middle, start and end a quarter of a year, ten days of a month, two years of a
decade: wide enough to leave out nothing that the words may mean. What a source prints stays under ``said``.
"""

import re
from calendar import monthrange

from briefing.model.malformed import Repair
from briefing.model.repairs import repair

ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS_ELSEWHERE = (
    "januar jänner janvier janv enero ene gennaio gen janeiro januari ledna stycznia",
    "februar februari février fevrier févr febrero febbraio fevereiro fev lutego",
    "märz maerz mrz mars marzo março marco maart mrt marca",
    "avril avr abril abr aprile april kwietnia",
    "mai mayo maggio mag maio mei maj maja",
    "juni juin junio giugno giu junho czerwca",
    "juli juillet juil julio luglio lug julho lipca",
    "august augusti août aout agosto ago augustus sierpnia",
    "september septembre settembre septiembre setiembre setembro września",
    "oktober okt octobre octubre ottobre ott outubro października",
    "november novembre noviembre novembro listopada",
    "dezember dez décembre decembre diciembre dic dicembre dezembro december grudnia",
)


def _number_months() -> dict[str, int]:
    """Return the place of each month of another language within the year, from 0."""
    numbers: dict[str, int] = {}
    for number, names in enumerate(_MONTHS_ELSEWHERE):
        numbers |= dict.fromkeys(names.split(), number)
    return numbers


_MONTH_NUMBER = _number_months()
_PARTS_ELSEWHERE = {
    "anfang": "early", "mitte": "mid", "ende": "end", "début": "early", "fin": "end", "principios": "early",
    "mediados": "mid", "fines": "end", "finales": "end", "inizio": "early", "metà": "mid", "fine": "end",
    "frühjahr": "spring", "frühling": "spring", "sommer": "summer", "herbst": "autumn", "printemps": "spring",
    "été": "summer", "automne": "autumn", "hiver": "winter", "primavera": "spring", "verano": "summer",
    "otoño": "autumn", "invierno": "winter", "estate": "summer", "autunno": "autumn", "inverno": "winter",
    "halbjahr": "half", "quartal": "quarter", "semestre": "half", "trimestre": "quarter", "seit": "since", "bis": "by",
    "depuis": "since", "desde": "since", "etwa": "about", "rund": "about", "environ": "about", "vers": "about",
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "erstes": 1, "erste": 1, "zweites": 2, "zweite": 2,
    "premier": 1, "deuxième": 2, "troisième": 3, "primer": 1, "segundo": 2, "primo": 1, "secondo": 2,
}  # fmt: skip
_PARTS_IN_JAPANESE = {
    "前半": "early", "上半期": "H1", "上期": "H1", "上旬": "start of", "初頭": "start of",
    "初め": "start of", "初": "start of",
    "半ば": "mid", "中頃": "mid", "中旬": "mid", "後半": "late", "下半期": "H2", "下期": "H2", "下旬": "end of",
    "末": "end of", "頃": "about", "ごろ": "about", "春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter",
    "以降": "from", "から": "from", "まで": "by", "以前": "by",
}  # fmt: skip
_PART = r"(early|mid|middle of|late|end of|end|start of|beginning of|start|beginning)"
_UNKNOWN = frozenset(
    ["tbd", "tba", "tbc", "n/a", "na", "?", "??", "-", "--", "–", "—", "未定", "不明", "未詳", "offen", "unbekannt"]
)
# One pattern for all months: twelve searches of a text that is no literal at all would take too long.
_ANY_MONTH = re.compile(rf"\b(?:{'|'.join(ENGLISH_MONTHS)})", re.IGNORECASE)
_ANY_YEAR = re.compile(r"[0-9]{4}|年")
_WIDE_WORDS = re.compile(
    r"\b(?:early|mid|middle|late|end|start|beginning|anfang|mitte|ende|début|fin|inizio|fine)\b|[初末旬]|半ば|前半|後半",
    re.I,
)


def means_unknown(text: str) -> bool:
    """Tell whether a text is what people write where they know no date."""
    return text.strip().casefold() in _UNKNOWN


def lacks_year(text: str) -> bool:
    """Tell whether a text names a month and no year: no reader of ours could supply it."""
    names_month = "月" in text or _ANY_MONTH.search(text) is not None
    return names_month and not _ANY_YEAR.search(text)


def is_wide_reading(text: str) -> bool:
    """Tell whether a date in words is read as a stretch that the words do not name themselves."""
    return _WIDE_WORDS.search(text) is not None


def _in_english(match: re.Match[str]) -> str:
    word = match[0].casefold()
    if word in _MONTH_NUMBER:
        return ENGLISH_MONTHS[_MONTH_NUMBER[word]]
    return _PARTS_ELSEWHERE.get(word, match[0])


def _japanese_part(match: re.Match[str]) -> str:
    # Japanese says the part behind the date, English before it.
    return f"{_PARTS_IN_JAPANESE[match[2]]} {match[1]}"


def _ordinal_part(match: re.Match[str]) -> str:
    letter = "H" if match[2].casefold() == "half" else "Q"
    return f"{letter}{_ordinal_number(match[1].casefold())} "


def _ordinal_number(word: str) -> int:
    if word[0].isdecimal():
        return int(word[0])
    return _ORDINALS[word]


Ends = tuple[str, str]
"""The first and the last date of a stretch."""

_YEARS_OF_DECADE = {"early": (0, 4), "late": (5, 9), "mid": (4, 6), "start": (0, 1), "end": (8, 9)}
_MONTHS_OF_YEAR = {"early": (1, 6), "late": (7, 12), "mid": (5, 8), "start": (1, 3), "end": (10, 12)}
_SYNONYMS = {"beginning": "start", "middle": "mid"}


def _part_of(name: str, whole: str) -> Ends | None:
    """Return first and last date of a part of a decade (202X), a year (2025) or a month (2025-11)."""
    name = name.casefold().removesuffix(" of")
    name = _SYNONYMS.get(name, name)
    if whole.endswith("X"):
        first, last = _YEARS_OF_DECADE[name]
        return f"{whole[:3]}{first}", f"{whole[:3]}{last}"
    if len(whole) == 4:
        first, last = _MONTHS_OF_YEAR[name]
        return f"{whole}-{first:02}", f"{whole}-{last:02}"
    return _part_of_month(name, whole)


def _part_of_month(name: str, month_text: str) -> Ends | None:
    year, month = map(int, month_text.split("-"))
    # What looks like a month need not be one: 2025-13.
    if not year or not 1 <= month <= 12:
        return None
    days = monthrange(year, month)[1]
    stretches = {"early": (1, 15), "late": (16, days), "mid": (11, 20), "start": (1, 10), "end": (21, days)}
    first, last = stretches[name]
    return f"{month_text}-{first:02}", f"{month_text}-{last:02}"


def _part(match: re.Match[str]) -> str:
    ends = _part_of(match[1], match[2].upper())
    return f"{ends[0]}/{ends[1]}" if ends else match[0]


def _by_part(match: re.Match[str]) -> str:
    ends = _part_of(match[1], match[2].upper())
    return f"../{ends[1]}" if ends else match[0]


def _from_part(match: re.Match[str]) -> str:
    ends = _part_of(match[1], match[2].upper())
    return f"{ends[0]}/.." if ends else match[0]


def numbers_joined(match: re.Match[str]) -> str:
    """Return the numbers of a match as a date: year, month and day as far as they are there."""
    year, *parts = match.groups()
    return "-".join([year, *(f"{int(part):02}" for part in parts if part)])


def _quarter_of_year(match: re.Match[str]) -> str:
    return f"Q{_digit(match[2])} {match[1]}"


def _end_of_fiscal_year(match: re.Match[str]) -> str:
    # The fiscal year of Japan ends in the March of the year after.
    return f"{int(match[1]) + 1}-03"


def _part_of_short_year(match: re.Match[str]) -> str:
    """Read `3Q25` and `Q3 '25` as the third quarter of 2025."""
    letter = match[2] or match[3]
    number = match[1] or match[4]
    return f"{letter}{number} 20{match[5]}"


_KANJI_DIGITS = "一二三四"


def _digit(sign: str) -> int:
    if sign in _KANJI_DIGITS:
        return _KANJI_DIGITS.index(sign) + 1
    return int(sign)


_WHOLE = r"([0-9]{3}X|[0-9]{4}(?:-[0-9]{2})?)(?![0-9-])"
_OF = r"[ -](?:of |the |des |de |der |d')*"
_BY = r"(?:by|before|until|till|no later than|not later than)(?: the)? "
_FROM = r"(?:from|since|after|starting|starting in|as of)(?: the)? "
WORDS_IN_ENGLISH: tuple[Repair, ...] = (
    # Days of the week, which a date does not need.
    repair(
        r"[([](?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[)\]]|[([][月火水木金土日](?:曜日?)?[)\]]",
        "",
    ),
    repair(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=[0-9a-z])", ""),
    # Shorter words are articles and prepositions of some language, or parts of a literal.
    repair(r"[^\W\d_]{3,}", _in_english),
    # Korean, then the day of Chinese dates, then Japanese.
    repair(r"([0-9]{4})년 ?(?:([0-9]{1,2})월 ?(?:([0-9]{1,2})일)?)?", numbers_joined),
    repair(r"(?<=[0-9])号", "日"),
    repair(r"([0-9]{4})年(?:の)?第?([1-4一二三四])(?:四半期|季度)", _quarter_of_year),
    repair(r"([0-9]{4})年度末", _end_of_fiscal_year),
    repair(r"([0-9]{3})0年代", r"\1X"),
    repair(rf"^(.*?[0-9X年月日度])(?:の)?({'|'.join(_PARTS_IN_JAPANESE)})$", _japanese_part),
    repair(r"^(?:in|on|during|im jahre?|im|en|am|le|el|le mois de|the year|year)(?: the year| the)? (?=[a-z0-9])", ""),
    repair(
        rf"\b(?:the )?({'|'.join(_ORDINALS)}|[1-4](?:st|nd|rd|th|er|e|\.|º)?) (half|quarter)"
        r"(?: of| de| des)?(?: the)? ?(?:of )?",
        _ordinal_part,
    ),
    # `3Q 2025`, `3Q25`, `Q3/2025`.
    repair(r"\b([1-4])([HQ]) ?(?=[0-9]{4}\b)", r"\2\1 "),
    repair(r"\b(?:([1-4])([HQ])|([HQ])([1-4])) ?['’]?([0-9]{2})$", _part_of_short_year),
    repair(r"\b([HQ][1-4])/(?=[0-9]{4}\b)", r"\1 "),
)
"""Steps that leave a date in the English words that the other repairs know."""

WORDS_FOR_PARTS: tuple[Repair, ...] = (
    repair(r"^([HQ][1-4]) (JFY[0-9]{4})$", r"\2 \1"),
    repair(rf"^{_BY}{_PART}{_OF}{_WHOLE}$", _by_part),
    repair(rf"^{_FROM}{_PART}{_OF}{_WHOLE}$", _from_part),
    repair(rf"^(?:the )?{_PART}{_OF}{_WHOLE}$", _part),
)
"""Steps that turn early, mid and late of what is a plain date by then into its ends."""
