"""Every word of the site by key and language: one catalogue, so that another language is one more table.

Data and prose of briefings are no labels; neither are the messages of findings, which rules write.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.views.labels.english import ENGLISH


@dataclass(frozen=True, slots=True)
class Labels:
    """The catalogue of one language; keys that it lacks are taken from English."""

    language: str
    table: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return a label with its values filled in.

        With ``n`` the form for one or for several is taken, ``key.one`` or ``key.other``, where the label has them.

        Raises:
            KeyError: no label has this key, or the label asks for a value that is not given.
        """
        text = self._find(self._form(key, values))
        # A label without values may hold braces, which scripts fill in.
        return text.format_map(values) if values else text

    def say_all(self, *keys: str) -> tuple[str, ...]:
        """Return several labels that need no values, such as the heads of the columns of a table."""
        return tuple(self.say(key) for key in keys)

    def count(self, key: str, number: int) -> str:
        """Return a number with what it counts, such as `3 articles`."""
        return f"{number} {self.say(key, n=number)}"

    def word(self, group: str, name: str) -> str:
        """Return the word for one of a fixed set of names; a name that a briefing added speaks for itself."""
        key = f"{group}-{name}"
        if self.has(key):
            return self._find(key)
        return name.replace("-", " ").replace("_", " ")

    def has(self, key: str) -> bool:
        """Tell whether there is a label with this key."""
        return key in self.table or key in ENGLISH

    def _form(self, key: str, values: Mapping[str, object]) -> str:
        if "n" not in values:
            return key
        # English has two forms; a language with more would choose here by the plural rules of its locale.
        form = f"{key}.one" if values["n"] == 1 else f"{key}.other"
        if self.has(form):
            return form
        return key

    def _find(self, key: str) -> str:
        # A table may be unfinished: an English word is better than none.
        if key in self.table:
            return self.table[key]
        return ENGLISH[key]


def labels_for(language: str) -> Labels:
    """Return the catalogue of a language, English where there is none."""
    return Labels(language, CATALOGUES.get(language, ENGLISH))


CATALOGUES: Mapping[str, Mapping[str, str]] = {"en": ENGLISH}
"""The tables by language; a test adds one of its own to find words that bypass the catalogue."""
