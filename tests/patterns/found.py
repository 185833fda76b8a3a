"""Every regular expression of the package, found without anybody listing it, with the ways in which it is used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import ModuleType

import sitegen
from sitegen.regex import Late

METHODS = frozenset("search match fullmatch sub subn split findall finditer".split())
ANY = frozenset(("search", "fullmatch"))
"""How a pattern is tried of which nobody can tell how it is used: the two that can take longest."""

STAND_INS = {
    "word": "NCETM", "acronym": "AB1", "char": "~", "length": 3, "depth": 9_000, "name": "table", "divider": ",",
    "digits": "40", "part": "Ada", "words": "ada|lee",
    "pattern": r"Ada[\W_]{1,40}?Lee[\W_]{1,40}?Ada", "tail": r"(?![\d.,]*\d)", "unit": "pupils", "named": "(?:km)?",
    "firsts": "tT2", "rests": "(?<=t)wo|(?<=2)",
}  # fmt: skip
"""What names stand for in patterns that are made while a text is read."""

ELSEWHERE = {
    "checking.wording.children: pattern": "in a table that is found",
    "reading.lines: '[' + ''.join(self.held) + ']+'": "a run of a set of characters",
    "reading.slips: words": "searched in the words of the YAML parser",
    "regex: self._pattern": "what stands in for another",
    "schema.dates: pattern": "in a table that is found",
    "schema.facts.engagement: pattern": "in a table that is found",
    "schema.numbers: pattern": "asked of the words that another pattern has found",
}
"""Patterns that are known in another way, or meet no text of an author's."""


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern: `name` says where it stands (`markup.links:_LABEL`)."""

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


def every_pattern() -> list[Found]:
    """The patterns of all modules, those that a table or a class holds and those written where they are used."""
    modules = {name: importlib.import_module(name) for name in module_names()}
    trees = {name: ast.parse(source(module)) for name, module in modules.items()}
    used = usage(modules, trees)
    held = [found for name, module in modules.items() for found in _held(name, module, used)]
    known = {found.pattern for found in held}
    written = [found for name, tree in trees.items() for found in _written(name, tree, modules[name])]
    every = [*held, *(found for found in written if found.pattern not in known)]
    return list({(f.pattern, f.methods): f for f in reversed(every)}.values())


def module_names() -> list[str]:
    names = (m.name for m in pkgutil.walk_packages(sitegen.__path__, "sitegen."))
    return sorted(name for name in names if not name.endswith("__main__"))


def source(module: ModuleType) -> str:
    assert module.__file__
    with open(module.__file__, encoding="utf-8") as file:
        return file.read()


def usage(modules: Mapping[str, ModuleType], trees: Mapping[str, ast.Module]) -> dict[int, set[str]]:
    """By the identity of a pattern, the methods that are called of the names it has, in any module."""
    used: dict[int, set[str]] = {}
    for name, tree in trees.items():
        for node in _nodes(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
                value = _pattern(getattr(modules[name], node.value.id, None))
                if isinstance(value, re.Pattern):
                    used.setdefault(id(value), set()).add(node.attr)
    return used


def _held(module: str, of: ModuleType, used: Mapping[int, set[str]]) -> Iterator[Found]:
    for name, value in vars(of).items():
        for number, pattern in enumerate(_patterns(value, module)):
            label = f"{module.removeprefix('sitegen.')}:{name}{number or ''}"
            yield Found(label, pattern, frozenset(used.get(id(pattern), ANY)))


def _patterns(value: object, module: str) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, or those that a table, a record or a class of this module holds."""
    value = _pattern(value)
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        yield from _in_each([*value.keys(), *value.values()], module)
    elif isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes):
        yield from _in_each(list(value), module)
    elif isinstance(value, type) and value.__module__ == module:
        yield from _in_each(list(vars(value).values()), module)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _in_each([getattr(value, f.name) for f in fields(value)], module)


def _pattern(value: object) -> object:
    """The value, or the pattern for which it stands in: always the same one, as `re` keeps those that it has made."""
    return value.compiled if isinstance(value, Late) else value


def _in_each(values: list[object], module: str) -> Iterator[re.Pattern[str]]:
    for value in values:
        yield from _patterns(value, module)


def _written(module: str, tree: ast.Module, of: ModuleType) -> Iterator[Found]:
    """`re.search("…", …)` and the like, with stand-ins for what is only known when a text is read."""
    for call in calls(tree):
        name = f"{module.removeprefix('sitegen.')}: {ast.unparse(call.args[0])}"
        if name not in ELSEWHERE:
            text = eval(ast.unparse(call.args[0]), {**STAND_INS, **vars(of)})
            if isinstance(text, str):
                yield Found(name, re.compile(text, _flags(call)), methods_of(call, tree) or ANY)


def methods_of(call: ast.Call, tree: ast.Module) -> frozenset[str]:
    """What is done with the pattern of a call: at once, or by the name that it is given in its module."""
    if isinstance(call.func, ast.Attribute) and call.func.attr in METHODS:
        return frozenset((call.func.attr,))
    given = [n.targets[0] for n in _nodes(tree) if isinstance(n, ast.Assign) and n.value is call]
    names = {name.id for name in given if isinstance(name, ast.Name)}
    used = (n for n in _nodes(tree) if isinstance(n, ast.Attribute) and n.attr in METHODS)
    return frozenset(n.attr for n in used if n.value is call or (isinstance(n.value, ast.Name) and n.value.id in names))


@cache
def _nodes(tree: ast.Module) -> list[ast.AST]:
    """All of a module, walked once and asked often."""
    return list(ast.walk(tree))


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    """The calls of `re` and of our `regex` that take a pattern."""
    for node in _nodes(tree):
        if isinstance(node, ast.Call) and node.args and _takes_a_pattern(node.func):
            yield node


def _takes_a_pattern(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.value.id == "re" and called.attr in METHODS | {"compile"}
    return isinstance(called, ast.Name) and called.id == "regex"


def _flags(call: ast.Call) -> int:
    places = {"compile": 1, "sub": 4, "subn": 4, "split": 3}
    at = places.get(call.func.attr, 2) if isinstance(call.func, ast.Attribute) else 1
    given = call.args[at] if len(call.args) > at else next((k.value for k in call.keywords if k.arg == "flags"), None)
    return int(eval(ast.unparse(given), {"re": re})) if given is not None else 0
