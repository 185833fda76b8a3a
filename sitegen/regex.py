"""Regular expressions that are compiled when they are first used.

There are some three hundred, and one command uses a few of them: compiling all took a third of the time of loading the
program.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def regex(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when something is first asked of it: an error in it shows only then."""
    return cast("re.Pattern[str]", Late(pattern, flags))


class Late:
    """Stands in for a pattern. What has been asked of it once costs no more than asking the pattern itself."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and the like ask of any value
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self.compiled, name)
        return found

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._pattern, self._flags)
