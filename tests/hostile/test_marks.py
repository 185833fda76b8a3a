"""Pages are put together with marks of invisible characters: no author can make one, however it is written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.hostile.inspecting import wrong
from tests.markup.showing import codes, made
from tests.sites import built, story

MARKS = (
    "\x02link\x1fhubs/index.html\x1fx\x03", "\x02term\x1fa\x1fb\x1fonmouseover=pwned=1 x\x1fd\x03",
    "\x02picture\x1fa\x1fonerror=pwned=1\x1fc\x1fd\x03", "\x02nothing\x1f\x03", "\x02", "\x03", "\x1f",
)  # fmt: skip
"""What stands for a link, an acronym with its explanation, a picture, and pieces of such marks."""

REFERENCES = ("&#{};", "&#{:07};", "&#x{:x};", "&#X{:X};", "&#{}", "&#x{:x}", "&amp;#{};")
"""Ways to write a character by its number; some are none."""

WRITTEN = (
    "{}", "## {}", '<b title="{}">x</b>', '<td headers="{}">x</td>', "[a](other.md '{}')",
    '<a href="other.md#{}">a</a>',
    "::: note {}\n{}\n:::", "::: stat 5{}\nperiod: {}\nsource: {}\n\n{}\n:::", "> q {}\n>\n> — A {} B, role {}",
    "| a{} | b |\n|--|--|\n| {} | 2 |", "$x{}$", "`{}`", "::: timeline\n- May 2023 — {}\n:::", "a[^1]\n\n[^1]: {}",
    "::: chart T{}\nunit: {}\n\n| a | b |\n|--|--:|\n| {} | 2 |\n:::", "    {}", '<ol type="{}"><li>x</ol>',
    "![{}](hall.jpg)", "<details><summary>{}</summary>x</details>", '<p id="{}" class="{}" lang="{}">x</p>',
)  # fmt: skip


def referred(text: str, form: str) -> str:
    return re.sub("[\x00-\x1f]", lambda found: form.format(ord(found[0])), text)


def test_no_mark_can_be_written_with_references(tmp_path: Path) -> None:
    texts = [w.replace("{}", referred(mark, form)) for mark in MARKS for form in REFERENCES for w in WRITTEN]
    files = {
        f"content/2022-23/s{n}.md": story(title=f"Story {n}", body="\n\n".join(texts[n :: len(WRITTEN)]))
        for n in range(len(WRITTEN))
    }
    result = built(tmp_path, {**files, "content/2022-23/other.md": story(title="Another")})
    assert wrong(result.outputs) == []
    assert {"broken-link", "broken-anchor", "duplicate-html-id"}.isdisjoint(p.code for p in result.problems)


@pytest.mark.parametrize("field", ["title", "summary", "school", "themes", "owner", "source", "nonsense"])
def test_no_mark_can_be_written_with_the_backslashes_of_yaml(tmp_path: Path, field: str) -> None:
    files = {f"content/2022-23/s{n}.md": story(**{"title": f"S{n}", field: json.dumps(m)}) for n, m in enumerate(MARKS)}
    result = built(tmp_path, files)
    told = {p.where.file for p in result.problems if p.code == "control-character" and "backslash" in p.what}
    assert told == {*files}
    assert wrong(result.outputs) == []


@pytest.mark.parametrize("path", ["site.yaml", "hubs.yaml", "schools.yaml", "glossary.yaml", "kinds/own.yaml"])
def test_nor_in_a_register_or_a_setting(tmp_path: Path, path: str) -> None:
    values = dict.fromkeys(("title", "organisation", "disclaimer", "name", "term", "definition", "plural"), MARKS[1])
    values |= {"id": "an-id", MARKS[0]: "x"}
    text = json.dumps(values if path in ("site.yaml", "kinds/own.yaml") else [values])
    result = built(tmp_path, {f"content/{path}": text, "content/2022-23/a.md": story()})
    assert "control-character" in {p.code for p in result.problems if p.where.file == f"content/{path}"}
    assert wrong(result.outputs) == []


def test_a_backslash_that_was_meant_is_explained(tmp_path: Path) -> None:
    result = built(tmp_path, {"content/2022-23/a.md": story(summary=r'"C:\bin\new"')})
    (problem,) = [p for p in result.problems if p.where.file.endswith("a.md")]
    assert (problem.code, problem.where.line) == ("control-character", 4)
    assert "two backslashes" in problem.fix


def test_tabs_and_line_ends_between_quotation_marks_are_fine(tmp_path: Path) -> None:
    written = story(summary=r'"One\tand\ntwo\u00e9 \u2066x\u2069"')
    assert built(tmp_path, {"content/2022-23/a.md": written}).problems == ()


@pytest.mark.parametrize("order", ["\u202e", "\u202d"])
def test_letters_cannot_be_shown_in_another_order_than_they_stand(tmp_path: Path, order: str) -> None:
    """`gpj.exe` would read as `exe.jpg`. What right-to-left scripts need stays."""
    files = {
        "content/2022-23/a.md": story(title=f"A {order}gpj.exe"), "content/2022-23/b.md": story(title="B", body=order),
        "content/2022-23/c.md": story(title=f'"C \\u{ord(order):04x}"'), "content/glossary.yaml": f"- term: {order}",
        "content/2022-23/d.md": story(title="D \u200f\u2067שלום\u2069", body=f"x &#{ord(order)}; \u200fשלום"),
    }  # fmt: skip
    result = built(tmp_path, files)
    assert {p.where.file for p in result.problems if p.code == "control-character"} == {*list(files)[:4]}
    assert not any(order in c.decode("utf-8", "replace") for c in result.outputs.values() if isinstance(c, bytes))
    assert any("\u2067" in c.decode("utf-8", "replace") for c in result.outputs.values() if isinstance(c, bytes))


def test_text_without_references_is_left_as_it_is() -> None:
    assert codes("x &#233; &eacute; &copy; &nbsp; &zwj; 👩‍👩‍👧 \U000f0001") == []
    assert "é é ©" in "".join(str(part) for part in made("x &#233; &eacute; &copy;").parts)
