"""What is kept comes back whole or not at all, and whatever is wrong with the file, nothing fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.store import Store
from tests.fuzz.budget import tries

BLOBS = {"one": b"1" * 3_000, "two": bytes(range(256)) * 40, "empty": b"", "größe": b"x"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "kept" / "a.db")
    made.replace(BLOBS)
    return made


def test_what_is_kept_comes_back(store: Store) -> None:
    assert store.read("one", "none", "größe") == {"one": BLOBS["one"], "größe": b"x"}
    assert store.read_all() == BLOBS
    store.keep({"two": b"new", "three": b"3"}, without=("one", "none"))
    assert store.read_all() == {"two": b"new", "three": b"3", "empty": b"", "größe": b"x"}
    store.replace({"only": b"this"})
    assert store.read_all() == {"only": b"this"}
    store.forget()
    assert store.read_all() == {}
    assert not store.remarks


def test_what_is_laid_aside_is_not_there_until_it_is_taken_back(store: Store) -> None:
    store.lay_aside()
    assert store.read_all() == {}
    store.take_back()
    assert store.read_all() == BLOBS
    store.lay_aside()
    store.replace({"new": b"1"})
    store.forget()
    store.take_back()
    assert store.read_all() == {}


def test_what_was_dropped_lies_nowhere_in_the_folder(store: Store) -> None:
    store.keep({"secret": b"of a story that was withdrawn" * 100})
    store.keep({}, without=("secret",))
    assert not any(b"withdrawn" in path.read_bytes() for path in store.path.parent.iterdir())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "a.db"
    Store(path).replace(BLOBS)
    return path


@given(at=st.integers(0, 10**6), bit=st.integers(0, 7))
@settings(parent=tries(25))
def test_a_bit_that_has_flipped_is_found(whole: Path, at: int, bit: int) -> None:
    content = bytearray(whole.read_bytes())
    content[at % len(content)] ^= 1 << bit
    damaged = Store(whole.with_name("b.db"))
    damaged.path.write_bytes(content)
    assert damaged.read_all().items() <= BLOBS.items()
    assert damaged.read(*BLOBS).items() <= BLOBS.items()


def _changed_under_its_name(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("update kept set content = ? where name = 'one'", (b"other",))
        base.execute("update kept set name = 'swap' where name = 'two'")
    base.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "noise": lambda path: path.write_bytes(bytes(range(255, -1, -1)) * 50),
    "empty": lambda path: path.write_bytes(b""),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:5_000]),
    "half a page": lambda path: path.write_bytes(path.read_bytes()[:700]),
    "another table": lambda path: (path.unlink(), sqlite3.connect(path).execute("create table kept (a)")),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "changed": _changed_under_its_name,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_holds_nothing_false_and_is_replaced(store: Store, damage: Callable[[Path], object]) -> None:
    damage(store.path)
    assert store.read("one", "two", "swap", "größe").items() <= {"größe": b"x"}.items() | BLOBS.items()
    assert "one" not in store.read_all() or store.read("one")["one"] == BLOBS["one"]
    store.keep({"three": b"3"})
    store.replace(BLOBS)
    assert store.read_all() in (BLOBS, {})
    if not store.path.is_dir():
        assert store.read_all() == BLOBS


def test_a_link_is_not_followed(tmp_path: Path, store: Store) -> None:
    link = Store(tmp_path / "link.db")
    link.path.symlink_to(store.path)
    assert link.read_all() == {}


def test_where_nothing_can_be_kept_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    store = Store(tmp_path / "file" / "a.db")
    store.keep(BLOBS)
    store.replace(BLOBS)
    store.lay_aside()
    store.take_back()
    store.forget()
    assert store.read_all() == {}
