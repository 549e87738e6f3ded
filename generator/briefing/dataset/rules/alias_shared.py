"""alias-shared: names that stand for two subjects, or for one and as a part of another's: not to be confused.

Only what editors have marked counts: aliases marked ambiguous on both, and names of subjects that are `not_same_as`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial

from briefing.dataset.linked.shared_names import fold_name
from briefing.dataset.rule_base.attribution import name_subjects
from briefing.dataset.rule_base.context import RuleContext
from briefing.dataset.rule_base.finding import Finding
from briefing.dataset.rule_base.question import QuestionMatter
from briefing.dataset.rule_base.rule import Category, Explanation, Presentation, Rule, Scope, Thresholds
from briefing.model.ids import SubjectId
from briefing.model.records import Subject


def find_alias_shared(context: RuleContext, _thresholds: Thresholds) -> Iterator[Finding]:
    """Yield every name that readers may take for another subject, with all who bear or contain it."""
    spellings: dict[str, dict[SubjectId, str]] = defaultdict(dict)
    for name, subject, spelling in (*_ambiguous_aliases(context), *_contained_names(context)):
        spellings[name].setdefault(subject, spelling)
    for name, spelling_of in sorted(spellings.items()):
        # An alias marked ambiguous on one subject alone does not say whose other name it is.
        if len(spelling_of) > 1:
            yield _finding(context, name, spelling_of)


def read_names(subject: Subject) -> object:
    """Return what the rule reads in the record of a subject."""
    return subject.name, subject.aliases, subject.not_same_as


def _finding(context: RuleContext, name: str, spelling_of: dict[SubjectId, str]) -> Finding:
    about = tuple(sorted(spelling_of))
    spelling = next(iter(spelling_of.values()))
    subjects = name_subjects(context, about, "or")
    # The place is the folded name: however it is spelled, the finding keeps its key.
    return Finding((f"name:{name}",), about, (), f'"{spelling}" may mean {subjects}, which are not the same')


def _ambiguous_aliases(context: RuleContext) -> Iterator[tuple[str, SubjectId, str]]:
    for subject in context.data.subjects.values():
        for alias in subject.aliases:
            if alias.link == "ambiguous":
                yield fold_name(alias.name), subject.id, alias.name


def _contained_names(context: RuleContext) -> Iterator[tuple[str, SubjectId, str]]:
    for subject in context.data.subjects.values():
        for other_id in subject.not_same_as:
            other = context.data.subjects.get(other_id)
            if other is None:
                continue
            # An editor tells two subjects apart in one of their records; either may have the shorter name.
            yield from _names_inside(subject, other)
            yield from _names_inside(other, subject)


def _names_inside(short: Subject, long: Subject) -> Iterator[tuple[str, SubjectId, str]]:
    name = _first_name_inside(_names(short), _names(long))
    if name:
        folded = fold_name(name)
        yield folded, short.id, name
        yield folded, long.id, name


@lru_cache(maxsize=16_384)
def _first_name_inside(short: tuple[str, ...], long: tuple[str, ...]) -> str | None:
    """Return the first name of one subject that is a part of a name of the other, both with all their names."""
    longer_names = list(map(fold_name, long))
    for name in short:
        if any(map(partial(_is_inside, fold_name(name)), longer_names)):
            return name
    return None


def _names(subject: Subject) -> tuple[str, ...]:
    names = (subject.name.short, subject.name.en, subject.name.ja, *(alias.name for alias in subject.aliases))
    return tuple(filter(None, names))


def _is_inside(name: str, longer: str) -> bool:
    """Tell whether a Latin name stands in another as words, or a Japanese one as characters."""
    if name == longer or name not in longer:
        return False
    if not name.isascii():
        # Japanese has no spaces between words.
        return True
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", longer) is not None


def _ask_whose_name(matter: QuestionMatter) -> Iterator[str]:
    """Yield what is asked of one name that several subjects bear: with all of them, with two, with one."""
    yield matter.say("question-alias-shared", choice=matter.choose(matter.subjects))
    first, second = matter.subjects[:2]
    yield matter.say("question-alias-shared", choice=matter.say("choice-more", first=first, second=second))
    yield matter.say("question-alias-shared", choice=matter.say("choice-one", first=first))


RULE = Rule(
    code="alias-shared",
    find=find_alias_shared,
    explanation=Explanation(
        title="a name that may mean two subjects",
        why=(
            "Readers meet one name for two things: an alias that both subjects mark ambiguous, or a name that is "
            "a part of the name of a subject declared `not_same_as`. It is a warning against confusion, not a "
            "difference of sources."
        ),
        wrong=(
            "name: {en: Acme}             # a company\n"
            "name: {en: Acme fab}         # its plant, with not_same_as: [acme]"
        ),
        right=(
            "name: {en: Acme}             # a company\n"
            "name: {en: North Bay fab}    # its plant, with not_same_as: [acme]"
        ),
    ),
    presentation=Presentation(
        label="one name for several subjects",
        category=Category.LOOKALIKE,
        questions={
            "question-alias-shared": "Which one is meant: {choice}?",
        },
        ask=_ask_whose_name,
    ),
    order=230,
    asks=False,
    scope=Scope.RECORDS,
    reads=read_names,
)
