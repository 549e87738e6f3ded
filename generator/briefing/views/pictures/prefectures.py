"""The 47 prefectures of Japan as tiles of one size, laid out by hand: about where each lies beside its neighbours.

A tile map states which prefecture, never where in it; no outline and no coordinate is needed for that.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prefecture:
    """One prefecture: its English and Japanese name, and the column and row of its tile, from 0."""

    name: str
    japanese: str
    column: int
    row: int

    @property
    def names(self) -> frozenset[str]:
        """The names that sources use, in lower case: kumamoto, kumamoto prefecture, 熊本, 熊本県."""
        english = (self.name, f"{self.name} Prefecture", f"Prefecture of {self.name}")
        names = (*english, self.japanese, self._short_japanese)
        return frozenset(name.casefold() for name in names)

    @property
    def _short_japanese(self) -> str:
        # The last letter, 県, 府 or 都, says what sort of prefecture it is and is often left out; 北海道 keeps its own.
        return self.japanese if self.name == "Hokkaido" else self.japanese[:-1]


_GRID = """
12 0 Hokkaido 北海道
12 1 Aomori 青森県
11 2 Akita 秋田県
12 2 Iwate 岩手県
11 3 Yamagata 山形県
12 3 Miyagi 宮城県
11 4 Niigata 新潟県
12 4 Fukushima 福島県
8 5 Ishikawa 石川県
9 5 Toyama 富山県
10 5 Nagano 長野県
11 5 Gunma 群馬県
12 5 Tochigi 栃木県
13 5 Ibaraki 茨城県
4 6 Shimane 島根県
5 6 Tottori 鳥取県
6 6 Hyogo 兵庫県
7 6 Kyoto 京都府
8 6 Fukui 福井県
9 6 Gifu 岐阜県
10 6 Yamanashi 山梨県
11 6 Saitama 埼玉県
12 6 Tokyo 東京都
13 6 Chiba 千葉県
3 7 Yamaguchi 山口県
4 7 Hiroshima 広島県
5 7 Okayama 岡山県
6 7 Osaka 大阪府
7 7 Nara 奈良県
8 7 Shiga 滋賀県
9 7 Aichi 愛知県
10 7 Shizuoka 静岡県
12 7 Kanagawa 神奈川県
0 8 Saga 佐賀県
1 8 Fukuoka 福岡県
2 8 Oita 大分県
7 8 Wakayama 和歌山県
8 8 Mie 三重県
0 9 Nagasaki 長崎県
1 9 Kumamoto 熊本県
2 9 Miyazaki 宮崎県
4 9 Ehime 愛媛県
5 9 Kagawa 香川県
1 10 Kagoshima 鹿児島県
4 10 Kochi 高知県
5 10 Tokushima 徳島県
0 11 Okinawa 沖縄県
"""


def _parse(line: str) -> Prefecture:
    column, row, name, japanese = line.split()
    return Prefecture(name, japanese, int(column), int(row))


PREFECTURES = tuple(_parse(line) for line in _GRID.strip().splitlines())
"""All of them, from north to south."""
