"""Every word of ours on a page, by key and language: one catalogue, so that a language is one more table."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.views.labels.english import ENGLISH


@dataclass(frozen=True, slots=True)
class Labels:
    """The catalogue of one language; keys that it lacks are taken from English."""

    language: str
    table: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return a label with its values filled in; with ``n`` the form for one or for several."""
        form = f"{key}.one" if values.get("n") == 1 else f"{key}.other"
        text = self._find(form) if "n" in values and self._has(form) else self._find(key)
        return text.format_map(values) if values else text

    def word(self, group: str, name: str) -> str:
        """Return the word for one of a fixed set of names, the name itself where a briefing added it."""
        key = f"{group}-{name}"
        return self._find(key) if self._has(key) else name.replace("-", " ").replace("_", " ")

    def has(self, key: str) -> bool:
        """Tell whether the catalogue holds a label."""
        return self._has(key)

    def _has(self, key: str) -> bool:
        return key in self.table or key in ENGLISH

    def _find(self, key: str) -> str:
        return self.table[key] if key in self.table else ENGLISH[key]


def labels_for(language: str) -> Labels:
    """Return the catalogue of a language, English where there is none."""
    return Labels(language, CATALOGUES.get(language, ENGLISH))


CATALOGUES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH}
