"""One body for names in prose: `mentions/*.yml` hold names, texts, and the tokens that must come of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.dataset.linked.mentions import SubjectToken, TextToken, Token, tokenize
from briefing.dataset.linked.name_index import gather_names
from briefing.diagnostics.diagnostic import Span
from briefing.model.ids import SubjectId
from briefing.model.records import Alias, Name, Subject

FOLDER = Path(__file__).parent / "mentions"


def subject(name: str, written: list[Any]) -> Subject:
    aliases = (Alias(**alias) if isinstance(alias, dict) else Alias(alias) for alias in written[1:])
    return Subject(
        id=SubjectId(name), kind="company", name=Name(written[0]), describes="", aliases=tuple(aliases),
        former_names=(), identifiers={}, not_same_as=(), last_verified=None, bottom_line=None, money_lines=(),
        judgements=(), outcomes=(), span=Span("x"),
    )  # fmt: skip


def shown(token: Token) -> str | list[str]:
    return [token.subject, token.text] if isinstance(token, SubjectToken) else token.text


def load_cases() -> list[Any]:
    cases = []
    for path in sorted(FOLDER.glob("*.yml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        cases += [pytest.param(content["names"], case, id=f"{path.stem}: {case['why']}") for case in content["cases"]]
    return cases


@pytest.mark.parametrize(("names", "case"), load_cases())
def test_names_become_tokens(names: dict[str, list[Any]], case: dict[str, Any]) -> None:
    index = gather_names(subject(name, written) for name, written in names.items())
    own = SubjectId(case["own"]) if "own" in case else None
    tokens = tokenize(index, case["text"], own, list(map(SubjectId, case.get("seen", ()))))
    assert [shown(token) for token in tokens] == case["tokens"]
    if "[[" not in case["text"]:
        assert "".join(token.text for token in tokens) == case["text"]
    assert "" not in [token.text for token in tokens if isinstance(token, TextToken)]
