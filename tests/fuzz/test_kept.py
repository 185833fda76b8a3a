"""What is written to be read again is read as it was: the list of a site's files, the memo, the data of the index."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sitegen.memo import Memo
from sitegen.pages.finding import cutting
from sitegen.pages.finding.digits import DIGITS
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.listing import LISTING, digest, holds_drafts, read_listing, write_listing
from tests.fuzz.budget import tries

ADDRESS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20)
LISTED = st.dictionaries(ADDRESS, st.binary(max_size=20).map(digest), max_size=6)


@tries(40)
@given(LISTED, st.booleans())
def test_the_list_of_a_site_is_read_as_it_was_written_and_written_the_same_whatever_the_order(files, drafts):
    made = write_listing(files, drafts)
    assert made == write_listing(dict(reversed(files.items())), drafts)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / LISTING).write_bytes(made)
        assert read_listing(Path(folder)) == files
        assert holds_drafts(Path(folder)) is drafts


@tries(60)
@given(LISTED, st.integers(0, 400), st.binary(max_size=3), st.booleans())
def test_a_damaged_list_is_told_or_names_files(files, at, piece, whole):
    made = write_listing(files)
    data = piece if whole else made[:at] + piece + made[at + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / LISTING).write_bytes(data)
        told = ""
        try:
            found = read_listing(Path(folder))
        except EnvironmentProblem as problem:
            found, told = {}, str(problem)
    assert "\n" not in told
    assert all(isinstance(key, str) and isinstance(value, str) for key, value in found.items())


@tries(40)
@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c\u2028", "é" * 300]), st.binary(max_size=30)), max_size=8))
def test_what_is_remembered_is_what_was_made_first_for_its_key(asked):
    with tempfile.TemporaryDirectory() as folder:
        known: dict[str, bytes] = {}
        for key, content in asked:
            assert Memo(Path(folder)).remember(key, lambda made=content: made) == known.get(key, content)
            if content:
                known.setdefault(key, content)


LINE_TEXT = st.text(st.characters(exclude_characters="|\n\r", codec="utf-8"), max_size=40)
LINES = st.lists(st.tuples(LINE_TEXT, LINE_TEXT | LINE_TEXT.map(lambda t: t * 900)), max_size=30)


def unpacked(part: cutting.Part) -> list[tuple[str, str]]:
    """The lines of a file, read as the script in the browser reads them."""
    found: list[tuple[str, str]] = []
    last = ""
    for line in part.text.split("\n"):
        key, _, data = line.partition("|")
        last = last[: DIGITS.index(key[0])] + key[1:]
        found.append((last, data))
    return found


@tries(40)
@given(LINES.map(sorted))
def test_the_lines_of_the_index_come_out_of_their_files_as_they_went_in(found):
    whole = [line for key, data in found for line in cutting.lines(key, data)]
    parts = cutting.parts("d", whole)
    assert [line for part in parts for line in unpacked(part)] == whole
    assert [part.first for part in parts] == [unpacked(part)[0][0] for part in parts]
    for part in parts:
        assert len(part.text.encode()) < 64_000
        handed = cutting.script(part.name, part.text).decode()
        assert handed.startswith("sitegen.put(")
        assert json.loads(f"[{handed.removeprefix('sitegen.put(').rstrip()[:-1]}]") == [part.name, part.text]
        assert "\u2028" not in handed
