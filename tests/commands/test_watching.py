from __future__ import annotations

import os
import threading
import time
from itertools import pairwise

from sitegen.commands import watching
from sitegen.commands.watching import signature, watch


def test_the_signature_tells_every_sort_of_change(tmp_path):
    (tmp_path / "deep").mkdir()
    story = tmp_path / "deep" / "story.md"
    story.write_text("one")
    seen = [signature([tmp_path])]
    for change in (
        lambda: story.write_text("longer"),
        lambda: os.utime(story, ns=(1, 1)),
        lambda: (tmp_path / "new.md").write_text(""),
        lambda: story.rename(tmp_path / "deep" / "renamed.md"),
        lambda: (tmp_path / "new.md").unlink(),
    ):
        change()
        seen.append(signature([tmp_path]))
    assert all(one != other for one, other in pairwise(seen))
    assert signature([tmp_path]) == seen[-1]


def test_a_missing_folder_and_a_link_to_nothing_are_no_obstacle(tmp_path):
    (tmp_path / ".#story.md").symlink_to("nobody@nowhere")
    (tmp_path / "story.md").write_text("")
    found = signature([tmp_path, tmp_path / "missing"])
    assert sorted(found) == [str(tmp_path / ".#story.md"), str(tmp_path / "story.md")]


def test_what_a_disk_refuses_to_tell_is_no_obstacle(monkeypatch):
    class Entry:
        path, name = "story.md", "story.md"

        def refuse(self, **_: object) -> None:
            raise PermissionError

        is_dir = stat = refuse

    monkeypatch.setattr("sitegen.commands.watching._entries", lambda folder: [Entry()])
    assert signature(["content"]) == {"story.md": (0, 0, 0)}


def test_every_change_is_told_and_none_that_is_made_meanwhile_is_lost(tmp_path):
    story = tmp_path / "story.md"
    story.write_text("0")
    told: list[str] = []
    third = threading.Event()

    def changed() -> None:
        told.append(story.read_text())
        if len(told) == 1:
            story.write_text("11")  # while the first change is still being dealt with
        else:
            third.set()

    threading.Thread(target=watch, args=([tmp_path], changed, signature([tmp_path])), daemon=True).start()
    story.write_text("1")
    assert third.wait(10)
    assert told == ["1", "11"]


def test_a_save_in_several_steps_is_one_change(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "_SETTLING", 0.5)  # on a busy machine a step takes longer than it says
    monkeypatch.setattr(watching, "_SETTLING_EMPTY", 0.5)
    story = tmp_path / "story.md"
    story.write_text("whole")
    told: list[str] = []
    threading.Thread(
        target=watch, args=([tmp_path], lambda: told.append(story.read_text()), signature([tmp_path])), daemon=True
    ).start()
    with story.open("w") as file:
        for letter in "another":
            file.write(letter)
            file.flush()
            time.sleep(0.01)
    deadline = time.monotonic() + 10
    while not told and time.monotonic() < deadline:
        time.sleep(0.02)
    assert told == ["another"]


def _watched(folder, changed):
    threading.Thread(target=watch, args=([folder], changed, signature([folder])), daemon=True).start()


def _until(done):
    deadline = time.monotonic() + 10
    while not done() and time.monotonic() < deadline:
        time.sleep(0.005)
    return done()


def test_a_file_that_was_saved_lately_is_noticed_before_the_next_look_at_all(tmp_path, monkeypatch):
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("0")
    told: list[str] = []
    _watched(tmp_path, lambda: told.append((tmp_path / "1.md").read_text()))
    (tmp_path / "1.md").write_text("11")
    assert _until(lambda: told == ["11"])
    monkeypatch.setattr(watching, "PAUSE", 3600)  # of the look after the next one
    (tmp_path / "1.md").write_text("222")
    assert _until(lambda: told == ["11", "222"])
    (tmp_path / "1.md").write_text("3333")
    assert _until(lambda: told == ["11", "222", "3333"])
    (tmp_path / "1.md").unlink()
    (tmp_path / "2.md").rename(tmp_path / "1.md")
    assert _until(lambda: told == ["11", "222", "3333", "0"])


def test_a_file_that_never_rests_is_built_nevertheless(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "_LONGEST_SAVE", 0.2)
    log, told, stop = tmp_path / "log.txt", threading.Event(), threading.Event()
    log.write_text("0")
    _watched(tmp_path, told.set)

    def write():
        while not stop.is_set():
            with log.open("a") as file:
                file.write("more")
            time.sleep(0.001)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        assert told.wait(10)
    finally:
        stop.set()
        writing.join()
