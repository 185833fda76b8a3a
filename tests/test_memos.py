"""What was understood of each file is remembered, and what of that is damaged is told of once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import memos, pipeline
from sitegen.incremental import by_text
from sitegen.incremental.last import LISTING, Head
from sitegen.snapshot import Snapshot
from sitegen.writing.errors import ChangedMeanwhile
from sitegen.writing.laid import Laid, Trees
from sitegen.writing.listing import write_listing
from tests.incremental.bench import bench


def test_a_damaged_memo_is_told_of_in_one_build_and_made_anew(tmp_path: Path) -> None:
    made = bench(tmp_path)
    pipeline.build(made.options)
    kept = made.options.site / ".sitegen/parsed.db"
    content = bytearray(kept.read_bytes())
    middle = content.index(b"content/", len(content) // 2)
    content[middle + 200] ^= 1
    kept.write_bytes(content)
    told = [pipeline.build(made.options).remarks for _ in range(2)]
    assert [len(remarks) for remarks in told] == [1, 0]
    assert memos.Store(kept).names() != ()


def test_an_output_that_another_build_has_written_meanwhile_is_not_written_to(tmp_path: Path) -> None:
    options = replace(bench(tmp_path).options, output=tmp_path / "output")
    options.output.mkdir()
    (options.output / LISTING).write_bytes(write_listing({"index.html": "0", "new/index.html": "0"}))
    site = Laid({"index.html": (1, 1, 1, 1), LISTING: (1, 1, 1, 1)}, {})
    head = Head(Snapshot({}, 0), {}, Trees(site, None), ("index.html",), "", 1, frozenset())
    with pytest.raises(ChangedMeanwhile):
        by_text._standing(head, options)
