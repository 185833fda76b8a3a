"""What the machine refuses: said in one plain line, never as a traceback."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

_SENTENCES = {
    errno.ENOSPC: "there is no room left on the disk",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "a file would be larger than this machine allows",
    errno.EACCES: "this account may not do that",
    errno.EPERM: "this account may not do that",
    errno.EROFS: "the disk can only be read",
    errno.EXDEV: "this disk cannot exchange the folder for another; choose another folder with --output",
    errno.EBUSY: "the folder is in use or is a disk of its own; choose a folder inside it",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EADDRINUSE: "another program uses it",
    errno.ENAMETOOLONG: "a name is too long for this disk",
}


class EnvironmentProblem(Exception):
    """The disk, the network or the machine is in the way. The text is one plain line; the exit status is 2."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class ChangedMeanwhile(EnvironmentProblem):
    """A file is no longer what the build has read. Another build may succeed."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} changed while the site was being built. Build again.")


@contextmanager
def plain_errors(beginning: str) -> Iterator[None]:
    """Turns an `OSError` inside into an `EnvironmentProblem` of the form `beginning: why (file)`."""
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(f"{beginning}: {_why(error)}.") from error


def _why(error: OSError) -> str:
    reason = _SENTENCES.get(error.errno or 0) or error.strerror or str(error)
    return f"{reason} ({os.fspath(error.filename)!s})" if error.filename else reason
