"""How much of the claims held by hand `draft` proposes, and how many of its proposals are right.

    python -m benchmarks.draft FOLDER [--data data] [--save] [--show ARTICLE]

FOLDER holds the captured texts that the articles name. Every text is drafted against the data without its own
article, so that nothing of it is known but the subjects. The rules of matching are printed with the results.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.drafting.clauses.proposal import Proposal
from briefing.drafting.document.draft import Draft, Request
from briefing.drafting.literals.publication import parse_publication_date
from briefing.edges.captures import read_captures
from briefing.edges.disk import read_tree
from briefing.model.claims import Claim
from briefing.model.value_comparing import agree, same_value
from briefing.model.value_parsing import parse_value_as
from briefing.model.values import EntityName, EntityRef, Malformed, Money, PartialDate, Quantity, Text, Value
from briefing.pipeline import draft_article, open_known_data

RESULTS = Path("benchmarks/results-draft.md")
_FAMILIES = {
    **dict.fromkeys(("amount", "figure", "effect"), "money"),
    **dict.fromkeys(("count", "capacity", "share", "growth", "rank"), "quantity"),
    **dict.fromkeys(("milestone", "date"), "time"),
    **dict.fromkeys(("statement", "assessment", "risk"), "opinion"),
    **dict.fromkeys(
        ("aim", "purpose", "reason", "measure-taken", "condition", "context", "definition", "superlative"), "account"
    ),
}
GROUPS = ("numbers", "relations", "opinions", "other text")
RULES = """\
Rules of matching. Each proposal counts for one claim held by hand, each claim for one proposal; restated claims and
list values count one by one. Both sides must lie in the same paragraph.
*Strict*: same subject, same attribute; a number, sum or date equal as a parsed literal, bound included; a relation to
the same subject (in a symmetric one either way round); a text claim, whose words are left to the editor, by subject,
attribute and speaker. *Lenient*: the same family of attributes (money; quantities and ranks; milestones and dates;
relations; opinions; other text), the subject the same or one that the draft names beside it as a candidate; numbers
that can be true at once, units aside; relations between the same two subjects; any speaker. The claims that differ
in nothing but what an editor decides (line, measure, stage) match."""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of either side, as far as it is compared."""

    pars: range
    about: frozenset[str]
    others: frozenset[str]
    attribute: str
    value: Value | None
    speaker: str
    printed: str

    @property
    def group(self) -> str:
        """Numbers, relations, opinions or other text."""
        family = _FAMILIES.get(self.attribute, "relation")
        if family in ("money", "quantity", "time"):
            return "numbers"
        return {"opinion": "opinions", "account": "other text"}.get(
            family, "relations" if self._related else "other text"
        )

    @property
    def _related(self) -> bool:
        return self.attribute not in ("status",)


def main(arguments: list[str] | None = None) -> None:
    """Draft every article that has a captured text, compare, print, and save where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("captures", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data"))
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--show", help="print what was missed and what was wrong in one article")
    options = parser.parse_args(arguments)
    sources, _ = read_tree(options.data)
    captures = read_captures(options.captures)
    pairs = {article: (held, drafted) for article, held, drafted in _runs(sources, captures)}
    if options.show:
        _show(*pairs[options.show])
        return
    report = "\n".join(_report(pairs))
    print(report)
    if options.save:
        RESULTS.write_text(report + "\n", encoding="utf-8")


Pair = tuple[list[Told], list[Told]]


def _runs(sources: dict[str, bytes], captures: dict[str, str]) -> Iterator[tuple[str, list[Told], list[Told]]]:
    whole = open_known_data(sources).records
    for article in whole.articles.values():
        if article.capture not in captures:
            continue
        rest = {path: content for path, content in sources.items() if path != f"articles/{article.id}.yml"}
        published = parse_publication_date(article.published.printed)
        assert published is not None
        request = Request(article.id, article.publisher or "unknown", published, capture=article.capture)
        drafted = draft_article(open_known_data(rest), rest, request, captures[article.capture or ""], {})
        held = [_held(claim) for claim in whole.claims if claim.holder == article.id]
        yield article.id, held, list(_drafted(drafted.draft))


def _held(claim: Claim) -> Told:
    first, last = claim.par or (0, 0)
    speaker = claim.speaker
    voice = str(speaker.subject or speaker.group or "document") if speaker else ""
    about = frozenset(claim.about)
    printed = f"par {first} {', '.join(claim.about)} {claim.attribute} {claim.value} {voice}"
    return Told(range(first, last + 1), about, frozenset(), claim.attribute, claim.value, voice, printed)


def _drafted(draft: Draft) -> Iterator[Told]:
    for one in draft.proposals:
        value = (
            None
            if one.value is None
            else parse_value_as(_KINDS.get(_FAMILIES.get(one.attribute, ""), ("entity", "text")), one.value)
        )
        assert not isinstance(value, Malformed), one
        about, others = frozenset({str(one.about)}), frozenset(map(str, one.alternatives))
        printed = f"par {one.par} {one.about} {one.attribute} {one.value} {dict(one.fields)}"
        yield Told(range(one.par, one.par + 1), about, others, one.attribute, value, _speaker(one), printed)


_KINDS = {"money": ("money", "quantity"), "quantity": ("quantity",), "time": ("date",)}


def _speaker(one: Proposal) -> str:
    speaker = one.fields.get("speaker", "")
    if isinstance(speaker, str):
        return speaker
    return "document" if "document" in str(speaker) else str(dict(speaker).get("group", ""))  # type: ignore[call-overload]


def _strict(held: Told, drafted: Told) -> bool:
    if not _same_place(held, drafted) or held.attribute != drafted.attribute:
        return False
    if held.group == "relations":
        return _relation(held) == _relation(drafted)
    if held.group == "numbers":
        return held.about == drafted.about and _equal(held.value, drafted.value)
    return held.about == drafted.about and held.speaker == drafted.speaker


def _lenient(held: Told, drafted: Told) -> bool:
    if not _same_place(held, drafted) or held.group != drafted.group:
        return False
    if held.group == "relations":
        ends = _ends(held)
        return ends == _ends(drafted) or (
            held.attribute == drafted.attribute and _is_named(held) and _near(held, drafted)
        )
    family = _FAMILIES.get(held.attribute), _FAMILIES.get(drafted.attribute)
    if family[0] != family[1] or not _near(held, drafted):
        return False
    return held.group != "numbers" or _alike(held.value, drafted.value)


def _same_place(held: Told, drafted: Told) -> bool:
    return drafted.pars.start in held.pars


def _near(held: Told, drafted: Told) -> bool:
    return bool(held.about & (drafted.about | drafted.others))


def _is_named(held: Told) -> bool:
    return isinstance(held.value, EntityName | Text)


_SYMMETRIC = ("partner", "competitor")
_FORWARD = {"members": "member-of", "operates": "operator", "acts-in": "actor"}


def _relation(one: Told) -> tuple[object, ...]:
    target = one.value.id if isinstance(one.value, EntityRef) else None
    if one.attribute in _SYMMETRIC:
        return one.attribute, _ends(one)
    return one.attribute, one.about, target or str(one.value)


def _ends(one: Told) -> frozenset[str]:
    return one.about | ({one.value.id} if isinstance(one.value, EntityRef) else frozenset())


def _equal(held: Value | None, drafted: Value | None) -> bool:
    return held == drafted or (held is not None and drafted is not None and same_value(held, drafted))


def _alike(held: Value | None, drafted: Value | None) -> bool:
    if isinstance(held, Quantity) and isinstance(drafted, Quantity):
        return held.number == drafted.number
    if isinstance(held, Money) and isinstance(drafted, Money):
        return (held.currency, held.amount) == (drafted.currency, drafted.amount)
    if isinstance(held, PartialDate) and isinstance(drafted, PartialDate):
        return held.edtf.strip("./") == drafted.edtf.strip("./") or agree(held, drafted)
    return _equal(held, drafted)


def _match(held: list[Told], drafted: list[Told], rule: object) -> tuple[list[bool], list[bool]]:
    """Pair claims one to one, in order; return which of either side found a partner."""
    assert callable(rule)
    taken = [False] * len(drafted)
    found = [False] * len(held)
    for number, one in enumerate(held):
        for other, proposal in enumerate(drafted):
            if not taken[other] and rule(one, proposal):
                taken[other] = found[number] = True
                break
    return found, taken


@dataclass(slots=True)
class Score:
    """How many are held, proposed, and match either way."""

    held: int = 0
    drafted: int = 0
    strict: int = 0
    lenient: int = 0

    def cells(self) -> tuple[str, ...]:
        """Return the columns of a table."""
        return (
            str(self.held), str(self.drafted), _share(self.strict, self.held), _share(self.strict, self.drafted),
            _share(self.lenient, self.held), _share(self.lenient, self.drafted),
        )  # fmt: skip


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _scores(pairs: Iterable[Pair], key: str) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for held, drafted in pairs:
        strict, _ = _match(held, drafted, _strict)
        lenient, _ = _match(held, drafted, _lenient)
        for number, one in enumerate(held):
            score = scores[getattr(one, key)]
            score.held += 1
            score.strict += strict[number]
            score.lenient += lenient[number]
        for one in drafted:
            scores[getattr(one, key)].drafted += 1
    return scores


def _total(scores: Iterable[Score]) -> Score:
    total = Score()
    for one in scores:
        total.held += one.held
        total.drafted += one.drafted
        total.strict += one.strict
        total.lenient += one.lenient
    return total


_HEAD = ("held", "proposed", "recall, strict", "precision, strict", "recall, lenient", "precision, lenient")


def _report(pairs: dict[str, Pair]) -> Iterator[str]:
    yield "# What `draft` finds of the claims held by hand\n"
    yield "Made by `python -m benchmarks.draft FOLDER --save`, FOLDER with the captured texts; not to be edited.\n"
    yield RULES + "\n"
    groups = _scores(pairs.values(), "group")
    yield "## By kind of claim\n"
    rows = [(name, *groups[name].cells()) for name in GROUPS]
    firm = _total([groups["numbers"], groups["relations"]])
    texts = _total([groups["opinions"], groups["other text"]])
    rows += [("numbers and relations", *firm.cells()), ("text claims", *texts.cells())]
    rows.append(("all", *_total(groups.values()).cells()))
    yield table(("kind", *_HEAD), rows)
    yield "\n## By article: numbers and relations\n"
    yield table(("article", *_HEAD), [(name, *_firm([pair]).cells()) for name, pair in pairs.items()])
    yield "\n## By attribute\n"
    attributes = _scores(pairs.values(), "attribute")
    yield table(("attribute", *_HEAD), [(name, *attributes[name].cells()) for name in sorted(attributes)])


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _firm(pairs: Iterable[Pair]) -> Score:
    groups = _scores(pairs, "group")
    return _total([groups["numbers"], groups["relations"]])


def _show(held: list[Told], drafted: list[Told]) -> None:
    found, taken = _match(held, drafted, _strict)
    loose, _ = _match(held, drafted, _lenient)
    for number, one in enumerate(held):
        if not found[number]:
            print("missed " if not loose[number] else "nearly ", one.printed)
    for number, one in enumerate(drafted):
        if not taken[number]:
            print("wrong  ", one.printed)
    print(Counter(one.attribute for one in drafted))


if __name__ == "__main__":
    main()
