"""A page for paper as it is given to a browser: with page numbers in its contents, its links fit for a PDF."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import quote, unquote

from sitegen.regex import regex

_SCRIPT = regex(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_POLICY = regex(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LINK = regex(r"""<a\b((?>[^<>"]*+(?:"[^"<]*+"[^<>"]*+)*))>""")
_HREF = regex(r"""\shref="([^"]*)\"""")
_WHOLE = regex(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_TITLE = regex(r"(?<=<title>)[^<]*? – (?=[^<]* – )")
"""The first step of a title, `For paper` or `The whole edition`, which tells a page for paper from another."""
_FIGURE = regex(r"<figure(?=[ >])(?![^<>]*\saria-label=)")
_NUMBERED = regex(r"""\sdata-page(?:="\d*")?(?=\s)""")
_OTHERWISE = (
    (' loading="lazy"', ""),
    (' decoding="async"', ""),
    # The bookmarks lead to what is named in the contents, and not to its name there.
    ("<h3><a data-page ", '<h3 role="presentation"><a data-page '),
    ('<div class="c-t"><h3>', '<div class="c-t"><h3 role="presentation">'),
)
_ON_SCREEN = (
    "<style>@media screen{body>*{display:none!important}}</style>"
    "<script>document.fonts.forEach(font=>font.load())</script></head>"
)
"""Nobody sees the page on a screen, for which a browser would lay it out first. Its fonts are there all the same."""
_FIRST = "000"
"""What stands in the contents before the numbers are known: as wide as most that will."""


def for_browser(html: str, address: str, base_url: str) -> str:
    """A page at an address of the site so that it depends on nothing but the files that it shows.

    A link to another page of the site is a whole address where the site has one, else its words alone.
    """
    plain = _TITLE.sub("", _POLICY.sub("", _SCRIPT.sub("", html)), count=1)
    plain = plain.replace("</head>", _ON_SCREEN, 1)
    for written, wanted in _OTHERWISE:
        plain = plain.replace(written, wanted)
    plain = _FIGURE.sub('<figure role="group"', plain)  # else tagged as a picture, which has to have words in its place
    return _LINK.sub(lambda found: _link(found[1], address, base_url), plain)


def _link(attributes: str, address: str, base_url: str) -> str:
    href = _HREF.search(attributes)
    led = unescape(href[1]) if href else ""
    if not href or led.startswith("#") or _WHOLE.match(led):
        return f"<a{attributes}>"
    before, after = attributes[: href.start()], attributes[href.end() :]
    if not base_url:
        return f"<a{before}{after}>"
    path, hash_, place = led.partition("#")
    there = posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(path)))
    whole = f"{base_url.rstrip('/')}/{quote(there)}{hash_}{place}"
    return f'<a{before} data-site href="{escape(whole)}"{after}>'


def numbered(html: str, pages: Mapping[str, int]) -> str:
    """The page with the numbers of pages, by the ids that its contents lead to, in its contents."""
    return _LINK.sub(lambda found: _with_number(found[0], pages), html)


def has_contents(html: str) -> bool:
    """True where a page has contents that take numbers."""
    return bool(_NUMBERED.search(html))


def _with_number(link: str, pages: Mapping[str, int]) -> str:
    href = _HREF.search(link)
    if not href or not _NUMBERED.search(link):
        return link
    number = str(pages.get(unquote(unescape(href[1]).removeprefix("#")), _FIRST if not pages else ""))
    return _NUMBERED.sub(f' data-page="{number}"', link, count=1)
