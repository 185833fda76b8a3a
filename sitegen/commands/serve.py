"""`serve`: shows the site with its drafts on this computer, and again after every change."""

from __future__ import annotations

import argparse
import threading
import traceback
from dataclasses import dataclass

from sitegen import pipeline
from sitegen.commands.folders import PREVIEW, options, sources
from sitegen.commands.live import LiveServer
from sitegen.commands.outcome import report
from sitegen.commands.terminal import err, out
from sitegen.commands.watching import signature, watch
from sitegen.writing import EnvironmentProblem, check_folder, finish_interrupted


def run(arguments: argparse.Namespace) -> int:
    """Serves until it is interrupted, which is how it ends well: 0."""
    arguments.drafts = True
    asked = options(arguments)
    check_folder(asked.output, sources(asked))
    finish_interrupted(asked.output)
    preview = _Preview(asked, LiveServer(asked.output, arguments.port))
    try:
        preview.show()
    except KeyboardInterrupt:
        out("")
    return 0


@dataclass(frozen=True, slots=True)
class _Preview:
    asked: pipeline.Options
    server: LiveServer

    def show(self) -> None:
        folders = (*sources(self.asked), self.asked.theme)
        before = signature(folders)
        self.build()
        watching = threading.Thread(target=watch, args=(folders, self.rebuild, before), daemon=True)
        self.server.run(lambda: (self._announce(), watching.start()))

    def _announce(self) -> None:
        out(f"Serving at {self.server.address} with drafts, from {PREVIEW.as_posix()}/. Ctrl-C ends it.")

    def rebuild(self) -> None:
        """After a change: the pages that are open load themselves again, unless the last good site has to stay."""
        if self.build():
            self.server.reload()

    def build(self) -> bool:
        """True where a site was written. Whatever goes wrong is said, and the serving goes on."""
        try:
            built = pipeline.build(self.asked)
            report(built, self.asked)
        except EnvironmentProblem as problem:
            err(str(problem))
            return False
        except Exception:
            # A mistake of ours: shown whole, but an author's session must not end with it.
            err(traceback.format_exc())
            return False
        if built.written:
            out("Built." if not built.problems else "Built, with the remarks above.")
        return built.written is not None
