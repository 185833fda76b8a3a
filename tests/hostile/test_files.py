"""Names and places of files that lead out of the folder, or that another machine cannot hold."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.hostile.inspecting import wrong
from tests.hostile.sites import picture
from tests.sites import built, codes, folder, story

NAMES = (
    "CON", "con.txt", "aux", "NUL", "com1", "lpt9", "prn", "a.", "a ", "a..b", "...", "a:b", "C", "~", "$home",
    "%2e%2e", "a%2fb", "a%00b", "a#b", "a?b", "a&b", "a<b>", "a'b", 'a"b', "a|b", "a*b", "a\\b", "-rf", "a;b",
    "a`b`", "{{ 7*7777 }}", "<script>pwned=1<", "x onmouseover=pwned=1", "__proto__", "constructor", "🏫", "🏫 a",
    "ünï", "שלום", "a\u202egpj", "a\u200bb", "a\u00a0b", "e\u0301", "ａ", "ﬁ", "İ", "a" * 200, "学校",
    "index.html", "assets", "search", "..a", "javascript:x",
)  # fmt: skip
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let such names be")


def write(root: Path, name: str) -> dict[str, str | bytes]:
    """A story and a picture of this name, an edition, a section and a page as well, as far as the system lets us."""
    plain = {"kind": "section", "title": f"Section {len(name)}"}
    front = "---\n" + "".join(f"{k}: {v}\n" for k, v in plain.items()) + "---\n"
    edition = "---\nkind: edition\ntitle: Another edition\n---\n"
    page = "---\nkind: page\ntitle: A page\n---\nText.\n"
    return {
        f"content/2022-23/{name}.md": story(title="By name", body=f'![P](<{name}.jpg>){{shows="no people"}}'),
        f"content/2022-23/{name}.jpg": picture(), f"content/2022-23/x-{name}/index.md": front,
        f"content/2022-23/x-{name}/a.md": story(title="In a section"), f"content/{name}/index.md": edition,
        f"content/pages/{name}.md": page,
    }  # fmt: skip


def can_be_held(address: str) -> bool:
    """True for the name of a file that every system can hold."""
    return all(
        part and part.partition(".")[0].lower() not in RESERVED and part[-1] not in ". " and len(part.encode()) < 256
        and not any(c in '<>:"|?*\\%#' or ord(c) < 32 for c in part) and part not in ("..", ".")
        for part in address.split("/")
    )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_becomes_an_address_that_any_machine_holds_or_is_told(tmp_path: Path, name: str) -> None:
    result = built(tmp_path, write(tmp_path, name))
    assert [a for a in result.outputs if not can_be_held(a)] == []
    folded = [unicodedata.normalize("NFC", a).casefold() for a in result.outputs]
    assert len(folded) == len(set(folded))
    assert wrong(result.outputs) == []


@pytest.mark.parametrize("field", ["themes", "school", "people", "programme", "title"])
@pytest.mark.parametrize("letter", ["a", "\u00df", "学", "🏫x"])
def test_a_name_of_any_length_is_written(tmp_path: Path, field: str, letter: str) -> None:
    """And two that begin alike are two."""
    files = {f"content/2022-23/s{n}.md": story(**{"title": f"T{n}", field: letter * 400 + str(n)}) for n in range(2)}
    result = built(tmp_path, files, write=True)
    assert result.written
    assert {p.code for p in result.problems} <= {"near-duplicate", "near-school"}
    folder_ = {"themes": "browse/themes", "programme": "browse/programme", "school": "schools", "people": "people"}
    made = {a.removeprefix(folder_.get(field, "2022-23") + "/").partition("/")[0] for a in result.outputs
            if a.startswith(folder_.get(field, "2022-23") + "/") and a.count("/") > 1}  # fmt: skip
    assert len(made - {"not-stated", "print"}) == 2


def test_a_name_too_long_for_the_address_is_no_crash(tmp_path: Path) -> None:
    files = {"content/2022-23/" + "/".join(["a" * 200] * 4) + "/a.md": story()}
    result = built(tmp_path, files)
    assert all(len(part.encode()) < 256 for a in result.outputs for part in a.split("/"))


def test_links_of_the_file_system_lead_nowhere_outside(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    for name in ("secret.md", "secret.jpg", "secret.csv", "hubs.yaml"):
        (outside / name).write_bytes(picture() if name.endswith("jpg") else b"Secret")
    body = '![S](s.jpg){shows="no people"}\n\n![S](f/secret.jpg){shows="no people"}\n\n::: chart T\ndata: s.csv\n:::'
    site = folder(tmp_path / "site", {"content/2022-23/a.md": story(body=body)})
    place = site / "content/2022-23"
    for name, target in {"s.jpg": "secret.jpg", "s.csv": "secret.csv", "s.md": "secret.md", "f": "."}.items():
        (place / name).symlink_to(outside / target)
    (site / "content/hubs.yaml").symlink_to(outside / "hubs.yaml")
    (place / "up").symlink_to("../..")
    (place / "same").symlink_to(".")
    os.link(outside / "secret.jpg", place / "hard.jpg")
    result = built(site, {})
    assert codes(result).count("link-out-of-folder") == 6
    assert not any(b"Secret" in c for c in result.outputs.values() if isinstance(c, bytes))
    assert {p.where.file for p in result.problems if p.code == "missing-picture"} == {"content/2022-23/a.md"}


def test_the_content_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    folder(tmp_path / "real", {"content/2022-23/a.md": story()})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "real/content")
    assert codes(built(tmp_path / "real", {})) == []


@pytest.mark.parametrize("pair", [("a.md", "A.md"), ("\u00e9.md", "e\u0301.md"), ("a.jpg", "A.JPG"), ("s", "S")])
def test_names_that_another_machine_takes_for_one_are_told(tmp_path: Path, pair: tuple[str, str]) -> None:
    files = {f"content/2022-23/{n}" + ("" if "." in n else "/a.md"): story(title=f"T{i}") for i, n in enumerate(pair)}
    if len(list(folder(tmp_path, files).glob("content/2022-23/*"))) < 3:
        pytest.skip("this file system takes them for one as well")
    assert "name-clash" in codes(built(tmp_path, {}))
