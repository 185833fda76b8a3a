"""Python-Markdown, without the parts that the marks have taken over: paragraphs, headings, lists, tables, emphasis."""

from __future__ import annotations

from functools import lru_cache

import markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

_EXTENSIONS = (TableExtension, AttrListExtension, SaneListExtension)
_TAKEN_OVER = (
    "backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref",
    "autolink", "automail", "html", "entity",
)  # fmt: skip


def to_html(text: str) -> str:
    """The HTML of Markdown in which marks stand for links, pictures, code, formulas, footnotes and HTML."""
    converter = _converter()
    converter.reset()
    return converter.convert(text)


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    # By name they would be looked for among all packages of this machine, in which others may have taken the name.
    made = markdown.Markdown(extensions=[extension() for extension in _EXTENSIONS], output_format="html")
    for name in _TAKEN_OVER:
        made.inlinePatterns.deregister(name, strict=False)
    made.preprocessors.deregister("html_block")
    made.treeprocessors.deregister("unescape")
    made.parser.blockprocessors.deregister("reference")
    return made
