"""Text that no story is: huge, nested without end, broken on purpose. It comes back quickly and says what it is."""

from __future__ import annotations

import time

import pytest

from tests.markup.showing import codes, made

SECONDS = 8
"""Far more than any of these takes here; what is quadratic would take minutes."""


def in_time(text: str) -> list[str]:
    start = time.perf_counter()
    found = codes(text)
    assert time.perf_counter() - start < SECONDS
    return found


@pytest.mark.parametrize("text", ["word " * 4_000_000, "x\n" * 50_000, "::: note\n" * 3_000])
def test_a_text_larger_than_any_story_is_refused(text):
    assert in_time(text) == ["too-large"]


def test_two_megabytes_are_still_converted():
    assert made(("word " * 60 + "\n\n") * 6_000).words == 360_000


@pytest.mark.parametrize("text", [
    ">" * 30_000 + " x",
    "> " * 30_000 + "x",
    "- " * 30_000 + "x",
    "1. " * 30_000 + "x",
    "\n".join(">" * depth + " x" for depth in range(1, 600)),
    "\n".join("  " * depth + "- x" for depth in range(600)),
    "\n".join("    " * depth + "- x" for depth in range(400)),
    "\n".join("> " + "    " * depth + "- x" for depth in range(400)),
    "*a **b " * 15_000,
    "*a " * 30_000,
    "*a _b " * 15_000,
    "<div>" * 30_000,
    "<b>" * 30_000 + "x" + "</b>" * 30_000,
    "<ul><li>" * 30_000,
    "<div>\n\n" * 9_000,
    "\n".join(":" * (12 - depth) + " note" for depth in range(10)),
], ids=lambda text: repr(text[:12]))  # fmt: skip
def test_text_nested_without_end_comes_back_with_one_plain_problem(text):
    assert in_time(text).count("nested-too-deeply") == 1


@pytest.mark.parametrize("unit", [
    "[", "![", "](", "[a](", "[a](b)", "![a](b)", "[a](b \"", "[](x)", "[[]]", "[a][b]", "[^1]", "(", "(((", "<",
    "<b a='",
    "<a href=\"x\">", "<script>", "<!--", "<?", "<p>", "<table>", "`", "``", "$", "$$", "$a$ ", "$5 and ", "\\", "\\*",
    "{",
    "*", "_", "**", "a*b", "a_b", "&", "&#", "\"", "'", "--", "...", "NCETM ", "www.a.b ", "https://a.b/c ", "#", "|",
    ":",
    "\x00", "\x02", "\u202e", "\U000f0001\U00100000", "🏫", "\u00a0", " ", "\t",
])  # fmt: skip
def test_one_thing_30_000_times_in_a_paragraph_takes_no_time(unit):
    in_time(unit * 30_000)


@pytest.mark.parametrize("line", [
    "# a", "a {#x}", "---", "***", "a\n---", "- a", "- a\n", "1) a", "> a", "> a\n", "> — a\n", "| a |", "|a|\n|-|",
    "    a",
    "```", "~~~", "> ```", "[^1]: x", "[a]: b", "[a]: b \"c", "<p>\n", "<td>", "<details>\n", "<!-- a", "word: x",
    "a`\n",
    "::: note\nx\n:::", ":::", "- *", "a  ", "\\", "$$", "{: .a}", "![](x)\n", "![](x)\n*a*\n",
])  # fmt: skip
def test_one_line_1_500_times_takes_no_time(line):
    in_time(f"{line}\n" * 1_500)


@pytest.mark.parametrize("text", [
    "[" * 30_000 + "a" + "](x)" * 30_000,
    "![" * 30_000 + "a" + "](x)" * 30_000,
    "".join("`" * length + " " for length in range(1_000)),
    "".join(f"x[^{n}] " for n in range(3_000)) + "\n\n" + "".join(f"[^{n}]: note [^{n + 1}]\n" for n in range(3_000)),
    "".join(f"[a{n}]: b\n" for n in range(3_000)) + "\n" + "".join(f"[x y][b{n}] " for n in range(300)),
    "> a\n" + "> — b\n" * 3_000,
    "::: chart x\n| a | b |\n|---|---|\n" + "| 1 | x |\n" * 5_000 + ":::\n",
    "::: chart x\n|" + " a |" * 3_000 + "\n|" + "---|" * 3_000 + "\n|" + "1 |" * 3_000 + "\n:::\n",
    "::: timeline\n" + "- 28/11/23 — x\n  - y\n" * 3_000 + ":::\n",
    "::: links\n" + "- [x](y.md) z\n" * 3_000 + ":::\n",
    "".join(f"::: zq{n}\nx\n:::\n" for n in range(900)),
    "## a\n\n" * 5_000,
    "## a {#a}\n\n" * 5_000,
    "$" + "{" * 700 + "x" + "}" * 700 + "$",
    "$" + "\\sqrt" * 140 + "x$",
    "$" + "\\left(" * 70 + "x" + "\\right)" * 70 + "$",
], ids=lambda text: repr(text[:16]))  # fmt: skip
def test_what_could_take_the_square_of_its_length_does_not(text):
    in_time(text)


def test_a_fence_that_is_never_closed_says_one_thing_only():
    assert codes("::: note\n```\n[x](#)\n$\\foo$\n:::\n") == ["unclosed-fence"]
