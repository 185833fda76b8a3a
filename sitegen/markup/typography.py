"""Typographic quotation marks, apostrophes, dashes and dots, set while the pieces of a text are read in order."""

from __future__ import annotations

import re

from sitegen.regex import regex

# Every branch begins with a character of its own, so that most of a text is passed over at a glance.
_STRAIGHT = regex(r"-(?<!--)-{1,2}(?![->])|\.(?<!\.\.)\.\.(?!\.)|'|\"")
_ANY = regex(r"--|\.\.\.|'|\"")
_ELISION = regex(
    r"'(?:[0-9]{2}(?:s|/[0-9]{2})?(?![0-9\w])|(?:tis|twas|twere|til|cause|em|bout|n'|n\u2019)(?!\w))", re.IGNORECASE
)
_OPENS_AFTER = frozenset(" \t\n\u00a0\u2009\u202f([{<-/\u2010\u2011\u2013\u2014\u2018\u201c\u201e\u201a\u00ab\u2039=|")
_OPTION = regex(r"--[a-z]")
_MARKS = {
    "en": "\u201c\u201d\u2018\u2019",
    "cy": "\u201c\u201d\u2018\u2019",
    "de": "\u201e\u201c\u201a\u2018",
    "fr": "\u00ab\u00bb\u2039\u203a",
    "es": "\u00ab\u00bb\u201c\u201d",
    "it": "\u00ab\u00bb\u201c\u201d",
    "pl": "\u201e\u201d\u201a\u2019",
    "nl": "\u201c\u201d\u2018\u2019",
}
_APOSTROPHE = "\u2019"
_PRIME = {"'": "\u2032", '"': "\u2033"}


def smarten(text: str, language: str = "en") -> str:
    """One piece of text on its own, such as a title, with typographic marks."""
    return Typography(language).smarten(text)


class Typography:
    """Sets pieces of text one after the other and remembers what stood before: `"<em>Yes</em>"` is one quotation."""

    def __init__(self, language: str = "en") -> None:
        self.signs = _MARKS.get(language.split("-")[0].lower(), _MARKS["en"])
        self.before = ""
        self.doubles = 0
        self.singles = 0
        self.last = (-1, "")

    def new_block(self) -> None:
        """A quotation does not go on in the next paragraph."""
        self.before = ""
        self.doubles = self.singles = 0

    def passed(self, text: str) -> None:
        """Something that is not set here stood in the text: code, a formula."""
        self.before = text[-1:] or self.before

    def smarten(self, text: str) -> str:
        """The piece with its marks set."""
        made = text
        self.last = (-2, "")
        if _ANY.search(text):
            made = _STRAIGHT.sub(lambda found: self._one(text, found), text)
        self.passed(made)
        return made

    def _one(self, text: str, found: re.Match[str]) -> str:
        sign, at = found[0], found.start()
        if sign == "...":
            return "\u2026"
        if sign[0] == "-":
            return self._dash(text, sign, at)
        before = text[at - 1] if at else self.before
        if self.last[0] == at - 1:
            before = self.last[1]
        after = text[at + 1 : at + 2]
        made = self._double(before, after) if sign == '"' else self._single(text, at, before, after)
        self.last = (at, made)
        return made

    def _dash(self, text: str, sign: str, at: int) -> str:
        before = text[at - 1 : at]
        if (not before or before.isspace()) and _OPTION.match(text, at):
            return sign
        return "\u2013" if sign == "--" else "\u2014"

    def _double(self, before: str, after: str) -> str:
        opening, closing = self.signs[0], self.signs[1]
        if self._may_open(before) and not (after.isspace() and self.doubles):
            self.doubles += 1
            return opening
        if before.isdigit() and not self.doubles:
            return _PRIME['"']
        self.doubles = max(0, self.doubles - 1)
        return closing

    def _single(self, text: str, at: int, before: str, after: str) -> str:
        opening, closing = self.signs[2], self.signs[3]
        opens = self._may_open(before) and not after.isspace()
        if opens and _ELISION.match(text, at):
            return _APOSTROPHE
        if opens:
            self.singles += 1
            return opening
        if after.isalnum():
            return _APOSTROPHE if not (before.isdigit() and after.isdigit()) else _PRIME["'"]
        if self.singles:
            self.singles -= 1
            return closing
        return _PRIME["'"] if before.isdigit() and self._measures(text, at) else _APOSTROPHE

    def _may_open(self, before: str) -> bool:
        return not before or before in _OPENS_AFTER or before in self.signs[::2]

    def _measures(self, text: str, at: int) -> bool:
        """True for `6'` and `5' 10"`: a number that nothing plural stands before."""
        return re.search(r"(?:^|[\s(])[0-9]{1,2}$", text[:at]) is not None
