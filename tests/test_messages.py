"""Everything that the program can print is fit for somebody who knows Word and a browser and no programming.

The messages are found in the source (tests/messages.py) and in the reports of tests/broken, so that a new one is held
to these rules without being named here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.commands import main
from sitegen.commands.arguments import COMMANDS, OPTIONS
from sitegen.problems.codes import CODES
from tests.messages import ROOT, messages, sentences

JARGON = """
mapping scalar token traceback None null boolean string integer syntax parse parsed parser parsing exception stack regex
stdin stdout stderr argument positional invalid unrecognized unrecognised schema repository commit merge flag executable
deprecated YAML JSON front-matter kwargs iterable tuple dict char int str bool float failed
""".split()
AMERICAN = """
color colors gray center centered favorite behavior organize organized organization recognize recognized customize
catalog license labeled labeling traveled modeled artifact analyze analyzed optimize initialize summarize summarized
canceled dialog sulfur defense fulfill skillful
""".split()
_JARGON = re.compile(rf"(?<![\w.-])(?:{'|'.join(JARGON)}|front matter)(?![\w-]|\.org)")
_AMERICAN = re.compile(rf"(?<![\w.=\"/-])(?:{'|'.join(AMERICAN)})(?![\w=\"-])", re.IGNORECASE)
_QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"|“[^”]*”")
FOR_TEMPLATES = (
    "sitegen/rendering/faults.py", "sitegen/rendering/filters.py", "sitegen/rendering/kept.py",
    "sitegen/rendering/pieces.py", "sitegen/rendering/engine.py",
)  # fmt: skip
"""What is said to those who write templates, who do know some words of programming."""
NOT_SAID = (
    "sitegen/reading/slips/__init__.py", "sitegen/reading/parsing.py", "sitegen/pages/data_schema.py",
    "sitegen/incremental/last.py", "sitegen/rendering/compiled.py", "sitegen/store.py",
)  # fmt: skip
"""Words by which messages of a library are known, and what only programs read."""


def plain(text: str) -> str:
    """A message without what it quotes: keys, codes and the author's own words."""
    return _QUOTED.sub("", text)


def said() -> list[tuple[str, str]]:
    aside = (*FOR_TEMPLATES, *NOT_SAID)
    return [(m.text, m.place) for m in messages() if not m.place.startswith(aside)]


def test_the_messages_are_found() -> None:
    every = {text for text, _ in said()}
    assert len(every) > 700
    assert 'No hub is called "…".' in every  # a problem
    assert "There is no folder …." in every  # a wrong argument
    assert "count warnings as errors" in every  # an option
    assert "there is no room left on the disk" in every  # the machine
    assert any("Setting up sitegen in .venv." in text for text in every)  # the start
    assert any("Serving at …" in text for text in every)  # a command


def test_no_message_has_a_word_of_programming_in_it() -> None:
    assert [f"{place}: {text}" for text, place in said() if _JARGON.search(plain(text))] == []


def test_messages_are_spelt_as_in_britain() -> None:
    assert [f"{place}: {text}" for text, place in said() if _AMERICAN.search(plain(text))] == []


def test_what_a_problem_says_is_a_sentence_with_its_full_stop() -> None:
    wrong = [f"{m.place}: {m.text}" for m in sentences() if not _is_ended(m.text)]
    assert wrong == []


def _is_ended(text: str) -> bool:
    """True at a full stop or a question mark, at a value that is put in, and where an example to be copied ends it."""
    shown = text.rstrip().removesuffix('"')
    return shown.endswith((".", "?", "…")) or ": " in text or text.endswith(" ")


@pytest.mark.parametrize("m", sentences(), ids=lambda m: m.place)
def test_what_a_problem_says_is_no_longer_than_two_lines(m) -> None:  # type: ignore[no-untyped-def]
    assert len(m.text) <= 200, m.text


# Reports as they are printed


def paragraphs() -> Iterator[tuple[str, str, str, str]]:
    """Code, what, why and fix of every problem in the expected reports; `test_broken_sites` holds these to be so."""
    for path in sorted((ROOT / "tests/broken").glob("*/expected.txt")):
        for part in path.read_text("utf-8").split("\n\n"):
            head = re.match(r"\S+?:\d+:\d+: (?:error|warning) \[([a-z0-9-]+)\] (.*)", part)
            if head:
                lines = dict(re.findall(r"^  (why|fix): (.*)$", part, re.MULTILINE))
                yield head[1], head[2], lines.get("why", ""), lines.get("fix", "")


EVERY = list(paragraphs())


def test_every_code_is_among_the_reports() -> None:
    assert {code for code, *_ in EVERY} == set(CODES)


@pytest.mark.parametrize(("code", "what", "why", "fix"), EVERY, ids=[code for code, *_ in EVERY])
def test_a_problem_says_what_is_wrong_and_what_to_do_in_three_lines(code: str, what: str, why: str, fix: str) -> None:
    assert what
    assert fix
    assert sum(math.ceil(len(text) / 100) for text in (what, why, fix) if text) <= 3
    if code != "template-error":
        assert not any(_JARGON.search(plain(text)) or _AMERICAN.search(plain(text)) for text in (what, why, fix))
    assert all(re.match(r'[A-Z"`<0-9]|content/', text) for text in (what, why, fix) if text)


# What the library that reads the arguments would say by itself


SLIPS = (
    ["--nosuch"], ["build", "--nosuch=1"], ["build", "-x"], ["build", "--output"], ["build", "--jobs"],
    ["build", "--jobs", "x"], ["build", "--strict=yes"], ["check", "--today"], ["withdraw", "a", "b"], ["guide", "x"],
    ["nosuch"], ["serve", "--port", "x"], ["build", "--", "x"], ["build", "--base-url"], ["--strict=1"],
)  # fmt: skip


@pytest.mark.parametrize("argv", SLIPS, ids=" ".join)
def test_a_slip_in_what_was_typed_is_told_in_words_of_ours(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert len(told) < 300
    assert not re.search(r"argument|unrecogni|invalid|expected|ignored|ambiguous|choice", told)


@pytest.mark.parametrize("argv", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_is_in_plain_words(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0
    told = capsys.readouterr().out
    assert not _JARGON.search(re.sub(r"--[a-z-]+", "", told))
    assert not _AMERICAN.search(told)


def test_every_option_says_what_it_does() -> None:
    assert all(len(option.does) > 10 and option.does[0].islower() for option in OPTIONS.values())


# What scripts say to readers


def scripts() -> list[Path]:
    return sorted((ROOT / "templates/assets/js").glob("*.js"))


def test_scripts_speak_to_readers_in_plain_british_english() -> None:
    code = [re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL) for path in scripts()]
    texts = [one or other for source in code for one, other in re.findall(r"'((?:[^'\\\n]|\\.)*)'|`([^`]*)`", source)]
    spoken = [re.sub(r"\$\{[^}]*\}", "…", text) for text in texts if re.search(r"[A-Z][a-z]+ \w", text)]
    assert "Did you mean " in spoken
    assert [text for text in spoken if _AMERICAN.search(text) or _JARGON.search(text)] == []


# What the authors' guide says


def test_the_authors_guide_is_in_plain_british_english() -> None:
    guide = (ROOT / "content/README.md").read_text("utf-8")
    told = plain(re.sub(r"^(`{3,4}).*?^\1$", "", guide, flags=re.DOTALL | re.MULTILINE))
    assert {found[0] for found in (*_JARGON.finditer(told), *_AMERICAN.finditer(told))} == set()
