"""A site that is edited and built by the shortest way, and beside that from nothing: both have to come to the same."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen import pipeline
from sitegen.incremental import build as shortest
from sitegen.incremental.result import Result
from sitegen.options import Options
from sitegen.problems.report import render_report
from tests.incremental.small_site import files
from tests.sites import ROOT, TODAY

SETTLED = 5 * 10**6
"""Nanoseconds after which a file counts as left alone in these tests."""


@dataclass(slots=True)
class Bench:
    """A site folder with the files that lie in it, and the options of its builds.

    `before` is the last whole build, whose pages are used again as `serve` does; None leaves all to what is kept.
    `is_good` says that the last check wrote a site: while content has errors, what is done to the output stays.
    """

    options: Options
    files: dict[str, bytes] = field(default_factory=dict)
    before: pipeline.Build | None = None
    is_good: bool = False

    def lay(self, wanted: Mapping[str, bytes]) -> None:
        """Makes the site folder hold these files, touching no others."""
        for path in [path for path in self.files if path not in wanted]:
            (self.options.site / path).unlink()
            del self.files[path]
        for path, content in wanted.items():
            if self.files.get(path) != content:
                target = self.options.site / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                self.files[path] = content
        time.sleep(3 * SETTLED / 10**9)

    def build(self, **other: object) -> Result:
        """By the shortest way."""
        return shortest.build(replace(self.options, **other), lambda result: None)  # type: ignore[arg-type]

    def check(self, **other: object) -> Result:
        """By the shortest way and from nothing, with the same outcome."""
        asked = replace(self.options, **other)  # type: ignore[arg-type]
        result = shortest.build(asked, lambda told: None, self.before)
        self.before = result.whole or self.before
        self.is_good = result.written is not None
        self.compare(result, **other)
        return result

    def compare(self, result: Result | None = None, **other: object) -> None:
        """What is there, with a build from nothing; the result is that of the next build where none is given."""
        asked = replace(self.options, **other)  # type: ignore[arg-type]
        cold = pipeline.build(replace(asked, output=self.cold))
        result = result or shortest.build(asked, lambda told: None)
        assert result.problems == cold.problems
        assert (result.written is None) == (cold.written is None)
        assert _report(result) == _report(cold)
        assert result.pages == sum(address.endswith(".html") for address in cold.outputs)
        one, two = content_of(asked.output), content_of(self.cold)
        assert sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path)) == []

    @property
    def cold(self) -> Path:
        """The output folder of the builds from nothing."""
        return self.options.output.with_name("cold")


def _report(built: Result | pipeline.Build) -> str:
    """What is told of a build, with the lines of its files."""
    return render_report(built.problems, built.sources, colour=False, written=True, output="output")


def bench(folder: Path, content: Mapping[str, bytes] | None = None, *, drafts: bool = False) -> Bench:
    """The small site, or a site of these files, not built yet."""
    made = Bench(Options(folder / "site", folder / "output", ROOT / "templates", TODAY, jobs=1, drafts=drafts))
    made.lay(files() if content is None else content)
    return made


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
