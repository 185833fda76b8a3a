"""The same sources are the same site, byte for byte, and the same reports, whoever builds them where and when."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.faults.forks import Forks
from tests.faults.tiny import EDITION, NEW, OLD, everything, whole_case
from tests.sites import FRAME, ROOT, folder, story

RICH: Mapping[str, str | bytes] = {
    **OLD,
    **NEW,
    **whole_case(6, "élan", "purple", hub="Glow", people="[{name: Zoë Ång, role: head}, {name: Ada Bo, role: lead}]"),
    f"{EDITION}/07-copies.md": story("Copies", "![One](oak.jpg){shows=adults}\n\n![Same](copy.jpg){shows=adults}"),
    f"{EDITION}/copy.jpg": NEW[f"{EDITION}/oak.jpg"],
    f"{EDITION}/50-more/index.md": "---\nkind: section\ntitle: More\n---\nMore of it.\n",
    f"{EDITION}/50-more/01-in.md": story("Inside", "> We count.\n>\n> — Ada Bo, lead\n\nText[^1].\n\n[^1]: Note."),
    f"{EDITION}/50-more/02-out.md": story("Outside", themes="[Talk, Counting, Élan]"),
    "content/2021-22/index.md": "---\nkind: edition\ntitle: Before\nacademic_year: 2021/22\n---\nBefore.\n",
    "content/2021-22/01-first.md": story("First", kind="case-study", school="oak School", phase="Primary"),
    "content/pages/about.md": "---\nkind: page\ntitle: About\n---\nAbout us.\n",
}
WRONG: Mapping[str, str | bytes] = {
    **RICH,
    f"{EDITION}/08-wrong.md": story("Wrong", "[a](gone.md) [b](gone-too.md) ![](oak.jpg)", hub="Glo", nosuch="field"),
    f"{EDITION}/09-wrong.md": "---\ntitle: [\n---\n",
    f"{EDITION}/ignored.tiff": b"II",
    "content/schools.yaml": "- {id: a, name: A}\n- {id: a, name: B}\n- {name: C, hub: none}\n",
}
"""With problems of several sorts in several files."""

ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "HOME": "/"}
OTHERS = [
    {"PYTHONHASHSEED": "0", "TZ": "America/Lima", "LC_ALL": "POSIX", "SOURCE_DATE_EPOCH": "1942272000"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "UTC-14", "LC_ALL": "C.UTF-8", "COLUMNS": "20", "TERM": "dumb"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "de_DE.ISO-8859-1", "LANGUAGE": "de"},
]
JSON = {"build": ("--json",), "check": ("--json", "--deep"), "withdraw": ("oak",)}


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Forks]:
    with Forks(**ELSEWHERE) as running:
        yield running


def made(root: Path, files: Mapping[str, str | bytes], backwards: bool = False) -> Path:
    """The sources, made in one order or the other, with times of their own."""
    every = {**FRAME, **files}
    for number, path in enumerate(sorted(every, reverse=backwards)):
        folder(root, {path: every[path]}, frame={})
        time = 1_000_000_000 * (2 if backwards else 1) + number
        os.utime(root / path, (time, time))
    return root


def results(forks: Forks, root: Path, *, backwards: bool = False, **options: object) -> dict[str, object]:
    """All that comes of the rich site: its pages, their list, each report; then what comes of it warm."""
    more = tuple(options.pop("more", ()))
    site, wrong = made(root / "right", RICH, backwards), made(root / "wrong", WRONG, backwards)
    found: dict[str, object] = {}
    for name in ("cold", "warm"):
        done = forks.run("build", site, *JSON["build"], *more, **options)
        assert done.status == 0, done.out
        found[name] = everything(site / "output"), done.out, done.err
        shutil.rmtree(site / "output")
    checked = forks.run("check", wrong, *JSON["check"], *more, cwd=str(wrong), **options)
    told = forks.run("build", wrong, *more, cwd=str(wrong), **options)
    assert (checked.status, told.status) == (1, 1)
    assert told.err.count("error [") > 8
    forks.run("build", site, *more, **options)
    gone = forks.run("withdraw", site, *JSON["withdraw"], *more, cwd=str(site), **options)
    assert gone.status == 0, gone.err
    return {**found, "told": (checked.out, told.err), "withdrawn": (everything(site / "output"), gone.out, gone.err)}


def is_equal(one: Mapping[str, object], other: Mapping[str, object]) -> None:
    for name in one:
        for a, b in zip(one[name], other[name], strict=True):
            if isinstance(a, dict):
                assert a.keys() == b.keys(), name
                assert [path for path in a if a[path] != b[path]] == [], name
            else:
                assert a == b, name


@pytest.fixture(scope="module")
def expected(forks: Forks, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    found = results(forks, tmp_path_factory.mktemp("same"), more=("--jobs", "1"))
    assert found["cold"] == found["warm"]
    return found


def test_another_place_time_language_account_and_order_make_the_same_site(elsewhere, expected, tmp_path):
    place = tmp_path / "A place of élan; and 'more'"
    more = {"order": 3, "umask": 0o077, "more": ("--jobs", "4")}
    is_equal(expected, results(elsewhere, place, backwards=True, **more))


@pytest.mark.full
@pytest.mark.parametrize("order", range(20))
def test_whatever_order_a_disk_lists_its_files_in_the_site_is_the_same(forks, expected, tmp_path, order):
    is_equal(expected, results(forks, tmp_path, order=order, backwards=order % 2 == 0, more=("--jobs", str(order + 1))))


@pytest.mark.full
@pytest.mark.parametrize("variables", OTHERS)
def test_whatever_a_machine_is_set_to_the_site_is_the_same(expected, tmp_path, variables):
    with Forks(**variables) as running:
        is_equal(expected, results(running, tmp_path / "Ünï côde", umask=0))


@pytest.mark.full
def test_an_optimising_python_makes_the_same_site(expected, tmp_path):
    with Forks(python=("-OO",)) as running:
        is_equal(expected, results(running, tmp_path))


@pytest.mark.full
@pytest.mark.parametrize("order", range(3))
def test_a_site_that_stretches_every_page_is_the_same_in_any_order(forks, elsewhere, extremes, tmp_path, order):
    for name in ("content", "private"):
        if (ROOT / "tests/extremes" / name).is_dir():
            shutil.copytree(ROOT / "tests/extremes" / name, tmp_path / name)
    running = (forks, elsewhere)[order % 2]
    done = running.run("build", tmp_path, "--jobs", str(1 + 3 * order), order=order)
    assert done.status == 0, done.err
    found, shown = everything(tmp_path / "output"), everything(extremes.folder)
    assert found.keys() == shown.keys()
    assert [path for path in found if found[path] != shown[path]] == []
