"""The claims of a draft as lines of an article file, each with its id."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.drafting.clauses.proposal import Field, Proposal
from briefing.model.placeholders import TO_WORD
from briefing.source.quoting import quote_scalar

# Without a, for c7 itself is the first, and without i, l and o, which look like digits.
_LETTERS = "bcdefghjkmnpqrstuvwxyz"
_ORDER = (
    "line", "measure", "milestone", "role", "list", "edition", "value", "also_printed", "modality", "stage", "basis",
    "payer", "payee", "scope", "period", "when", "speaker", "said", "how", "quote", "review",
)  # fmt: skip
# Relations of which one line can hold several values.
_JOINED = frozenset(
    {"partner", "competitor", "participant", "sector", "technology", "announced-by", "actor", "members", "member-of",
     "funder", "cites", "operator"}
)  # fmt: skip
_ALTERNATIVES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One written claim: its id, and the places of the proposals that it carries."""

    id: str
    text: str
    proposals: tuple[int, ...]
    remark: str


def write_rows(proposals: tuple[Proposal, ...]) -> tuple[Row, ...]:
    """Return the claims with their ids; relations of one kind share a row, what was said before restates it."""
    first_ids: dict[tuple[object, ...], str] = {}
    counts: Counter[int] = Counter()
    rows = []
    for numbers in _group(proposals):
        head = proposals[numbers[0]]
        # Ids count within their paragraph, so that one more claim changes no id of another.
        counts[head.par] += 1
        row_id = f"c{head.par}{_suffix(counts[head.par])}"
        values = tuple(proposals[number].value for number in numbers)
        restated = row_id
        # What an editor has yet to word says nothing that could be said before.
        if head.value is not None:
            restated = first_ids.setdefault((head.identity, *values), row_id)
        text = _write_row(row_id, head, tuple(map(str, values)), restated)
        rows.append(Row(row_id, text, numbers, _remark(head)))
    return tuple(rows)


def _suffix(count: int) -> str:
    """Return nothing for the first claim of a paragraph, b for the second, and b2 after z."""
    if count == 1:
        return ""
    rounds, letter = divmod(count - 2, len(_LETTERS))
    if rounds == 0:
        return _LETTERS[letter]
    return f"{_LETTERS[letter]}{rounds + 1}"


def _group(proposals: tuple[Proposal, ...]) -> list[tuple[int, ...]]:
    """Return the places of the proposals, those together that differ in nothing but the subject named as value."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, proposal in enumerate(proposals):
        groups.setdefault(_group_key(number, proposal), []).append(number)
    return [tuple(numbers) for numbers in groups.values()]


def _group_key(number: int, proposal: Proposal) -> tuple[object, ...]:
    """Return what the proposals of one row have in common; a number of its own keeps a proposal alone."""
    if proposal.attribute not in _JOINED or proposal.value is None:
        return (number,)
    fields = tuple(sorted((name, str(value)) for name, value in proposal.fields.items()))
    return (proposal.par, proposal.about, proposal.attribute, fields)


def _remark(proposal: Proposal) -> str:
    """Return what an editor should look at: a doubt of the proposal, and what else it may be about."""
    alternatives = ""
    if proposal.alternatives:
        alternatives = f"or about {', '.join(proposal.alternatives[:_ALTERNATIVES_SHOWN])}?"
    return "; ".join(filter(None, (proposal.remark, alternatives)))


def _write_row(row_id: str, proposal: Proposal, values: tuple[str, ...], restated: str) -> str:
    """Return a claim as one flow mapping, its fields in the order of the format."""
    entries = {"id": row_id, "par": str(proposal.par), "about": proposal.about, "attribute": proposal.attribute}
    fields = {**proposal.fields, **_value_fields(row_id, proposal, values)}
    entries |= {name: _write_field(fields[name]) for name in _ORDER if name in fields}
    if restated != row_id:
        entries["restates"] = restated
    return _write_mapping(entries)


def _value_fields(row_id: str, proposal: Proposal, values: tuple[str, ...]) -> dict[str, Field]:
    """Return the value of a claim; one that is to be worded is a draft by itself, so that nobody publishes it."""
    if proposal.value is None:
        return {"value": f"{TO_WORD}: {row_id}", "review": "draft"}
    if len(values) > 1:
        return {"value": values}
    return {"value": values[0]}


def _write_field(value: Field) -> str:
    """Return a value as YAML of one line."""
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return _write_mapping({name: quote_scalar(text) for name, text in value.items()})
        case tuple():
            return f"[{', '.join(map(quote_scalar, value))}]"
        case _:
            return quote_scalar(value)


def _write_mapping(entries: Mapping[str, str]) -> str:
    """Return entries as a mapping of one line."""
    return "{" + ", ".join(f"{name}: {text}" for name, text in entries.items()) + "}"
