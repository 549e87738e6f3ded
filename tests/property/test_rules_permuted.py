"""What a rule finds depends on no order: articles under others' names, claims in another order change nothing."""

import random
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from itertools import islice, permutations

import pytest

from briefing.dataset.conflicts.rule_table import RULES
from tests.property.test_rules_random import ARTICLES, random_files
from tests.rule_cases import CASES, Files, Found, files_of, found_in, read

MOST = 6
"""So many arrangements of a case are tried: all of three articles."""
FIRING = [name for name in sorted(CASES) if read(CASES[name])["findings"]]
QUIET = ["values-differ/rounded-otherwise", "qualifiers-differ/compatible"]
"""Cases without a finding that an order might give one."""
Names = Mapping[str, str]


def renamed(content: object, names: Names) -> object:
    """Return data in which articles have the names of others, wherever they are named, with their claims."""
    if isinstance(content, dict):
        return {key: renamed(one, names) for key, one in content.items()}
    if isinstance(content, list):
        return [renamed(one, names) for one in content]
    article, hash_, local = content.partition("#") if isinstance(content, str) else ("", "", "")
    return f"{names[article]}#{local}" if hash_ and article in names else content


def arranged(files: Files, names: Names, chance: random.Random) -> Files:
    """Return the files with the articles under other names and the claims of each in another order."""
    found: Files = {}
    for path, record in files.items():
        again = renamed(deepcopy(record), names)
        if path.startswith("articles/") and isinstance(again, dict):
            stem = path[len("articles/") : -len(".yml")]
            # An article is its own origin, under whichever name, and keeps those that name it as theirs.
            origin = again.get("origin", stem)
            again["origin"] = names.get(origin, origin)
            if "claims" in again:
                again["claims"] = chance.sample(again["claims"], len(again["claims"]))
                for claim in again["claims"]:
                    claim |= {"origin": names.get(claim["origin"], claim["origin"])} if "origin" in claim else {}
                    speaker = claim.get("speaker")
                    if isinstance(speaker, dict) and speaker.get("document") in names:
                        claim["speaker"] = {"document": names[speaker["document"]]}
            path = f"articles/{names.get(stem, stem)}.yml"
        found[path] = again
    return found


def sourced_elsewhere(files: Files, names: Names) -> Files:
    """Return the files with what facts and references name as their source under the other names."""
    found = deepcopy(files)
    for record in found.values():
        for fact in record.get("facts", []) if isinstance(record, dict) else []:
            fact["source"] = names.get(fact["source"], fact["source"])
        for cited in record.get("cites", []) if isinstance(record, dict) else []:
            cited["id"] = names.get(cited["id"], cited["id"])
    return found


def findings_of(found: Found, back: Names) -> list[set[tuple[object, ...]]]:
    """Return what each row of the table found, under the names that the articles had first."""

    def first(text: str) -> str:
        mark, _, rest = text.partition(":") if text.startswith(("article:", "claim:")) else ("", "", text)
        article, hash_, local = rest.partition("#")
        name = f"{back.get(article, article)}{hash_}{local}"
        return f"{mark}:{name}" if mark else name

    return [
        {
            (frozenset(map(first, finding.places)), finding.about, frozenset(map(first, finding.claims)), finding.slip)
            for finding in row.values()
        }
        for row in found.rows
    ]


def shown_of(found: Found, back: Names) -> dict[tuple[object, ...], frozenset[str]]:
    """Return the claims of every shown value; where nothing else tells two values apart, ids choose."""
    return {
        (slot.about, slot.attribute, slot.key, slot.many_value, slot.opinion): frozenset(
            f"{back.get(claim.article, claim.article)}#{claim.key.partition('#')[2]}" for claim in slot.shown.claims
        )
        for slot in found.dataset.slots
        if slot.shown
    }


def arrangements(articles: list[str]) -> Iterator[dict[str, str]]:
    return (dict(zip(articles, order, strict=True)) for order in islice(permutations(articles), MOST))


def assert_alike(files: Files, again: Files, names: Names, where: str) -> bool:
    """Compare what is found in both; return whether they show the same values, without which they need not agree."""
    before, after = found_in(files, sound=False), found_in(again, sound=False)
    same, back = {name: name for name in names}, {new: old for old, new in names.items()}
    if shown_of(before, same) != shown_of(after, back):
        return False
    for rule, one, other in zip(RULES, findings_of(before, same), findings_of(after, back), strict=True):
        assert one == other, (rule.code, rule.audience, where, names)
    return True


@pytest.mark.parametrize("name", [*FIRING, *QUIET])
def test_a_case_fires_in_every_arrangement(name: str) -> None:
    files = files_of(read(CASES[name]))
    articles = sorted(path[len("articles/") : -len(".yml")] for path in files if path.startswith("articles/"))
    chance = random.Random(name)
    alike = 0
    for names in arrangements(articles):
        again = sourced_elsewhere(arranged(files, names, chance), names)
        alike += assert_alike(files, again, names, name)
    assert alike


def test_claims_at_random_are_judged_alike_in_every_arrangement(count: Callable[[int], int]) -> None:
    tried = alike = 0
    fired: set[str] = set()
    for seed in range(count(400)):
        chance = random.Random(seed)
        files = random_files(chance)
        order = chance.sample(ARTICLES, len(ARTICLES))
        names = dict(zip(ARTICLES, order, strict=True))
        again = sourced_elsewhere(arranged(files, names, chance), names)
        tried += 1
        alike += assert_alike(files, again, names, str(seed))
        fired |= {rule.code for rule, row in zip(RULES, found_in(files, sound=False).rows, strict=True) if row}
    assert alike > tried / 4
    assert len(fired) > len({rule.code for rule in RULES}) / 3
