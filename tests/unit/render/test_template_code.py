"""Templates compiled our way print what they print when Jinja compiles them, and nothing that is not escaped."""

from collections.abc import Mapping
from functools import cache

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from briefing.render import environment as environments
from briefing.render.environment import PAGES, TWINS, Target, environment
from briefing.render.pages import render_site
from briefing.render.template_code import SAFE_FILTERS, SAFE_FUNCTIONS
from briefing.routes import HOME
from briefing.views.base.context import open_context
from briefing.views.base.tokens import Words
from tests.every import every
from tests.unit.views.sample import sample

HOSTILE = '<b>|`{{x}}" "'
MACROS = """
{% macro plain(text, mark="", sort=none) %}{{ text }}{{ mark }}{% if sort %}{{ sort }}{% endif %}{% endmacro %}
{% macro around(name) %}[{{ name }}: {{ caller() }}]{% endmacro %}
"""


@cache
def by_jinja(target: Target, language: str) -> Environment:
    """Return the environment of a target with templates compiled as Jinja does it."""
    ours = environment(target, language)
    theirs = Environment(
        loader=ours.loader,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=ours.finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    theirs.filters, theirs.globals = ours.filters, ours.globals
    return theirs


def written(page: str, **values: object) -> str:
    """Return what a template prints that imports ``MACROS``."""
    env = environment(PAGES, "en").overlay(loader=DictLoader({"macros": MACROS, "page": page}), bytecode_cache=None)
    return str(env.get_template("page").render(**values)).strip()


def test_all_pages_and_twins_are_those_that_jinja_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    context = open_context(sample())
    ours = render_site(context)
    monkeypatch.setattr(environments, "environment", by_jinja)
    assert render_site(context) == ours
    assert len(ours[0]) > 20


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("{{ plain(v) }}", "a"),
        ("{{ plain(v, 'b') }}", "ab"),
        ("{{ plain(v, sort='c') }}", "ac"),
        ("{{ plain(mark='b', text=v) }}", "ab"),
        ("{% call around('x') %}{{ v }}{% endcall %}", "[x: a]"),
        ("{% call around(name='x') %}{% filter one_line %} {{ v }}\n {{ v }} {% endfilter %}{% endcall %}", "[x: a a]"),
        ("{% for one in (v, v) %}{{ plain(one, mark=loop.index) }}{% endfor %}", "a1a2"),
        ("{% set both %}{{ v }}{{ v }}{% endset %}{{ plain(both) }}", "aa"),
    ],
)
def test_macros_take_arguments_by_place_and_by_name(page: str, expected: str) -> None:
    imports = '{% from "macros" import plain, around %}'
    assert written(imports + page, v="a") == expected


@pytest.mark.parametrize("call", ["plain(v, colour='x')", "plain(v, 1, 2, 3)", "around(v, 1, 2)"])
def test_an_argument_that_a_macro_does_not_take_is_an_error(call: str) -> None:
    with pytest.raises(TypeError):
        written('{% from "macros" import plain, around %}{{ ' + call + " }}", v="a")


@pytest.mark.parametrize("page", ["{{ plain() }}", "{{ missing(1) }}", "{{ plain(nothing) }}"])
def test_what_is_missing_is_an_error(page: str) -> None:
    with pytest.raises(UndefinedError):
        written('{% from "macros" import plain %}' + page)


@pytest.mark.parametrize(
    "printed",
    ["v", "plain(v)", "plain('', v)", "f()", "f(v)", "view.f()", "(v if v else '')", "[v][0]", "label(v)"],
)
def test_what_nobody_has_made_safe_is_escaped(printed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function that is none of the environment's gives plain text, whatever it is called."""

    class View:
        def f(self) -> str:
            return HOSTILE

    env = environment(PAGES, "en")
    monkeypatch.setitem(env.globals, "label", lambda text: text)
    values: Mapping[str, object] = {"v": HOSTILE, "f": lambda *_: HOSTILE, "view": View()}
    text = written('{% from "macros" import plain %}{{ ' + printed + " }}", **values)
    assert "b&#62;" in text
    assert every(sign not in text for sign in '<>|`{}"')


@pytest.mark.parametrize("target", [PAGES, TWINS], ids=["pages", "twins"])
def test_what_is_printed_as_it_is_comes_from_a_writer(target: Target) -> None:
    env = environment(target, "en")
    assert set(env.filters) - {"length"} == SAFE_FILTERS
    assert set(env.globals) - {"label", "front_matter"} == SAFE_FUNCTIONS
    made = [env.filters[name](HOSTILE) for name in ("struck", "one_line", "front")]
    made += [env.filters["span"](HOSTILE, "x"), target.writer.prose(HOME, Words(HOSTILE))]
    made += [env.globals["attrs"](), env.globals["br"](), env.globals["mark"]("x")]
    made += [env.globals["open"]("div"), env.globals["close"]("div"), env.globals["to_itself"]("x", HOSTILE)]
    assert {type(text) for text in made} == {Markup}
