"""What is remembered between builds: never trusted, never needed, never without bounds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sitegen import memo
from sitegen.memo import Memo
from tests.sites import ROOT

DAY = 86_400


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != ".gitignore")


def never() -> bytes:
    raise AssertionError("this is remembered")


def aged(path: Path, days: float) -> None:
    os.utime(path, (time.time() - days * DAY,) * 2)


def test_what_was_made_is_remembered_by_its_key_also_by_the_next_build(tmp_path):
    assert Memo(tmp_path).remember("a", lambda: b"one") == b"one"
    assert Memo(tmp_path).remember("b", lambda: b"two") == b"two"
    assert Memo(tmp_path).remember("a", never) == b"one"
    assert Memo(tmp_path).remember("b", never) == b"two"
    assert len(entries(tmp_path)) == 2


def test_the_folder_is_made_when_there_is_something_to_keep_and_git_does_not_see_it(tmp_path):
    kept = Memo(tmp_path / "x" / "y")
    assert kept.remember("a", lambda: b"") == b""
    kept.tidy()
    assert not (tmp_path / "x").exists()
    kept.remember("a", lambda: b"one")
    assert (tmp_path / "x" / "y" / ".gitignore").read_text() == "*\n"


def test_fresh_makes_all_anew_and_remembers_that(tmp_path):
    Memo(tmp_path).remember("a", lambda: b"one")
    assert Memo(tmp_path, fresh=True).remember("a", lambda: b"two") == b"two"
    assert Memo(tmp_path).remember("a", never) == b"two"


def test_no_byte_of_an_entry_can_be_changed_or_lost_unseen(tmp_path):
    Memo(tmp_path).remember("a", lambda: b"one")
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    damaged = [whole[:i] for i in range(len(whole))] + [whole + b"!"]
    damaged += [whole[:i] + bytes([whole[i] ^ 1]) + whole[i + 1 :] for i in range(len(whole))]
    for content in damaged:
        entry.write_bytes(content)
        assert Memo(tmp_path).remember("a", lambda: b"anew") == b"anew"
    entry.write_bytes(whole)
    assert Memo(tmp_path).remember("a", never) == b"one"


def test_an_entry_of_another_key_is_not_taken(tmp_path):
    Memo(tmp_path).remember("a", lambda: b"one")
    (one,) = entries(tmp_path)
    Memo(tmp_path).remember("b", lambda: b"two")
    (two,) = set(entries(tmp_path)) - {one}
    two.write_bytes(one.read_bytes())
    assert Memo(tmp_path).remember("b", lambda: b"anew") == b"anew"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_in_the_place_of_an_entry_is_not_waited_for(tmp_path):
    Memo(tmp_path).remember("a", lambda: b"one")
    (entry,) = entries(tmp_path)
    entry.unlink()
    os.mkfifo(entry)
    assert Memo(tmp_path).remember("a", lambda: b"anew") == b"anew"
    assert Memo(tmp_path).remember("a", never) == b"anew"


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        kept = Memo(folder)
        assert kept.remember("a", lambda: b"one") == b"one"
        kept.tidy()
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("call", ["mkstemp", "replace", "utime"])
def test_a_disk_that_refuses_costs_nothing_but_time(tmp_path, monkeypatch, call):
    Memo(tmp_path).remember("a", lambda: b"one")

    def refuse(*_args: object, **_settings: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(memo.tempfile if call == "mkstemp" else memo.os, call, refuse)
    assert Memo(tmp_path).remember("a", never) == b"one"
    assert Memo(tmp_path).remember("b", lambda: b"two") == b"two"
    assert len(entries(tmp_path)) == (2 if call == "utime" else 1)


def test_what_fails_to_be_made_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError):
        Memo(tmp_path).remember("a", lambda: bytes([1 // 0]))
    assert entries(tmp_path) == []


def test_what_no_build_has_used_for_long_is_removed(tmp_path):
    for key in ("old", "used", "new", "future"):
        Memo(tmp_path).remember(key, lambda key=key: key.encode())
    by_key = {path.read_bytes()[52:].decode(): path for path in entries(tmp_path)}
    aged(by_key["old"], 91)
    aged(by_key["used"], 91)
    aged(by_key["new"], 89)
    aged(by_key["future"], -4000)
    now = Memo(tmp_path)
    now.remember("used", never)
    now.tidy()
    assert set(entries(tmp_path)) == {by_key["used"], by_key["new"]}


def test_beyond_its_bound_the_memo_loses_what_was_used_longest_ago_and_nothing_of_this_build(tmp_path):
    for i in range(10):
        Memo(tmp_path).remember(f"{i}", lambda i=i: b"%d" % i * 948)  # 1000 bytes with what stands before
    for path in entries(tmp_path):
        aged(path, 1 + int(path.read_bytes()[52:53]))
    now = Memo(tmp_path, most_bytes=4_000)
    now.remember("9", never)
    now.tidy()
    assert {path.read_bytes()[52:53] for path in entries(tmp_path)} == {b"9", b"0", b"1", b"2"}
    tight = Memo(tmp_path, most_bytes=500)
    tight.remember("0", never)
    tight.remember("1", never)
    tight.tidy()
    assert {path.read_bytes()[52:53] for path in entries(tmp_path)} >= {b"0", b"1"}


def test_files_of_others_are_left_alone_and_what_was_left_unfinished_is_removed_by_the_next_build(tmp_path):
    now = Memo(tmp_path)
    (tmp_path / "unfinished-abc").write_bytes(b"half")
    (tmp_path / "unfinished-old").write_bytes(b"half")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    (tmp_path / ("0" * 64)).mkdir()
    for name in ("unfinished-old", "notes.txt"):
        aged(tmp_path / name, 400)
    os.utime(tmp_path / "unfinished-abc", (now.opened + 1,) * 2)
    now.tidy()
    assert {path.name for path in entries(tmp_path)} == {"unfinished-abc", "notes.txt", "0" * 64}


def test_many_may_remember_at_once(tmp_path):
    found: list[list[bytes]] = []

    def ask() -> None:
        found.append([Memo(tmp_path).remember(f"{i % 5}", lambda i=i: b"%d" % (i % 5) * 100_000) for i in range(100)])

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[b"%d" % (i % 5) * 100_000 for i in range(100)]] * 8
    assert len(entries(tmp_path)) == 5


WRITES = """
import sys
from pathlib import Path
from sitegen.memo import Memo
for i in range(10**9):
    Memo(Path(sys.argv[1]), fresh=True).remember(f"{i % 3}", lambda: b"x" * 3_000_000)
    if not i:
        print("begun", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it is the same there, and slower")
@pytest.mark.parametrize("moment", [0.0, 0.003, 0.011, 0.02, 0.031])
def test_a_build_that_is_killed_half_way_leaves_nothing_that_harms(tmp_path, moment):
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    argv = [sys.executable, "-c", WRITES, str(tmp_path)]
    with subprocess.Popen(argv, env=env, stdout=subprocess.PIPE) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        time.sleep(moment)
        writing.send_signal(signal.SIGKILL)
    for key in "012":
        assert set(Memo(tmp_path).remember(key, lambda: b"y")) in ({ord("x")}, {ord("y")})
        assert len(Memo(tmp_path).remember(key, never)) in (1, 3_000_000)
    Memo(tmp_path).tidy()
    assert [path for path in entries(tmp_path) if path.name.startswith("unfinished-")] == []
