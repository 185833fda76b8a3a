"""Any sequence of builds and of hands in the output folder, beside a plain dict that says what should stand there."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.writing.write import write_tree
from tests.writing.trees import by_renames, is_whole

NAMES = st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "c/x.css", "d", "e/f/g/h.js"])
TREES = st.dictionaries(NAMES, st.binary(max_size=3), max_size=6)
FOREIGN_NAMES = st.sampled_from(["CNAME", "a/mine.txt", "a/b/mine.txt", "zz/deep/mine.txt"])
HANDS = st.one_of(
    st.tuples(st.just("put"), FOREIGN_NAMES, st.binary(max_size=3)),
    st.tuples(st.just("take"), FOREIGN_NAMES, st.just(b"")),
    st.tuples(st.just("spoil"), NAMES, st.binary(max_size=3)),
    st.tuples(st.just("lose"), NAMES, st.just(b"")),
)
STEPS = st.lists(st.tuples(st.lists(HANDS, max_size=3), TREES, st.booleans()), max_size=7)


def hand(output: Path, foreign: dict[str, bytes], built: dict[str, bytes], deed: tuple[str, str, bytes]) -> None:
    """Does to the folder what somebody might, and to the model what should come of it."""
    name, path, content = deed[0], output / deed[1], deed[2]
    if name == "put":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        foreign[deed[1]] = content
    elif name == "take":
        path.unlink(missing_ok=True)
        foreign.pop(deed[1], None)
    elif deed[1] in built:
        path.write_bytes(content) if name == "spoil" else path.unlink(missing_ok=True)


def holds_for(steps) -> None:
    base = Path(tempfile.mkdtemp())
    foreign: dict[str, bytes] = {}
    built: dict[str, bytes] = {"index.html": b""}
    try:
        write_tree(built, base / "output")
        for deeds, tree, one_call in steps:
            for deed in deeds:
                hand(base / "output", foreign, built, deed)
            written = write_tree(tree, base / "output", **({} if one_call else {"swap": by_renames}))
            assert sorted((*written.new, *written.changed, *written.same)) == sorted(tree)
            assert set(written.removed) <= built.keys() - tree.keys()
            built = tree
            assert is_whole(base / "output", built, foreign)
    finally:
        shutil.rmtree(base)


@given(STEPS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_folder_is_always_what_was_built_and_what_others_put_there(steps):
    holds_for(steps)


@pytest.mark.full
@given(STEPS)
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_folder_is_always_right_at_length(steps):
    holds_for(steps)
