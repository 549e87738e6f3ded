"""The environment of the templates: what they may call, and the finalizer that escapes every value they print."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from types import CodeType

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, Undefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from briefing.render.escape import collapse_spaces, escape_front, safe
from briefing.render.prose import PageWriter, TwinWriter, Writer
from briefing.render.template_code import TemplateEnvironment
from briefing.routes import PagePath
from briefing.views.base.tokens import Prose, Token
from briefing.views.labels.catalogue import labels_for
from briefing.views.pictures.picture import Picture

# Links are relative to the page they stand on. Macros see no variables of the page, and templates that
# import them "with context" are run anew for every page, which took half of the time.
_HERE: ContextVar[PagePath] = ContextVar("page being rendered")


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of output: how it is written and whether it begins with front matter."""

    writer: Writer
    front_matter: bool


PAGES = Target(PageWriter(), front_matter=True)
TWINS = Target(TwinWriter(), front_matter=False)


def render(target: Target, language: str, template: str, here: PagePath, **values: object) -> str:
    """Render a template for the page ``here``."""
    token = _HERE.set(here)
    try:
        return str(environment(target, language).get_template(template).render(here=here, **values))
    finally:
        _HERE.reset(token)


class _CompiledTemplates(BytecodeCache):
    """Templates compiled once: their code is the same for every target and language, and takes longer than a page."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that another environment compiled from the same source."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


@cache
def compiled_templates() -> BytecodeCache:
    """Return where all environments of this process keep what they compile."""
    return _CompiledTemplates()


@cache
def environment(target: Target, language: str) -> Environment:
    """Return the environment that templates are rendered in for one target and language."""
    env = TemplateEnvironment(
        loader=PackageLoader("briefing.render", "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalizer(target.writer),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=compiled_templates(),
    )
    # Nothing that templates are handed may make text safe but these.
    env.filters = dict(_filters(target.writer))
    env.globals = {
        **_globals(target.writer),
        "label": lru_cache(maxsize=4096)(labels_for(language).say),
        "front_matter": target.front_matter,
    }
    return env


def _finalizer(writer: Writer) -> Callable[[object], Markup]:
    def finalize(value: object) -> Markup:
        """Escape a value; what is neither text nor number must not reach a page, lest it prints as `None`."""
        if isinstance(value, Markup):
            return value
        if isinstance(value, str):
            return writer.value(value)
        # True and False are numbers to Python, and nothing that a reader should see.
        if isinstance(value, int) and not isinstance(value, bool):
            return safe(str(value))
        # Its text raises the error that names what is missing.
        if isinstance(value, Undefined):
            return safe(str(value))
        raise TypeError(f"a template prints {value!r}, which is no text")

    return finalize


def _filters(writer: Writer) -> Mapping[str, Callable[..., object]]:
    def prose(value: Prose | Token) -> Markup:
        return writer.prose(_HERE.get(), value)

    def span(value: str | int, css: str) -> Markup:
        return writer.span(_safe(writer, value), css)

    def struck(value: str) -> Markup:
        return writer.struck(_safe(writer, value))

    def figure(value: Picture) -> Markup:
        return writer.figure(_HERE.get(), value)

    def one_line(value: str) -> Markup:
        # Methods of safe text would make sure that what they are given is safe, too.
        line = str.replace(_safe(writer, value), "\n", " ")
        return safe(collapse_spaces(line).strip(" "))

    def front(value: str) -> Markup:
        return safe(escape_front(value))

    return {
        "prose": prose,
        "span": span,
        "struck": struck,
        "one_line": one_line,
        "front": front,
        "length": len,
        "figure": figure,
    }


def _safe(writer: Writer, value: str | int) -> Markup:
    if isinstance(value, Markup):
        return value
    return writer.value(str(value))


def _globals(writer: Writer) -> Mapping[str, object]:
    return {
        "attrs": writer.attributes,
        "mark": writer.mark,
        "open": writer.opened,
        "close": writer.closed,
        "br": writer.line_break,
        "to_itself": writer.to_itself,
    }
