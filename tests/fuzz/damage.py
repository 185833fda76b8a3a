"""Bytes of files: such as are nothing at all, and such as were a good file before something happened to it."""

from __future__ import annotations

from functools import lru_cache

from hypothesis import strategies as st

from tests.sites import ROOT

_TEXTS = (
    "\n", "\n\n", "---\n", "...", ": ", ":", "- ", "  ", "\t", '"', "'", "[", "]", "{", "}", ",", "#", " #", "&a ",
    "*a", "!t ", "|\n", ">\n", "%", "@", "`", "“", "\\", "? ", "é", "e\u0301", "😀", "\u00a0", "\x00", "<<: ", "\u2028",
    "\ufeff", "\r", "\r\n", "\ud800", "\x85", "\u202e", ":::", "::: note\n", ":::: finding x\n", "::: stat 5\n",
    "```\n", "$$", "[^1]", "[^1]: x\n", "](", "![", "<script>", "<b onclick=x>", "<!--", "-->", "javascript:", "https://x.org/",
    "kind: ", "title: ", "image: ", "yes", "no", "null", "~", "-1", "1e999", "9" * 400, "x" * 3000, "[" * 300,
    "{% for x in y %}", "{{ x.y.z() }}", "{% endif %}", "{#", "{% extends 'x' %}", "{% include 'base.html' %}",
    "id: C-1\n", "expires_on: never\n", "type: record\n", "many: yes\n", "fields:\n", "required: yes\n",
)  # fmt: skip
_NO_TEXTS = (b"\xff", b"\xfe\xff", b"\xc3", b"\xed\xa0\x80", b"\xff\xfe")
_PIECES = (*(piece.encode("utf-8", "surrogatepass") for piece in _TEXTS), *_NO_TEXTS)


@lru_cache
def corpus(*patterns: str) -> tuple[bytes, ...]:
    """The bytes of the repository's own files of these patterns, the shortest first."""
    found = {path.read_bytes() for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    return tuple(sorted(found, key=lambda data: (len(data), data)))


@st.composite
def damaged(draw: st.DrawFn, *patterns: str) -> bytes:
    """A file of the repository after a few accidents."""
    files = corpus(*patterns)
    data = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(0, 6))):
        data = _accident(draw, data, files)
    return data[:60_000]


def _accident(draw: st.DrawFn, data: bytes, files: tuple[bytes, ...]) -> bytes:
    """Something lost, doubled, moved, put in or changed."""
    start = draw(st.integers(0, len(data)))
    length = draw(st.integers(0, 1) | st.integers(0, 400))
    piece, end = data[start : start + length], start + length
    match draw(st.sampled_from(["lost", "cut", "doubled", "moved", "put in", "put in", "put in", "changed", "mixed"])):
        case "lost":
            return data[:start] + data[end:]
        case "cut":
            return data[:start] if draw(st.booleans()) else data[start:]
        case "doubled":
            return data[:end] + piece * draw(st.integers(1, 4)) + data[end:]
        case "moved":
            rest = data[:start] + data[end:]
            to = draw(st.integers(0, len(rest)))
            return rest[:to] + piece + rest[to:]
        case "put in":
            return data[:start] + draw(st.sampled_from(_PIECES)) + data[start:]
        case "changed":
            return data[:start] + draw(st.binary(min_size=1, max_size=4)) + data[end:]
        case _:
            other = draw(st.sampled_from(files))
            at = draw(st.integers(0, len(other)))
            return data[:start] + other[at : at + 600] + data[start:]


def anything(*patterns: str) -> st.SearchStrategy[bytes]:
    """Mostly damaged files; some bytes that never were one, and pieces that mean something in no order."""
    noise = st.lists(st.sampled_from(_PIECES), max_size=30).map(b"".join)
    return st.one_of(damaged(*patterns), damaged(*patterns), damaged(*patterns), noise, st.binary(max_size=300))
