"""The registry of kinds and attributes, from its file and a briefing's additions."""

from collections.abc import Mapping
from dataclasses import replace

from briefing.decode.reading.content import Fields, Findings
from briefing.decode.records.attribute_problems import find_attribute_problems
from briefing.diagnostics.diagnostic import Span, error
from briefing.model.registry import Attribute, Kind, Registry

RESERVED_FOLDERS = frozenset(
    {"about", "all", "api", "articles", "as-known", "assets", "calendar", "changes", "checks", "compare",
     "conflicts", "corrections", "data", "disputes", "embed", "feeds", "money", "network", "publishers", "search",
     "sources", "timeline"}
)  # fmt: skip
"""Folders that the site itself needs, for pages or for names of feeds."""


def decode_registry(built_in: Fields, briefing: Fields | None, findings: Findings) -> Registry:
    """Return the built-in registry with the briefing's kinds and attributes added or overriding."""
    kinds: dict[str, Kind] = {}
    attributes: dict[str, Attribute] = {}
    inverse_spans: dict[str, Span] = {}
    for layer in (built_in, briefing):
        if layer is None:
            continue
        for name, content in layer.records_by_key("kinds").items():
            _add_kind(kinds, name, content, findings)
        for name, content in layer.records_by_key("attributes").items():
            attributes[name] = _decode_attribute(name, content, attributes.get(name), findings)
            inverse_spans[name] = content.span_of("inverse")
    # Inverses come last, as a briefing may change the attributes that they are made of.
    return Registry(kinds, attributes | _inverses(attributes, inverse_spans, findings))


def _add_kind(kinds: dict[str, Kind], name: str, content: Fields, findings: Findings) -> None:
    """Add a kind, or override the built-in one; one without a folder of its own is left out."""
    base = kinds.get(name) or _new_kind(name, content)
    kind = replace(
        base,
        folder=content.text_or("folder", base.folder),
        label=content.text_or("label", base.label),
        label_plural=content.text_or("label_plural", base.label_plural),
        schema_type=content.text_or("schema_type", base.schema_type),
    )
    problem = _folder_problem(kind, kinds)
    if not problem:
        kinds[name] = kind
    elif not content.faulty:
        message = f'the kind "{name}" can not have the folder "{kind.folder}": {problem}'
        findings.append(error("registry-invalid", content.span_of("folder"), message, "give it a folder of its own"))


def _new_kind(name: str, content: Fields) -> Kind:
    """Return a kind of the briefing's own; its labels are made of its name where none are written."""
    label = content.text_or("label", _label_of(name))
    return Kind(name, content.text_or("folder", ""), label, content.text_or("label_plural", label))


def _label_of(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _folder_problem(kind: Kind, kinds: Mapping[str, Kind]) -> str:
    """Return why a kind can not have its folder; nothing where it can."""
    if not kind.folder:
        return "it is missing"
    if kind.folder in RESERVED_FOLDERS:
        return "the site needs it"
    owners = {other.folder: other.name for other in kinds.values()}
    # A kind that is overridden stands among the others, with the same name.
    owner = owners.get(kind.folder, kind.name)
    if owner != kind.name:
        return f'it is that of the kind "{owner}"'
    return ""


def _decode_attribute(name: str, content: Fields, overridden: Attribute | None, findings: Findings) -> Attribute:
    """Return an attribute; what is not written stays as in the ``overridden`` one of the built-in registry."""
    base = overridden or Attribute(name, _label_of(name), (), "context")
    values = content.texts_or("values", base.values)
    findings.extend(find_attribute_problems(name, content, values))
    key = content.texts_or("key", base.key)
    takes = content.texts_or("takes", base.takes)
    return replace(
        base,
        label=content.text_or("label", base.label),
        values=values or ("text",),
        section=content.text_or("section", base.section),
        key=key,
        required=content.texts_or("required", base.required),
        # A field that tells slots apart goes with the attribute, whether it is named again or not.
        takes=tuple(dict.fromkeys((*key, *takes))),
        options=content.texts_or("options", base.options),
        inverse=content.text("inverse") or base.inverse,
        inverse_label=content.text_or("inverse_label", base.inverse_label),
        doc=content.text_or("doc", base.doc),
        many=_flag(content, "many", base.many),
        varies=_flag(content, "varies", base.varies),
        opinion=_flag(content, "opinion", base.opinion),
        symmetric=_flag(content, "symmetric", base.symmetric),
        hierarchical=_flag(content, "hierarchical", base.hierarchical),
    )


def _flag(content: Fields, name: str, default: bool) -> bool:
    # An override may also take a flag away, by false.
    if content.scalar(name):
        return content.flag(name)
    return default


def _inverses(
    attributes: Mapping[str, Attribute], spans: Mapping[str, Span], findings: Findings
) -> dict[str, Attribute]:
    """Return the attributes under their second names, seen from the other end."""
    inverses: dict[str, Attribute] = {}
    for attribute in attributes.values():
        inverse = attribute.inverse
        if inverse is None:
            continue
        if inverse in attributes or inverse in inverses:
            message = f'"{inverse}" names two attributes'
            findings.append(error("registry-invalid", spans[attribute.name], message, "give the inverse another name"))
            continue
        inverses[inverse] = replace(
            attribute,
            name=inverse,
            label=attribute.inverse_label or _label_of(inverse),
            inverse=attribute.name,
            inverse_label=attribute.label,
            inverse_of=attribute.name,
        )
    return inverses
