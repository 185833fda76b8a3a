"""Installed as a package, sitegen does the same as from its folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.sites import folder, story

ROOT = Path(__file__).resolve().parents[2]
PARTS = (
    "pyproject.toml", "README.md", "LICENSE", "build.py", "environment.py", "requirements.lock", "sitegen", "templates",
)  # fmt: skip
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built without a network in a copy, so that nothing is left behind here."""
    copy, shelf = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("shelf")
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    code = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(shelf)], cwd=copy, capture_output=True, check=True)
    return next(shelf.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The `sitegen` command in an environment of its own, which borrows the other packages from this one."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    python = home / SCRIPTS / Path(sys.executable).name
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True)
    packages = next(home.glob("[lL]ib/**/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return next((home / SCRIPTS).glob("sitegen*"))


def test_everything_is_in_the_wheel(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    package = {p.relative_to(ROOT).as_posix() for p in (ROOT / "sitegen").rglob("*") if p.is_file()}
    theme = {f"sitegen/theme/{p.relative_to(ROOT / 'templates').as_posix()}" for p in (ROOT / "templates").rglob("*.*")}
    assert {path for path in package | theme if "__pycache__" not in path} - inside == set()
    assert any(path.startswith("sitegen/theme/layouts/") for path in inside)


def test_nothing_else_is_in_the_wheel(wheel):
    tops = {path.partition("/")[0] for path in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"sitegen"}


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    return subprocess.run(
        [str(installed), *arguments], cwd=cwd, env=variables, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_installed_command_tells_its_use(installed, tmp_path):
    told = run(installed, "--help", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("usage: sitegen")


def test_the_installed_command_builds_the_site_of_the_current_folder(installed, tmp_path):
    site = folder(tmp_path, {"content/2022-23/a-story.md": story("A story of one school")})
    told = run(installed, "--today", "2024-01-15", cwd=site)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("Built ")
    assert "A story of one school" in (site / "output/2022-23/a-story/index.html").read_text("utf-8")
    assert list((site / "output/assets").glob("*.css"))


def test_outside_a_site_folder_it_says_so_in_one_line(installed, tmp_path):
    told = run(installed, cwd=tmp_path)
    assert told.returncode == 2
    assert told.stderr.startswith(f"{tmp_path} is not a site folder: it holds no folder called content. Go into")


def test_the_installed_command_makes_a_site_that_needs_it_no_more(installed, tmp_path):
    told = run(installed, "new", "site", "Our stories", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    site = tmp_path / "Our stories"
    for name in ("build.py", "environment.py", "pyproject.toml", "requirements.lock", "LICENSE"):
        assert (site / name).read_bytes() == (ROOT / name).read_bytes()
    assert not (site / "sitegen" / "theme").exists()
    assert not (site / "sitegen" / "program").exists()
    argv = [sys.executable, "-m", "sitegen", "--strict"]
    built = subprocess.run(argv, cwd=site, capture_output=True, text=True, check=False, timeout=120)
    assert (built.returncode, built.stderr) == (0, "")
    assert (site / "output/2024-25/primary/brookfold/index.html").is_file()
