"""Too much, too deep and in another encoding, in every file that a site is made of."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.hostile.inspecting import wrong
from tests.hostile.sites import PICTURE, picture
from tests.sites import FRAME, built, codes, folder, story

SECONDS = 8
"""Many times what any of these takes here; what takes the square of its length would take minutes."""

STORY = "content/2022-23/01-flood.md"
FILES: Mapping[str, str] = {
    STORY: story(title="Flood", school="[{name: A School, size: 300 pupils}]"),
    "content/2022-23/index.md": FRAME["content/2022-23/index.md"],
    "content/site.yaml": FRAME["content/site.yaml"],
    "content/hubs.yaml": "- {id: a, name: A hub}\n",
    "content/schools.yaml": "- {id: a, name: A School}\n",
    "content/glossary.yaml": "- {term: LLME, definition: Leader}\n",
    "content/kinds/own.yaml": "name: Own\nfields: {a: {type: text, label: A}}\n",
    "content/pages/about.md": story(title="About", kind="page"),
    "private/consents.yaml": "- {id: C, covers: picture, scope: web}\n",
}
"""Every sort of file that holds YAML, as it should be."""

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGED = "a: &a {x: y}\n" + "".join(f"k{n}: &k{n} {{<<: [*a, *a]}}\n" for n in range(200))
YAML = {
    "a billion words by aliases": BOMB, "fields merged with fields": MERGED, "itself": "a: &a [*a, *a]\n",
    "brackets": "a: " + "[" * 30_000, "braces": "a: " + "{a: " * 30_000, "hyphens": "- " * 30_000,
    "questions": "? " * 30_000,
    "quotes": 'a: "' + '"' * 30_000, "single quotes": "a: '" + "'" * 30_001, "stars": "a: " + "*" * 30_000,
    "ampersands": "a: " + "&" * 30_000, "bangs": "a: " + "!" * 30_000, "colons": "a: " * 30_000,
    "hashes": "#" * 300_000,
    "percent": "%" * 30_000, "documents": "---\n...\n" * 5_000,
    "indents": "".join(" " * n + "a:\n" for n in range(900)),
    "python": "a: !!python/object/apply:os.system ['touch pwned']\n", "tags": "a: " + "!!str " * 9_000 + "x",
    "folded": "a: >\n" + "  x\n\n" * 60_000, "backslashes": 'a: "' + "\\" * 60_000 + '"', "keys": "a: x\n" * 20_000,
    "long key": "k" * 500_000 + ": x", "escapes": 'a: "' + "\\x02" * 60_000 + '"',
    "long word": "a: " + "x" * 1_900_000,
    "overrides": "\u202e" * 60_000, "commas": "a: [" + "," * 60_000 + "]", "tabs": "\t" * 60_000 + "a: x",
    "tabs and spaces": "\t " * 60_000 + "a: x", "lines of tabs": "a: x\n" + "\t\tb: x\n" * 9_000,
}  # fmt: skip
BYTES = {
    "20 MB": b"a: x\n" * 4_000_000, "NUL": b"\0" * 60_000, "UTF-16": "a: x\n".encode("utf-16"), "empty": b"",
    "high": b"\xff" * 9_000,
    "UTF-16 without a mark": "title: x\n".encode("utf-16-le"), "UTF-32": "a: x\n".encode("utf-32"),
    "Latin-1": b"title: caf\xe9\n",
    "UTF-7": b"+ADw-script+AD4-pwned=1+ADw-/script+AD4-\n", "a zip": b"PK\3\4" + bytes(range(256)) * 40,
    "half a letter": b"title: x\xe2\x82", "overlong": b"title: \xc0\xbcscript\xc0\xbe",
    "a surrogate": b"title: \xed\xa0\x80",
}  # fmt: skip


def flooded(path: str, text: str) -> str:
    """A file of this place in whose YAML the flood stands."""
    kind = {"index.md": "edition", "about.md": "page"}.get(path.rpartition("/")[2], "news-item")
    return f"---\nkind: {kind}\ntitle: Flood\n{text}\n---\nText.\n" if path.endswith(".md") else text


def tried(root: Path, path: str, content: str | bytes) -> set[tuple[str, str]]:
    """The problems of a site with one such file; what was built of it all the same is harmless."""
    begun = time.perf_counter()
    result = built(root, {**FILES, path: content})
    assert time.perf_counter() - begun < SECONDS
    assert wrong(result.outputs) == []
    assert not Path("pwned").exists()
    return {(p.where.file, p.code) for p in result.problems if p.is_error}


QUICK = ("a billion words by aliases", "tabs", "escapes")


@pytest.mark.parametrize("name", [*QUICK, *(pytest.param(n, marks=pytest.mark.full) for n in YAML if n not in QUICK)])
@pytest.mark.parametrize("path", FILES)
def test_a_flood_in_any_file_is_told_in_a_moment(tmp_path: Path, path: str, name: str) -> None:
    found = tried(tmp_path, path, flooded(path, YAML[name]))
    assert found or name in ("hashes", "percent", "colons", "tabs", "folded", "long word", "keys", "documents")
    assert {file for file, _ in found} <= {path, STORY}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_told_in_any_file(tmp_path: Path, name: str) -> None:
    paths = list(FILES) if name in ("NUL", "UTF-16", "20 MB") else [STORY, "private/consents.yaml"]
    for number, path in enumerate(paths):
        found = tried(tmp_path / str(number), path, BYTES[name])
        assert any(file in (path, path.rpartition("/")[0]) for file, _ in found) or name in ("empty", "UTF-7"), path


@pytest.mark.parametrize("content", [b"\0" * 999, b"\xff\xfe\0", b'a,"' + b'"' * 30_000, b",\n" * 60_000,
                                     b"a,b\n1,=1+1\n", b"a,b\n\x02link\x1fx\x1fy\x03,1\n",
                                     b"a,b\n<script>pwned=1</script>,1\nc,2\n",
                                     b"a," * 30_000, b"x" * 1_900_000], ids=range(9))  # fmt: skip
def test_a_hostile_csv_file_is_a_chart_or_a_problem(tmp_path: Path, content: bytes) -> None:
    body = "::: chart Title\ndata: a.csv\n:::"
    tried(tmp_path, STORY, story(title="Flood", body=body))
    found = tried(tmp_path, "content/2022-23/a.csv", content)
    assert {file for file, _ in found} <= {"content/2022-23/a.csv", STORY}


WRONG_TEMPLATES = (
    "{{ nonsense }}", "{{ page.x.y }}", "{% if %}", "{{", "{% include 'nothing.html' %}", "{{ 1 / 0 }}", "\xff",
    "{{ page | nonsense }}", "{% include '/etc/passwd' %}", "{% extends '../../private/consents.yaml' %}",
)  # fmt: skip


@pytest.mark.parametrize("template", WRONG_TEMPLATES)
def test_a_template_of_the_site_that_is_wrong_is_told(tmp_path: Path, template: str) -> None:
    folder(tmp_path, {"templates/layouts/story.html": template.encode("latin-1")})
    result = built(tmp_path, FILES)
    found = {(p.where.file, p.code) for p in result.problems if p.is_error}
    assert found
    assert {file for file, _ in found} <= {"templates/layouts/story.html", STORY}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_templates_that_lead_out_of_the_folder_hold_no_secrets(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("Secret")
    site = folder(tmp_path / "site", {**FILES, f"content/2022-23/{PICTURE}": picture()})
    (site / "templates/layouts").mkdir(parents=True)
    (site / "templates/assets").mkdir()
    os.mkfifo(site / "templates/assets/pipe.css")
    os.mkfifo(site / "templates/layouts/story.html")
    assert codes(built(site, {}))
