"""Whole stories as hypothesis makes them: fields of every type, right, nearly so and absurd; any block in any other.

`tests/full/story_files.py` puts pieces of text in a row; here the pieces have the shape that authors mean to give them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from hypothesis import strategies as st

from sitegen.schema.blocks import block_schemas
from sitegen.schema.declared import Field
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.kinds import shipped_kinds

HOSTILE = (
    "<script>alert(1)</script>", "javascript:alert(1)", "\" onmouseover=alert(1) x=\"", "' onload='alert(1)",
    "</title><script>x</script>", "]]></style><script>", "{{ site.title }}", "{% raw %}", "&lt;script&gt;", "-->",
    "data:text/html,<b>", "//example.org/x.png", "https://example.org/x.png", "\\href{javascript:x}{y}",
    "url(//x.org)",
    "</script><script>", "\u2028alert(1)", "`${x}`", "a\"b'c<d>e&f", "<img src=x onerror=y>", "../../../etc/passwd",
)  # fmt: skip
ODD = (
    "", "~", "null", "yes", "no", "NO", "0", "-1", "1e999", "99999999999999999999", "0x1F", "1_000",
    "NaN", "½", "٣", "3.5",
    "שלום", "👩‍👩‍👧‍👦", "e\u0301", "\u202eabc", "\u00a0", "\u200b", "x" * 500, "word " * 120, "🏫" * 60,
    "ﬁ", "İ", "ß", "\ufffd",
    "a\tb", "a\u0085b", "a\u2029b", "#", "- a", "a: b", "[a", "{a", "|", ">", "%", "@", "&a", "*a",
    "!a", "?", "...", "---",
    "[]", "{}", "[[]]", "[[a], [b, [c]]]", "{a: {b: {c: d}}}", "[~, '']", "{name: }", "[{name: Ann}, Bob, [x]]",
)  # fmt: skip
GOOD = {
    "date": ("1 November 2023", "2023-11-01", "March 23", "autumn 2023", "31/02/2023", "2023", "1/13/2023", "today"),
    "academic year": ("2022/23", "2022-23", "2022/24", "22/23", "1999/00"),
    "size": ("Two-form entry", "1,035 pupils, 11-18", "4FE", "a small school", "0 pupils", "2.5 FE all-through"),
    "disadvantage": ("40% Pupil Premium, 60% EAL", "around two thirds EAL", "7% FSM", "140% PP", "over 30% SEND"),
    "engagement": ("3", "since 2016/17", "5 or more", "third year", "since 2099"),
    "whole number": ("3", "1,035", "-2", "three"), "decimal": ("1.5", "2,000.25"), "year": ("2023", "1200"),
    "yes/no": ("yes", "off", "TRUE", "maybe"), "colour": ('"#12436d"', "12436d", '"#xyz"'), "id": ("oak", "Oak Tree"),
    "hub": ("Oak Hub", "No Such Hub"), "hubs": ("[Oak Hub]", "Oak Hub, Elm Hub"), "school": ("Oak Tree Primary",),
    "schools": ("[Oak Tree Primary, Elm School]", "[{name: Oak Tree Primary, size: 2FE}, {name: Elm, x: y}]"),
    "person": ("Ann Lee", "{name: Ann, role: lead}"), "people": ("[{name: Ann Lee, role: lead}, Bob]", "Ann and Bob"),
    "image": ("hall.jpg", "{file: hall.jpg, alt: Hall, shows: no people}", "{file: x.jpg, alt: A}", "{alt: A}",
              "{file: hall.jpg, decorative: yes, consent: C-1}", "{file: ../../hall.jpg, alt: '<b>'}"),
    "link": ("02-other.md", "https://www.example.org/", "{title: A, url: x}", "/2022-23/02-other.md#a"),
    "withdrawal": ("no", "1 March 2024", "yes", "by request"),
}  # fmt: skip


@lru_cache
def fields() -> tuple[Field, ...]:
    """Every field of every shipped kind, each once."""
    return tuple({f.key: f for kind in shipped_kinds().values() for f in kind.schema.fields}.values())


def _one(field: Field) -> st.SearchStrategy[str]:
    good = [field.example or FIELD_TYPES[field.type].example, *GOOD.get(field.type, ()), *field.choices]
    quoted = st.sampled_from(HOSTILE + ODD).map(lambda text: "'" + text.replace("'", "''") + "'")
    drawn = st.text(st.characters(codec="utf-8"), max_size=30).map(lambda text: "'" + text.replace("'", "''") + "'")
    return st.one_of(st.sampled_from(good), st.sampled_from(good), st.sampled_from(ODD), quoted, drawn)


@st.composite
def _line(draw: st.DrawFn, field: Field) -> str:
    """A field as `key: value`, sometimes as a list, or as fields of its own."""
    match draw(st.integers(0, 5 if field.fields else 3)):
        case 3:
            return f"{field.key}: [{', '.join(draw(st.lists(_one(field), max_size=4)))}]"
        case 4 | 5:
            inner = draw(st.lists(st.sampled_from(field.fields), max_size=4, unique_by=lambda f: f.key))
            return f"{field.key}: {{{', '.join(f'{f.key}: {draw(_one(f))}' for f in inner)}}}"
        case _:
            return f"{field.key}: {draw(_one(field))}"


@st.composite
def front_matter(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(sorted(shipped_kinds())))
    own = shipped_kinds()[kind].schema.fields
    chosen = draw(st.lists(st.sampled_from(own) | st.sampled_from(fields()), max_size=8, unique_by=lambda f: f.key))
    hidden = draw(st.integers(0, 9)) > 0
    kept = [f for f in chosen if f.key not in ("kind", "title") and not (hidden and f.key in _HIDING)]
    title = draw(st.sampled_from(["A story", "'<b>Bold</b> & more'", "Ein sehr langer Titel " * 12,
    "'שלום'", "'</title>x'"]))
    return "\n".join((f"kind: {kind}", f"title: {title}", *(draw(_line(f)) for f in kept)))


_HIDING = frozenset("draft publish_on expires_on withdrawn status".split())
INLINE = (
    "words", "**bold**", "*it*", "`code <b>`", "[link](02-other.md)", "[a](https://www.example.org/ \"T\")", "[x](#)",
    "[bad](javascript:alert(1))", "[r][ref]", "[^1]", "[^2]", "![Hall](hall.jpg){shows='no people'}", "![](hall.jpg)",
    "![r](//example.org/x.png)", "$x^2$", "$\\frac{a}$", "PP", "NCETM", "http://example.org/",
    "<b>bold", "</b>", "<br>",
    "<span style='position:fixed' class=x>", "<a href='javascript:x'>y</a>", "<svg/onload=x>", "\\*",
    "&nbsp;", "&#106;",
    "a@example.org", "40% Pupil Premium", "c. 7,000", "<https://example.org>",
    "<details open ontoggle=x>", "*", "_", "`",
)  # fmt: skip
_words = st.one_of(st.sampled_from(INLINE), st.sampled_from(INLINE), st.sampled_from(HOSTILE), st.sampled_from(ODD))
text = st.lists(_words, min_size=1, max_size=5).map(" ".join)


@st.composite
def _table(draw: st.DrawFn) -> str:
    width = draw(st.integers(1, 4))
    cell = st.sampled_from(["1", "1,200", "c. 40", "40%", "-", "n/a", "x", "**b**", "", "1e9", "-3.5",
    "£3m", "|", "<b>"])
    rows = draw(st.lists(st.lists(cell, min_size=max(1, width - 1), max_size=width + 1), max_size=4))
    head = "| " + " | ".join(draw(st.lists(text, min_size=width, max_size=width))) + " |\n|" + "---|" * width
    return "\n".join((head, *("| " + " | ".join(row) + " |" for row in rows)))


@st.composite
def _block(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """A block of any name with settings of its own, closed as it should be or not."""
    schema = block_schemas()[draw(st.sampled_from(sorted(block_schemas())))]
    depth = draw(st.integers(3, 5))
    title = draw(st.sampled_from(["", "A title", "82%", "c. 7,000", "<b>x</b>", "**b**", ":::", "Ann Lee"]) | text)
    own: Sequence[Field] = schema.schema.fields
    some = draw(st.lists(st.sampled_from(own), max_size=4, unique_by=lambda f: f.key)) if own else []
    settings = "".join(f"{f.key}: {draw(_one(f))}\n" for f in some)
    end = ":" * (depth if draw(st.integers(0, 4)) else draw(st.integers(2, 6))) if draw(st.integers(0, 7)) else ""
    return f"{':' * depth} {schema.name} {title}\n{settings}\n{draw(inside)}\n{end}"


_LEAVES = (
    "{}", "- {}", "- {0}\n- {0}\n  - {0}\n\n    {0}", "1. {}", "> {}", "    {}", "# {}", "### {}", "## {0}\n\n#### {0}",
    "- May 2023 — {}", "— {}", "> {}\n>\n> — Ann Lee, lead", "```\n{}\n```", "```html\n{}", "$$\n{}\n$$", "[^1]: {}",
    "[ref]: {}", "<div>\n\n{}\n\n</div>", "<table><tr><td>{}", "Term\n: {}", "*[PP]: {}", "<!-- {}",
    "[{}](02-other.md) x",
    "{}\n===", "---\n{}", "- ![{}](hall.jpg){{shows='no people'}}",
)


@st.composite
def _leaf(draw: st.DrawFn) -> str:
    return draw(_table()) if draw(st.integers(0, 8)) == 0 else draw(st.sampled_from(_LEAVES)).format(draw(text))


@st.composite
def _body(draw: st.DrawFn, depth: int) -> str:
    """Pieces of text, and blocks and quotations with such pieces inside, as deep as is told."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        match draw(st.integers(0, 3)) if depth else 0:
            case 0 | 1:
                pieces.append(draw(_leaf()))
            case 2:
                pieces.append(draw(_block(_body(depth - 1))))
            case _:
                pieces.append("\n".join("> " + line for line in draw(_body(depth - 1)).split("\n")))
    return draw(st.sampled_from(["\n\n", "\n\n", "\n"])).join(pieces)


@st.composite
def stories(draw: st.DrawFn) -> str:
    """The text of a story file."""
    return f"---\n{draw(front_matter())}\n---\n{draw(_body(3))}\n"
