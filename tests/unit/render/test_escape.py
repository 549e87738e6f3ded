import pytest

from briefing.render.escape import escape_front, escape_page, escape_twin, web_address


def test_page_text_is_entities_and_words() -> None:
    assert escape_page("A|b <c> {{x}} 日本, it's; 5") == "A&#124;b &#60;c&#62; &#123;&#123;x&#125;&#125; 日本, it's; 5"


def test_whatever_could_end_a_line_or_hide_is_gone() -> None:
    assert escape_page("a\nb\r\tc\u2028d\x00e") == "a b c d e"
    assert escape_page("a\u202eb\u2066c") == "abc"
    assert escape_page("a\ud800b") == "a\ufffdb"
    assert escape_page("a    b") == "a b"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain, with. full (stops)!", "plain, with. full (stops)!"),
        ("a|b *c* [d](e) <f> `g` h_i \\", "a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\` h\\_i \\\\"),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("12. item", "12\\. item"),
        ("3.9 trillion", "3.9 trillion"),
        ("AT&T &lt;", "AT&amp;T &amp;lt;"),
    ],
)
def test_twins_stay_readable(text: str, escaped: str) -> None:
    assert escape_twin(text) == escaped


def test_front_matter_is_html_and_yaml_at_once() -> None:
    assert escape_front('a "b" <c>\n: d') == '"a &quot;b&quot; &lt;c&gt; : d"'


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://x.example/a?b=1&c=2#d", "https://x.example/a?b=1&c=2#d"),
        ("HTTP://X.example", "http://x.example"),
        ("https://x.example/a(b)'\"[c]", "https://x.example/a%28b%29%27%22%5Bc%5D"),
        ("https://x.example/日本", "https://x.example/%E6%97%A5%E6%9C%AC"),
        ("https://日本.example/", "https://xn--wgv71a.example/"),
        ("https://x.example:8443/", "https://x.example:8443/"),
        ("https://x.example/50%25", "https://x.example/50%25"),
    ],
)
def test_web_addresses_become_links(address: str, link: str) -> None:
    assert web_address(address) == link


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "ftp://x.example/", "mailto:a@x.example", "//x.example/", "/path", "x.example", "", "https://", "https:///x",
        "https://user@x.example/", "https://user:pw@x.example/", "https://@x.example/", "https://x.example@evil.example/",
        "https://x.example/\nSet-Cookie", "https://x.example/a b", "https://x.example/\u202e", "https://x.example/\u200b",
        "https://x.example\\@evil.example/", "https://x_y.example/", "https://-x.example/", "https://[::1]/",
        "https://x.example:99999/", "https://x.example:port/", "https://" + "x" * 2000, "https://x..example/",
        "https://%78.example/", "java\nscript:alert(1)", "\x01https://x.example/",
    ],
)  # fmt: skip
def test_everything_else_stays_text(address: str) -> None:
    assert web_address(address) is None
