"""Text as it can safely stand in YAML, for the lines that a fix shows."""

from __future__ import annotations


def quoted(text: str) -> str:
    """The text between quotation marks that mean just this text: double ones where nothing in it stands against them."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shortened(text: str, most: int = 60) -> str:
    """Text for a sentence: at most `most` characters, an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
