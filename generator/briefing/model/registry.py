"""Kinds of subjects and attributes of claims, as values; what they are is data (registry.yml)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of subject: ``company`` lives in ``companies/`` and is a schema.org ``schema_type``."""

    name: str
    folder: str
    label: str
    label_plural: str
    schema_type: str = "Thing"

    def source_path(self, subject: str) -> str:
        """Return the path of a subject's fact file within the data folder."""
        return f"{self.folder}/{subject}.yml"


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a claim may say: the types its value may have and the fields that it takes.

    ``key`` names the fields that, with ``about``, make the slot; ``required`` those that may
    not be missing; ``takes`` every attribute-bound field that is allowed. ``inverse_of`` is set
    on the second name of a relation, and names the first. Of what is ``hierarchical`` nothing stands above itself.
    """

    name: str
    label: str
    values: tuple[str, ...]
    section: str
    key: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    many: bool = False
    varies: bool = False
    opinion: bool = False
    symmetric: bool = False
    hierarchical: bool = False
    inverse: str | None = None
    inverse_label: str = ""
    inverse_of: str | None = None
    doc: str = ""

    @property
    def is_relation(self) -> bool:
        """True where the value is another subject and the claim shows on both pages."""
        return "entity" in self.values


@dataclass(frozen=True, slots=True)
class Registry:
    """Every kind and attribute that the data may use, by name, in registry order.

    ``rules`` are the codes of the rules whose findings a judgement may name.
    """

    kinds: Mapping[str, Kind]
    attributes: Mapping[str, Attribute]
    rules: frozenset[str] = frozenset()

    def kind_of_folder(self, folder: str) -> Kind | None:
        """Return the kind whose files live in ``folder``, or None."""
        return next((kind for kind in self.kinds.values() if kind.folder == folder), None)
