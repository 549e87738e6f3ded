"""What templates are compiled to: Python that calls macros, filters and writers as plain functions.

Jinja's own code asks of every call at run time whether it wants the context, and of every value whether it is safe.
Our templates call nothing but what their environment hands them, whose results are known when they are compiled.
"""

from collections.abc import Iterable, Iterator
from types import FunctionType

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.utils import missing
from markupsafe import Markup

from briefing.render.escape import safe

SAFE_FILTERS = frozenset({"prose", "span", "struck", "one_line", "front", "figure"})
"""Filters whose result is safe, as is what macros return: it is printed as it is."""

SAFE_FUNCTIONS = frozenset({"attrs", "mark", "open", "close", "br", "to_itself"})
"""Globals whose result is safe."""

_LEVEL = "l_1_"
"""What Jinja puts before the names of what a macro is given."""


class TemplateCode(CodeGenerator):
    """Writes the code of one template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Give globals a name of the module each, so that no call has to look them up."""
        self._macros = frozenset(_macro_names(node))
        for name in self.environment.globals:
            self.writeline(f"{_global(name)} = environment.globals[{name!r}]")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Take globals from the module."""
        loads = frame.symbols.loads
        others = dict(loads)
        for target, (action, name) in loads.items():
            if action == VAR_LOAD_RESOLVE and name in self.environment.globals:
                self.writeline(f"{target} = {_global(str(name))}")
                del others[target]
        frame.symbols.loads = others
        super().enter_frame(frame)
        frame.symbols.loads = loads

    def macro_def(self, *_: object) -> None:
        """Take a macro for the function that it is."""
        self.write("environment.optional(macro)")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Call a function directly, a macro with its arguments as they are named inside it."""
        self.visit(node.node, frame)
        self.write("(")
        prefix = _LEVEL if _name_of(node.node) in self._macros else ""
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{prefix}{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        if forward_caller:
            self.write(f"{prefix}caller=caller, ")
        if node.dyn_kwargs is not None:
            self.write("**")
            self.visit(node.dyn_kwargs, frame)
        self.write(")")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        # Macros see globals alone, which are the same for all pages: nobody has to compare the context.
        self.write("environment.macros_of(")
        self.visit(node.template, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Read a field: views have fields alone, and one that is missing is an error at once."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """Hand a block over to its filter as it is: joined, it is safe."""
        if node.node is not None:
            super().visit_Filter(node, frame)
            return
        with self._filter_test_common(node, frame, True):
            self.write(f"concat({frame.buffer})")

    def visit_AssignBlock(self, node: nodes.AssignBlock, frame: Frame) -> None:
        """Join what a block prints: the same as Jinja's but that joined text is known to be safe."""
        self.push_assign_tracking()
        block_frame = frame.inner()
        block_frame.require_output_check = False
        block_frame.symbols.analyze_node(node)
        self.enter_frame(block_frame)
        self.buffer(block_frame)
        self.blockvisit(node.body, block_frame)
        self.newline(node)
        self.visit(node.target, frame)
        self.write(f" = concat({block_frame.buffer})")
        self.pop_assign_tracking(frame)
        self.leave_frame(block_frame)

    def _output_child_pre(self, node: nodes.Expr, *_: object) -> None:
        if not self._is_safe(node):
            self.write("(value if type(value := ")

    def _output_child_post(self, node: nodes.Expr, *_: object) -> None:
        if not self._is_safe(node):
            self.write(") is Markup else environment.finalize(value))")

    def _is_safe(self, node: nodes.Expr) -> bool:
        """Tell whether what an expression gives is safe whatever the data are."""
        if isinstance(node, nodes.Filter):
            return node.name in SAFE_FILTERS
        if isinstance(node, nodes.Call):
            return _name_of(node.node) in SAFE_FUNCTIONS | self._macros
        return False


def _macro_names(template: nodes.Template) -> Iterator[str]:
    """Give the names by which a template calls macros: all that it imports or defines, and what stands in a call."""
    yield "caller"
    for macro in template.find_all(nodes.Macro):
        yield macro.name
    for imported in template.find_all(nodes.FromImport):
        yield from (name if isinstance(name, str) else name[1] for name in imported.names)


def _name_of(called: nodes.Expr) -> str:
    return called.name if isinstance(called, nodes.Name) else ""


def _global(name: str) -> str:
    return f"global_{name}"


def _optional(macro: FunctionType) -> FunctionType:
    """Return a macro that may be called with fewer arguments: Jinja's code fills in what is missing."""
    macro.__defaults__ = (missing,) * macro.__code__.co_argcount
    return macro


def _joined(parts: Iterable[str]) -> Markup:
    """Return what a block, a macro or a page prints, all of which is safe."""
    return safe("".join(parts))


class TemplateEnvironment(Environment):
    """An environment whose templates are compiled to direct calls."""

    code_generator_class = TemplateCode
    concat = staticmethod(_joined)
    optional = staticmethod(_optional)

    def macros_of(self, template: str) -> TemplateModule:
        """Return what other templates import from this one."""
        return self.get_template(template).module
