"""From the Markdown of a generated page to what MkDocs knows of it, without Python-Markdown where that is the same.

Which extensions of Markdown there are, and what they are told, is for settings to say. Where they are not those that
`template_markdown` was written for, or one of them gives something else, Python-Markdown converts everything.
"""

from typing import Any

from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from briefing.engine.page_keys import is_made_by_known_parts
from briefing.engine.template_markdown import ConvertedText, convert_template_text

_EXTENSIONS = frozenset({"attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"})

PROBE = """\
# Chips &amp; <span lang="ja">半導体</span> "2" { #top }

<p class="names" markdown>Acme's <span class="value">5&#37;</span></p>

<div class="sortable box" id="box" data-sorts="Sort by|%s &#39;up&#39;" markdown>

<details class="same" markdown>

<summary markdown>Rows&#58; 1 - 2 (all)</summary>

| What | When |
|---|---|
| [Acme &amp; Co](../acme/index.md#c1){ .ref }, [x](y.md) { #row .fact .b data-label="What" } | 2 { data-sort="a 1" } |
| <a class="fact-link" href="#row"><span>Here</span></a> { .fact } |  |

</details>

- [Acme](../acme/index.md): <del class="old">a, b</del>
- three

</div>

## Parts [of](../it/index.md) it { #parts .part }

<figure class="picture" id="drawn">
<svg viewBox="0 0 1 1"><title>A&#58; b</title><path d="M0 0"/></svg>
</figure>

Two lines - of text;
the [second](https://x.example/?a=1&amp;b=2){ .more }

<section markdown>

### Deeper { #deeper }

</section>

<div class="empty" markdown>
</div>
"""
"""All that templates write, once."""


def can_convert(config: MkDocsConfig) -> bool:
    """Whether what templates write may be converted here: nobody else has a say, and a probe comes out the same."""
    if set(config.markdown_extensions) != _EXTENSIONS or not is_made_by_known_parts(config):
        return False
    probe = convert_template_text(PROBE)
    if probe is None:
        return False
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    if markdown.convert(PROBE) != probe.fill_links(str):
        return False
    return str(get_toc(markdown.toc_tokens)) == str(get_toc(_toc_tokens(probe)))  # type: ignore[attr-defined] # of toc


def convert_page(page: Page, config: MkDocsConfig, files: Files) -> bool:
    """Do what ``page.render`` does for the text that a template has written; return whether that could be done."""
    converted = convert_template_text(page.markdown or "")
    if converted is None:
        return False
    page.content = converted.fill_links(_Links(page, config, files).resolve)
    page.toc = get_toc(_toc_tokens(converted))
    page._title_from_render = converted.title  # what `page.title` falls back to
    return True


class _Links:
    """The addresses of links on one page, as MkDocs makes them; it warns of those that lead nowhere."""

    def __init__(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        self._mkdocs = _RelativePathTreeprocessor(page.file, files, config)
        self._resolved: dict[str, str] = {}

    def resolve(self, address: str) -> str:
        """Return the address in the site of what is linked to."""
        path, sign, anchor = address.partition("#")
        if not path:
            return address
        resolved = self._resolved.get(path)
        if resolved is not None:
            return resolved + sign + anchor
        in_site = self._mkdocs.path_to_url(address)
        # An address that stays as it is may be one that MkDocs warns of, as it is written, every time.
        if in_site != address:
            self._resolved[path] = in_site.removesuffix(sign + anchor)
        return in_site


def _toc_tokens(converted: ConvertedText) -> list[Any]:
    return nest_toc_tokens(
        [{"level": heading.level, "id": heading.anchor, "name": heading.name} for heading in converted.headings]
    )
