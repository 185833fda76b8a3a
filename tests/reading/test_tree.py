from __future__ import annotations

import hashlib
import unicodedata

from sitegen.problems.problem import Where
from sitegen.reading.tree import LARGEST_TEXT, read_tree
from tests.reading.folders import paths, said, write


def test_text_files_and_others_stand_by_path_in_order(site):
    write(site, "content/2022-23/b/index.md", "\ufeff---\r\ntitle: É\r\n---\r\n")
    write(site, "content/2022-23/b/photo.JPG", b"\xff\xd8\x00")
    write(site, "content/2022-23/a.CSV", "a,b\n")
    checked = read_tree(site)
    tree = checked.value
    assert checked.problems == ()
    assert tree.root == site
    assert list(tree.files) == ["content/2022-23/a.CSV", "content/2022-23/b/index.md", "content/site.yaml"]
    assert tree.files["content/2022-23/b/index.md"].text == "---\ntitle: É\n---\n"
    photo = tree.assets["content/2022-23/b/photo.JPG"]
    assert photo.location.read_bytes() == b"\xff\xd8\x00"
    assert (photo.size, photo.digest) == (3, hashlib.blake2b(b"\xff\xd8\x00", digest_size=16).hexdigest())


def test_a_digest_tells_files_apart_by_their_bytes(site):
    for name, data in {"a": b"x\n", "b": b"x\r\n", "c": b"x\n"}.items():
        write(site, f"content/{name}.md", data)
    a, b, c = (f.digest for p, f in read_tree(site).value.files.items() if p.endswith(".md"))
    assert a == c != b


def test_what_is_made_by_machines_is_passed_over(site):
    machines = (".DS_Store", ".git/config", "Thumbs.db", "a.md~", "~$story.docx", ".a.md.swp", "desktop.ini")
    for name in (*machines, "README.md", "Readme.MD"):
        write(site, f"content/{name}")
    assert paths(site) == ["content/site.yaml"]
    write(site, "content/pages/README.md")
    assert paths(site) == ["content/pages/README.md", "content/site.yaml"]


def test_only_content_is_read(site):
    for name in ("private/consents.yaml", "output/index.html", "templates/base.html", "note.md"):
        write(site, name)
    assert paths(site) == ["content/site.yaml"]


def test_without_content_the_tree_is_empty(tmp_path):
    checked = read_tree(tmp_path / "nowhere")
    assert (dict(checked.value.files), dict(checked.value.assets), checked.problems) == ({}, {}, ())


def test_the_consent_register_does_not_belong_in_content(site):
    write(site, "content/2022-23/Consents.yaml", "- id: C-1\n")
    assert said(site) == [("private-file", "content/2022-23/Consents.yaml")]
    assert paths(site) == ["content/site.yaml"]


def test_a_private_folder_inside_content_is_not_entered(site):
    write(site, "content/private/consents.yaml", "- id: C-1\n")
    checked = read_tree(site, site / "content/private")
    assert (list(checked.value.files), checked.problems) == (["content/site.yaml"], ())


def test_a_text_of_many_megabytes_is_named_and_left_alone(site):
    with (site / "content/big.md").open("wb") as file:
        file.truncate(20_000_000)
    write(site, "content/full.md", b"x" * LARGEST_TEXT)
    (problem,) = read_tree(site).problems
    assert (problem.code, problem.where) == ("too-large", Where("content/big.md"))
    assert "20.0 MB" in problem.what
    assert "content/full.md" in paths(site)


def test_another_encoding_is_named_and_read_all_the_same(site):
    write(site, "content/a.md", b"---\ntitle: caf\xe9\n---\n")
    checked = read_tree(site)
    assert [(p.code, p.where) for p in checked.problems] == [("not-utf8", Where("content/a.md", 2, 11))]
    assert checked.value.files["content/a.md"].text == "---\ntitle: café\n---\n"
    assert checked.value.unread == frozenset()


def test_names_that_differ_by_case_alone_clash(site):
    for name in ("content/Photos/a.md", "content/photos/a.md", "content/b.md", "content/B.md"):
        write(site, name)
    problems = read_tree(site).problems
    assert [(p.code, p.where.file, p.also[0].file) for p in problems] == [
        ("name-clash", "content/b.md", "content/B.md"), ("name-clash", "content/photos", "content/Photos"),
    ]  # fmt: skip


def test_a_name_is_the_same_however_its_accents_are_stored(site):
    write(site, f"content/{unicodedata.normalize('NFD', 'café')}/é.md")
    assert paths(site) == ["content/café/é.md", "content/site.yaml"]
