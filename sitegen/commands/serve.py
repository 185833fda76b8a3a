"""`serve`: shows the site with its drafts on this computer, and again after every change."""

from __future__ import annotations

import argparse
import gc
import sys
import threading
import traceback
from typing import TYPE_CHECKING

from sitegen.commands.folders import PREVIEW, options, sources
from sitegen.commands.live import LiveServer
from sitegen.commands.outcome import report
from sitegen.commands.terminal import err, out
from sitegen.commands.watching import signature, watch
from sitegen.incremental.build import build
from sitegen.incremental.result import Result
from sitegen.options import MOST_REMEMBERED, Options
from sitegen.problems.report_html import report_html, report_page
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.place import check_folder
from sitegen.writing.write import finish_interrupted

if TYPE_CHECKING:
    from sitegen.pipeline import Build


def run(arguments: argparse.Namespace) -> int:
    """Serves until it is interrupted, which is how it ends well: 0."""
    arguments.drafts = True
    asked = options(arguments)
    check_folder(asked.output, sources(asked), drafts=asked.drafts)
    finish_interrupted(asked.output)
    sys.setswitchinterval(_TURN)
    preview = _Preview(asked, LiveServer(asked.output, arguments.port), arguments.open)
    try:
        preview.show()
    except KeyboardInterrupt:
        out("")
    return 0


_TURN = 0.0005
"""Seconds after which a build lets the server answer: pages load while it still keeps what the next one goes by."""
_COLLECTED = 20
"""Builds after which what refers to itself is cleared away: looking for that takes as long as half a build."""


class _Preview:
    """The site as it is shown. `before` is its last whole build."""

    def __init__(self, asked: Options, server: LiveServer, opens: bool) -> None:
        self.asked, self.server, self.opens = asked, server, opens
        self.before: Build | None = None
        self.builds = 0
        self.stands = False

    def show(self) -> None:
        folders = (*sources(self.asked), self.asked.theme)
        before = signature(folders)
        self.build()
        watching = threading.Thread(target=watch, args=(folders, self.build, before, self.lost), daemon=True)
        self.server.run(lambda: self._begin(watching))

    def _begin(self, watching: threading.Thread) -> None:
        watching.start()
        out(f"Serving at {self.server.address} with drafts, from {PREVIEW.as_posix()}/. Ctrl-C ends it.")
        if self.opens:
            # On its way a browser may wait for the page, which is served by the thread that comes here.
            threading.Thread(target=_open, args=(self.server.address,), daemon=True).start()

    def build(self) -> None:
        """Builds, and has the pages that are open show it: the new site, or the last good one with what is wrong."""
        gc.disable()
        try:
            whole = build(self.asked, self.tell, self.before).whole
            if whole and len(whole.site.stories) <= MOST_REMEMBERED:
                self.before = whole
        except EnvironmentProblem as problem:
            err(str(problem))
        except Exception:
            # A mistake of ours: shown whole, but an author's session must not end with it.
            err(traceback.format_exc())
        self.builds += 1
        if self.builds % _COLLECTED == 0:
            gc.collect()

    def lost(self) -> bool:
        """True, once, where somebody has deleted what is served: it may be deleted at any time."""
        if not self.stands or self.asked.output.is_dir():
            return False
        self.stands, self.before = False, None
        return True

    def tell(self, built: Result) -> None:
        """Says what a build came to, on the pages, where somebody waits for it, and here."""
        self.stands = self.stands or built.written is not None
        instead = "" if built.written else report_page(built.problems, built.sources)
        self.server.reload(report_html(built.problems, built.sources), instead)
        report(built, self.asked)
        if built.written and not built.problems:
            out("Built.")


def _open(address: str) -> None:
    import webbrowser  # what nobody needs who has one open

    if not webbrowser.open(address):
        err(f"No browser could be opened. Type {address} into one.")
