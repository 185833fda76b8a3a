"""Whole story files as hypothesis makes them: what people write, what editors do to it, and what nobody would write."""

from __future__ import annotations

from hypothesis import strategies as st

KEYS = (
    "kind title summary date updated phase programme themes evidence people image order numbered related aliases draft "
    "publish_on expires_on withdrawn tombstone consent owner status source corrections overrides school schools hub "
    "hubs size disadvantage years_engaged Years-Engaged TITLE tittle tags layout categories template authors method"
).split()
VALUES = (
    "case-study", "q-and-a", "news-item", "explainer", "evaluation", "Q&A", "participant", "yes", "no", "NO", "~",
    "0123", "2023-11-01", "31/02/2023", "March 23", "2022/23", "Primary", "infant", "Goldfinch Primary, London",
    "GLOW", "Two-form entry", "An 11-18 school with 1,035 students", "7% Pupil Premium", "over 40% PP, 60% EAL",
    "-5%", "1e999", "around two thirds EAL", "since 2016/17", "[a, b]", "[a, [b, {c: d}]]",
    "{name: Ann, role: lead}", "[{name: Ann}]", "{file: hall.jpg, alt: Hall, shows: no people}",
    "{title: Report, url: 'javascript:alert(1)'}", "[../x.md]", "''", '"quoted: yes"', '"open', "'open", "“smart”",
    "A: colon", "a #hash", "&a x", "*a", "!tag x", "|", ">", "%", "@", "`", "- a", "? a", "\t", "[", "]", "{", "}",
    "עברית", "👩‍👩‍👧 \u202e", "<b>x</b>", "{{ x }}", "x" * 300,
)  # fmt: skip
PIECES = (
    "A plain paragraph of words, with **bold** and *italic* text.", "## A heading", "#### A deep heading",
    "Setext\n===", "- one\n- two\n  - three\n\n    four", "1. one\n1. two",
    "> A quotation.\n>\n> — Ann Lee, maths lead", "> Nobody said.", "| a | b |\n|---|--:|\n| 1 | 2 |",
    "| a |\n|--|\n| 1 | 2 | 3 |", "```python\nprint('::: note')\n```", "```", "    code", "::: note\nText.\n:::",
    "::: stat 82%\nperiod: 2022/23\nsource: School\n\nof pupils\n:::", "::: stat many", ":::",
    "::: chart Title\ntype: bar\nunit: %\n\n| a | b |\n|---|--:|\n| x | 1 |\n:::", "::: chart Title\n:::",
    "::: chart T\nstatus: pending\n:::", ":::: finding What\nText.\n\n::: implication\nSo.\n:::\n::::",
    "::: qoute\n:::", "::: timeline\n- May 2023 — Start\n- End\n:::", "::: letter\nDear all\n\n— Ann, lead\n:::",
    "::: links\n- [a](b)\n:::", "::: person Ann\nrole: lead\n:::", "::: gallery\n![a](hall.jpg)\n:::",
    "::: figure\nfile: hall.jpg\nalt: Hall\n:::", "::: key-findings\n- one\n- two\n:::", "::: citation\n:::",
    "::: quote\nby: Ann\ncase: 7\n\nText.\n:::", "![alt](hall.jpg)", "![](hall.jpg)", "![](hall.jpg){decorative}",
    "![a](https://example.org/x.png)", "![a](../../x)", "[link](other.md)", "[link](other.md#nowhere)", "[link](#)",
    "[link](javascript:alert(1))", "[a][ref]", "[ref]: /x", "A note.[^1]", "[^1]: The note.", "[^2]: Unused.",
    "$x^2$ and $$\\frac{a}{b}$$", "It cost $5 and $6.", "$\\badcommand$", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "<div>\n\n**a**\n\n</div>", "<!-- comment", "<svg onload=x>",
    "<a name=main id=main>x</a>", "<style>*{}</style>", "<iframe src=//x></iframe>",
    "<details><summary>a</summary>b", "{{ page.title }} {% raw %}", "---", "***", "\\*\\_\\`", "&amp; &#0; &copy;",
    "Term\n: Definition", "*[PP]: Premium", "# Heading {#main .a onclick=x}",
    "http://example.org and <http://example.org>", "a@example.org", "line\\\nbreak  \nx", "\u202eRTL\u202c שלום",
    "👩‍👩‍👧‍👦", "e\u0301\u0301", "\u00a0\u200b\ufeff", "\r\rx", "\tx", "_" * 50, "*" * 50, "[" * 50, "`" * 50,
)  # fmt: skip

odd_text = st.text(st.characters(codec="utf-8"), max_size=40)
markup = st.text(st.sampled_from("#*_`~[]()<>!|\\-+=:&$^{}'\"/ \n\t0aé"), max_size=120)
field = st.builds(
    "{}: {}".format, st.sampled_from(KEYS) | odd_text, st.sampled_from(VALUES) | odd_text | markup
)  # fmt: skip
fields = st.lists(field | odd_text, max_size=8).map("\n".join)
known = st.builds("kind: {}\ntitle: {}\n{}".format, st.sampled_from(VALUES[:6]), st.sampled_from(VALUES), fields)
bodies = st.lists(st.sampled_from(PIECES) | markup | odd_text, max_size=8)
"""Pieces of a body, joined by any of `JOINS`."""
JOINS = st.sampled_from(["\n\n", "\n", "", "\n> ", "\n- ", "\n    "])
fences = st.sampled_from(
    ["---\n{}\n---\n{}", "---\n{}\n{}", "{}\n{}", "+++\n{}\n+++\n{}", "\ufeff---\r\n{}\r\n---\r\n{}"]
)
good_fence = st.just("---\n{}\n---\n{}")


def files() -> st.SearchStrategy[str]:
    """The text of a story file; four of five have front matter that names a kind."""
    text = st.builds(lambda join, pieces: join.join(pieces), JOINS, bodies)
    likely = st.builds(lambda fence, meta, body: fence.format(meta, body), good_fence, known, text)
    odd = st.builds(lambda fence, meta, body: fence.format(meta, body), fences, fields, text)
    return st.one_of(likely, likely, likely, likely, odd)
