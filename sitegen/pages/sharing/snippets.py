"""A card for somebody else's page: plain HTML with its style in it, without a script, a class or a file of ours.

It says what the card says, and nothing of the story's text, so it is right for as long as the facts are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from markupsafe import escape

from sitegen.pages.views import CardView, FactView

_BOX = "max-width:34em;margin:1em 0;padding:1em 1.2em;border:1px solid #c4cdc3;border-top:4px solid #13241d;" \
    "background:#fcfcf8;color:#13241d;font:16px/1.45 Arial,sans-serif"  # fmt: skip
_TITLE = "margin:0 0 .5em;font:bold 1.25em/1.2 Arial,sans-serif;color:#13241d"
_TABLE = "width:100%;border-collapse:collapse;margin:0 0 .8em;font:inherit;color:inherit;background:none"
_CELL = "padding:.35em .8em .35em 0;border:0;border-top:1px solid #c4cdc3;text-align:left;vertical-align:top;" \
    "font-weight:"  # fmt: skip
_LINK = "color:#0a4fc4;text-decoration:underline"
_MOST_ROWS = 8
_LONGEST = 160

Row = tuple[str, str]


def card_rows(card: CardView) -> tuple[Row, ...]:
    """The facts of a card as label and wording, those of several schools under the names of these."""
    lead = ((card.lead.label, _wording(card.lead)),) if card.lead else ()
    groups = (((group.heading,) if group.heading else ()) + group.facts for group in card.groups)
    facts = ((f.label, _wording(f)) for facts in groups for f in facts if f.stated)
    return (*lead, *((label, words) for label, words in facts if len(words) <= _LONGEST))[:_MOST_ROWS]


def snippet(title: str, rows: Sequence[Row], links: Iterable[Row], source: str) -> str:
    """The card: its title, its facts, links as words and whole address, and where all of it is from."""
    cells = "".join(
        f'<tr><th scope="row" style="{_CELL}bold;width:40%">{escape(label)}</th>'
        f'<td style="{_CELL}normal">{escape(words)}</td></tr>\n'
        for label, words in rows
    )
    table = f'<table style="{_TABLE}"><tbody>\n{cells}</tbody></table>\n' if rows else ""
    led = "".join(f'<p style="margin:.3em 0"><a href="{_address(to)}" style="{_LINK}">{escape(words)}</a></p>\n'
                  for words, to in links)  # fmt: skip
    from_ = f'<p style="margin:.6em 0 0;font-size:.875em">{escape(source)}</p>\n'
    return f'<article style="{_BOX}">\n<h3 style="{_TITLE}">{escape(title)}</h3>\n{table}{led}{from_}</article>'


def _address(address: str) -> str:
    return escape(quote(address, safe="/:?=%#@!$'()*+,;~-._&"))


def _wording(fact: FactView) -> str:
    return "".join(part.text for part in fact.wording)
