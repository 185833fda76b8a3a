"""What is left of something is found in every sort of file, however it is written there."""

from __future__ import annotations

import pytest

from sitegen.checking.remains import remains
from sitegen.model.traces import Trace, fold
from sitegen.rendering.filters import data_block

WORDS = 'They said "more & more" of us <now>'


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("a/index.html", '<p title="They said &#34;more &amp; more&#34; of us &lt;now&gt;">x</p>'),
        ("a/index.html", '<script type="application/ld+json">{"headline":"'
                         + str(data_block('They said \\"more & more\\" of us <now>"}')) + "</script>"),
        ("feed.xml", "<title>They said &#34;more &amp; more&#34; of us &lt;now&gt;</title>"),
        ("stories.json", '{"title": "They said \\"more & more\\" of us <now>"}'),
        ("stories.csv", '\ufeffTitle\r\n"They said ""more & more"" of us <now>"\r\n'),
    ],
)  # fmt: skip
def test_words_are_found_as_each_sort_of_file_writes_them(address: str, content: str) -> None:
    found = list(remains([(address, content.encode())], [Trace("the title", fold(WORDS))], frozenset(), ()))
    assert [(each.address, each.what) for each in found] == [(address, "the title")]
    assert list(remains([(address, content.encode())], [Trace("x", fold("They said nothing"))], frozenset(), ())) == []
