"""What can be typed after the program's name: a table of commands, a table of options.

Help and a slip of the hand are answered at once: whatever only some arguments need is loaded with those.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from sitegen.text import in_words, nearest
from sitegen.writing.errors import EnvironmentProblem

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


class Option(NamedTuple):
    """One option: what it is called, what it does, the name of its value (empty for a switch), how that is read."""

    name: str
    does: str
    value: str = ""
    read: Callable[[str], Any] = str
    default: Any = None


class Command(NamedTuple):
    """One command: what it does, its options in order, the module whose `run` does it.

    `takes` is what may be named after it, read as `named`, with further words as `title`; `naming` says what that is,
    `titled` what the further words are.
    `stays` is True for one that works until it is stopped.
    """

    does: str
    options: tuple[str, ...]
    module: str
    takes: str = ""
    stays: bool = False
    naming: str = ""
    titled: str = "its title"


def _folder(text: str) -> Path:
    from pathlib import Path

    return Path(text)


def _date(text: str) -> datetime.date:
    import datetime

    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _wrong(f'"{text}" is not a date. Write it as 2024-05-31.') from None


def _address(text: str) -> str:
    from sitegen.schema.web_address import site_address

    if address := site_address(text):
        return address
    raise _wrong(f'"{text}" is not the address of a site. Write it as https://stories.example.org/report/.')


def _number(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if re.fullmatch(r"[0-9]{1,6}", text) and lowest <= int(text) <= highest:
            return int(text)
        raise _wrong(f'"{text}" is not a whole number from {lowest} to {highest}.')

    return read


def _wrong(message: str) -> EnvironmentProblem:
    return EnvironmentProblem(message)


OPTIONS: dict[str, Option] = {
    option.name: option
    for option in (
        Option("--site", "the site folder, which holds content/", "DIR", _folder),
        Option("--output", "where to write the site; output/ in the site folder if left out", "DIR", _folder),
        Option("--strict", "count warnings as errors"),
        Option("--drafts", "show drafts too; into .sitegen/preview/ unless --output says otherwise"),
        Option("--base-url", "the site's address on the web, in place of the one in site.yaml", "URL", _address),
        Option("--json", "print the report for another program, and nothing else"),
        Option("--fresh", "forget what earlier builds remembered"),
        Option("--jobs", "how many parts of the work are done at once", "N", _number(1, 1024), 0),
        Option("--today", "decide as of this date what is published", "DATE", _date),
        Option(
            "--private", "the folder of the consent register; private/ in the site folder if left out", "DIR", _folder
        ),
        Option("--docs", "add the authors' guide to the site, in docs/"),
        Option("--deep", "read every finished page again and check its HTML"),
        Option("--ready", "show what each story lacks, who has to act, and what has changed since the last release"),
        Option("--since", "with --ready: compare with this folder or archive; output/ if left out", "DIR", _folder),
        Option(
            "--against", "no page of this former release may be lost: an archive, the folder of a site, or a list of "
            "addresses", "FILE", _folder
        ),
        Option("--addresses", "add the addresses of this release to content/addresses.txt: later ones must keep them"),
        Option("--edition", "archive this edition alone, whole in itself", "ID"),
        Option("--hub", "archive the stories of this hub alone, whole in themselves", "ID"),
        Option("--check", "tell whether the archive is whole, and what differs from today's site"),
        Option("--tombstone", "leave a page that says that something was withdrawn, without its name"),
        Option("--open", "open the site in the browser"),
        Option("--host", "with new site: add the recipe for this host", "NAME"),
        Option("--in", "the edition or section it goes into, as 2022-23/primary", "PATH"),
        Option("--kind", "the kind of story, if the text does not tell", "KIND"),
        Option("--yes", "answer yes to the question whether a library may be installed"),
        Option("--port", "the port to serve on; 8000 or the next free one if left out", "N", _number(0, 65535)),
    )
}

_READING = ("--site", "--base-url", "--fresh", "--jobs", "--today", "--private", "--docs")
COMMANDS: dict[str, Command] = {
    "build": Command(
        "read, check, render and write the site; this is what happens without a command",
        (*_READING, "--output", "--strict", "--drafts", "--json", "--against", "--addresses"),
        "sitegen.commands.build",
    ),
    "check": Command(
        "all of build but the writing",
        (*_READING, "--strict", "--drafts", "--json", "--deep", "--ready", "--since", "--against"),
        "sitegen.commands.check",
    ),
    "serve": Command(
        "show the site with its drafts on this computer, and again after every change",
        (*_READING, "--open", "--port"),
        "sitegen.commands.serve",
        stays=True,
    ),
    "withdraw": Command(
        "take a story, or what rests on a consent, out of the site now, and prove that nothing of it is left",
        (*_READING, "--output", "--tombstone"),
        "sitegen.commands.withdraw",
        "STORY|CONSENT",
        naming="a story by its address, or a consent by its id; without one, whatever is due to come down",
    ),
    "archive": Command(
        "pack the site into one file to keep, which opens from disk in any browser; or check such a file",
        (*_READING, "--strict", "--against", "--edition", "--hub", "--check"),
        "sitegen.commands.archive",
        "FILE.zip",
        naming="the file to write, or with --check the one to look at; named after the site if left out",
    ),
    "new": Command(
        "make a file for a story with all its fields explained; or an edition, a section, a page, a whole site",
        ("--site", "--in", "--host", "--today"),
        "sitegen.commands.new",
        "KIND TITLE",
        naming="a kind of story, as case-study, or edition, section, page, each with its title; "
        "site with the name of a new folder; schemas, for editors; host with its name, for the web",
    ),
    "pdf": Command(
        "print an edition, a section, a hub or a story to a PDF, by the Chrome, Edge or Chromium that is installed",
        (*_READING, "--output", "--strict"),
        "sitegen.commands.pdf",
        "PAGE FILE.pdf",
        naming="an edition, a section, a hub or a story by its address, as 2022-23 or hubs/london-south-west",
        titled="where the PDF goes; the current folder if left out",
    ),
    "guide": Command(
        "write the authors' guide as content/README.md, for those who open the folder in an editor",
        ("--site",),
        "sitegen.commands.guide",
    ),
    "import": Command(
        "make a story of a Word document, with its pictures, and tell what did not survive",
        ("--site", "--in", "--kind", "--yes"),
        "sitegen.commands.import_",
        "FILE.docx",
        naming="the Word document",
    ),
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _wrong(f"{_plain(message, self)} See: {self.prog} --help")


def _plain(message: str, parser: _Parser) -> str:
    if found := re.fullmatch(r"unrecognized arguments: (.*)", message):
        first = found[1].split()[0]
        if not first.startswith("-"):
            return f'"{first}" is not understood here. A name that holds a space goes in quotation marks.'
        near = nearest(first.partition("=")[0], OPTIONS)
        return f'"{first}" is not understood here.' + (f" Did you mean {near}?" if near else "")
    if found := re.fullmatch(r"argument (\S+): expected one argument", message):
        return f"{found[1]} needs a value."
    if found := re.fullmatch(r"argument (\S+): ignored explicit argument .*", message):
        return f"{found[1]} takes no value."
    return "This cannot be understood."


def parse(argv: Sequence[str], home: str | os.PathLike[str] | None) -> argparse.Namespace:
    """The arguments, checked: `command`, `home`, and each option by its name. Wrong ones are an EnvironmentProblem."""
    program = "sitegen" if home is None else "python3 build.py"
    if argv and argv[0] in ("-h", "--help", "--version"):
        return _overview(program, _version() if argv[0] == "--version" else "").parse_args(argv)
    command, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("build", argv)
    if command not in COMMANDS:
        near = nearest(command, COMMANDS, 0.5)
        hint = f'Did you mean "{near}"?' if near else f"The commands are {in_words(list(COMMANDS))}."
        raise _wrong(f'There is no command "{command}". {hint}')
    arguments = _parser(program, command).parse_intermixed_args(rest)
    return argparse.Namespace(**{**_all_options(), **vars(arguments)}, command=command, home=home)


def _overview(program: str, version: str) -> argparse.ArgumentParser:
    lines = [f"  {name:<8} {command.does}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog=program,
        usage=f"{program} [COMMAND] [OPTIONS]",
        description="Turns a folder of Markdown stories into an annual report to browse, print and keep.",
        epilog="\n".join(["commands:", *lines, "", f"{program} COMMAND --help tells the options of a command."]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sitegen {version}")
    return parser


def _parser(program: str, name: str) -> argparse.ArgumentParser:
    command = COMMANDS[name]
    parser = _Parser(prog=f"{program} {name}", description=f"{name}: {command.does}.", allow_abbrev=False)
    if command.takes:
        first, *more = command.takes.split()
        named = parser.add_argument_group("what is meant")
        named.add_argument("named", nargs="?", default="", metavar=first, help=command.naming)
        for each in more:
            named.add_argument("title", nargs="*", default=[], metavar=each, help=command.titled)
    for option in (OPTIONS[each] for each in command.options):
        if option.value:
            parser.add_argument(
                option.name, help=option.does, metavar=option.value, type=option.read, default=option.default
            )
        else:
            parser.add_argument(option.name, help=option.does, action="store_true")
    return parser


def _all_options() -> dict[str, Any]:
    return {o.name[2:].replace("-", "_"): o.default if o.value else False for o in OPTIONS.values()}


def _version() -> str:
    import tomllib
    from importlib import metadata
    from pathlib import Path

    try:
        return metadata.version("sitegen")
    except metadata.PackageNotFoundError:  # run from its folder
        project = Path(__file__).resolve().parents[2] / "pyproject.toml"
        return str(tomllib.loads(project.read_text("utf-8"))["project"]["version"])


def today(given: datetime.date | None) -> datetime.date:
    """The date that decides what is published: the given one, else SOURCE_DATE_EPOCH, else today's in UTC."""
    import datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given or not epoch:
        return given or datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise _wrong(f'SOURCE_DATE_EPOCH is "{epoch}", which is not a number of seconds since 1970.') from None


