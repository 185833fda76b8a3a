"""The house rules that a machine can see: layers, cycles, who may touch the world, sizes, values, kinds as data."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "sitegen"

LAYERS = (
    {"regex", "text", "problems", "workers", "options", "clocks", "frozen"},
    {"reading"},
    {"schema"},
    {"markup"},
    {"model"},
    {"parsing"},
    {"pages"},
    {"rendering"},
    {"checking"},
    {"writing"},
    {"memo", "store", "snapshot"},
    {"memos"},
    {"understood"},
    {"pipeline"},
    {"incremental"},
    {"readiness", "starting", "word", "paper"},
    {"archiving"},
    {"commands", "__main__"},
)

TOUCHES_THE_WORLD = (
    "workers", "reading.", "writing.", "memo", "memos", "store", "snapshot", "commands.", "rendering.theme",
    "rendering.compiled", "incremental.", "readiness.former", "readiness.packed", "readiness.keeping",
    "starting.editors", "starting.files", "starting.hosts", "starting.places", "starting.site", "paper.browsers",
    "paper.running", "paper.printing",
)  # fmt: skip
"""Modules that may read, write, print or look at the clock: whole layers end with a full stop."""

READS_ALONE = {
    "schema.shipped": {"read_text", "iterdir"}, "rendering.pictures": {"read_bytes"},
    "pages.guide.shipped": {"read_text", "read_bytes", "iterdir"}, "word.conversion": {"open"},
    "rendering.cards.files": {"read_bytes", "open", "is_file"},
}  # fmt: skip
"""Modules that may make these calls and no other: they read data of the package, and pictures that the reader found or
a document holds."""

WORLDLY_MODULES = {
    "logging", "os", "shutil", "socket", "subprocess", "tempfile", "time", "urllib.request", "glob", "uuid",
}  # fmt: skip
WORLDLY_CALLS = {
    "print", "input", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "iterdir",
    "rglob", "exists", "is_file", "is_dir", "stat", "now", "utcnow", "today", "fromtimestamp",
}  # fmt: skip
@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name below it."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {name_of(p): ast.parse(p.read_text("utf-8"), str(p)) for p in paths if p != PACKAGE / "__init__.py"}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def level(module: str) -> int:
    top = module.partition(".")[0]
    return next(number for number, layer in enumerate(LAYERS) if top in layer)


def imports(tree: ast.Module) -> Iterator[str]:
    """Full names of what a module imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def own_imports(tree: ast.Module) -> set[str]:
    """The modules of ours that a module imports, as named in `modules`."""
    names = (name.removeprefix("sitegen.") for name in imports(tree) if name.startswith("sitegen."))
    return {name if name in modules() else name.rpartition(".")[0] for name in names} - {""}


def test_every_module_belongs_to_a_layer():
    known = set().union(*LAYERS)
    assert {module.partition(".")[0] for module in modules()} <= known


def test_a_module_imports_only_from_layers_above_its_own():
    wrong = [
        f"{module} imports {other}"
        for module, tree in modules().items()
        for other in sorted(own_imports(tree))
        if level(other) > level(module)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_modules_import_each_other_in_a_circle():
    graph = {module: own_imports(tree) for module, tree in modules().items()}
    while free := graph.keys() - imported(graph) | {module for module in graph if not graph[module] & graph.keys()}:
        for module in free:
            del graph[module]
    wrong = [f"{module} -> {', '.join(others & graph.keys())}" for module, others in graph.items()]
    assert not wrong, "\n".join(wrong)


def imported(graph: dict[str, set[str]]) -> set[str]:
    return set().union(*graph.values())


def test_only_marked_modules_touch_the_world():
    wrong = []
    for module, tree in modules().items():
        if not f"{module}.".startswith(TOUCHES_THE_WORLD):
            allowed = READS_ALONE.get(module, set())
            wrong += [f"{module} imports {name}" for name in imports(tree) if is_worldly(name)]
            wrong += [f"{module}:{line} calls {name}" for line, name in worldly_calls(tree) if name not in allowed]
    assert not wrong, "\n".join(wrong)


def is_worldly(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in WORLDLY_MODULES)


def worldly_calls(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            whole = ast.unparse(node.func)
            name = whole.rpartition(".")[2]
            if name in WORLDLY_CALLS or opens_a_file(node, whole) or is_left_to_chance(whole):
                yield node.lineno, name


def opens_a_file(node: ast.Call, called: str) -> bool:
    """`open(…)`, and a method of that name that is given nothing or a mode."""
    is_method = called.endswith(".open")
    first = node.args[0] if node.args else None
    has_mode = isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value[:1] in "rwxa"
    return called == "open" or (is_method and (first is None or has_mode))


def is_left_to_chance(called: str) -> bool:
    """A number that nobody can foretell; one from a seed is the same in every build."""
    return called.startswith("random.") and called != "random.Random"


def test_no_file_is_longer_than_300_lines():
    lengths = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in PACKAGE.rglob("*.py")}
    wrong = [f"{path}: {length}" for path, length in lengths.items() if length > 300]
    assert not wrong, "\n".join(wrong)


def functions() -> Iterator[tuple[str, int]]:
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_40_lines():
    wrong = [f"{name}: {length}" for name, length in functions() if length > 40]
    assert not wrong, "\n".join(wrong)


def test_functions_are_a_few_lines():
    assert statistics.median(length for _, length in functions()) < 10


def test_values_are_frozen_and_slotted():
    wrong = [
        f"{module}.{node.name}"
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if is_dataclass(decorator) and not {"frozen", "slots"} <= settings_of(decorator)
    ]
    assert not wrong, "\n".join(wrong)


def is_dataclass(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return getattr(called, "id", getattr(called, "attr", "")) == "dataclass"


def settings_of(decorator: ast.expr) -> set[str | None]:
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    return {k.arg for k in keywords if isinstance(k.value, ast.Constant) and k.value.value is True}


@pytest.mark.parametrize("name", ["utils", "util", "helpers", "common", "misc", "tools"])
def test_no_module_is_a_drawer_for_everything(name):
    assert [module for module in modules() if name in module.split(".")] == []


ROLES = {"story", "edition", "section", "page"}
"""Kinds that are named like the part they play in a site, which Python does ask for."""


def kinds() -> set[str]:
    files = [*ROOT.glob("content/kinds/*.yaml"), *PACKAGE.glob("schema/data/kinds/*.yaml")]
    return {file.stem for file in files}


def test_no_python_tests_the_name_of_a_kind():
    assert kinds() >= {"case-study", "q-and-a", "edition"}
    wrong = [
        f"{module}:{line} {word}"
        for module, tree in modules().items()
        for line, word in compared(tree)
        if word in kinds() - ROLES
    ]
    assert not wrong, "\n".join(wrong)


def compared(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every piece of text that a comparison or a case holds, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare | ast.MatchValue):
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.lineno, part.value
