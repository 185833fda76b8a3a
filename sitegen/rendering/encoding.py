"""A picture decoded and encoded anew, so that nothing but what it shows leaves the site folder.

What is published has no metadata, stands upright, is in sRGB and at most 1600 pixels wide.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from threading import Lock

from PIL import Image

from sitegen.problems.problem import Checked, Problem
from sitegen.reading.digests import digest_of
from sitegen.rendering import formats
from sitegen.rendering.colour import on_white, plain, to_srgb, without_hidden
from sitegen.rendering.values import PictureFile, Published

RECIPE = "480-960-1600-1"
"""Goes into every address: to be changed when what is made of a picture changes."""

WIDTHS, FALLBACK, TALLEST = (480, 960, 1600), 960, 4800
_MOST_PIXELS = {"JPEG": 89_000_000, "WEBP": 36_000_000}
_MOST_PIXELS_ELSE = 50_000_000
"""A JPEG is decoded at a fraction of its size, others whole, and WebP into four copies: all stay below a gigabyte."""
_LARGE = 16_000_000
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_MOST_SCANS, _MOST_SEGMENTS = 100, 10_000
_ONE_LARGE = Lock()
"""Held while a large picture is decoded, so that two of them do not fill the memory together."""

_FEW_COLOURS, _LIGHT = 4096, 50_000
"""How many colours a drawing has at most, and how many bytes it may always weigh."""
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def mark_of(digest: str) -> str:
    """What all the addresses of a picture have in common, and no address of another: made of its file's digest."""
    return hashlib.sha256(f"{RECIPE} {digest}".encode()).hexdigest()[:12]


def encode(path: str, content: bytes) -> Checked[Published | None]:
    """The bytes of a picture file as they are published, or what is wrong with them. `path` is for problems alone."""
    refused = formats.refused(path, content)
    if refused:
        return Checked(None, (refused,))
    try:
        shown = _shown(path, content)
        return Checked(None, (shown,)) if isinstance(shown, Problem) else Checked(_published(shown, digest_of(content)))
    except (Image.DecompressionBombError, MemoryError):
        return Checked(None, (_too_many_pixels(path),))
    except Exception:  # Pillow's decoders raise whatever a damaged file makes them stumble over
        return Checked(None, (formats.damaged(path),))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a picture shows, as large as it is published at most; a drawing is to lose nothing."""

    picture: Image.Image
    is_drawing: bool


def _shown(path: str, content: bytes) -> _Shown | Problem:
    """What a picture shows. When this returns, nothing is left in memory of the picture as it was."""
    kind = formats.kind_of(content)
    with Image.open(io.BytesIO(content), formats=(kind,)) as picture:
        unfit = _unfit(path, content, kind, picture)
        if unfit:
            return unfit
        with _ONE_LARGE if picture.width * picture.height > _LARGE else nullcontext():
            return _decoded(picture, kind)


def _unfit(path: str, content: bytes, kind: str, picture: Image.Image) -> Problem | None:
    """What keeps a picture from being decoded, as far as its head tells."""
    if picture.width * picture.height > _MOST_PIXELS.get(kind, _MOST_PIXELS_ELSE):
        return _too_many_pixels(path)
    if kind == "JPEG" and _is_endless(content):
        return formats.damaged(path)
    if picture.mode == "CMYK":
        fix = "Save it as JPEG in RGB, as for the web, and name that file in the story."
        return formats.problem(path, "is in the colours of a printing press (CMYK), which screens do not have.", fix)
    if (kind == "PNG" and content[24] == 16) or picture.mode.startswith(("I", "F")):
        fix = "Save it as PNG with 8 bits for each colour, or as JPEG, and name that file in the story."
        return formats.problem(path, "has 16 bits for each colour, more than screens can show.", fix)
    if kind != "JPEG" and getattr(picture, "is_animated", False):
        fix = "Save the one picture of it that says most as PNG or JPEG, and name that file in the story."
        return formats.problem(path, "moves, and neither paper nor every reader can bear that.", fix)
    return None


def _is_endless(content: bytes) -> bool:
    """True for a JPEG that is drawn over and over again: each scan, of a few bytes, goes through all its pixels."""
    at, scans = 2, 0
    for _ in range(_MOST_SEGMENTS):
        found = _MARKER.search(content, at)
        if not found or found[0] == b"\xff\xd9":
            return False  # what stands behind its end, as a film that a phone took along, is not looked at
        scans += found[0] == b"\xff\xda"
        if scans > _MOST_SCANS:
            return True
        at = found.end() + int.from_bytes(content[found.end() : found.end() + 2], "big")
    return True


def _too_many_pixels(path: str) -> Problem:
    return formats.problem(path, "has more pixels than any page can use.", "Save it at most 6000 pixels wide and high.")


def _published(shown: _Shown, digest: str) -> Published:
    largest = shown.picture
    name = f"assets/picture.{mark_of(digest)}"
    sizes = tuple(_narrower(largest))
    webp = tuple(_webp(name, each, shown.is_drawing) for each in sizes)
    jpeg = next(each for each in sizes if each.width >= min(FALLBACK, largest.width))
    return Published(webp, _jpeg(name, jpeg), *largest.size)


def _decoded(picture: Image.Image, kind: str) -> _Shown:
    """A new picture of the same pixels: upright, in sRGB, no larger than published."""
    profile, orientation = picture.info.get("icc_profile"), _orientation(picture)
    size = _fitting(picture.size, lies=orientation >= 5)
    picture.draft(None, size)  # a JPEG is decoded at half its size, or less, where that is enough
    picture.load()
    is_drawing = kind in ("PNG", "GIF", "WEBP") and picture.getcolors(_FEW_COLOURS) is not None
    small = _resized(plain(picture), size)
    upright = small.transpose(_TURNS[orientation]) if orientation in _TURNS else small
    coloured = without_hidden(to_srgb(upright, profile))
    clean = Image.new(coloured.mode, coloured.size)
    clean.paste(coloured)
    return _Shown(clean, is_drawing)


def _orientation(picture: Image.Image) -> int:
    """How the camera was held, 1 to 8; what a damaged note of it says does not count."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except Exception:  # notes of cameras are as damaged as their pictures, and theirs is no loss
        return 1


def _fitting(size: tuple[int, int], *, lies: bool) -> tuple[int, int]:
    """The largest size as published of a picture of this size; one that lies on its side is turned later."""
    most = (TALLEST, WIDTHS[-1]) if lies else (WIDTHS[-1], TALLEST)
    by = min(1.0, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * by)), max(1, round(size[1] * by))


def _resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _narrower(largest: Image.Image) -> Iterator[Image.Image]:
    """The picture at each width that is published, itself last."""
    for width in WIDTHS:
        if width < largest.width:
            yield _resized(largest, (width, max(1, round(largest.height * width / largest.width))))
    yield largest


def _webp(name: str, picture: Image.Image, is_drawing: bool) -> PictureFile:
    """Without loss for drawings that this does not make heavy, else at a quality that photographs can bear."""
    content = _saved(picture, "WEBP", quality=80, method=4)
    if is_drawing:
        exact = _saved(picture, "WEBP", lossless=True, quality=70, method=4)
        content = exact if len(exact) <= max(2 * len(content), _LIGHT) else content
    return PictureFile(f"{name}-{picture.width}.webp", content, picture.width)


def _jpeg(name: str, picture: Image.Image) -> PictureFile:
    content = _saved(on_white(picture), "JPEG", quality=80, optimize=True, progressive=True)
    return PictureFile(f"{name}-{picture.width}.jpg", content, picture.width)


def _saved(picture: Image.Image, kind: str, **settings: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **settings)
    return out.getvalue()
