"""Runs sitegen: `python3 build.py [COMMAND] [OPTIONS]`, from any folder.

Needs Python and nothing else. Where the packages that sitegen uses are missing, it first makes .venv beside this file.
"""

import sys

# This file alone is read by Pythons that are too old, so that they can say so.
if sys.version_info < (3, 11):
    sys.stderr.write("sitegen needs Python 3.11 or newer, and this is Python {}.{}.\n".format(*sys.version_info))
    sys.exit(2)

import environment
from environment import ROOT, start_inside


def main() -> int:
    """Runs sitegen in .venv and returns its exit status."""
    if not environment.is_this_process():
        return start_inside(__file__, *sys.argv[1:])
    try:
        from sitegen.commands import main as sitegen

        return sitegen(sys.argv[1:], home=ROOT)
    except ImportError as error:
        is_ours = (error.name or "").partition(".")[0] == "sitegen"
        if is_ours or environment.was_repaired():
            raise
        return start_inside(__file__, *sys.argv[1:])


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
