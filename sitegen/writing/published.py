"""The texts that the site in the output folder was made from, kept beside it.

When something must come down while other files have errors, those files are taken as they were last published.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.reading.digests import digest_of
from sitegen.writing.listing import LISTING
from sitegen.writing.place import Place, place_of


def keep_published(place: Place, texts: Mapping[str, str]) -> None:
    """Keeps the texts, by path, of the site that has just been written; a disk that refuses is no harm."""
    digests = {path: digest_of(text.encode()) for path, text in sorted(texts.items())}
    with suppress(OSError):
        index = json.dumps({"site": site_digest(place), "files": digests})
        home = _home(place)
        home.mkdir(parents=True, exist_ok=True)
        there = set(os.listdir(home))
        for path, digest in digests.items():
            if digest not in there:
                _write(home / digest, texts[path])
                there.add(digest)
        # Before the index, and also where that stays: a build may have been stopped before it came to this.
        for name in there.difference(digests.values(), (_INDEX,)):
            (home / name).unlink(missing_ok=True)
        if _index(place) != index:
            _write(home / _INDEX, index)


def keep_changed(place: Place, texts: Mapping[str, str], before: str) -> None:
    """Keeps the texts, by path, that have changed since all were kept of the site `before`; it has just been written.

    Where those were not kept, nothing is known of the new one either.
    """
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        index, home = json.loads(_index(place)), _home(place)
        if index["site"] != before:
            return
        digests = {path: digest_of(text.encode()) for path, text in texts.items()}
        for path, digest in digests.items():
            _write(home / digest, texts[path])
        old = {index["files"].get(path) for path in texts}
        files = dict(sorted({**index["files"], **digests}.items()))
        for name in old.difference(files.values(), (None,)):
            (home / str(name)).unlink(missing_ok=True)
        _write(home / _INDEX, json.dumps({"site": site_digest(place), "files": files}))


def last_published(folder: Path) -> Mapping[str, str]:
    """The texts by path that the site in `folder` was made from; none where that is not known for certain."""
    place = place_of(folder)
    try:
        index = json.loads(_index(place))
        if index["site"] != site_digest(place):
            return {}
        return {str(path): _text(_home(place), str(digest)) for path, digest in index["files"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


_INDEX = "index.json"


def _home(place: Place) -> Path:
    return place.home / "published"


def _index(place: Place) -> str:
    try:
        return (_home(place) / _INDEX).read_text("utf-8")
    except OSError:
        return ""


def site_digest(place: Place) -> str:
    """What tells the site in the folder from any other: the digest of its list."""
    return hashlib.sha256((place.folder / LISTING).read_bytes()).hexdigest()


def _text(home: Path, digest: str) -> str:
    if not digest.isalnum():
        raise ValueError(digest)
    return (home / digest).read_text("utf-8")


def _write(path: Path, text: str) -> None:
    aside = path.with_name(f"{path.name}.{os.getpid()}.new")
    with aside.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
    aside.replace(path)
