"""What Word keeps in a frame or a box though it is part of the text: the large first letter, the title on a cover."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sitegen.reading.quoting import shortened
from sitegen.word.styles import Styles
from sitegen.word.telling import Telling
from sitegen.word.trees import first, has, value, words

_LONGEST_TITLE = 120


def unframe(root: Element, styles: Styles, telling: Telling) -> None:
    """Puts large first letters into the text that they begin, and a title that stands in a box above that text."""
    for parent in list(root.iter()):
        _join_first_letters(parent)
    _lift_title(root, styles, telling)


def _join_first_letters(parent: Element) -> None:
    """For Word, a letter that is several lines high is a paragraph of its own, in front of the rest of its word."""
    letters: Element | None = None
    for child in list(parent):
        if child.tag != "w:p":
            letters = None
        elif letters is None:
            is_letter = value(first(child, "w:pPr/w:framePr"), name="w:dropCap") in ("drop", "margin")
            letters = child if is_letter else None
        else:
            at = int(first(child, "w:pPr") is not None)
            child[at:at] = [e for e in letters if e.tag != "w:pPr"]
            parent.remove(letters)
            letters = None


def _lift_title(root: Element, styles: Styles, telling: Telling) -> None:
    """A title in a text box as the first paragraph: one that is styled so, or, where none is, a box above all text."""
    is_titled = any(styles.role(p) in ("title", "h1") for p in _paragraphs(root))
    for paragraph in list(root):
        for box in (e for e in paragraph.iter() if e.tag == "w:txbxContent"):
            inside = [p for p in box if p.tag == "w:p" and words(p)]
            styled = [p for p in inside if styles.role(p) == "title"]
            title = styled[:1] or ([] if is_titled or len(inside) > 1 else inside)
            if title and len(words(title[0])) <= _LONGEST_TITLE:
                _make_title(root, words(title[0]), telling)
                _take_out(paragraph, words(title[0]))
                return
        if any(words(run) for run in paragraph if run.tag == "w:r" and not has(run, "w:txbxContent")):
            return


def _paragraphs(root: Element) -> Iterator[Element]:
    """The paragraphs of the text itself, without those in boxes."""
    for child in root:
        if child.tag == "w:p":
            yield child
        elif child.tag in ("w:sdt", "w:sdtContent"):
            yield from _paragraphs(child)


def _make_title(root: Element, title: str, telling: Telling) -> None:
    telling.look(f'The words of a text box at the top were taken for the title: "{shortened(title, 80)}"')
    made, head, run, text = (Element(name) for name in ("w:p", "w:pPr", "w:r", "w:t"))
    head.append(Element("w:outlineLvl", {"w:val": "0"}))
    text.text = title
    run.append(text)
    made[:] = [head, run]
    root.insert(0, made)


def _take_out(paragraph: Element, title: str) -> None:
    """Takes the words of the title out of their box, which Word writes twice, for new readers and for old ones."""
    for box in (e for e in paragraph.iter() if e.tag == "w:txbxContent"):
        for inside in [p for p in box if words(p) == title]:
            box.remove(inside)
