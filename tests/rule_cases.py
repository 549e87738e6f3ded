"""The golden cases of conflict rules: `golden/rules/<code>/*.yml`, each laid over the small base briefing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from generator.dataset.link import link_dataset
from generator.dataset.rates import index_rates
from generator.dataset.records import Dataset
from generator.dataset.rules.rule import Hit, Rule, World, hit_key
from generator.dataset.rules.table import RULES
from generator.decode.records import decode_data
from generator.diagnostics.diagnostic import Severity
from generator.pipeline import _load

Files = dict[str, Any]
Keyed = dict[str, Hit]

FOLDER = Path(__file__).parent / "golden" / "rules"
CASES = {
    f"{path.parent.name}/{path.stem}": path for path in sorted(FOLDER.glob("*/*.yml")) if path.parent.name != "base"
}


def read(path: Path) -> Any:
    """Read every scalar as text, as the program does."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


BASE = {path.relative_to(FOLDER / "base").as_posix(): read(path) for path in FOLDER.glob("base/**/*.yml")}


def numbered(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return claims with ids c1, c2 … unless they say otherwise."""
    return [{"id": f"c{number}", **claim} for number, claim in enumerate(claims, 1)]


def files_of(case: dict[str, Any]) -> dict[str, Any]:
    """Return the files of a case as trees: `files` replace keys of a base file or are new, `claims` go by article."""
    files = dict(BASE)
    for path, content in case.get("files", {}).items():
        files[path] = BASE.get(path, {}) | content if isinstance(content, dict) else content
    for article, claims in case.get("claims", {}).items():
        files[f"articles/{article}.yml"] = files[f"articles/{article}.yml"] | {"claims": numbered(claims)}
    return files


class _PlainDumper(yaml.SafeDumper):
    """Writes a value that stands twice in full: data may hold no anchors and aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def sources_of(files: dict[str, Any]) -> dict[str, bytes]:
    """Return the files as the program reads them."""
    return {
        path: yaml.dump(content, Dumper=_PlainDumper, allow_unicode=True).encode() for path, content in files.items()
    }


@dataclass(frozen=True)
class Found:
    """The hits of each row of the table by their key; `sound` where decoding found no error."""

    dataset: Dataset
    sound: bool
    rows: tuple[Keyed, ...]

    def of(self, code: str) -> Keyed:
        """Return the hits of all rows of a code."""
        return {
            key: hit
            for rule, row in zip(RULES, self.rows, strict=True)
            if rule.code == code
            for key, hit in row.items()
        }


def found_in(files: Files, *, sound: bool = True) -> Found:
    """Run every rule over what the files say, slips included; where `sound`, errors of decoding fail the test."""
    loaded = _load(sources_of(files))
    decoded = decode_data(loaded.raw, loaded.registry, None, loaded.findings)
    errors = [one for one in loaded.findings if one.severity is Severity.ERROR]
    assert not (errors and sound), errors
    assert decoded.briefing is not None
    dataset, _ = link_dataset(
        decoded.briefing, decoded.registry, decoded.subjects, decoded.articles, decoded.publishers, decoded.claims,
        decoded.rates, decoded.corrections, decoded.redirects,
    )  # fmt: skip
    return run_rules(dataset, sound=not errors)


def run_rules(dataset: Dataset, *, sound: bool = True) -> Found:
    world = World(dataset, index_rates(dataset.rates), dataset.briefing.as_of.latest or date.max)
    return Found(dataset, sound, tuple(hits_of(rule, world) for rule in RULES))


def hits_of(rule: Rule, world: World) -> Keyed:
    given = world.data.briefing.thresholds
    limits = {name: Decimal(given.get(f"{rule.code}.{name}", limit)) for name, limit in rule.limits.items()}
    return {hit_key(rule.code, hit.places): hit for hit in rule.find(world, limits)}
