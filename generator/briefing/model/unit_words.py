"""What the unit words of quantities mean: a closed table of physical units, and one form for all other words.

A word that is not in the table is prose: `people` and `a` are counted or leave the number bare, and are never read as
physics. Left out on purpose are words of several sizes, such as `ton`, `gallon`, `billion` and `foot-pound`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

PER_CENT = "percent"
POINT = "percentage_point"
OWN_UNITS = (f"{POINT} = [share_of_points]", f"basis_point = {POINT} / 100", "quarter_of_year = 3 * month")
"""Units that the library does not have: a point of percentage is no per cent of anything."""

_DECIMAL = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera"}
_SMALL = {"m": "milli", "µ": "micro", "μ": "micro", "n": "nano"}
_PREFIXED = {
    "W": ("watt", _DECIMAL | {"m": "milli"}),
    "Wh": ("watt_hour", _DECIMAL | {"P": "peta"}),
    "V": ("volt", {"k": "kilo", "m": "milli"}),
    "A": ("ampere", {"k": "kilo", "m": "milli"}),
    "Hz": ("hertz", _DECIMAL),
    "J": ("joule", _DECIMAL | {"P": "peta"}),
    "B": ("byte", _DECIMAL | {"P": "peta", "E": "exa"}),
    "m": ("meter", {"k": "kilo", "c": "centi"} | _SMALL),
    "g": ("gram", {"k": "kilo", "m": "milli"}),
    "s": ("second", _SMALL),
    "l": ("liter", {"m": "milli", "h": "hecto"}),
    "L": ("liter", {"m": "milli"}),
    "Pa": ("pascal", {"k": "kilo", "M": "mega", "h": "hecto"}),
}
_SYMBOLS = {
    "%": PER_CENT, "‰": "permille", "ppm": "ppm", "pp": POINT, "bp": "basis_point", "bps": "basis_point",
    "t": "metric_ton", "kt": "kilometric_ton", "Mt": "megametric_ton", "Gt": "gigametric_ton",
    "ha": "hectare", "m²": "meter ** 2", "m2": "meter ** 2", "km²": "kilometer ** 2", "km2": "kilometer ** 2",
    "m³": "meter ** 3", "m3": "meter ** 3", "cm²": "centimeter ** 2", "mm²": "millimeter ** 2",
    "°C": "degC", "°F": "degF", "K": "kelvin", "h": "hour", "hr": "hour", "min": "minute",
    "km/h": "kilometer / hour", "mph": "mile / hour", "m/s": "meter / second", "lb": "pound", "lbs": "pound",
    "bit/s": "bit / second", "kbit/s": "kilobit / second", "Mbit/s": "megabit / second", "Gbit/s": "gigabit / second",
    "Tbit/s": "terabit / second", "Mbps": "megabit / second", "Gbps": "gigabit / second", "Tbps": "terabit / second",
    "kB/s": "kilobyte / second", "MB/s": "megabyte / second", "GB/s": "gigabyte / second", "TB/s": "terabyte / second",
    "KiB": "kibibyte", "MiB": "mebibyte", "GiB": "gibibyte", "TiB": "tebibyte",
    "kWp": "kilowatt", "MWp": "megawatt", "GWp": "gigawatt",
}  # fmt: skip
_WORDS = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter_of_year", "year": "year", "annum": "year", "decade": "decade",
    "century": "century", "meter": "meter", "metre": "meter", "mile": "mile", "foot": "foot", "inch": "inch",
    "yard": "yard", "hectare": "hectare", "acre": "acre", "gram": "gram", "gramme": "gram", "tonne": "metric_ton",
    "metric ton": "metric_ton", "pound": "pound", "liter": "liter", "litre": "liter", "barrel": "oil_bbl",
    "watt": "watt", "watt hour": "watt_hour", "volt": "volt", "ampere": "ampere", "hertz": "hertz", "joule": "joule",
    "byte": "byte", "bit": "bit", "kelvin": "kelvin", "degree celsius": "degC", "degree fahrenheit": "degF",
    "percentage point": POINT, "percent point": POINT, "basis point": "basis_point", "knot": "knot",
    "kilowatthour": "kilowatt_hour", "megawatthour": "megawatt_hour", "gigawatthour": "gigawatt_hour",
    "terawatthour": "terawatt_hour", "sq km": "kilometer ** 2", "sq m": "meter ** 2", "sq ft": "foot ** 2",
    "sq mile": "mile ** 2", "cu m": "meter ** 3", "kilometer per hour": "kilometer / hour",
}  # fmt: skip
_PREFIX_WORDS = ("kilo", "mega", "giga", "tera", "peta", "milli", "micro", "nano", "centi")
# Not all words: nobody means a thousand feet by a kilofoot.
_PREFIXABLE = frozenset(
    {"meter", "metre", "gram", "gramme", "watt", "watt hour", "volt", "ampere", "hertz", "joule", "byte", "bit",
     "liter", "litre", "second", "tonne"}
)  # fmt: skip
_POWERS = {"square": 2, "cubic": 3}
_IRREGULAR = {
    "people": "person", "persons": "person", "capita": "person", "head": "person", "heads": "person", "men": "man",
    "women": "woman", "children": "child", "feet": "foot", "inches": "inch", "hertz": "hertz", "celsius": "celsius",
    "series": "series", "species": "species", "news": "news", "centuries": "century", "times": "times", "gas": "gas",
}  # fmt: skip
_HISSING = ("sses", "shes", "ches", "xes", "zzes")
_KEPT_ENDINGS = ("ss", "us", "is")
_ENGLISH_WITH_S = re.compile(r"[a-z]{3,}s")
_ARTICLES = frozenset({"a", "an", "the"})


@lru_cache(maxsize=4096)
def unit_form(text: str | None) -> str:
    """Return the one form of all spellings of a unit: `plants` is `plant`, `kilowatts` and `kW` are the same.

    Forms are for comparing, never for readers: `kilowatt_hour`, `meter ** 2`, `person`.
    """
    if not text:
        return ""
    symbol = unicodedata.normalize("NFC", text)
    # Symbols are looked up as they are written: `mW` and `MW` differ in nothing but the case.
    return _symbols().get(symbol) or _form_of_words(_singular_words(symbol))


def physical_unit(form: str) -> str | None:
    """Return the library's expression of a form; None for the words of prose, which it must never be given."""
    if form in _physical_units():
        return form
    return None


def _form_of_words(words: str) -> str:
    """Return the physical unit that singular words stand for, or the words themselves."""
    unit = _WORDS.get(words)
    if unit:
        return unit
    power, _, base_words = words.partition(" ")
    if power in _POWERS and base_words:
        return _form_of_power(words, _POWERS[power], base_words)
    return _form_of_prefixed(words)


def _form_of_power(words: str, power: int, base_words: str) -> str:
    """Return the form of `square …` or `cubic …`."""
    base = _form_of_words(base_words)
    # Only a plain unit can be squared: a square kilometre, but no square kilometre per hour.
    if base in _physical_units() and base.isidentifier():
        return f"{base} ** {power}"
    return words


def _form_of_prefixed(words: str) -> str:
    """Return the form of a word such as `kilowatt`, or the word itself."""
    for prefix in _PREFIX_WORDS:
        base = words.removeprefix(prefix)
        if base != words and base in _PREFIXABLE:
            return f"{prefix}{_WORDS[base]}"
    return words


@lru_cache(maxsize=1)
def _symbols() -> dict[str, str]:
    return dict(_SYMBOLS) | dict(_prefixed_symbols())


def _prefixed_symbols() -> Iterator[tuple[str, str]]:
    for symbol, (unit, prefixes) in _PREFIXED.items():
        yield symbol, unit
        for short, long in prefixes.items():
            yield f"{short}{symbol}", f"{long}{unit}"


@lru_cache(maxsize=1)
def _physical_units() -> frozenset[str]:
    """Return every expression that the library may be given."""
    units = {*_symbols().values(), *_WORDS.values()}
    for prefix in _PREFIX_WORDS:
        units |= {f"{prefix}{_WORDS[word]}" for word in _PREFIXABLE}
    plain_units = [unit for unit in units if unit.isidentifier()]
    for power in _POWERS.values():
        units |= {f"{unit} ** {power}" for unit in plain_units}
    return frozenset(units)


def _singular_words(text: str) -> str:
    """Return the words of a unit in one case and width, without articles, each in the singular."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("-", " ")
    return " ".join(_singular(word) for word in folded.split() if word not in _ARTICLES)


def _singular(word: str) -> str:
    """Return an English word in the singular, as far as a few rules can tell; a wrong one does no harm.

    Forms are compared with each other alone: what is cut off is cut off from all spellings of a word.
    """
    irregular = _IRREGULAR.get(word)
    if irregular:
        return irregular
    if not _looks_plural(word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    # After a hissing sound English adds a syllable: boxes, not boxs.
    if word.endswith(_HISSING):
        return word[:-2]
    return word[:-1]


def _looks_plural(word: str) -> bool:
    # `glass`, `virus` and `basis` end in an s and are one thing each.
    return _ENGLISH_WITH_S.fullmatch(word) is not None and not word.endswith(_KEPT_ENDINGS)
