from __future__ import annotations

import pytest
import yaml

from sitegen.reading.parsing import LOADERS, MAX_DEPTH, Place, What, parse


def test_the_parser_in_python_is_always_there_and_the_fast_one_comes_first():
    assert LOADERS[-1] is yaml.SafeLoader
    assert [loader.__name__ for loader in LOADERS] in (["CSafeLoader", "SafeLoader"], ["SafeLoader"])


@pytest.mark.parametrize("loader", LOADERS)
def test_events_tell_what_is_there_and_where(loader):
    fields, key, items, one, two, *ends = parse("a: [b, 'c']", loader).events
    assert [e.what for e in (fields, key, items, one)] == [What.FIELDS, What.SCALAR, What.LIST, What.SCALAR]
    assert (fields.in_brackets, items.in_brackets) == (False, True)
    assert (two.text, two.style, two.start, two.end) == ("c", "'", Place(0, 7), Place(0, 10))
    assert [e.what for e in ends] == [What.END, What.END]


@pytest.mark.parametrize("loader", LOADERS)
def test_a_refusal_comes_with_the_events_before_it_and_in_the_words_of_one_parser(loader):
    parsed = parse("a: b\nc: d: e", loader)
    assert [e.text for e in parsed.events if e.what is What.SCALAR] == ["a", "b", "c", "d"]
    assert parsed.refusal is not None
    assert (parsed.refusal.cause, parsed.refusal.place) == (": mapping values are not allowed here", Place(1, 4))


@pytest.mark.parametrize("loader", LOADERS)
def test_reading_stops_where_it_gets_too_deep(loader):
    parsed = parse("[" * 1000, loader)
    assert parsed.too_deep == Place(0, MAX_DEPTH)
    assert len(parsed.events) == MAX_DEPTH + 1
