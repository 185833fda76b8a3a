from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from sitegen.reading.tree import read_tree
from tests.reading.folders import paths, said, write


def test_a_link_out_of_content_is_not_followed(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    write(outside, "secret.md", "secret")
    (site / "content/file.md").symlink_to(outside / "secret.md")
    (site / "content/folder").symlink_to(outside)
    (site / "content/up").symlink_to(site)
    checked = read_tree(site)
    assert [(p.code, p.where.file) for p in checked.problems] == [
        ("link-out-of-folder", "content/file.md"),
        ("link-out-of-folder", "content/folder"),
        ("link-out-of-folder", "content/up"),
    ]
    assert list(checked.value.files) == ["content/site.yaml"]
    assert checked.value.unread == {"content/file.md", "content/folder", "content/up"}


def test_a_link_inside_content_is_a_file_like_others(site):
    (site / "content/a.yaml").symlink_to("site.yaml")
    assert read_tree(site).value.files["content/a.yaml"].text == "title: A\n"


def test_links_to_folders_inside_content_are_not_followed_so_that_none_goes_in_a_circle(site):
    write(site, "content/a/b.md")
    (site / "content/a/loop").symlink_to("..")
    (site / "content/other").symlink_to("a")
    assert said(site) == [("ignored-file", "content/a/loop"), ("ignored-file", "content/other")]
    assert paths(site) == ["content/a/b.md", "content/site.yaml"]


def test_links_to_nothing_and_to_themselves_cannot_be_read(site):
    (site / "content/gone.md").symlink_to("nothing.md")
    (site / "content/self.md").symlink_to("self.md")
    assert said(site) == [("unreadable-file", "content/gone.md"), ("unreadable-file", "content/self.md")]


def test_content_itself_may_be_a_link(tmp_path):
    write(tmp_path, "elsewhere/site.yaml")
    (tmp_path / "content").symlink_to("elsewhere")
    assert paths(tmp_path) == ["content/site.yaml"]


def test_a_pipe_is_never_waited_for(site):
    os.mkfifo(site / "content/pipe.md")
    assert said(site) == [("unreadable-file", "content/pipe.md")]


LOOK_AS_NOBODY = """
import os, sys
from pathlib import Path
from sitegen.reading.tree import read_tree
if os.getuid() == 0:
    os.setuid(65534)
print(*(f"{p.code} {p.where.file}" for p in read_tree(Path(sys.argv[1])).problems), sep=chr(10))
"""


def test_a_file_and_a_folder_that_may_not_be_opened_are_named():
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        site.chmod(0o755)
        write(site, "content/a.md").chmod(0)
        write(site, "content/b/c.md").parent.chmod(0)
        command = [sys.executable, "-c", LOOK_AS_NOBODY, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        (site / "content/b").chmod(0o755)
    assert done.stdout.splitlines() == ["unreadable-file content/a.md", "unreadable-file content/b"]


def test_a_name_that_cannot_be_shown_is_named_as_far_as_it_can(site):
    write(site, "content/a\nb.md")
    Path(os.fsdecode(os.fsencode(site) + b"/content/caf\xe9.md")).write_text("x")
    assert sorted(said(site)) == [("unsafe-name", "content/a?b.md"), ("unsafe-name", "content/caf?.md")]
    assert paths(site) == ["content/site.yaml"]
