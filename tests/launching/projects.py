"""A small project that starts as sitegen does, with one dependency that needs no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

COMMAND = """
import os, sys
from pathlib import Path

def main(argv, home):
    import tinydep
    if argv[:1] == ["ours"]:
        from sitegen import something_that_is_not_there
    print("ran", tinydep.VERSION, Path(home).name, *argv, sorted(n for n in os.environ if n.startswith("SITEGEN")))
    return int(argv[0]) if argv and argv[0].isdigit() else 0
"""

PYPROJECT = """
[project]
name = "sitegen"
dependencies = ["tinydep>=1"]
optional-dependencies.test = ["tinytest>=1"]
"""


def make_wheel(folder: Path, name: str, version: str) -> None:
    """A package of one module that says its version."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": f'VERSION = "{name} {version}"\n',
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},,\n" for path in (*files, f"{info}/RECORD"))
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(path, text)


def make_project(base: Path) -> Path:
    """The project in a folder whose name has spaces, and the packages that it may install beside it."""
    project, shelf = base / "my school site", base / "shelf"
    shelf.mkdir(parents=True)
    for name, version in (("tinydep", "1.0"), ("tinydep", "1.1"), ("tinytest", "1.0")):
        make_wheel(shelf, name, version)
    # What the start itself needs, which so has no packages yet.
    shutil.copytree(ROOT / "sitegen" / "writing", project / "sitegen" / "writing")
    (project / "sitegen" / "__init__.py").write_text("")
    (project / "sitegen" / "commands.py").write_text(COMMAND)
    for name in ("build.py", "environment.py"):
        shutil.copy(ROOT / name, project)
    (project / "pyproject.toml").write_text(PYPROJECT)
    (project / "requirements.lock").write_text("tinydep==1.0\ntinytest==1.0\n")
    return project


def variables(project: Path, **more: str) -> dict[str, str]:
    """The environment of a start: pip finds the shelf and no network."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "PYTHON", "SITEGEN"))}
    return {**kept, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": (project.parent / "shelf").as_uri(), **more}


def start(
    project: Path, *arguments: str, before: str = "", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """`python3 build.py` with these arguments. `before` is Python that runs first, to bend this machine."""
    script = project / "build.py"
    argv = [sys.executable, str(script), *arguments]
    if before:
        given = [str(script), *arguments]
        code = f"{before}\nimport runpy, sys; sys.path[0] = {str(project)!r}; sys.argv = {given!r}\n"
        argv = [sys.executable, "-c", f"{code}runpy.run_path({str(script)!r}, run_name='__main__')"]
    environment = variables(project, **more)
    return subprocess.run(argv, env=environment, cwd=cwd, capture_output=True, text=True, check=False, timeout=120)
