"""A draft in, the text of an article file out: one claim a line, what a person must decide as comments beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.drafting.draft import Draft
from briefing.drafting.proposal import Field, Proposal
from briefing.model.placeholders import TO_WORD
from briefing.source.quoting import comment_line, quote_scalar

_LETTERS = "bcdefghjkmnpqrstuvwxyz"
_ORDER = (
    "line", "measure", "milestone", "role", "list", "edition", "value", "also_printed", "modality", "stage", "basis",
    "payer", "payee", "scope", "period", "when", "speaker", "said", "how", "quote", "review",
)  # fmt: skip
_NAMES_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One written claim: its id, and the places of the proposals that it carries."""

    id: str
    text: str
    proposals: tuple[int, ...]
    remark: str


def write_draft(draft: Draft) -> tuple[str, tuple[Row, ...]]:
    """Return the file's text, not yet in canonical layout, and its claims."""
    rows = _rows(draft)
    lines = [*_head(draft), *_metadata(draft), *_exclusions(draft), *_claims(draft, rows)]
    return "\n".join(lines) + "\n", rows


def _head(draft: Draft) -> Iterator[str]:
    yield comment_line(
        f"A draft made by machine from {draft.request.source or 'a text'}: nothing here has been reviewed."
    )
    yield comment_line(f'Hold every claim against its paragraph; word what says "{TO_WORD}" and take its review away;')
    yield comment_line("write the summary, then set review to reviewed. What is wrong, delete.")
    for one in draft.copies:
        yield comment_line(
            f"{one.sure.capitalize()} copy or common origin: {one.article} (origin {one.origin}): {one.why}."
        )
    if draft.newcomers:
        yield comment_line(
            'Names without a page; add a subject, or write "text:…" where a value names one, {group: …} for a speaker:'
        )
        for name in draft.newcomers[:_NAMES_SHOWN]:
            places = f"{name.count} times, first in paragraph {name.par}" if name.count > 1 else f"paragraph {name.par}"
            yield comment_line(f"- {name.name}: {name.kind}? ({places})")


def _metadata(draft: Draft) -> Iterator[str]:
    request = draft.request
    yield f"title: {quote_scalar(draft.title)[:390] if draft.title else 'null'}"
    yield f"publisher: {request.publisher}"
    if draft.authors:
        yield f"author: [{', '.join(map(quote_scalar, draft.authors))}]"
    if request.url:
        yield f"url: {quote_scalar(request.url)}"
    yield f"language: {draft.language}"
    yield "form: report"
    yield f"published: {request.published.text}"
    sure = next((one for one in draft.copies if one.sure in ("certain", "likely")), None)
    if sure:
        yield f"origin: {sure.origin}"
    if request.publisher == "unknown":
        yield 'grade: {letter: F, why: "not judged yet; the publisher is unknown"}'
    if request.capture:
        yield f"capture: {quote_scalar(request.capture)}"
    yield "review: {state: draft}"
    listed = [one for one in draft.references if one.listed]
    if listed:
        yield "cites:"
        for one in listed:
            parts = {
                "publisher": one.publisher or "unknown",
                "title": one.title,
                "published": one.published,
                "url": one.url,
            }
            inner = "".join(f", {name}: {quote_scalar(value)}" for name, value in parts.items() if value)
            yield f"  - {{id: {one.id}{inner}}}"


def _exclusions(draft: Draft) -> Iterator[str]:
    if draft.excluded:
        yield "exclude:"
    for one in draft.excluded:
        par = str(one.first) if one.first == one.last else f"{one.first}-{one.last}"
        yield f"  - {{par: {par}, why: {quote_scalar(one.why)}}}"


def _claims(draft: Draft, rows: tuple[Row, ...]) -> Iterator[str]:
    if not rows:
        yield comment_line("Nothing was recognised; add claims by hand.")
        return
    yield "claims:"
    pars = {row.proposals[0]: draft.proposals[row.proposals[0]].par for row in rows}
    skipped = {number for one in draft.excluded for number in range(one.first, one.last + 1)}
    claimed = set(pars.values())
    at = 0
    for row in rows:
        par = pars[row.proposals[0]]
        silent = [number for number in range(at + 1, par) if number not in claimed and number not in skipped]
        if silent:
            yield comment_line(f"nothing recognised in paragraph {', '.join(map(str, silent))}", "  ")
        at = max(at, par)
        if row.remark:
            yield comment_line(f"{row.id}: {row.remark}", "  ")
        yield f"  - {row.text}"
    silent = [number for number in range(at + 1, draft.paragraphs + 1) if number not in skipped]
    if silent:
        yield comment_line(f"nothing recognised in paragraph {', '.join(map(str, silent))}", "  ")


def _rows(draft: Draft) -> tuple[Row, ...]:
    """Return the claims with their ids; relations of one kind share a row, what was said before restates it."""
    first: dict[tuple[object, ...], str] = {}
    counts: dict[int, int] = {}
    rows = []
    for numbers in _grouped(draft.proposals):
        head = draft.proposals[numbers[0]]
        counts[head.par] = counts.get(head.par, 0) + 1
        name = f"c{head.par}{_suffix(counts[head.par])}"
        key = (head.identity, *(draft.proposals[number].value for number in numbers))
        restated = first.setdefault(key, name) if head.value is not None else name
        values = tuple(str(draft.proposals[number].value) for number in numbers)
        rows.append(Row(name, _row(name, head, values, restated), numbers, _remark(head)))
    return tuple(rows)


def _suffix(count: int) -> str:
    if count == 1:
        return ""
    rest, letter = divmod(count - 2, len(_LETTERS))
    return _LETTERS[letter] + (str(rest + 1) if rest else "")


def _grouped(proposals: tuple[Proposal, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the places of the proposals, those together that differ in nothing but the subject named as value."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, one in enumerate(proposals):
        joined = one.attribute in _JOINED and one.value is not None
        fields = tuple(sorted((name, str(value)) for name, value in one.fields.items()))
        key = (one.par, one.about, one.attribute, fields) if joined else (number,)
        groups.setdefault(key, []).append(number)
    yield from (tuple(one) for one in groups.values())


_JOINED = frozenset(
    {"partner", "competitor", "participant", "sector", "technology", "announced-by", "actor", "members", "member-of",
     "funder", "cites", "operator"}
)  # fmt: skip


def _remark(one: Proposal) -> str:
    others = f"or about {', '.join(one.others[:2])}?" if one.others else ""
    return "; ".join(part for part in (one.remark, others) if part)


def _row(name: str, one: Proposal, values: tuple[str, ...], restated: str) -> str:
    fields: dict[str, str] = {"id": name, "par": str(one.par), "about": one.about, "attribute": one.attribute}
    own: dict[str, Field] = dict(one.fields)
    if one.value is None:
        own |= {"value": f"{TO_WORD}: {name}", "review": "draft"}
    else:
        own["value"] = values if len(values) > 1 else values[0]
    fields |= {key: _shown(own[key]) for key in _ORDER if key in own}
    if restated != name:
        fields["restates"] = restated
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"


def _shown(value: Field) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {quote_scalar(text)}" for key, text in value.items()) + "}"
    if isinstance(value, tuple):
        return f"[{', '.join(quote_scalar(one) for one in value)}]"
    return quote_scalar(value)
