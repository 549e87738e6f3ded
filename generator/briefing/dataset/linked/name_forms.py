"""Names in the forms in which they are compared, and names that would link what nobody meant.

Names are compared with even signs, without legal forms and points of initials. Everyday words and numbers are told
apart from names.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import attrgetter

from briefing.model.records import Name, Subject
from briefing.model.signs import even_signs

_JAPANESE_FORM = r"(?:株式会社|\(株\)|有限会社|\(有\)|合同会社|\(同\)|合資会社|\(資\)|相互会社|\(相\))"
_LEGAL_FORMS = re.compile(
    rf"^{_JAPANESE_FORM}\s*|\s*{_JAPANESE_FORM}$"
    r"|,?\s+(?:inc(?:orporated)?|corp(?:oration)?|co|company|ltd|limited|llc|plc|gmbh|ag|se|s\.?a|nv|bv|ab|as|oyj?|k\.?k"
    r"|kabushiki kaisha|pte|pty|s\.?p\.?a|s\.?r\.?l)\.?$"
)
_NUMBER = re.compile(r"[$€£¥]?[0-9][0-9.,' ]*(?:[kmb]|bn|tn|mio|mrd|[千万億兆]+)?(?:[%年月日円]|年度)?", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+\Z")
_ACCENTED = re.compile(r"[\u00c0-\u024f]")
_SHORT = 3


def spellings_of(name: Name) -> Iterator[str]:
    """Yield the forms that a name has: in English, short, and in Japanese."""
    return filter(None, (name.en, name.short, name.ja))


def own_names(subject: Subject) -> Iterator[str]:
    """Yield the names of a subject and those that it had before; aliases are none of them."""
    former = filter(None, map(attrgetter("name"), subject.former_names))
    return chain(spellings_of(subject.name), former)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EVERYDAY = _words(
    "a about above across after again against all almost along already also although always am among an and "
    "another any are around as at away back be because been before behind being below between both but by can "
    "could did do does done down during each early either else end even ever every few first for from further get "
    "go had half has have he her here high him his how i if in into is it its just last late later least less "
    "like long low made make many may me more most much must my near need never new next no none nor not nothing "
    "now of off often old on once one only or other others our out over own part per perhaps rather same second "
    "see she should since so some soon still such than that the their them then there these they third this those "
    "though through to today together tomorrow too toward towards two three under until up upon us use very via "
    "was way we well were what when where whether which while who whom whose why will with within without would "
    "year years yes yet yesterday you your bank billion business capital chief city company companies country "
    "countries day days deal demand executive fund government group growth home house industry investment law man "
    "market million ministry money month months name national nation news number office official people percent "
    "person place plan plans point policy president price problem product production program project public "
    "question report research right sale school side sources state states story system team tech technology thing "
    "time times trade trillion war week weeks woman word work world der die das den dem des ein eine einer und "
    "oder aber nicht ist sind mit von für auf aus bei nach über unter vor wie wer wo ich sie wir es im zum zur "
    "auch noch nur als wenn dass le la les un une du et ou mais est sont dans par pour sur avec sans ce cet cette "
    "il elle nous vous qui que au aux el los las unos unas y o pero son en por para con sin su sus lo al gli uno "
    "e ma sono di da tra fra dei delle nel della os um uma ao dos na nos het een van op te voor met och att det "
    "som är av january february march april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday spring summer autumn winter north south east west northern southern "
    "eastern western "
)
_EVERYDAY_JAPANESE = _words(
    "会社 同社 当社 各社 企業 政府 同省 当局 工場 社長 会長 首相 大臣 記者 市場 銀行 "
    "今年 昨年 来年 今回 今後 今日 昨日 明日 現在 同日 同年 年度 "
    "これ それ この その ここ そこ ため こと もの など ほか また さらに しかし"
)
"""Words of everyday texts, those that begin a sentence above all, in languages that briefings quote."""


@lru_cache(maxsize=65_536)
def bare_name(name: str) -> str:
    """Return what is left of a name without signs, accents, points of initials and the words of its legal form."""
    plain = _without_accents(even_signs(unicodedata.normalize("NFKC", name)).casefold().strip())
    plain = re.sub(r"\s*[&+＆]\s*", " and ", plain).removeprefix("the ")
    # A name may have several forms, one before the other: Example Holdings Co., Ltd.
    for _ in range(3):
        plain = _LEGAL_FORMS.sub("", plain)
    return "".join(letter for letter in plain if letter.isalnum())


def _without_accents(text: str) -> str:
    """Return Latin letters without their accents; the marks of kana make other letters and stay."""
    return _ACCENTED.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], text)


def is_number(name: str) -> bool:
    """Tell whether a name is a year or a number, with a magnitude or without: `1984`, `3M`, `2040年`."""
    return _NUMBER.fullmatch(unicodedata.normalize("NFKC", name).strip()) is not None


def is_everyday(name: str) -> bool:
    """Tell whether a name is an everyday word, or too short to be told from one; initials in capitals are not."""
    plain = unicodedata.normalize("NFKC", name).strip()
    if plain in _EVERYDAY_JAPANESE:
        return True
    if not _LATIN.match(plain):
        return False
    # Initials are written in capitals: IT, US and WHO are names.
    if plain.isupper() and len(plain) > 1:
        return False
    return len(plain) < _SHORT or plain.casefold() in _EVERYDAY
