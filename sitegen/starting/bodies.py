"""The text that a new file begins with: as its kind says, or as its kind is."""

from __future__ import annotations

from sitegen.schema.declared import Kind

_NOTE = "<!-- Lines between these signs are notes to you, and nobody else sees them. Write between them. -->"
_QUESTIONS = """<!-- Who is asked, and why? One or two sentences. -->

## What did you want to change?

<!-- Every heading with ## is a question; the answer stands below it. -->

## What happened?

## What would you tell another school?"""
_TEXT = """<!-- Say the point in two or three sentences. -->

## What was done

## What came of it"""


def body(kind: Kind) -> str:
    """A short text with headings and notes to the author, which is never shown but for its headings."""
    derived = _QUESTIONS if kind.questions else _TEXT
    return f"{_NOTE}\n\n{kind.body.strip() or derived}\n"
