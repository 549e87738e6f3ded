"""The registry of kinds and attributes, from its file and a briefing's additions."""

from collections.abc import Mapping
from dataclasses import replace

from generator.decode.reading import Content, Fields, Findings
from generator.diagnostics.diagnostic import Span, error
from generator.model.registry import Attribute, Kind, Registry

_RESERVED_FOLDERS = frozenset({"articles", "publishers", "api", "feeds", "about", "assets", "calendar", "search"})


def decode_registry(built_in: Fields, briefing: Fields | None, findings: Findings) -> Registry:
    """Return the built-in registry with the briefing's kinds and attributes added or overriding."""
    kinds: dict[str, Kind] = {}
    attributes: dict[str, Attribute] = {}
    for layer in (built_in, briefing):
        if layer is None:
            continue
        for name, content in layer.mapping("kinds").items():
            _add_kind(kinds, name, content, findings)
        for name, content in layer.mapping("attributes").items():
            _add_attribute(attributes, name, content, findings)
    return Registry(kinds, attributes | _inverses(attributes, findings, built_in.span))


def _add_kind(kinds: dict[str, Kind], name: str, content: Content, findings: Findings) -> None:
    if not isinstance(content, Fields):
        return
    label = content.text("label") or name.replace("-", " ").capitalize()
    base = kinds.get(name) or Kind(name, content.text("folder") or "", label, content.text("label_plural") or label)
    kind = replace(
        base,
        folder=content.text("folder") or base.folder,
        label=content.text("label") or base.label,
        label_plural=content.text("label_plural") or base.label_plural,
        schema_type=content.text("schema_type") or base.schema_type,
    )
    taken = next((one for one in kinds.values() if one.folder == kind.folder and one.name != name), None)
    if not kind.folder or taken or kind.folder in _RESERVED_FOLDERS:
        why = f'the folder of kind "{taken.name}"' if taken else "reserved or missing"
        message = f'kind "{name}": its folder "{kind.folder}" is {why}'
        findings.append(error("registry-invalid", content.place("folder"), message, "give it a folder of its own"))
        return
    kinds[name] = kind


def _add_attribute(attributes: dict[str, Attribute], name: str, content: Content, findings: Findings) -> None:
    if not isinstance(content, Fields):
        return
    base = attributes.get(name)
    values = content.texts("values") or (base.values if base else ())
    if not values:
        message = f'attribute "{name}" does not say what values it takes'
        findings.append(error("registry-invalid", content.span, message, "add values: [text]"))
        return
    start = base or Attribute(name, name.replace("-", " ").capitalize(), values, "context")
    key = content.texts("key") or start.key
    takes = content.texts("takes") or start.takes
    attributes[name] = replace(
        start,
        label=content.text("label") or start.label,
        values=values,
        section=content.text("section") or start.section,
        key=key,
        required=content.texts("required") or start.required,
        takes=tuple(dict.fromkeys((*key, *takes))),
        options=content.texts("options") or start.options,
        inverse=content.text("inverse") or start.inverse,
        inverse_label=content.text("inverse_label") or start.inverse_label,
        doc=content.text("doc") or start.doc,
        many=_flag(content, "many", start.many),
        varies=_flag(content, "varies", start.varies),
        opinion=_flag(content, "opinion", start.opinion),
        symmetric=_flag(content, "symmetric", start.symmetric),
    )


def _flag(content: Fields, name: str, otherwise: bool) -> bool:
    return content.flag(name) if content.read(name) else otherwise


def _inverses(attributes: Mapping[str, Attribute], findings: Findings, span: Span) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for one in attributes.values():
        if one.inverse is None:
            continue
        if one.inverse in attributes or one.inverse in found:
            findings.append(
                error("registry-invalid", span, f'"{one.inverse}" names two attributes', "rename the inverse")
            )
            continue
        label = one.inverse_label or one.inverse.replace("-", " ").capitalize()
        found[one.inverse] = replace(
            one, name=one.inverse, label=label, inverse=one.name, inverse_label=one.label, inverse_of=one.name
        )
    return found
