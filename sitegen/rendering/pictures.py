"""Pictures as they are published: decoded and encoded anew, so that nothing but what they show leaves the site folder.

A published picture has no metadata, stands upright, is in sRGB and at most 1600 pixels wide.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, ImageCms, ImageOps

from sitegen.model.values import Text
from sitegen.problems.problem import Checked, Problem, Where, gather
from sitegen.reading.digests import digest_of
from sitegen.reading.refused import changed
from sitegen.reading.values import Asset
from sitegen.rendering.values import Published
from sitegen.text import slug

WIDEST, TALLEST = 1600, 4800
_RECIPE = "webp-1600-1"
_LOSSLESS_AT_MOST = 400_000

_SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "AVIF": (".avif",),
}

_KNOWN_BY = {
    ".svg": ("an SVG drawing", "Save it as PNG, at least 1600 pixels wide"),
    ".heic": ("a HEIC photograph, as phones take them", "Export it as JPEG"),
    ".heif": ("a HEIC photograph, as phones take them", "Export it as JPEG"),
    ".tif": ("a TIFF picture", "Save it as JPEG or PNG"),
    ".tiff": ("a TIFF picture", "Save it as JPEG or PNG"),
    ".bmp": ("a BMP picture", "Save it as PNG"),
    ".pdf": ("a PDF document", "Export the page as PNG"),
}

_SUFFIX_OF = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes}


def publish(asset: Asset) -> Checked[Published | None]:
    """A picture file as it is published, or None with the problem that its author has to mend."""
    try:
        content = asset.location.read_bytes()
    except FileNotFoundError:
        return Checked(None, (changed(asset.path),))
    except OSError as error:
        what = f"The picture {_name(asset.path)} cannot be read: {error.strerror or 'unknown cause'}."
        fix = "Check that you may open the file."
        return Checked(None, (Problem(Where(asset.path), "unreadable-file", what, fix),))
    if digest_of(content) != asset.digest:
        return Checked(None, (changed(asset.path),))
    return encode(asset.path, content)


def publish_all(assets: Iterable[Asset]) -> Checked[Mapping[str, Published]]:
    """Every picture that can be published, by the digest of its file; each file once."""
    distinct = {asset.digest: asset for asset in assets}
    made = gather(publish(asset) for asset in distinct.values())
    return Checked({d: p for d, p in zip(distinct, made.value, strict=True) if p is not None}, made.problems)


def used(view: Any) -> Iterator[Asset]:
    """Every picture that a view shows, in its own fields and in its texts."""
    if isinstance(view, Asset):
        yield view
    elif isinstance(view, Text):
        yield from view.pictures.values()
    elif isinstance(view, tuple):
        for item in view:
            yield from used(item)
    else:
        for name in _holding(type(view)):  # type: ignore[arg-type]  # mypy mistakes a class for its instances
            yield from used(getattr(view, name))


_PLAIN = (
    "str", "bool", "int", "float", "LinkView", "Head", "CardView", "tuple[str", "tuple[LinkView", "tuple[SpecView",
)  # fmt: skip
"""How annotations begin of fields that hold no picture: most of a view."""


@lru_cache(maxsize=256)
def _holding(kind: type) -> tuple[str, ...]:
    """The fields of a view that may hold a picture; none of what is no view."""
    found = fields(kind) if is_dataclass(kind) else ()
    return tuple(f.name for f in found if not str(f.type).startswith(_PLAIN))


def encode(path: str, content: bytes) -> Checked[Published | None]:
    """The bytes of a picture file as they are published. `path` names it in problems and gives its address a name."""
    refused = _refused(path, content)
    if refused:
        return Checked(None, (refused,))
    try:
        picture, kind = _decoded(content)
        named = _SUFFIX_OF[PurePosixPath(path.lower()).suffix]
        if kind != named:
            return Checked(None, (_lying(path, kind, named),))
        upright = _upright(picture)
        return Checked(Published(_address(path, content), _encoded(upright, kind), *upright.size))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        what = f"The picture {_name(path)} has more pixels than any page can use."
        return Checked(None, (Problem(Where(path), "picture-format", what, "Save it at most 6000 pixels wide."),))
    except Exception:  # Pillow's decoders raise whatever a damaged file makes them stumble over
        what = f"The picture {_name(path)} is damaged or incomplete, so it cannot be shown."
        fix = "Export it again from where it came from, as JPEG or PNG."
        return Checked(None, (Problem(Where(path), "picture-format", what, fix),))


def _name(path: str) -> str:
    return f'"{PurePosixPath(path).name}"'


def _refused(path: str, content: bytes) -> Problem | None:
    suffix = PurePosixPath(path.lower()).suffix
    if suffix in _SUFFIX_OF and content:
        return None
    what, fix = _KNOWN_BY.get(suffix, ("not a picture that browsers can show", "Use a JPEG, PNG, WebP or AVIF picture"))
    said = f"The picture {_name(path)} is {what if content else 'empty'}."
    return Problem(Where(path), "picture-format", said, f"{fix}, and name that file in the story.")


def _lying(path: str, kind: str, named: str) -> Problem:
    what = f"The picture {_name(path)} is named as {named} but holds a {kind} picture."
    return Problem(Where(path), "picture-format", what, f'Rename it so that it ends in "{_SUFFIXES[kind][0]}".')


def _decoded(content: bytes) -> tuple[Image.Image, str]:
    """The picture, decoded no larger than needed, and its format."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        picture = Image.open(io.BytesIO(content), formats=tuple(_SUFFIXES))
        picture.draft("RGB", (WIDEST * 2, TALLEST))
        picture.load()
    return picture, picture.format or ""


def _upright(picture: Image.Image) -> Image.Image:
    """A new picture of the same pixels: turned as its camera was held, in sRGB, no larger than published."""
    turned = ImageOps.exif_transpose(picture)
    coloured = _in_srgb(turned)
    coloured.thumbnail((WIDEST, TALLEST), reducing_gap=2.0)
    clean = Image.new(coloured.mode, coloured.size)
    clean.paste(coloured)
    return clean


def _in_srgb(picture: Image.Image) -> Image.Image:
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        try:
            source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
            return converted or picture.convert(mode)
        except ImageCms.PyCMSError:  # an unusable profile: the pixels are then taken as sRGB
            return picture.convert(mode)
    return picture.convert(mode)


def _encoded(picture: Image.Image, kind: str) -> bytes:
    """WebP: without loss for drawings that stay small, else at a quality that photographs can bear."""
    if kind in ("PNG", "GIF"):
        exact = _saved(picture, lossless=True, quality=70)
        if len(exact) <= _LOSSLESS_AT_MOST:
            return exact
    return _saved(picture, lossless=False, quality=82)


def _saved(picture: Image.Image, *, lossless: bool, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "WEBP", method=4, lossless=lossless, quality=quality)
    return out.getvalue()


def _address(path: str, content: bytes) -> str:
    """An address that changes with the picture and with how it is made, never with the machine that makes it."""
    digest = hashlib.sha256(_RECIPE.encode() + content).hexdigest()[:12]
    return f"assets/{slug(PurePosixPath(path).stem)[:60] or 'picture'}.{digest}.webp"
