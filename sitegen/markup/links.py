"""Links and pictures in running text: brackets are paired on a stack, so their number costs nothing."""

from __future__ import annotations

from html import unescape
from itertools import islice

from sitegen.markup import addresses, slips
from sitegen.markup.body import Link, Picture
from sitegen.markup.definitions import Definitions, fold_label
from sitegen.markup.lines import Source
from sitegen.markup.marks import Kind, Mark, Marks
from sitegen.markup.plain import plain_inline
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import nearest

_GAP = r"[ \t]*+(?:\n[ \t]*+)?"
_TITLE = (
    r"(?:\"(?P<double>(?>(?:[^\"\\\n]|\\.){0,500}))\"|'(?P<single>(?>(?:[^'\\\n]|\\.){0,500}))'|“(?P<curly>[^”\n]{0,500}+)”)"
)
_TARGET = regex(
    rf"\({_GAP}(?:<(?P<angled>[^<>\n]{{0,2000}}+)>|(?P<plain>(?>(?:[^\s()<\\]|\\.|\([^\s()]{{0,500}}+\)){{0,2000}})))"
    rf"(?:[ \t\n]{_GAP}{_TITLE})?{_GAP}\)"
)
_LOOSE = regex(rf"\([ \t]*+(?P<plain>[^()<>\n\"“]{{1,500}}+){_TITLE}?[ \t]*+\)")
_LABEL = regex(r"\[([^\[\]]{0,999})\]")
_APART = regex(r"[ \t]+\((?P<target>[^\s()<>]{1,500})\)")
_ATTRIBUTES = regex(r"\{:?[ \t]{0,9}(?P<inner>[^{}\n]{1,500})\}")
_ATTRIBUTE = regex(r"([\w-]+)=(?:\"([^\"]*)\"|'([^']*)'|(\S+))|([^\s=]+)")
_AUTOLINK = regex(
    r"<(?P<address>(?:[A-Za-z][A-Za-z0-9+.-]{1,31}://|(?i:mailto|tel|javascript|vbscript|data):)[^<>\s]{1,2000}+)>"
)
_MAIL = regex(r"<(?P<address>[^<>\s@:/\"']{1,100}@[^<>\s@\"']{1,200})>")
_DIGITS = regex(r"[0-9 ,–-]*$")
_OPEN_AT_MOST = 40
_COMPARED = 100
_LONGEST_ALT = 2000


class _Open:
    """An opening bracket: its place in the pieces and in the text, and how wide it is (2 for a picture)."""

    def __init__(self, piece: int, start: int, width: int) -> None:
        self.piece = piece
        self.start = start
        self.width = width
        self.active = True


class Brackets:
    """Pairs brackets while the text is read from the left; what comes of them goes to `out`."""

    def __init__(self, source: Source, marks: Marks, definitions: Definitions, out: list[str]) -> None:
        self.source = source
        self.text = source.text
        self.marks = marks
        self.definitions = definitions
        self.out = out
        self.stack: list[_Open] = []

    def clear(self) -> None:
        """No bracket that is open now can be closed any more."""
        self.stack.clear()

    def open(self, at: int, width: int) -> int:
        """An opening bracket, or `![`; the offset after it."""
        self.stack.append(_Open(len(self.out), at, width))
        if len(self.stack) > _OPEN_AT_MOST:
            del self.stack[0]
        self.out.append(self.text[at : at + width])
        return at + width

    def close(self, at: int) -> int:
        """A closing bracket with the address that follows it; the offset after both."""
        opening = self.stack.pop() if self.stack else None
        if opening and (opening.active or opening.width == 2):
            end = self._inline(opening, at) or self._reference(opening, at) or self._apart(opening, at)
            if end:
                return end
        self.out.append("]")
        return at + 1

    def _inline(self, opening: _Open, at: int) -> int | None:
        if not self.text.startswith("(", at + 1):
            return None
        found = _TARGET.match(self.text, at + 1) or _LOOSE.match(self.text, at + 1)
        if found is None:
            return None
        group = "angled" if found.groupdict().get("angled") is not None else "plain"
        written = found[group]
        where = self.source.where(found.start(group), len(written)) if written else self.source.where(at + 1, 2)
        title = unescape(found["double"] or found["single"] or found["curly"] or "")
        return self._make(opening, at, found.end(), addresses.read_address(written), title, where)

    def _reference(self, opening: _Open, at: int) -> int | None:
        found = _LABEL.match(self.text, at + 1)
        label = found[1] if found and found[1].strip() else self.text[opening.start + opening.width : at][:999]
        known = self.definitions.references.get(fold_label(self.marks.written(label)))
        if known:
            end = found.end() if found else at + 1
            return self._make(opening, at, end, addresses.read_address(known.target), known.title, known.where)
        if found and self._is_meant(opening, at, found[1]):
            where = self.source.where(at + 1, len(found[0]))
            problem = _no_reference(found[1], where, self.definitions)
            self.out.append("]" + self.marks.add(Mark(Kind.LITERAL, found[0], where, found[0], (problem,))))
            return found.end()
        return None

    def _apart(self, opening: _Open, at: int) -> int | None:
        """`[words] (address)`: text, and its author hears of the space."""
        found = _APART.match(self.text, at + 1)
        if found is None or not slips.is_place(found["target"]):
            return None
        written = found[0].lstrip()
        start = found.end() - len(written)
        where = self.source.where(start, len(written))
        problem = slips.link_space(where, written, opening.width == 2)
        self.out.append("] " + self.marks.add(Mark(Kind.LITERAL, written, where, written, (problem,))))
        return found.end()

    def _is_meant(self, opening: _Open, at: int, label: str) -> bool:
        """True where `[words][label]` can only be a link: not `a[i][j]`, not `[3][4]`, not a box to tick."""
        before = self.text[opening.start - 1 : opening.start]
        words = self.text[opening.start + opening.width : at]
        if before.isalnum() or before in ("]", ")", "_") or not label.strip() or len(words.strip()) < 2:
            return False
        return not (_DIGITS.match(words) and _DIGITS.match(label))

    def _make(self, opening: _Open, at: int, end: int, target: str, title: str, where: Where) -> int | None:
        if opening.width == 2:
            return self._picture(opening, at, end, target, title, where)
        words = self.text[opening.start + 1 : at]
        found = _ATTRIBUTES.match(self.text, end)
        if found and (found["inner"][0] in ".#" or "=" in found["inner"]):
            end = found.end()
        vague = None
        if len(words) <= 60:
            vague = addresses.check_text(plain_inline(words), self.source.where(opening.start + 1, len(words)))
        closing = self.text[at:end]
        self.out[opening.piece] = self.link(self.text[opening.start : opening.start + 1], target, title, where, vague)
        self.out.append(self.marks.add(Mark(Kind.END, closing, where, "</a>")))
        for other in self.stack:
            other.active = other.active and other.width == 2
        return end

    def link(self, written: str, target: str, title: str, where: Where, *more: Problem | None) -> str:
        """The mark of a link's beginning. A link with a bad address keeps its words and is none."""
        problem = addresses.check_link(target, where)
        value = None if problem else Link(target, where.line, where.column, title)
        problems = tuple(p for p in (problem, *more) if p)
        return self.marks.add(Mark(Kind.LINK, written, where, value, problems))

    def _picture(self, opening: _Open, at: int, end: int, target: str, title: str, where: Where) -> int | None:
        written = self.text[opening.start + 2 : at]
        if len(written) > _LONGEST_ALT:
            return None
        found = _ATTRIBUTES.match(self.text, end)
        settings = _attributes(found["inner"]) if found else {}
        end = found.end() if found else end
        alt = plain_inline(self.marks.written(written))
        place = self.source.where(opening.start, end - opening.start)
        del self.out[opening.piece :]
        self.out.append(picture_mark(
            self.marks, self.text[opening.start : end], place, where, target=target, alt=alt, title=title,
            settings=settings,
        ))  # fmt: skip
        return end

    def autolink(self, at: int) -> int | None:
        """`<https://…>` and `<name@…>`; the offset after it, or None where it is neither."""
        mail = _MAIL.match(self.text, at)
        found = mail or _AUTOLINK.match(self.text, at)
        if found is None:
            return None
        address = found["address"]
        where = self.source.where(at + 1, len(address))
        target = f"mailto:{address}" if mail else unescape(address)
        self.out += [
            self.link("<", target, "", where),
            self.marks.add(Mark(Kind.LITERAL, address, where, address)),
            self.marks.add(Mark(Kind.END, ">", where, "</a>")),
        ]
        return found.end()


def picture_mark(
    marks: Marks, written: str, place: Where, where: Where, *, target: str, alt: str, title: str,
    settings: dict[str, str],
) -> str:  # fmt: skip
    """The mark of a picture. `place` is the whole of it, `where` its address; a bad address leaves its alt text."""
    decorative = settings.get("decorative", "no").lower() in ("", "yes", "true", "decorative")
    problem = addresses.check_picture(target, where)
    problems = [problem] if problem else []
    if not alt and not decorative:
        problems.append(no_alt_text(target, place))
    picture = None if problem else Picture(
        target, "" if decorative else alt, where.line, where.column, decorative, credit=settings.get("credit", ""),
        consent=tuple(settings.get("consent", "").replace(",", " ").split()), shows=settings.get("shows", ""),
        title=title,
    )  # fmt: skip
    return marks.add(Mark(Kind.PICTURE, written, place, picture or alt, tuple(problems)))


def no_alt_text(target: str, where: Where) -> Problem:
    """A picture that people who cannot see it learn nothing of."""
    return Problem(
        where, "no-alt-text", f'The picture "{target}" has no alternative text.',
        f"Say in words what it shows: ![…]({target}). If it only decorates, write ![]({target}){{decorative}}.",
        "People who cannot see the picture hear this text instead.",
    )  # fmt: skip


def _attributes(inner: str) -> dict[str, str]:
    """`decorative credit="The school"` as pairs; a word alone has itself as its value."""
    found = {}
    for key, double, single, word, alone in _ATTRIBUTE.findall(inner):
        found[(key or alone).lower()] = double or single or word or alone
    return found


def _no_reference(label: str, where: Where, definitions: Definitions) -> Problem:
    near = nearest(label, islice(definitions.references, _COMPARED))
    fix = f'Did you mean "[{near}]"? ' if near else ""
    return Problem(
        where, "missing-reference", f'No address is given for the label "{label}".',
        f"{fix}Write it on a line of its own: [{label}]: https://…, or write [words](https://…).",
        suggestion=near and f"[{near}]",
    )  # fmt: skip
