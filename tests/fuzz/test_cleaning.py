"""HTML that is cleaned stays as it is when it is cleaned again, and holds nothing that may not stand on a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.markup import sanitise
from sitegen.markup.cleaning import to_clean_html
from sitegen.markup.marks import Marks
from tests.fuzz.budget import tries

KNOWN = sanitise.INLINE | sanitise.BLOCKS | sanitise.DROPPED | sanitise.UNKNOWN_HERE
NAMES = sorted(KNOWN | {"x-y", "svg:a", "b/", "a\n"})
ATTRIBUTES = sorted(
    "class dir id lang title href style onclick onload ONERROR src srcset formaction xlink:href target colspan "
    "rowspan headers scope start type reversed value open datetime span is slot data-x aria-label style/ on =x name "
    "xmlns".split()
)
VALUES = ("javascript:alert(1)", "java\tscript:x", "&#106;avascript:x", "https://x.org/", "//x.org", "main", "1",
          "-1", "position:fixed", "text-align:right", "text-align: center; background:url(x)", "expression(x)", "a\"b",
          "a'b", "><script>", "data:text/html,x", "vbscript:x", "", "\x00", "a b", "rtl",
          "&quot;><b onclick=x>")  # fmt: skip
OTHER = ("text", "<!--", "-->", "<!", "<?", "?>", "<![CDATA[", "]]>", "</", "<", ">", "&", "&lt;", "&#60;", "&nbsp;",
         "\x00", "\u2028", "</script>", "</style>", "</math>", "<math><mi>", "<svg><style>", "<noscript><p title=\"",
         "</noscript>", "<a href=x><a href=y>", "<form><form>", "<table><a>", "<p", "<plaintext>")  # fmt: skip


@st.composite
def _tag(draw: st.DrawFn) -> str:
    name, quote = draw(st.sampled_from(NAMES)), draw(st.sampled_from(["\"", "'", "", "`"]))
    some = draw(st.lists(st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES)), max_size=3))
    inside = "".join(f"{draw(st.sampled_from([' ', '/', chr(10), chr(9)]))}{n}={quote}{v}{quote}" for n, v in some)
    return draw(st.sampled_from([f"<{name}{inside}>", f"<{name}{inside}/>", f"</{name}>", f"<{name.upper()}{inside}>"]))


NO_MARK = st.characters(codec="utf-8", exclude_characters="\ufeff")
"""No byte order mark: the reader of files takes it away."""

HTML = st.lists(_tag() | st.sampled_from(OTHER) | st.text(NO_MARK, max_size=4), max_size=14).map("".join)


class _Reader(HTMLParser):
    """What stands in a piece of HTML: tags that are not allowed, and elements that are not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [] if tag in sanitise.INLINE | sanitise.BLOCKS else [f"<{tag}>"]
        allowed = sanitise._EVERYWHERE | sanitise._OWN.get(tag, set())
        self.wrong += [f"<{tag} {name}>" for name, _ in attrs if name not in allowed]
        self.wrong += [f"{n}={v}" for n, v in attrs if n == "style" and re.sub(r"text-align:\s*\w+;?", "", v or "")]
        self.wrong += [f"{n}={v}" for n, v in attrs if n == "href" and re.match(r"\s*[a-z+.-]*script:", v or "", re.I)]
        if tag not in sanitise.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in sanitise.VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}")

    handle_pi = handle_decl


@tries(150)
@given(HTML)
@example("<a><table><a>")
@example("<math><mi><p><style><!--</style><img src=x onerror=y>")
def test_what_is_clean_is_safe_whole_and_clean_again(html):
    clean = sanitise.clean(html)
    read = _Reader(clean)
    assert read.wrong == []
    assert read.open == []
    assert sanitise.clean(clean) == clean


@tries(60)
@given(HTML | st.text(NO_MARK, max_size=60))
def test_marked_text_becomes_html_that_is_safe(text):
    html, _ = to_clean_html(text, Marks())
    read = _Reader(html)
    assert read.wrong == []
    assert read.open == []
    assert sanitise.clean(html) == html
