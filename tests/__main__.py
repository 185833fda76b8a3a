"""Runs the tests: `python3 -m tests [--full] [pytest's own arguments]`, from the root of the repository.

Makes .venv with what the tests need, sees to the browsers, then runs everything; pytest's closing line comes last.
"""

import sys

import build  # noqa: F401  a Python that is too old is told so there
import environment
from tests import chromium, firefox


def main() -> int:
    """Runs pytest in .venv and returns its exit status."""
    browsers = (chromium, firefox) if "--full" in sys.argv[1:] else (chromium,)
    for missing in filter(None, (browser.see_to_it() for browser in browsers)):
        environment.say(missing)
    return environment.start_inside("-m", "pytest", "-n", "2", "--dist", "worksteal", *sys.argv[1:], extra="test")


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
