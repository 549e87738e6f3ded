"""The counting program of `benchmarks/style.py`: what it counts on small modules whose counts are plain."""

from benchmarks.style import count_file, table

MODULE = '''"""A module."""

# a reason
SMALL = 3  # another


def choose(rows, wide):
    """Say which."""
    if rows and wide and SMALL:
        return [cell for row in rows for cell in row if cell]
    return "a" if rows else "b"


class Kept:
    def each(self):
        for one in self.rows:
            try:
                yield one
            except ValueError:
                pass
'''


def test_a_module_is_counted_by_its_tree() -> None:
    counted = count_file(MODULE)
    assert counted.functions == (5, 6)
    assert counted.function_lines == 11
    assert counted.comments == 2
    assert counted.code_lines == 14
    # an if, two ands, two fors and a filter of a comprehension, a conditional expression, a loop, a handler
    assert counted.branches == 1 + 2 + 3 + 1 + 1 + 1
    assert counted.conditional_expressions == 1
    assert counted.nested_comprehensions == 1
    assert counted.bound_names.count("one") == 1
    assert 0 < counted.maintainability <= 100


def test_packages_stand_side_by_side() -> None:
    rows = table({"ours": [count_file(MODULE)], "empty": []}).splitlines()
    assert rows[0] == "| | ours | empty |"
    assert "| comments per 100 lines | 14.29 | – |" in rows
    assert "| `one` as a bound name | 1 | 0 |" in rows
