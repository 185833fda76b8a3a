"""Elements of a Word document, for what did not stand in it as text."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from sitegen.word.plainness import BULLETS


def run_of(text: str) -> Element:
    """Words without a look of their own."""
    run, words = Element("w:r"), Element("w:t", {"xml:space": "preserve"})
    words.text = text
    run.append(words)
    return run


def paragraph_of(text: str, level: int = -1) -> Element:
    """A paragraph of these words; with a level from 0 on, an item of a list with bullets."""
    paragraph = Element("w:p")
    if level >= 0:
        head, list_ = Element("w:pPr"), Element("w:numPr")
        list_.extend((Element("w:ilvl", {"w:val": str(level)}), Element("w:numId", {"w:val": BULLETS})))
        head.append(list_)
        paragraph.append(head)
    paragraph.append(run_of(text))
    return paragraph


def table_of(rows: Iterable[Iterable[str]]) -> Element:
    """A table by its rows; the first is its heading."""
    table = Element("w:tbl")
    for texts in rows:
        row = Element("w:tr")
        for text in texts:
            cell = Element("w:tc")
            cell.append(paragraph_of(text))
            row.append(cell)
        table.append(row)
    return table
