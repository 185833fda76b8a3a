"""Where acronyms stand in the lines that their author wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.markup.body import Acronym
from sitegen.markup.lines import Line


def placed(acronyms: Sequence[Acronym], lines: Sequence[Line]) -> tuple[Acronym, ...]:
    """Acronyms with the column of their first use in their line, 1 where they cannot be found in it."""
    texts = {line.number: line.text for line in lines} if acronyms else {}
    return tuple(replace(one, column=_column(one.text, texts.get(one.line, ""))) for one in acronyms)


def _column(acronym: str, line: str) -> int:
    found = re.search(rf"(?<![\w&#.@]){re.escape(acronym)}(?![\w@&])", line)
    return found.start() + 1 if found else 1
