"""A made-up briefing of any size: a number of subjects in, data files out. The same number gives the same bytes.

No clock, no disk but for `write_sample`, nothing of the program itself.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from benchmarks.sample_claims import CLAIMS_PER_ARTICLE, Said, ask_all, make_articles, make_facts, spread_claims
from benchmarks.sample_files import POINT_EVERY, Sayings, article_file, publisher_file, root_files, subject_file
from benchmarks.sample_questions import Asker, Question
from benchmarks.sample_subjects import make_subjects

CLAIMS_PER_SUBJECT = 8
_JUDGED_EVERY = 12


def make_sample(subjects: int, claims_per_subject: int = CLAIMS_PER_SUBJECT) -> dict[str, bytes]:
    """Return the data files of a briefing by path, with about ``claims_per_subject`` claims for each subject."""
    rng = Random(f"briefing of {subjects}")
    heads = make_subjects(subjects)
    asker = Asker(rng, heads)
    claims, publishers = subjects * claims_per_subject, max(3, subjects // 25)
    articles = make_articles(rng, max(3, claims // CLAIMS_PER_ARTICLE), publishers)
    questions = ask_all(asker, heads, claims)
    sayings = _sayings(spread_claims(rng, questions, articles, claims))
    organizations = [one.id for one in heads if one.kind == "organization"]
    files = root_files()
    files |= {
        f"publishers/paper-{number:04}.yml": publisher_file(number, organizations) for number in range(publishers)
    }
    files |= {f"articles/{one.id}.yml": article_file(one, asker) for one in articles}
    for one, asked in zip(heads, questions, strict=True):
        found = sayings.get(one.id, Sayings())
        files[one.path] = subject_file(one, found, make_facts(rng, asked, articles), asker)
    return {path: text.encode() for path, text in files.items()}


def write_sample(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write data files into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def _sayings(said: Sequence[Said]) -> dict[str, Sayings]:
    found: dict[str, Sayings] = {}
    for one in said:
        sayings = found.setdefault(one.question.about, Sayings())
        if one.question.many and not one.scoped:
            # Nobody contests or renews it, so that a bottom line which rests on it stays true.
            sayings.keys.append(one.key)
        if one.question.attribute == "amount":
            sayings.lines.setdefault(dict(one.question.key)["line"])
    for question, key, other in _contested(said)[::_JUDGED_EVERY]:
        found[question.about].contested.append((question, key, other))
    return found


def _contested(said: Sequence[Said]) -> list[tuple[Question, str, str]]:
    """Return the slots in which articles differ, each with the first claim on it and one to reject."""
    slots: dict[tuple[object, ...], list[Said]] = {}
    for one in said:
        if not one.question.many:
            slots.setdefault((one.question.about, one.question.attribute, one.question.key), []).append(one)
    found = ((ones[0], next((one for one in ones if _rejectable(one, ones[0])), None)) for ones in slots.values())
    return [(one.question, one.key, other.key) for one, other in found if other]


def _rejectable(one: Said, first: Said) -> bool:
    """True for another answer that no point of a summary rests on."""
    return one.answer != first.answer and int(one.key.partition("#c")[2]) % POINT_EVERY != 1
