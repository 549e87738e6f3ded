"""Fields by record in, the frozen records of the model out; every reference is checked here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.decode.checks import parse_paragraphs
from generator.decode.claims import ClaimContext, decode_claims
from generator.decode.files import RawData, RawRecord
from generator.decode.index import Index, build_index
from generator.decode.reading import Content, Fields, Findings, Read, reference_error
from generator.decode.shapes import JUDGEMENT_WORDS, LINE_RELATIONS
from generator.diagnostics.diagnostic import Diagnostic, Related, Severity, Span, error
from generator.model.claims import Claim
from generator.model.dates import PartialDate, parse_date
from generator.model.ids import ArticleId, ClaimKey, PublisherId, SubjectId
from generator.model.records import (
    Alias,
    Article,
    Briefing,
    Citation,
    Correction,
    Exclusion,
    FormerName,
    Grade,
    Judgement,
    MoneyLine,
    Move,
    Name,
    Outcome,
    Publisher,
    Rate,
    Redirect,
    Rejection,
    SourcedText,
    Subject,
    Summary,
)
from generator.model.registry import Registry

BOTTOM_LINE_WORDS = 60
_UNDATED = parse_date("0001")
assert isinstance(_UNDATED, PartialDate)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Every record of the data, typed; broken ones are left out and reported."""

    briefing: Briefing | None
    registry: Registry
    subjects: Mapping[SubjectId, Subject]
    articles: Mapping[ArticleId, Article]
    publishers: Mapping[PublisherId, Publisher]
    claims: tuple[Claim, ...]
    rates: tuple[Rate, ...]
    corrections: tuple[Correction, ...]
    redirects: tuple[Redirect, ...]


def decode_data(raw: RawData, registry: Registry, as_of: str | None, findings: Findings) -> Decoded:
    """Return all records; ``as_of`` overrides the briefing's day."""
    index = build_index(raw, findings)
    publishers = {PublisherId(one.id): _decode_publisher(one, index, findings) for one in raw.publishers.values()}
    articles = {ArticleId(one.id): _decode_article(one, publishers, index, findings) for one in raw.articles.values()}
    subjects = {
        SubjectId(one.id): _decode_subject(one, raw.kind_of.get(one.id, ""), index, findings)
        for one in raw.subjects.values()
    }
    claims = tuple(_decode_all_claims(raw, index, registry, articles, findings))
    return Decoded(
        _decode_briefing(raw.briefing, as_of, index, findings),
        registry,
        subjects,
        articles,
        publishers,
        claims,
        tuple(_decode_rates(raw.rates, findings)),
        tuple(_decode_corrections(raw.corrections, index, findings)),
        tuple(_decode_redirects(raw.redirects, index, findings)),
    )


def _decode_all_claims(
    raw: RawData, index: Index, registry: Registry, articles: Mapping[ArticleId, Article], findings: Findings
) -> Iterator[Claim]:
    for record in raw.articles.values():
        article = articles[ArticleId(record.id)]
        context = ClaimContext(record.id, index, registry, articles, None, article)
        yield from decode_claims(record.fields.records("claims"), record.fields.record("defaults"), context, findings)
    for record in raw.subjects.values():
        context = ClaimContext(record.id, index, registry, articles, record.id, None)
        yield from decode_claims(record.fields.records("facts"), None, context, findings)


def _decode_name(fields: Fields | None) -> Name:
    if fields is None:
        return Name("")
    return Name(fields.text("en") or "", fields.text("short"), fields.text("ja"), fields.text("reading"))


def _decode_grade(fields: Fields | None) -> Grade | None:
    if fields is None or fields.text("letter") is None:
        return None
    return Grade(fields.text("letter") or "F", fields.text("why") or "")


def _date(fields: Fields, name: str) -> PartialDate | None:
    read = fields.read(name)
    return read.value if read and isinstance(read.value, PartialDate) else None


def _sourced(fields: Fields | None, index: Index, findings: Findings) -> SourcedText | None:
    if fields is None or fields.text("text") is None:
        return None
    _check_length(fields.read("text"), findings)
    return SourcedText(fields.text("text") or "", index.check_claims(fields.reads("claims"), findings))


def _check_length(read: Read | None, findings: Findings) -> None:
    words = len(read.text.split()) if read else 0
    if read and words > BOTTOM_LINE_WORDS:
        message = f"the text has {words} words, at most {BOTTOM_LINE_WORDS} are allowed"
        findings.append(error("bottom-line-long", read.span, message, "say it shorter"))


def _decode_publisher(record: RawRecord, index: Index, findings: Findings) -> Publisher:
    fields = record.fields
    subject = index.check(fields.read("subject"), "subject", findings)
    return Publisher(
        PublisherId(record.id),
        _decode_name(fields.record("name")),
        _decode_grade(fields.record("grade")) or Grade("F", ""),
        SubjectId(subject) if subject else None,
        fields.text("url"),
        fields.span,
    )


def _publisher_of(read: Read | None, index: Index, findings: Findings) -> PublisherId | None:
    if read is None or read.text == "unknown":
        return None
    known = index.check(read, "publisher", findings)
    return PublisherId(known) if known else None


def _decode_article(
    record: RawRecord, publishers: Mapping[PublisherId, Publisher], index: Index, findings: Findings
) -> Article:
    fields = record.fields
    publisher = _publisher_of(fields.read("publisher"), index, findings)
    grade = _decode_grade(fields.record("grade")) or (publishers[publisher].grade if publisher else None)
    if grade is None and fields.text("publisher") == "unknown" and "grade" not in fields.keys:
        place = fields.place("publisher")
        hint = "add grade: {letter: …, why: …}"
        findings.append(error("grade-missing", place, "an article of an unknown publisher needs its own grade", hint))
    cites = tuple(_decode_citation(one, index, findings) for one in fields.records("cites"))
    _check_twice(fields.records("cites"), "the reference", findings)
    exclude = tuple(_decode_exclusions(fields.records("exclude")))
    _check_exclusions(fields, exclude, findings)
    review, status = fields.record("review"), fields.record("status")
    assert isinstance(_UNDATED, PartialDate)
    return Article(
        id=ArticleId(record.id),
        title=fields.text("title"),
        publisher=publisher,
        author=fields.texts("author"),
        url=fields.text("url"),
        language=fields.text("language") or "en",
        form=fields.text("form") or "report",
        published=_date(fields, "published") or _UNDATED,
        published_basis=fields.text("published_basis"),
        origin=fields.text("origin") or record.id,
        grade=grade or Grade("F", ""),
        capture=fields.text("capture"),
        review=(review.text("state") if review else None) or "reviewed",
        review_note=review.text("note") if review else None,
        status=(status.text("state") if status else None) or "current",
        status_reason=status.text("reason") if status else None,
        cites=cites,
        exclude=exclude,
        summary=_decode_summary(record.id, fields.record("summary"), index, findings),
        note=fields.text("note"),
        span=fields.span,
    )


def _decode_citation(fields: Fields, index: Index, findings: Findings) -> Citation:
    return Citation(
        fields.text("id") or "",
        _publisher_of(fields.read("publisher"), index, findings),
        fields.text("title"),
        _date(fields, "published"),
        fields.text("url"),
        fields.text("origin"),
    )


def _check_twice(records: tuple[Fields, ...], what: str, findings: Findings) -> None:
    first: dict[str, Span] = {}
    for one in records:
        name = one.text("id")
        if name is None:
            continue
        if name in first:
            related = (Related(first[name], "the first of this name"),)
            message = f'{what} "{name}" stands here twice'
            findings.append(error("id-duplicate", one.place("id"), message, "rename one of them", related))
        first.setdefault(name, one.place("id"))


def _decode_exclusions(records: tuple[Fields, ...]) -> Iterator[Exclusion]:
    for one in records:
        paragraphs = parse_paragraphs(one.text("par") or "")
        if paragraphs:
            yield Exclusion(paragraphs, one.text("why") or "")


def _check_exclusions(fields: Fields, exclude: tuple[Exclusion, ...], findings: Findings) -> None:
    gone = {n: one for one in exclude for n in range(one.par[0], one.par[1] + 1)}
    for claim in fields.records("claims"):
        paragraphs = parse_paragraphs(claim.text("par") or "")
        hit = next((n for n in range(paragraphs[0], paragraphs[1] + 1) if n in gone), None) if paragraphs else None
        if hit is not None:
            message = f"paragraph {hit} is excluded, yet claimed"
            findings.append(error("par-excluded", claim.place("par"), message, "take one of the two out"))


def _decode_summary(holder: str, fields: Fields | None, index: Index, findings: Findings) -> Summary | None:
    if fields is None:
        return None
    _check_length(fields.read("bottom_line"), findings)
    points = []
    for one in fields.records("points"):
        reads = tuple(_qualified(read, holder) for read in one.reads("claims"))
        points.append(SourcedText(one.text("text") or "", index.check_claims(reads, findings)))
    return Summary(fields.text("bottom_line"), tuple(points), fields.texts("limits"))


def _qualified(read: Read, holder: str) -> Read:
    """Inside its own file a claim goes by its bare id."""
    return read if "#" in read.text else Read(f"{holder}#{read.text}", read.span)


def _decode_subject(record: RawRecord, kind: str, index: Index, findings: Findings) -> Subject:
    fields = record.fields
    here = SubjectId(record.id)
    not_same = index.check_all(fields.reads("not_same_as"), "subject", findings)
    for read in fields.reads("not_same_as"):
        if read.text == here:
            findings.append(
                error("self-reference", read.span, f'"{here}" is the same as itself', "name the look-alike")
            )
    _check_twice(fields.records("money_lines"), "the money line", findings)
    return Subject(
        id=here,
        kind=kind,
        name=_decode_name(fields.record("name")),
        describes=fields.text("describes") or "",
        aliases=tuple(
            Alias(one.text("name") or "", one.text("link") or "yes", one.place("name"))
            for one in fields.records("aliases")
        ),
        former_names=tuple(_decode_former(one, index, findings) for one in fields.records("former_names")),
        identifiers={
            name: value.text for name, value in fields.mapping("identifiers").items() if isinstance(value, Read)
        },
        not_same_as=tuple(SubjectId(one) for one in not_same),
        last_verified=_date(fields, "last_verified"),
        bottom_line=_sourced(fields.record("bottom_line"), index, findings),
        money_lines=tuple(_decode_line(one) for one in fields.records("money_lines")),
        judgements=tuple(_decode_judgement(here, one, index, findings) for one in fields.records("judgements")),
        outcomes=tuple(_decode_outcome(one, index, findings) for one in fields.records("outcomes")),
        span=_head(fields),
    )


def _head(fields: Fields) -> Span:
    """Return where a record's name stands: the place to show for a finding about the whole record."""
    return fields.keys.get("name", fields.span)


def _decode_former(fields: Fields, index: Index, findings: Findings) -> FormerName:
    source = index.check(fields.read("source"), "article", findings)
    return FormerName(fields.text("name") or "", _date(fields, "until"), ArticleId(source) if source else None)


def _decode_line(fields: Fields) -> MoneyLine:
    relations = {name: fields.texts(name) for name in LINE_RELATIONS if fields.texts(name)}
    return MoneyLine(
        fields.text("id") or "", fields.text("label") or "", relations, fields.text("because"), fields.place("id")
    )


def _texts(content: Mapping[str, Content]) -> dict[str, str]:
    return {name: value.text for name, value in content.items() if isinstance(value, Read)}


def _decode_judgement(subject: SubjectId, fields: Fields, index: Index, findings: Findings) -> Judgement:
    finding = fields.record("finding")
    preferred = fields.reads("prefer")
    word = preferred[0].text if len(preferred) == 1 and preferred[0].text in JUDGEMENT_WORDS else None
    prefer: tuple[ClaimKey, ...] = () if word else index.check_claims(preferred, findings)
    reject = tuple(_decode_rejections(fields.records("reject"), index, findings))
    move = tuple(_decode_moves(fields.records("move"), index, findings))
    if (finding is None) == (fields.record("slot") is None):
        message = "a judgement is on one slot or on one finding"
        findings.append(error("judgement-target", fields.span, message, "write either slot: or finding:"))
    if not (preferred or reject or move or {"prefer", "reject", "move"} & set(fields.keys)):
        message = "the judgement decides nothing"
        findings.append(error("judgement-target", fields.span, message, "add prefer:, reject: or move:"))
    return Judgement(
        subject=subject,
        slot=_texts(fields.mapping("slot")) if fields.record("slot") else None,
        finding_rule=finding.text("rule") if finding else None,
        finding_claims=index.check_claims(finding.reads("claims"), findings) if finding else (),
        prefer=prefer,
        word=word,
        reject=reject,
        move=move,
        because=fields.text("because") or "",
        settles_it=fields.text("settles_it"),
        decided=_date(fields, "decided"),
        seen=fields.text("seen"),
        span=fields.place("slot") if fields.record("slot") else fields.span,
    )


def _decode_rejections(records: tuple[Fields, ...], index: Index, findings: Findings) -> Iterator[Rejection]:
    for one in records:
        read = one.read("claim")
        reason = one.text("reason")
        if read and reason:
            yield from (Rejection(key, reason) for key in index.check_claims((read,), findings))


def _decode_moves(records: tuple[Fields, ...], index: Index, findings: Findings) -> Iterator[Move]:
    for one in records:
        to = index.check(one.read("to"), "subject", findings)
        read = one.read("claim")
        if read and to:
            yield from (Move(key, SubjectId(to)) for key in index.check_claims((read,), findings))


def _decode_outcome(fields: Fields, index: Index, findings: Findings) -> Outcome:
    return Outcome(
        _texts(fields.mapping("slot")),
        fields.text("state") or "unknown",
        _date(fields, "checked"),
        fields.text("because"),
        index.check_claims(fields.reads("claims"), findings),
    )


def _decode_briefing(fields: Fields | None, as_of: str | None, index: Index, findings: Findings) -> Briefing | None:
    if fields is None:
        return None
    overridden = parse_date(as_of) if as_of else None
    today = overridden if isinstance(overridden, PartialDate) else _date(fields, "as_of")
    bottom_line = _sourced(fields.record("bottom_line"), index, findings)
    if today is None or fields.record("name") is None or fields.text("url") is None:
        return None
    return Briefing(
        _decode_name(fields.record("name")),
        fields.text("url") or "",
        fields.text("language") or "en",
        today,
        fields.text("currency") or "",
        fields.text("description"),
        bottom_line,
        _texts(fields.mapping("licences")),
        _texts(fields.mapping("thresholds")),
    )


def _decode_rates(rows: tuple[Fields, ...], findings: Findings) -> Iterator[Rate]:
    first: dict[tuple[str | None, str | None], Span] = {}
    for row in rows:
        key = (row.text("pair"), row.text("month"))
        if None in key:
            continue
        if key in first:
            related = (Related(first[key], "the first rate of this month"),)
            message = f"{key[0]} has two rates for {key[1]}"
            findings.append(error("rates-duplicate", row.span, message, "keep one of them", related))
            continue
        first[key] = row.span
        rate = row.text("rate")
        if rate:
            yield Rate(key[0] or "", key[1] or "", Decimal(rate), row.text("source") or "")


def _decode_corrections(rows: tuple[Fields, ...], index: Index, findings: Findings) -> Iterator[Correction]:
    for row in rows:
        about = index.check_all(row.reads("about"), "subject", findings)
        claims = index.check_claims(row.reads("claims"), findings)
        date = _date(row, "date")
        if date:
            subjects = tuple(SubjectId(one) for one in about)
            yield Correction(date, subjects, claims, row.text("was") or "", row.text("now") or "")


def _decode_redirects(fields: Fields | None, index: Index, findings: Findings) -> Iterator[Redirect]:
    targets = fields.values if fields else {}
    for old, content in targets.items():
        place = fields.keys[old] if fields else Span("redirects.yml")
        findings.extend(_redirect_problems(old, place, content, targets, index))
        if isinstance(content, Read):
            yield Redirect(old, content.text, None)
        elif isinstance(content, Fields):
            yield Redirect(old, None, content.text("gone"))


def _redirect_problems(
    old: str, place: Span, content: Content, targets: Mapping[str, Content], index: Index
) -> Iterator[Diagnostic]:
    if old in index.subjects | index.articles:
        yield error("redirect-live", place, f'"{old}" is retired and yet has a file', "delete the file or the line")
    if not isinstance(content, Read):
        return
    seen, target = {old}, content.text
    while isinstance(step := targets.get(target), Read):
        if target in seen:
            yield error("redirect-cycle", content.span, f'"{old}" leads back to itself', "name where readers go now")
            return
        seen.add(target)
        target = step.text
    if target not in index.subjects | index.articles and not isinstance(targets.get(target), Fields):
        known = tuple(sorted(index.subjects | index.articles))
        yield reference_error("ref-unknown", content.span, f'no record is called "{target}"', target, known)


def draft_findings(decoded: Decoded, severity: Severity) -> Iterator[Diagnostic]:
    """Return one finding for every draft article: a note in a preview, an error in a publication."""
    for article in decoded.articles.values():
        if article.review == "draft":
            message = f'"{article.id}" is a draft'
            yield Diagnostic("review-draft", severity, article.span, message, "review it, then set review: reviewed")
