"""Text as it can safely stand in YAML, for the lines that a fix shows."""

from __future__ import annotations


def quoted(text: str) -> str:
    """The text in quotation marks, so that it means just this text: in double ones unless it holds them itself."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shortened(text: str, most: int = 60) -> str:
    """Text for a sentence: at most `most` characters, an ellipsis where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
