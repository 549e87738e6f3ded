"""Words for magnitudes and per cent in the languages of sources: what each stands for, and which of them are traps.

They are never units: `3 Mio people` is three million people. They are read in hints only, never as values.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from briefing.model.malformed import folded
from briefing.model.number_texts import shortest_spelling

_WORDS: Mapping[str, str] = {
    "k": "thousand thousands tausend tsd tsnd mille mila mile duizend tusen tusind tuhat tys tisíc bin ribu "
    "тыс тысяч тысячи тисяч",
    "m": "million millions mio mln mn mill millionen millón millones milhão milhões milione milioni milion miliony "
    "milionów miljoen miljoner miljon millioner milyon juta млн миллион миллиона миллионов мільйонів",
    "bn": "bn bln bil billion billions milliard milliards milliarde milliarden mrd md mds mld mia miljard miljarden "
    "miljarder milliarder milliardi miliardo miliardi miliard miliardy miliardów milyar miliar млрд миллиард миллиарда "
    "миллиардов мільярдів",
    "tn": "tn trn trillion trillions",
}


def _mags_by_word() -> dict[str, str]:
    mags: dict[str, str] = {}
    for mag, words in _WORDS.items():
        mags |= dict.fromkeys(words.split(), mag)
    return mags


_MAG_OF = _mags_by_word()
_FACTORS = {
    "lakh crore": Decimal(10) ** 12, "lakh crores": Decimal(10) ** 12, "crore": Decimal(10) ** 7,
    "crores": Decimal(10) ** 7, "lakh": Decimal(10) ** 5, "lakhs": Decimal(10) ** 5, "lac": Decimal(10) ** 5,
    "lacs": Decimal(10) ** 5, "dozen": Decimal(12), "dozens": Decimal(12), "dutzend": Decimal(12),
    "douzaine": Decimal(12), "douzaines": Decimal(12), "docena": Decimal(12), "docenas": Decimal(12),
    "hundred": Decimal(100), "hundreds": Decimal(100), "hundert": Decimal(100),
}  # fmt: skip
_SIGNS = "亿萬억만조천"
"""Signs of Chinese and Korean for magnitudes that Japanese writes otherwise."""
_IN_JAPANESE = str.maketrans(_SIGNS, "億万億万兆千")

# On the long scale a billion is a million millions. English and the written Portuguese of Brazil count on the short.
_TRAPS = {
    "Billion": ("tn", "German"), "Billionen": ("tn", "German"), "BILLION": ("tn", "German"),
    "billón": ("tn", "Spanish"), "billon": ("tn", "Spanish"), "billones": ("tn", "Spanish"),
    "bilione": ("tn", "Italian"), "bilioni": ("tn", "Italian"), "biljoen": ("tn", "Dutch"),
    "biljon": ("tn", "Swedish"), "biljoner": ("tn", "Swedish"), "bilion": ("tn", "Polish"),
    "bilião": ("tn", "European Portuguese"), "biliões": ("tn", "European Portuguese"),
    "bilhão": ("bn", "Brazilian Portuguese"), "bilhões": ("bn", "Brazilian Portuguese"),
}  # fmt: skip
_HUGE_TRAPS = frozenset({"Trillion", "Trillionen", "TRILLION", "trillón", "trillones"})

_PER_CENT = (
    r"per ?cent|percent|percentage|pct|prozent|pour ?cent|por ciento|por cento|per cento|procent|procenten|prosent|"
    r"процентов|процента|процент|パーセント|퍼센트"
)
_POINTS = (
    r"percent(?:age)?[ -]points?|% ?-?points?|%pts?|prozentpunkte?n?|points? de pourcentage|puntos? porcentuales|"
    r"punti percentuali|процентных пунктов"
)
_PER_MILLE = r"per ?mill?e?|promille"
# Longer words first: `mill` would otherwise end the search for `million`.
_ANY_MAG = "|".join(sorted(map(re.escape, _MAG_OF), key=len, reverse=True))
_ANY_FACTOR = "|".join(sorted(map(re.escape, _FACTORS), key=len, reverse=True))
_LONG_SCALE = frozenset(
    {"fr", "de", "es", "it", "nl", "pl", "sv", "da", "no", "nb", "nn", "fi", "cs", "pt", "hu", "ca"}
)
_BILLION = re.compile(r"[0-9][ -]?(?:bil|tril)lions?\b", re.IGNORECASE)
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"

_PER_CENTS = re.compile(rf"(?:{_PER_CENT})\b\.?", re.IGNORECASE)
_POINT_WORDS = re.compile(rf"(?:{_POINTS})\b\.?", re.IGNORECASE)
_PER_MILLES = re.compile(rf"(?:{_PER_MILLE})\b", re.IGNORECASE)
_MAG = re.compile(rf"(?<=[0-9])[ -]?(?:({_ANY_MAG})\b\.?)", re.IGNORECASE)
_TIMES = re.compile(rf"(?:({_NUMBER})( to | ?[-–—〜～] ?))?({_NUMBER})[ -]?({_ANY_FACTOR})\b", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:an?|one) (?=(?:{_ANY_MAG}|{_ANY_FACTOR})\b)", re.IGNORECASE)
_AFTER_NUMBER = re.compile(rf"(?<=[0-9千万億兆]) ?[{_SIGNS}]")


def plain_magnitudes(text: str) -> str:
    """Return a literal with mags for the words for magnitudes that are certain, and signs for per cent.

    `3,5 Milliarden` becomes `3,5bn`. Words that mean different numbers in two languages are left as they are.
    """
    text = _AFTER_NUMBER.sub(_in_japanese, text)
    text = _ONE.sub("1 ", text)
    # Words for a dozen or a lakh are no mags: their numbers are multiplied before mags take their place.
    text = _TIMES.sub(_multiplied, text)
    return per_cent_signs(_MAG.sub(_mag, text))


def per_cent_signs(text: str) -> str:
    """Return a literal with signs for the words for per cent, and points of percentage in English."""
    with_points = _POINT_WORDS.sub("percentage points", text)
    with_points = re.sub(r"(?<=[0-9]) ?percentage points", " percentage points", with_points)
    # A point of percentage is no per cent: what holds one is left alone.
    if "percentage points" in with_points:
        return with_points
    return _PER_CENTS.sub("%", _PER_MILLES.sub("‰", with_points))


def long_scale_hint(text: str, language: str) -> str:
    """Return the trap of a `billion` in an article of a language in which it is a million millions."""
    bare_language = language.partition("-")[0].casefold()
    if bare_language not in _LONG_SCALE or not _BILLION.search(text):
        return ""
    return "where the source counts on the long scale, a billion is `1tn` and a trillion is 10^18: write what is meant"


def magnitude_hint(word: str) -> str:
    """Return what to write for a word that is a magnitude and no unit; nothing where it is none.

    Words that stand for different numbers in different languages get a hint that says so.
    """
    bare = folded(word).rstrip(".")
    # Traps are told by their capitals and endings: the English `billion` is none, the German `Billion` is.
    if bare in _TRAPS:
        return _trap_hint(bare)
    if bare in _HUGE_TRAPS:
        return f'"{bare}" is 10^18 in German, French and Spanish, `tn` in English: write what is meant, in `tn`'
    if bare == "mil":
        return '"mil" is a thousand in Spanish and Portuguese, a million in English: write `k` or `m`'
    mag = _MAG_OF.get(bare.casefold())
    if mag:
        return f"write `{mag}` right after the number, like `3{mag} people`"
    if bare.casefold() in _FACTORS or bare in tuple(_SIGNS):
        return "write the number in full, or with a mag: `24`, `300k`, `30m`"
    return ""


def _trap_hint(word: str) -> str:
    mag, language = _TRAPS[word]
    power = "10^12" if mag == "tn" else "10^9"
    hint = f'"{word}" is {power} in {language}: write `{mag}` there'
    # A capital may also begin an English headline.
    if word.casefold() == "billion":
        return f"{hint}, `bn` where it is English"
    return hint


def _in_japanese(match: re.Match[str]) -> str:
    return match[0].strip().translate(_IN_JAPANESE)


def _mag(match: re.Match[str]) -> str:
    word = match[1]
    if word in _TRAPS or word in _HUGE_TRAPS:
        return match[0]
    return _MAG_OF[word.casefold()]


def _multiplied(match: re.Match[str]) -> str:
    """Return a number times its word, both ends of a range; any other number would be left without it."""
    first, joint, second, word = match.groups()
    numbers_of_match = 2 if first else 1
    if len(re.findall(_NUMBER, match.string)) > numbers_of_match:
        return match[0]
    factor = _FACTORS[word.casefold()]
    high = shortest_spelling(Decimal(second) * factor)
    if not first:
        return high
    return f"{shortest_spelling(Decimal(first) * factor)}{joint}{high}"
