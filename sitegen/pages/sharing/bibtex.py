"""Citations as reference managers read them: BibTeX, in UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from sitegen.pages.citing import Citation
from sitegen.regex import regex

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "%&#$_"},
}  # fmt: skip
_TO_ESCAPE = regex(r"[\\{}~^%&#$_]")
_NOT_IN_KEY = regex(r"[^A-Za-z0-9.:-]")
_SPACE = regex(r"[\s\x00-\x1f\x7f]+")


def bibtex(citation: Citation) -> str:
    """One entry, with what is known. Its key is the page's address, so no two are alike and none changes."""
    fields = (
        ("author", f"{{{' and '.join(map(_name, citation.authors))}}}"),
        ("title", _kept(citation.title)),
        ("booktitle", _kept(citation.within)),
        ("publisher", _kept(citation.publisher)),
        ("year", _value(citation.year)),
        ("isbn", _value(citation.isbn)),
        ("url", f"{{{quote(citation.link, safe=_IN_LINK)}}}" if citation.link else ""),
    )
    lines = "".join(f",\n  {name} = {value}" for name, value in fields if value not in ("", "{}"))
    return f"@{'incollection' if citation.within else 'book'}{{{key(citation.id)}{lines}\n}}\n"


_IN_LINK = ":/?&=+%~@!$'(),;*-._"


def key(id_: str) -> str:
    """The key of an entry: the parts of an id with colons, letters of other scripts by their numbers."""
    return _NOT_IN_KEY.sub(lambda found: f"+{ord(found[0]):x}", id_.replace("/", ":"))


def as_link(entry: str) -> str:
    """A file as the link that saves it: it works from a disk, without a script, and takes no file of its own."""
    return "data:application/x-bibtex;charset=utf-8," + quote(entry.encode("utf-8", "replace"), safe="/,:=@()")


def as_file(entries: Iterable[str]) -> bytes:
    """Several entries as a file."""
    return "\n".join(entries).encode("utf-8", "replace")


def _value(text: str) -> str:
    said = _TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], _SPACE.sub(" ", text.strip()))
    return f"{{{said}}}" if said else ""


def _kept(text: str) -> str:
    """In two braces, so that capitals stay as they are."""
    return f"{{{_value(text)}}}" if text.strip() else ""


def _name(name: str) -> str:
    """A name whole, in braces, as that of an organisation is written; `Surname, Initials` is that of a person."""
    is_person = name.count(",") == 1 and " and " not in name
    return _value(name)[1:-1] if is_person else _value(name)
