"""Addresses of links and pictures as written: what they lead to is for others, what is wrong with them is said here."""

from __future__ import annotations

from html import unescape
from urllib.parse import unquote

from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import fold_space

_ESCAPE = regex(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = regex("[\\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffd]+")
_SCHEME = regex(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_ALLOWED = frozenset("http https mailto tel sms ftp".split())
_RUNNING = frozenset("javascript vbscript livescript mocha data blob about view-source jar".split())
_VAGUE = frozenset((
    "here", "click here", "click", "this", "this link", "this page", "this article", "link", "read more", "more",
    "find out more", "learn more", "see here", "see more", "download", "details", "more details", "page", "website",
    "this website", "go", "url",
))  # fmt: skip
_EDGES = " \t\n.,;:!?…()[]\"'“”‘’→»›>*_"


def read_address(written: str) -> str:
    """An address without the escapes of Markdown and HTML."""
    return unescape(_ESCAPE.sub(r"\1", written)).strip()


def check_link(target: str, where: Where) -> Problem | None:
    """What is wrong with a link's address, from the address alone."""
    if target in ("", "#"):
        what = 'This link leads to "#", which is nowhere.' if target else "This link has no address."
        return Problem(where, "link-to-nothing", what, "Write the address of a page, or take the link out.")
    return _check_scheme(target, where, "link")


def check_picture(target: str, where: Where) -> Problem | None:
    """What is wrong with a picture's address, from the address alone."""
    if target in ("", "#"):
        what, fix = "This picture has no file.", "Write the name of a file that lies beside the story."
        return Problem(where, "missing-picture", what, fix)
    if target.startswith("//") or _scheme(target) in ("http", "https", "ftp"):
        return Problem(
            where, "remote-picture", f'The picture "{_short(target)}" lies on another site.',
            "Save it beside the story and write its file name here, if you may publish it.",
            "The site must work offline, and other sites change or vanish.",
        )  # fmt: skip
    return _check_scheme(target, where, "picture")


def check_text(text: str, where: Where) -> Problem | None:
    """A warning about words of a link that say nothing on their own."""
    words = fold_space(text).strip(_EDGES)
    if words and words.lower() not in _VAGUE:
        return None
    what = f'The link\'s text is "{words}", which says nothing on its own.' if words else "This link has no text."
    return Problem(
        where, "link-text", what, "Let the linked words name what they lead to.",
        "People who use a screen reader hear links in a list, without the text around them.",
    )  # fmt: skip


def bare(address: str, where: Where) -> Problem:
    """The warning about an address in running text that is no link."""
    return Problem(
        where, "link-text", f'"{_short(address)}" stands in the text as it is and is no link.',
        f"Make a link of it: [words that name the page]({address if '://' in address else 'https://' + address}).",
    )  # fmt: skip


def _check_scheme(target: str, where: Where, noun: str) -> Problem | None:
    hidden = _scheme(_HIDDEN.sub("", unquote(unescape(target))))
    if hidden in _RUNNING:
        return Problem(
            where, "forbidden-address", f'The address of this {noun} begins with "{hidden}:".',
            "Write an address that begins with https://, or the path of a file of this site.",
            "Such an address runs a script in the reader's browser, or hides what it holds.",
        )  # fmt: skip
    if hidden == "file" or len(hidden) == 1:
        return Problem(
            where, "forbidden-address", f'"{_short(target)}" is a place on your own computer.',
            "Put the file beside the story and write its name alone.",
        )  # fmt: skip
    if hidden and hidden not in _ALLOWED:
        return Problem(
            where, "forbidden-address", f'An address cannot begin with "{hidden}:".',
            "Write an address that begins with https:// or mailto:, or the path of a file of this site.",
        )  # fmt: skip
    return None


def _scheme(target: str) -> str:
    found = _SCHEME.match(target)
    return found[1].lower() if found else ""


def _short(target: str) -> str:
    return target if len(target) <= 60 else f"{target[:57]}…"
