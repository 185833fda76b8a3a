from __future__ import annotations

import io
import os

import pytest

from sitegen.commands.terminal import err, has_colour, out, prepare
from sitegen.writing.errors import EnvironmentProblem


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_variables(monkeypatch):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


def test_a_terminal_has_colour_and_a_file_has_none():
    assert has_colour(Terminal())
    assert not has_colour(io.StringIO())
    assert not has_colour(None)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_switched_off(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert not has_colour(Terminal())


def test_an_empty_no_color_switches_nothing_off(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "")
    assert has_colour(Terminal())


def test_results_go_to_stdout_and_remarks_to_stderr(capsys):
    out("result")
    err("remark")
    assert capsys.readouterr() == ("result\n", "remark\n")


def test_a_letter_that_the_code_page_lacks_is_written_all_the_same(monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr("sys.stdout", stream)
    prepare()
    out("Żółw 🐢 \udcff")
    assert stream.buffer.getvalue() == "Żółw 🐢 \\udcff\n".encode()


def test_a_stream_that_is_closed_is_no_error(monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    out("result")


def test_a_full_disk_behind_stdout_is_one_plain_line(monkeypatch):
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, os.strerror(28))

    monkeypatch.setattr("sys.stdout", Full())
    with pytest.raises(EnvironmentProblem, match="no room left on the disk"):
        out("result")
