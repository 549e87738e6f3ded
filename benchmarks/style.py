"""Counts how a Python package is written: sizes of functions, decisions, comprehensions, comments.

`python -m benchmarks.style generator [OTHER…]` prints one column for each folder, so that this program and
packages that are held up as examples are counted by the same rules in one run. Tests are left out.
The maintainability index is radon's, of each file; everything else is counted here from the syntax tree.
"""

import argparse
import ast
import io
import statistics
import tokenize
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from radon.metrics import mi_visit

Function = ast.FunctionDef | ast.AsyncFunctionDef
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp

_LAYOUT = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
_DECIDING = (
    ast.If,
    ast.IfExp,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.match_case,
)


@dataclass(frozen=True, slots=True)
class FileCount:
    """What one file holds; lines of code are lines with a token that is neither layout nor a comment."""

    functions: tuple[int, ...]
    """Lines of each function."""
    function_lines: int
    """Lines inside any function, each counted once."""
    code_lines: int
    comments: int
    branches: int
    conditional_expressions: int
    nested_comprehensions: int
    """Comprehensions with two or more `for`."""
    bound_names: tuple[str, ...]
    """Every name that is assigned, looped over or taken as an argument."""
    maintainability: float
    """Radon's index, 0 to 100."""


def count_file(source: str) -> FileCount:
    """Count the text of one module.

    Raises:
        SyntaxError: the text is no Python of the running version.
    """
    nodes = list(ast.walk(ast.parse(source)))
    functions = [node for node in nodes if isinstance(node, Function)]
    code_lines, comments = _count_lines(source)
    return FileCount(
        functions=tuple(_last_line(function) - function.lineno + 1 for function in functions),
        function_lines=_count_covered_lines(functions),
        code_lines=code_lines,
        comments=comments,
        branches=sum(_count_branches(node) for node in nodes),
        conditional_expressions=sum(isinstance(node, ast.IfExp) for node in nodes),
        nested_comprehensions=sum(isinstance(node, Comprehension) and len(node.generators) > 1 for node in nodes),
        bound_names=tuple(_bound_names(nodes)),
        maintainability=mi_visit(source, multi=True),
    )


def count_package(folder: Path) -> list[FileCount]:
    """Count every module below a folder, tests and vendored copies left out."""
    paths = sorted(path for path in folder.rglob("*.py") if _is_source(path.relative_to(folder)))
    return [count_file(path.read_text(encoding="utf-8")) for path in paths]


def _is_source(path: Path) -> bool:
    aside = {"tests", "test", "_vendor"}
    return not aside.intersection(path.parts) and "test" not in path.name


def _count_lines(source: str) -> tuple[int, int]:
    code: set[int] = set()
    comments = 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            comments += 1
        elif token.type not in _LAYOUT:
            code.update(range(token.start[0], token.end[0] + 1))
    return len(code), comments


def _count_covered_lines(functions: Iterable[Function]) -> int:
    covered: set[int] = set()
    for function in functions:
        covered.update(range(function.lineno, _last_line(function) + 1))
    return len(covered)


def _count_branches(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, _DECIDING))


def _bound_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg


def _last_line(node: Function) -> int:
    # The parser gives every function an end; the type allows for trees made by hand.
    return node.end_lineno or node.lineno


# ---- the table


def _function_sizes(files: Sequence[FileCount]) -> str:
    lines = sorted(length for file in files for length in file.functions)
    if not lines:
        return "no functions"
    return f"{statistics.median(lines):g} / {lines[int(len(lines) * 0.9)]} / {lines[-1]}"


def _per_hundred(part: Callable[[FileCount], int], whole: Callable[[FileCount], int]) -> Callable[..., str]:
    def ratio(files: Sequence[FileCount]) -> str:
        total = sum(whole(file) for file in files)
        return f"{100 * sum(part(file) for file in files) / total:.2f}" if total else "–"

    return ratio


def _median_index(files: Sequence[FileCount]) -> str:
    return f"{statistics.median(file.maintainability for file in files):.0f}" if files else "–"


def _times_bound(name: str) -> Callable[[Sequence[FileCount]], str]:
    return lambda files: str(sum(file.bound_names.count(name) for file in files))


ROWS: dict[str, Callable[[Sequence[FileCount]], str]] = {
    "files": lambda files: str(len(files)),
    "lines of code": lambda files: str(sum(file.code_lines for file in files)),
    "function lines, median / p90 / max": _function_sizes,
    "branches per 100 function lines": _per_hundred(lambda file: file.branches, lambda file: file.function_lines),
    "comprehensions with two or more `for`, per 100 lines": _per_hundred(
        lambda file: file.nested_comprehensions, lambda file: file.code_lines
    ),
    "conditional expressions per 100 lines": _per_hundred(
        lambda file: file.conditional_expressions, lambda file: file.code_lines
    ),
    "comments per 100 lines": _per_hundred(lambda file: file.comments, lambda file: file.code_lines),
    "maintainability index, median": _median_index,
    "`one` as a bound name": _times_bound("one"),
}
"""What is printed, by its label; each function takes the files of a package."""


def table(packages: dict[str, Sequence[FileCount]]) -> str:
    """Return the counts of packages as a Markdown table, a column for each."""
    head = [f"| | {' | '.join(packages)} |", f"|---|{'---|' * len(packages)}"]
    rows = [f"| {label} | {' | '.join(show(files) for files in packages.values())} |" for label, show in ROWS.items()]
    return "\n".join(head + rows)


def main() -> None:
    """Print the table of the folders that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of packages, such as generator")
    folders: list[Path] = parser.parse_args().folders
    print(table({folder.name: count_package(folder) for folder in folders}))


if __name__ == "__main__":
    main()
