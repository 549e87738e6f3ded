"""What templates may do: loop, test presence, call macros. Nothing in them may make text safe."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment, UndefinedError, nodes

from briefing.render.environment import PAGES, TWINS, environment
from briefing.render.pages import TEMPLATES
from briefing.views.labels.english import ENGLISH
from briefing.views.site import Page
from tests.every import every

PACKAGE = Path(__file__).parents[3] / "generator" / "briefing"
FOLDER = PACKAGE / "render" / "templates"
ALL = sorted(FOLDER.rglob("*.jinja"))
FILTERS = {"prose", "span", "struck", "one_line", "front", "length", "figure"}


def tree(path: Path) -> nodes.Template:
    return Environment(trim_blocks=True, lstrip_blocks=True).parse(path.read_text("utf-8"))


def name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_template_makes_text_safe(path: Path) -> None:
    parsed = tree(path)
    assert {used.name for used in parsed.find_all(nodes.Filter)} <= FILTERS
    assert not list(parsed.find_all((nodes.Concat, nodes.MarkSafe, nodes.ScopedEvalContextModifier, nodes.Mod)))
    for added in parsed.find_all(nodes.Add):
        # A class is put together from a constant and a word of ours, never text.
        assert isinstance(added.left, nodes.Const)


@pytest.mark.parametrize("path", ALL, ids=name)
def test_every_template_is_short_and_says_what_it_is(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) <= 60
    macros = [macro.name for macro in tree(path).find_all(nodes.Macro)]
    if path.parent.name == "parts":
        assert macros == [path.name.removesuffix(".md.jinja")]
        assert lines[0].startswith("{#- ")
    else:
        assert not macros


def test_every_view_has_its_template() -> None:
    assert set(TEMPLATES) == {view.__name__ for view in get_args(Page)}
    assert {f"{template}.md.jinja" for template in TEMPLATES.values()} == {path.name for path in FOLDER.glob("pages/*")}


def labels_in_templates() -> Iterator[str]:
    for path in ALL:
        text = path.read_text("utf-8")
        yield from re.findall(r'label\("([a-z-]+)"[,)]', text)
        yield from (f"section-{section}" for section in re.findall(r'section\("([a-z-]+)"\)', text))
    yield from ("fact", "relation", "statement", "with", "says", "value")


def labels_in_views() -> Iterator[str]:
    for path in (PACKAGE / "views").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
                yield from (
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                )


def test_every_label_that_is_asked_for_exists() -> None:
    keys = {key.removesuffix(".one").removesuffix(".other") for key in ENGLISH}
    in_templates, in_views = set(labels_in_templates()), set(labels_in_views())
    assert min(len(in_templates), len(in_views)) > 50
    assert sorted((in_templates | in_views) - keys) == []


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_template_compiles_to_the_same_code_for_every_target(path: Path) -> None:
    """Compiled code is shared between targets; a constant that is printed would be written as for one of them."""
    source = path.read_text("utf-8")
    pages, twins = (environment(target, "en").compile(source, raw=True) for target in (PAGES, TWINS))
    assert pages == twins


def test_numbered_labels_have_both_forms() -> None:
    stems = {key.rpartition(".")[0] for key in ENGLISH if key.endswith((".one", ".other"))}
    assert every(f"{stem}.one" in ENGLISH and f"{stem}.other" in ENGLISH for stem in stems)


@pytest.mark.parametrize("target", [PAGES, TWINS], ids=["pages", "twins"])
@pytest.mark.parametrize("value", [None, True, 1.5, ["x"], {"a": 1}])
def test_a_page_never_prints_what_is_no_text(target: object, value: object) -> None:
    env = environment(target, "en")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="is no text"):
        env.from_string("{{ value }}").render(value=value)


def test_a_misspelt_field_is_an_error() -> None:
    env = environment(PAGES, "en")
    with pytest.raises(AttributeError, match="nmae"):
        env.from_string("{{ page.nmae }}").render(page=object())
    with pytest.raises(UndefinedError, match="pgae"):
        env.from_string("{{ pgae.name }}").render(page=object())


def test_values_are_escaped_wherever_they_are_printed() -> None:
    env = environment(PAGES, "en")
    hostile = "<b>|`{{x}}"
    template = env.from_string('{% set a %}{{ v }}{% endset %}{{ a }} {{ v|span("x") }} {{ v|struck }} {{ v or "" }}')
    assert not re.search("[|`{}]|<b>", template.render(v=hostile))


def test_data_is_never_a_template() -> None:
    rendered = environment(PAGES, "en").from_string("{{ v }}").render(v="{{ 7*7 }}{% raw %}")
    assert "49" not in rendered
    assert "&#123;&#123; 7&#42;7 &#125;&#125;" in rendered


@pytest.mark.parametrize("label", ['x" onclick="y', "a{b", "a|b", "a\nb"])
def test_a_column_label_can_not_break_out(label: str) -> None:
    with pytest.raises(ValueError, match="is no label"):
        PAGES.writer.attributes(label=label)


@pytest.mark.parametrize("anchor", ["A", "a b", "a_b", 'a"', "-a", "日本"])
def test_an_anchor_is_a_slug(anchor: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        PAGES.writer.attributes(anchor=anchor.replace(" ", "!"))
