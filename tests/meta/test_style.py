"""How a line may be written: one step with a name instead of a nest, at the level of the packages we learn from.

Branches, statements and complexity of a function are ruff's to hold (pyproject.toml); `python -m benchmarks.style`
measures whole packages. No file is let off.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.meta.repository import ROOT

PROGRAM = ROOT / "generator"
MOST_CONDITIONAL_EXPRESSIONS = 2
"""In one function; import-linter and MkDocs have no more than two or three."""
MOST_DECISIONS = 4
"""In one value: conditions, loops of comprehensions, chains of `and` or `or`, comparisons, lambdas."""
VAGUE_NAMES = frozenset({"one", "ones", "told", "said", "found"})
"""Names that say nothing of what they hold; a loop variable is the thing itself."""

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Function = ast.FunctionDef | ast.AsyncFunctionDef
COMPOUND = (Function, ast.ClassDef, ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
DECISIONS = (ast.IfExp, ast.comprehension, ast.BoolOp, ast.Compare, ast.Lambda)
Finding = tuple[ast.AST, str]


def nested_comprehensions(tree: ast.AST) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, Comprehension) and len(node.generators) > 1:
            yield node, f"a comprehension with {len(node.generators)} `for`"


def conditional_expressions(tree: ast.AST) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, Function):
            count = sum(isinstance(part, ast.IfExp) for part in ast.walk(node))
            if count > MOST_CONDITIONAL_EXPRESSIONS:
                yield node, f"{node.name} has {count} conditional expressions"


def crowded_statements(tree: ast.AST) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not isinstance(node, COMPOUND):
            count = _decisions(node)
            if count > MOST_DECISIONS:
                yield node, f"a statement with {count} decisions"


def _decisions(node: ast.AST) -> int:
    """Count the decisions that are read together: entries of a table and arguments of a call are read one by one."""
    if isinstance(node, ast.Dict | ast.List | ast.Tuple | ast.Call | ast.keyword | ast.stmt):
        return max(map(_decisions, ast.iter_child_nodes(node)), default=0)
    return sum(isinstance(part, DECISIONS) for part in ast.walk(node))


def vague_names(tree: ast.AST) -> Iterator[Finding]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in VAGUE_NAMES:
            yield node, f"a variable called {node.id!r}"
        if isinstance(node, ast.arg) and node.arg in VAGUE_NAMES:
            yield node, f"an argument called {node.arg!r}"


LAWS: list[tuple[Callable[[ast.AST], Iterator[Finding]], str]] = [
    (nested_comprehensions, "pairs = [(a, b) for a in rows for b in a]"),
    (conditional_expressions, "def f(a):\n    return [1 if a else 2, 3 if a else 4, 5 if a else 6]"),
    (crowded_statements, "x = [a for a in b if a > 1 and a < 9 or a == 4]"),
    (vague_names, "found = [one for one in rows]"),
]


@pytest.mark.parametrize(("law", "broken"), LAWS, ids=[law.__name__ for law, _ in LAWS])
def test_every_module_keeps_the_law(law: Callable[[ast.AST], Iterator[Finding]], broken: str) -> None:
    assert list(law(ast.parse(broken))), "the law finds nothing where it is broken"
    findings = []
    for path in sorted(PROGRAM.rglob("*.py")):
        for node, message in law(ast.parse(path.read_text(encoding="utf-8"))):
            findings.append(f"{path.relative_to(Path(ROOT))}:{getattr(node, 'lineno', 0)}: {message}")
    assert not findings, "\n".join(findings)


def test_no_test_asserts_something_of_all_items_of_nothing() -> None:
    empty = []
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assert) and isinstance(node.test, ast.Call):
                called = node.test.func
                if isinstance(called, ast.Name) and called.id == "all":
                    empty.append(f"{path.relative_to(ROOT)}:{node.lineno}: use tests.every")
    assert not empty, "\n".join(empty)
