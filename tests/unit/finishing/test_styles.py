"""Style sheets without what can apply to nothing (R39): what goes, what stays, and that the rest means the same."""

import pytest

from briefing.finishing.page import read_page
from briefing.finishing.styles import prune_styles
from briefing.finishing.vocabulary import gather_vocabulary

PAGE = '<body dir="ltr" data-md-color-scheme="slate" class="no-js"><p class="note wide" id=x>a</p><a>b</a></body>'
SCRIPT = 'el.classList.add("made-up");el.append(document.createElement("output"));get("--from-script")'


def pruned(css: str) -> str:
    return prune_styles({"a.css": css}, gather_vocabulary([read_page("index.html", PAGE)], [SCRIPT]))["a.css"]


@pytest.mark.parametrize(
    "css",
    [
        ".note{color:red}",
        "p.wide>a:hover{color:red}",
        ".made-up{color:red}",
        "output{color:red}",
        "*{color:red}",
        ":root{color:red}",
        "p:not(.absent){color:red}",
        "p:is(.absent,.note){color:red}",
        "p:has(.absent){color:red}",
        "[data-state=on]{color:red}",
        "[dir=ltr] p{color:red}",
        "[data-md-color-scheme=slate]{color:red}",
        "p::before{content:\"a , b } \"}",
        "p{color:red!important}",
        "@media print{p{color:red}}",
        "@supports (color:red){p{color:red}}",
        "@font-face{font-family:x;src:url(x.woff2)}",
        "@import \"b.css\";",
        ":root{--from-script:1}",
        ":root{--a:1;--b:var(--a)}p{width:var(--b)}",
        "@keyframes turn{to{opacity:0}}p{animation:turn 1s}",
        "p{background:url(\"data:image/svg+xml;charset=utf-8,<svg xmlns='x'/>\")}",
    ],
)  # fmt: skip
def test_what_may_apply_stays_as_it_is(css: str) -> None:
    assert pruned(css) == css


@pytest.mark.parametrize(
    "css",
    [
        ".absent{color:red}",
        "p .absent::before{color:red}",
        "p.note.absent{color:red}",
        "aside{color:red}",
        "p:is(.absent,aside){color:red}",
        "[dir=rtl] p{color:red}",
        "[data-md-color-scheme=youtube]{color:red}",
        "@media print{.absent{color:red}}",
        "@keyframes turn{to{opacity:0}}",
        ":root{--a:1;--b:var(--a)}.absent{width:var(--b)}",
        "/* a comment */",
    ],
)
def test_what_can_apply_to_nothing_goes(css: str) -> None:
    assert pruned(css) == ""


def test_only_the_selectors_that_can_apply_are_left() -> None:
    assert pruned(".absent , p .note,\n aside { color : red ; }") == "p .note{color:red}"


def test_sheets_are_read_as_one() -> None:
    sheets = {"a.css": ":root{--a:1;--b:2}", "b.css": "p{width:var(--a)}"}
    assert prune_styles(sheets, gather_vocabulary([read_page("index.html", PAGE)], [])) == {
        "a.css": ":root{--a:1}",
        "b.css": "p{width:var(--a)}",
    }


def test_pruning_again_changes_nothing() -> None:
    css = "@media print{.note,.absent{color:red;margin:0 auto}}p{--x:1;width:calc(1px + var(--x))}"
    assert pruned(pruned(css)) == pruned(css)
