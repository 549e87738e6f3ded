"""Made-up names and phrases: numbers in, words out. Every stem is its number's alone, so no two names clash."""

from dataclasses import dataclass

LATIN = (
    "ka", "shi", "tsu", "ne", "ho", "ma", "mi", "mu", "me", "mo", "ya", "yu", "yo", "ra", "ri", "ru",
    "re", "ro", "wa", "ki", "ku", "ke", "ko", "sa", "se", "so", "ta", "to", "na", "ni", "no", "ha",
)  # fmt: skip
KANA = (
    "カ", "シ", "ツ", "ネ", "ホ", "マ", "ミ", "ム", "メ", "モ", "ヤ", "ユ", "ヨ", "ラ", "リ", "ル",
    "レ", "ロ", "ワ", "キ", "ク", "ケ", "コ", "サ", "セ", "ソ", "タ", "ト", "ナ", "ニ", "ノ", "ハ",
)  # fmt: skip
HAN = (
    "川", "島", "津", "根", "穂", "松", "宮", "村", "芽", "森", "山", "湯", "吉", "原", "林", "瀬",
    "礼", "路", "若", "北", "熊", "桂", "小", "佐", "関", "園", "田", "富", "中", "西", "野", "浜",
)  # fmt: skip
STEMS = len(LATIN) ** 3
_SPREAD = 20_011
"""A prime that sets neighbouring numbers far apart; the number of stems is a power of two, so none repeats."""

TRADES = (
    ("Robotics", "ロボティクス"), ("Silicon", "シリコン"), ("Materials", "マテリアル"),
    ("Systems", "システムズ"), ("Photonics", "フォトニクス"), ("Networks", "ネットワークス"),
)  # fmt: skip
GIVEN = (("Akira", "明"), ("Haruka", "遥"), ("Naoko", "直子"), ("Kenji", "健二"), ("Yumi", "由美"), ("Sora", "空"))
STEPS = ("ground-breaking", "trial-production", "mass-production", "second-fab", "opening", "expansion")
MEASURES = ("employees", "plants", "patents", "customers", "suppliers", "engineers")
ROLES = ("president", "chair", "chief-technologist")
DEEDS = (
    "widens its plant", "moves packaging work", "drops an older process", "shares a test line", "trains engineers",
    "asks for public support", "waits for the export licence", "lowers its forecast", "renews a supply contract",
    "buys land beside the river", "tests a cooling loop", "puts the second phase off", "hires abroad",
)  # fmt: skip
GROUNDS = (
    "because power is short", "because demand moved to memory", "since the licence came late",
    "while the yen stays weak", "as the old line wears out", "before the next budget", "after the audit of spring",
    "unless the grant is renewed", "so that two sites can share a crew", "in step with its customers",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stem:
    """One made-up word in three scripts."""

    latin: str
    kana: str
    han: str


def stem(number: int) -> Stem:
    """Return the word of a number below STEMS."""
    spread = number * _SPREAD % STEMS
    digits = spread // 1024, spread // 32 % 32, spread % 32
    latin, kana, han = ("".join(table[one] for one in digits) for table in (LATIN, KANA, HAN))
    return Stem(latin.capitalize(), kana, han)
