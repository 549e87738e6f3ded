"""The registry of kinds and attributes, from its file and a briefing's additions."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.decode.reading.content import Content, Fields, Findings
from briefing.decode.reading.hints import did_you_mean
from briefing.decode.shapes.claims import CLAIM
from briefing.diagnostics.diagnostic import Diagnostic, Span, error
from briefing.diagnostics.suggest import nearest
from briefing.model.registry import Attribute, Kind, Registry

RESERVED_FOLDERS = frozenset(
    {"about", "api", "articles", "assets", "calendar", "changes", "checks", "compare", "conflicts", "feeds", "money",
     "network", "publishers", "search", "sources", "timeline"}
)  # fmt: skip
"""Folders that the site itself needs."""
_CLAIM_FIELDS = tuple(one.name for one in CLAIM.fields)


def decode_registry(built_in: Fields, briefing: Fields | None, findings: Findings) -> Registry:
    """Return the built-in registry with the briefing's kinds and attributes added or overriding."""
    kinds: dict[str, Kind] = {}
    attributes: dict[str, Attribute] = {}
    places: dict[str, Span] = {}
    for layer in (built_in, briefing):
        if layer is None:
            continue
        for name, content in layer.mapping("kinds").items():
            _add_kind(kinds, name, content, findings)
        for name, content in layer.mapping("attributes").items():
            _add_attribute(attributes, name, content, findings)
            if isinstance(content, Fields):
                places[name] = content.span_of("inverse")
    return Registry(kinds, attributes | _inverses(attributes, places, findings))


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
    why = _why_no_folder(kind, kinds)
    if not why:
        kinds[name] = kind
    elif not content.faulty:
        message = f'the kind "{name}" can not have the folder "{kind.folder}": {why}'
        findings.append(error("registry-invalid", content.span_of("folder"), message, "give it a folder of its own"))


def _why_no_folder(kind: Kind, kinds: Mapping[str, Kind]) -> str:
    if not kind.folder:
        return "it is missing"
    if kind.folder in RESERVED_FOLDERS:
        return "the site needs it"
    taken = next((one for one in kinds.values() if one.folder == kind.folder and one.name != kind.name), None)
    return f'it is that of the kind "{taken.name}"' if taken else ""


def _add_attribute(attributes: dict[str, Attribute], name: str, content: Content, findings: Findings) -> None:
    if not isinstance(content, Fields):
        return
    base = attributes.get(name)
    values = content.texts("values") or (base.values if base else ())
    findings.extend(_attribute_problems(name, content, values))
    start = base or Attribute(name, name.replace("-", " ").capitalize(), values, "context")
    key = content.texts("key") or start.key
    takes = content.texts("takes") or start.takes
    attributes[name] = replace(
        start,
        label=content.text("label") or start.label,
        values=values or ("text",),
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
        hierarchical=_flag(content, "hierarchical", start.hierarchical),
    )


def _attribute_problems(name: str, content: Fields, values: tuple[str, ...]) -> Iterator[Diagnostic]:
    if not values and content.lacks("values"):
        message = f'the attribute "{name}" does not say what values it takes'
        yield error("registry-invalid", content.span_of("values"), message, "add values: [text]")
    for field in ("required", "takes"):
        for read in content.scalars(field):
            if read.text not in _CLAIM_FIELDS:
                hint = did_you_mean(nearest(read.text, _CLAIM_FIELDS)) or "name a field of claims"
                yield error("registry-invalid", read.span, f'a claim has no field "{read.text}"', hint)
    for field in ("inverse", "symmetric", "hierarchical"):
        if content.scalar(field) and values and "entity" not in values:
            message = f'"{name}" has no entity as its value, so it has no other end'
            yield error(
                "registry-invalid", content.span_of(field), message, f"take {field} out, or add entity to values"
            )


def _flag(content: Fields, name: str, otherwise: bool) -> bool:
    return content.flag(name) if content.scalar(name) else otherwise


def _inverses(
    attributes: Mapping[str, Attribute], places: Mapping[str, Span], findings: Findings
) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for one in attributes.values():
        if one.inverse is None:
            continue
        if one.inverse in attributes or one.inverse in found:
            message = f'"{one.inverse}" names two attributes'
            findings.append(error("registry-invalid", places[one.name], message, "give the inverse another name"))
            continue
        label = one.inverse_label or one.inverse.replace("-", " ").capitalize()
        found[one.inverse] = replace(
            one, name=one.inverse, label=label, inverse=one.name, inverse_label=one.label, inverse_of=one.name
        )
    return found
