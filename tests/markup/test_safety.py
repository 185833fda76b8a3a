"""Whatever an author types or pastes: no exception, no unsafe HTML, no mark left over, every place within the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.markup import sanitise
from sitegen.markup.body import Body, Link, LinkEnd, Part
from tests.markup.showing import made

MATHML = frozenset(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd "
    "mstyle mpadded mphantom".split()
)
OURS = frozenset(("aria-label", "tabindex"))
TAGS = (sanitise.INLINE | sanitise.BLOCKS | MATHML) - {"img"}
ATTRIBUTES = frozenset(
    "class dir id lang title href span datetime open value reversed start type colspan rowspan headers scope style "
    "display alttext accent accentunder columnspan depth displaystyle fence form height largeop linethickness lspace "
    "maxsize minsize movablelimits rspace scriptlevel separator stretchy symmetric voffset width mathvariant".split()
) | OURS

SNIPPETS = st.sampled_from((
    "# ", "## ", "> ", "- ", "1. ", "  - ", "    ", "\t", "::: note", "::: quote", ":::: finding x", "::: implication",
    "::: chart x", "::: stat 5", "::: timeline", "::: links", "::: letter", "::: figure", "::: gallery", "::: person x",
    ":::", "::::", "by: Ann", "file: a.jpg", "type: bar", "| a | b |", "|---|--:|", "| 1 | 2 |", "```", "~~~", "`",
    "``",
    "[", "]", "](", "](a.md)", "![", "![x](a.jpg)", "[^1]", "[^1]: x", "[a]: b.md", "[a][a]", "<", ">", "<b>", "</b>",
    "<a href=\"javascript:x\" onclick=x>", "</a>", "<div>", "</div>", "<table><tr><td>", "<script>", "</script>",
    "<!--",
    "-->", "<img src=x onerror=y>", "<svg onload=x>", "<p style='x:y'>", "<style>", "<?", "<![CDATA[", "]]>",
    "<h2 id=main>",
    "$", "$$", "\\frac{", "}", "\\", "\\href{javascript:x}{y}", "*", "**", "_", "__", "***", "{", "{#id}",
    "{: onclick=x }",
    "{decorative}", "&", "&lt;script&gt;", "&#106;avascript:", "\"", "'", "--", "...", "— Ann", "NCETM", "www.x.org",
    "https://x.org", "javascript:", "\n", "\n\n", " ", "a", "word word", "5", "\x00", "\x02", "\x03", "\x1a", "\u2028",
    "\ufeff", "\u202e", "\U000f0001\U00100000", "\U000f0000", "🏫", "é", "<https://x.org>", "<a@b.c>", "(", ")", "!",
    "====",
    "----", "***\n", "|", ":", "[ ]", "<details>", "<summary>", "<pre>", "<code>", "<blockquote>", "</blockquote>",
    "<ul><li>",
))  # fmt: skip
TYPED = st.lists(SNIPPETS, max_size=40).map("".join)
ANYTHING = st.text(st.characters(), max_size=120)


class _Reader(HTMLParser):
    """Collects what may not be in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.wrong += [] if tag in TAGS else [f"<{tag}>"]
        for name, value in attrs:
            text = value or ""
            if name not in ATTRIBUTES or (name == "href" and not text.startswith("#s-")):
                self.wrong.append(f"{name}={text}")
            if name == "style" and not text.startswith("text-align:"):
                self.wrong.append(f"{name}={text}")
            if name == "id" and not text.startswith("s-"):
                self.wrong.append(f"{name}={text}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.wrong.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.wrong.append(f"<?{data}")


def html_in(value: object) -> Iterator[str]:
    """Every piece of HTML among the parts that a value holds."""
    if isinstance(value, tuple):
        for one in value:
            yield from [one] if isinstance(one, str) else html_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            if (str(field.type).startswith("tuple[") and "Part" in str(field.type)) or field.name in _HOLDERS:
                yield from html_in(getattr(value, field.name))


_HOLDERS = frozenset("picture image pictures entries implications items".split())


def wrong_html(parts: Iterable[Part]) -> list[str]:
    reader = _Reader()
    for piece in html_in(tuple(parts)):
        reader.feed(piece)
    reader.close()
    return reader.wrong


class _Nesting(HTMLParser):
    """Follows elements as they open and close, links among them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in sanitise.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def badly_nested(parts: tuple[Part, ...]) -> list[str]:
    """Elements that end where they did not begin, in these parts or in the parts of one of them."""
    nesting = _Nesting()
    found: list[str] = []
    for part in parts:
        if isinstance(part, str):
            nesting.feed(part)
        elif isinstance(part, Link):
            nesting.handle_starttag("a", [])
        elif isinstance(part, LinkEnd):
            nesting.handle_endtag("a")
        else:
            found += [wrong for inner in parts_in(part) for wrong in badly_nested(inner)]
    nesting.close()
    return [*found, *nesting.wrong, *nesting.open]


def parts_in(value: object) -> Iterator[tuple[Part, ...]]:
    """Every run of parts that a part holds."""
    for field in fields(value) if is_dataclass(value) else ():
        held = getattr(value, field.name)
        if "Part" in str(field.type):
            yield held
        elif field.name in _HOLDERS:
            for one in held if isinstance(held, tuple) else (held,):
                yield from parts_in(one)


def check(text: str, body: Body) -> None:
    assert wrong_html((*body.parts, *body.notes)) == []
    assert badly_nested(body.parts) + badly_nested(body.notes) == []
    assert "\\U000f" not in repr(body), "a mark was left over"
    assert "\\U0010" not in repr(body), "a mark was left over"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in body.problems:
        assert 1 <= problem.where.line <= len(lines), problem
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1, problem
    assert len(set(body.ids)) == len(body.ids)


def test_the_check_itself_sees_what_is_unsafe():
    body = made("> [a](b.md) words\n>\n> — Ann")
    quote = body.quotes[0]
    for html in ("<script>", "<b onclick=x>", "<a href=x>", "<p id=main>", "<p style=color:red>", "<!-- x -->"):
        assert wrong_html((html,)), html
        assert wrong_html((replace(quote, parts=(html,)),)), html


def test_the_check_itself_sees_what_is_badly_nested():
    quote = made("> words\n>\n> — Ann").quotes[0]
    for parts in (("<p>",), ("</p>",), ("<b><i></b></i>",), (LinkEnd(),), ("<b>", Link("x", 1, 1), "</b>", LinkEnd())):
        assert badly_nested(parts), parts
        assert badly_nested((replace(quote, parts=parts),)), parts


@given(TYPED)
@example("::: gallery\n- ![a](b.jpg) one\n- **![c](d.jpg) two**\n:::\n")
@example("# <details><h2 id=main>")
@example("::: links\n- **[a](b) c**\n:::\n")
@example("<a href='x'>[a](b)</a>")
@example("::: chart x\n| a | b |\n|---|---|\n")
@example("> > > - # a\n— b")
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_is_safe(text):
    check(text, made(text))


@given(ANYTHING)
@settings(max_examples=200, deadline=None)
def test_whatever_is_pasted_is_safe(text):
    check(text, made(text, questions=True, language="fr"))


@given(TYPED, TYPED)
@settings(max_examples=60, deadline=None)
def test_a_body_depends_on_its_own_text_alone(text, other):
    first = made(text)
    made(other)
    assert made(text) == first


@pytest.mark.full
@given(TYPED)
@settings(max_examples=20_000, deadline=None)
def test_whatever_is_typed_is_safe_in_the_long_run(text):
    check(text, made(text))


@pytest.mark.parametrize(("written", "why"), [('<p onclick="go()">A</p>', "scripts"), ('<p style="x">A</p>', "look")])
def test_what_is_said_of_a_removed_attribute_is_why_it_was_removed(written: str, why: str) -> None:
    (problem,) = [p for p in made(written).problems if p.code == "html-removed"]
    assert why in problem.what
