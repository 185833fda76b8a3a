"""Words of a document as Markdown takes them for words: whatever would mean something is escaped, and no more."""

from __future__ import annotations

from sitegen.regex import regex

_MEANS = regex(
    r"[\\`*\[\]<$|{]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|:(?=:)|(?<=:):|:(?=//)|&(?=#?\w{1,40};)"
    r"|(?<=[wW]{3})\.(?=\S)"
)
_START = regex(r"(?P<sign>[#>]|[-+](?=[-+\s]|$)|=(?==*\s*$)|~(?=~))|(?P<number>[0-9]{1,9})(?P<end>[.)])(?=\s|$)")
_INVISIBLE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u202d\u202e\ufeff\ufffe\uffff]")
_SPACES = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})


def without_controls(text: str) -> str:
    """Text on one line and without characters that no editor shows; non-breaking spaces stay.

    Soft hyphens and spaces of no width say where Word may break a word, and whoever searches for it would miss it.
    """
    return _INVISIBLE.sub("", text.translate(_SPACES))


def escaped(text: str) -> str:
    """Words within a line."""
    return _MEANS.sub(lambda found: f"\\{found[0]}", text)


def escaped_start(line: str) -> str:
    """A line whose words are escaped already, and whose beginning would make something else of it."""
    found = _START.match(line)
    if found is None:
        return line
    if found["sign"]:
        return f"\\{line}"
    return f"{found['number']}\\{line[found.start('end') :]}"


def escaped_heading(line: str) -> str:
    """The words of a heading: number signs at its end belong to it."""
    bare = line.rstrip("#")
    return bare + "\\#" * (len(line) - len(bare))
