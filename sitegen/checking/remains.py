"""Whether a finished site still holds anything of what was taken out of it: every file is looked through, whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.checking.unpacked import keys, unpacked
from sitegen.model.traces import Trace, fold
from sitegen.pages.finding.words import words
from sitegen.regex import regex

_TAG = regex(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
_INLINE = frozenset("a abbr b bdi cite code em i mark q s small span strong sub sup time u".split())
_ESCAPED = regex(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_DATA = regex(r"<script type=\"application/ld\+json\">([^<]*+)<")
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class Remain:
    """A file of the site that still holds something: its address, what it is, and the wording that was found."""

    address: str
    what: str
    text: str


def remains(
    files: Iterable[tuple[str, bytes]], traced: Iterable[Trace], only_words: frozenset[str], digests: Iterable[str]
) -> Iterator[Remain]:
    """Everything that the files (address and bytes) still hold.

    `only_words` are words that nothing published has, for the search index; `digests` are those of pictures and
    downloads, which stand in the names of files.
    """
    wanted, marks = tuple(traced), tuple(digests)
    for address, content in files:
        yield from (Remain(address, "a picture or file", mark) for mark in marks if mark in address)
        yield from _in_address(address, wanted)
        text = _decoded(content)
        if text is not None:
            yield from _in_text(address, text, wanted, marks)
            yield from _in_index(address, text, only_words)


def _in_address(address: str, wanted: Iterable[Trace]) -> Iterator[Remain]:
    path = f"/{address}".casefold()
    return (Remain(address, t.what, t.text) for t in wanted if t.is_address and t.text in path)


def _decoded(content: bytes) -> str | None:
    """The text of a file; None for pictures and fonts, which are known by the digests in their names."""
    if b"\0" in content[:4096]:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _in_text(address: str, text: str, wanted: Iterable[Trace], marks: Iterable[str]) -> Iterator[Remain]:
    forms = [fold(form) for form in _forms(address, text)]
    for trace in wanted:
        if any(trace.text in form for form in forms):
            yield Remain(address, trace.what, _short(trace.text))
    yield from (Remain(address, "a picture or file", mark) for mark in marks if any(mark in form for form in forms))


def _in_index(address: str, text: str, only_words: frozenset[str]) -> Iterator[Remain]:
    if address.startswith("search/"):
        yield from (Remain(address, "a word in the index", word) for word in sorted(only_words & keys(text)))


def _forms(address: str, text: str) -> Iterator[str]:
    """A file as it stands and as it is read: without tags, with escapes resolved, unpacked."""
    yield text
    yield from _FORMS.get(address.rpartition(".")[2].lower(), _as_it_stands)(text)


def _without_tags(text: str) -> Iterator[str]:
    yield _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else " ", text)


def _of_page(text: str) -> Iterator[str]:
    """A page without its tags, and the words of what it says to machines, which stand there as in any JSON."""
    yield from _without_tags(text)
    yield from (_ESCAPED.sub(_meant, data[1]) for data in _DATA.finditer(text))


def _without_escapes(text: str) -> Iterator[str]:
    yield _ESCAPED.sub(_meant, text)
    yield from unpacked(text)


def _meant(escaped: re.Match[str]) -> str:
    if escaped[1]:
        return chr(int(escaped[1], 16))
    return " " if escaped[2] in "nrt" else str(escaped[2])


def _as_it_stands(_text: str) -> Iterator[str]:
    yield from ()


def _without_doubling(text: str) -> Iterator[str]:
    yield text.replace('""', '"')


_FORMS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "html": _of_page,
    "xml": _without_tags,
    "svg": _without_tags,
    "js": _without_escapes,
    "json": _without_escapes,
    "csv": _without_doubling,
}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def words_alone(text: str, known: str) -> frozenset[str]:
    """The words of a text, as search folds them, that a known text does not have."""
    return frozenset(words(text)) - frozenset(words(known))
