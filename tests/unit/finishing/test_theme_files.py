"""Which files of a theme nothing on a site refers to, by itself or by way of another."""

from briefing.finishing.theme_files import find_unused

THEIRS = {
    "assets/app.1.js": b"load('chunk.2.js') //# sourceMappingURL=app.1.js.map",
    "assets/app.1.js.map": b"{}",
    "assets/chunk.2.js": b"run()",
    "assets/main.css": b"a{background:url(../img/dot.png)}",
    "assets/img/dot.png": b"\x89PNG",
    "assets/worker.3.js": b"importScripts(`${base}/lang.${code}.js`)",
    "assets/lang.ja.js": b"ja()",
}


def test_without_a_reference_nothing_is_used() -> None:
    assert find_unused(THEIRS, [b"<p>app</p>"]) == THEIRS.keys()
    assert find_unused(THEIRS, []) == THEIRS.keys()


def test_what_is_named_by_what_is_named_is_used_but_no_source_map() -> None:
    unused = find_unused(THEIRS, [b"<p></p>", b'<script src="../assets/app.1.js">'])
    assert THEIRS.keys() - unused == {"assets/app.1.js", "assets/chunk.2.js"}


def test_a_style_sheet_s_picture_is_used() -> None:
    unused = find_unused(THEIRS, [b'<link href="/assets/main.css">'])
    assert THEIRS.keys() - unused == {"assets/main.css", "assets/img/dot.png"}


def test_a_worker_that_makes_up_names_may_load_any_script() -> None:
    unused = find_unused(THEIRS, [b'{"search": "assets/worker.3.js"}'])
    assert unused == {"assets/app.1.js.map", "assets/main.css", "assets/img/dot.png"}
