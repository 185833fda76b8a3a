"""Scripts as they are published."""

from __future__ import annotations

import pytest

from sitegen.rendering.slim import slimmed


@pytest.mark.parametrize(
    ("script", "published"),
    [
        ("/* What it is for. */\nlet a = 1;   // one\n", "let a=1;\n"),
        ("function f() {\n  return a\n}\nf()", "function f(){return a}\nf()\n"),
        ("a = b\n(c)", "a=b\n(c)\n"),
        ("a = b\n++c", "a=b\n++c\n"),
        ("a + +b; a - -b; a + b", "a+ +b;a- -b;a+b\n"),
        ("'it /* is */ kept // here'", "'it /* is */ kept // here'\n"),
        ('say("a \\" b  c")', 'say("a \\" b  c")\n'),
        ("`${a}  and  ${b + c}`", "`${a}  and  ${b + c}`\n"),
        ("x.replace(/[/'\"` ]  +/g, '')", "x.replace(/[/'\"` ]  +/g,'')\n"),
        ("if (a) return /b  'c/.test(d)", "if(a)return/b  'c/.test(d)\n"),
        ("a / b / c", "a/b/c\n"),
        ("typeof a in b", "typeof a in b\n"),
        ("`${a ? `b  ${c}` : ''}`  ; // as it is", "`${a ? `b  ${c}` : ''}`  ; // as it is"),
        ("", "\n"),
    ],
)
def test_what_only_developers_read_is_taken_out_and_nothing_else(script: str, published: str) -> None:
    assert slimmed(script) == published
