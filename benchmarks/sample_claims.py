"""Made-up articles with their claims: who reports what, in which words, and what is said again.

A claim is kept as its written fields, since no model of the program may decide what the input looks like.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.sample_questions import Asker, Question
from benchmarks.sample_subjects import SampleSubject

Row = dict[str, str]
"""The written fields of one claim."""
CLAIMS_PER_ARTICLE = 50
FIRST_YEAR, YEARS = 2023, 4
_RESTATED, _DENIED, _SECOND_HAND, _DOLLARS = 0.08, 0.01, 0.05, 0.5


@dataclass(slots=True)
class SampleArticle:
    """One article file; ``origin`` is set on copies of another."""

    id: str
    publisher: str
    month: tuple[int, int]
    form: str
    origin: str | None = None
    rows: list[Row] = field(default_factory=list)

    @property
    def day(self) -> str:
        """When it was published."""
        return f"{self.month[0]}-{self.month[1]:02}-14"

    def add_row(self) -> Row:
        """Return the next claim, which has an id and a paragraph so far."""
        row = {"id": f"c{len(self.rows) + 1}", "par": str(1 + len(self.rows) * 2 // 3)}
        self.rows.append(row)
        return row

    @property
    def has_cites(self) -> bool:
        """Whether it names a reference that claims rest on."""
        return any("via" in row for row in self.rows)


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of an article: the key it is cited by, the question that it answers, and whether it says for what."""

    key: str
    question: Question
    answer: str
    scoped: bool


def make_articles(rng: Random, count: int, publishers: int) -> list[SampleArticle]:
    """Return articles without claims, months and publishers spread evenly; one in six copies another."""
    forms = ("report", "report", "wire-copy", "rewrite", "digest", "release", "opinion")
    articles = [
        SampleArticle(
            id=f"report-{number:05}",
            publisher=f"paper-{number % publishers:04}",
            month=(FIRST_YEAR + number % YEARS, 1 + rng.randrange(11)),
            form=forms[number % len(forms)],
        )
        for number in range(count)
    ]
    for number in range(5, count, 6):
        articles[number].origin = f"wire-{number // 12}"
        articles[number].form = "wire-copy"
    return articles


def weigh_subjects(count: int) -> list[float]:
    """Return how often each subject is talked of: a few very often, most seldom."""
    return [1 / (number + 3) ** 0.5 for number in range(count)]


def ask_all(asker: Asker, subjects: Sequence[SampleSubject], claims: int) -> list[list[Question]]:
    """Return the questions about each subject, so many that about two claims answer each."""
    weights = weigh_subjects(len(subjects))
    shares = [claims / sum(weights) * weight for weight in weights]
    return [asker.ask(one, max(2, round(share / 2.2))) for one, share in zip(subjects, shares, strict=True)]


def spread_claims(
    rng: Random, questions: Sequence[Sequence[Question]], articles: Sequence[SampleArticle], count: int
) -> list[Said]:
    """Write ``count`` claims into the articles; return those that say something for the first time there."""
    said: list[Said] = []
    subjects = rng.choices(questions, weights=weigh_subjects(len(questions)), k=count)
    for number, asked in enumerate(subjects):
        article = articles[number * len(articles) // count]
        if article.rows and rng.random() < _RESTATED:
            _say_again(rng, article)
        else:
            said.append(_say(rng, article, rng.choice(asked)))
    return said


def _say(rng: Random, article: SampleArticle, question: Question) -> Said:
    answer = question.answers[0] if rng.random() < 0.72 else rng.choice(question.answers)
    row = article.add_row()
    row.update(_fields(rng, article, question, answer))
    return Said(f"{article.id}#{row['id']}", question, answer, "scope" in row)


def _say_again(rng: Random, article: SampleArticle) -> None:
    body = rng.choice([row for row in article.rows if "restates" not in row])
    row = article.add_row()
    row["restates"] = body["id"]
    if body["value"].startswith('"') and rng.random() < 0.3:
        row["value"] = f'{body["value"][:-1]} at last"'


def _fields(rng: Random, article: SampleArticle, question: Question, answer: str) -> Iterator[tuple[str, str]]:
    yield "about", question.about
    yield "attribute", question.attribute
    yield from question.key
    yield "value", answer
    if answer.startswith("JPY ") and rng.random() < _DOLLARS:
        yield "also_printed", dollars(rng, answer, article.month)
    for name, text in question.beside:
        yield name, "unknown" if name == "payer" and rng.random() < 0.2 else text
    yield from _remarks(rng, question)


def _remarks(rng: Random, question: Question) -> Iterator[tuple[str, str]]:
    if rng.random() < 0.2:
        yield "note", '"The heading says more than the text beneath it."'
    if rng.random() < 0.15:
        yield "scope", rng.choice(('"in Japan"', '"at home and abroad"', '"logic chips only"'))
    if rng.random() < _DENIED and not question.many:
        yield "denied", "true"
    if rng.random() < _SECOND_HAND:
        yield "via", "first-report"


def rate(month: tuple[int, int]) -> float:
    """Return the made-up price of a dollar in yen."""
    return 130 + (month[0] - FIRST_YEAR) * 8 + month[1] * 0.75


def dollars(rng: Random, yen: str, month: tuple[int, int]) -> str:
    """Return a yen sum in dollars; one in ten is off by 3 to 7 %."""
    number, mag = yen.removeprefix("JPY ").rstrip("mbn"), yen.lstrip("JPY 0123456789")
    millions = int(number) * (1000 if mag == "bn" else 1) / rate(month)
    drift = rng.uniform(1.03, 1.07) if rng.random() < 0.1 else rng.uniform(0.995, 1.005)
    value = millions * drift
    return f"USD {value:.3g}m" if value < 999 else f"USD {value / 1000:.3g}bn"


def make_facts(rng: Random, asked: Sequence[Question], articles: Sequence[SampleArticle]) -> list[Row]:
    """Return up to two claims for the file of the subject that is asked about."""
    rows: list[Row] = []
    for number, question in enumerate(asked[: rng.choice((0, 0, 0, 1, 2))]):
        article = rng.choice(articles)
        fields = {name: text for name, text in _fields(rng, article, question, question.answers[0]) if name != "via"}
        rows.append({"id": f"f{number + 1}", "source": article.id, "par": "1", **fields})
    return rows
