"""Colours as every screen understands them: in sRGB, and nothing left of what is transparent."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

_UNUSABLE = (ImageCms.PyCMSError, OSError, ValueError, TypeError)


def plain(picture: Image.Image) -> Image.Image:
    """The picture in grey or in red, green and blue, without a palette; what is transparent in it stays so."""
    grey = picture.mode in ("1", "L", "LA")
    mode = ("L" if grey else "RGB") + ("A" if picture.has_transparency_data else "")
    return picture if picture.mode == mode else picture.convert(mode)


def to_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """A plain picture in RGB or RGBA, its colours converted from a profile; an unusable profile is passed over."""
    transparency = picture.getchannel("A") if picture.mode.endswith("A") else None
    colours = picture.convert(picture.mode.removesuffix("A"))
    converted = _converted(colours, profile).convert("RGB")
    if transparency:
        converted.putalpha(transparency)
    return converted


def _converted(colours: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile:
        return colours
    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        is_grey = source.profile.xcolor_space.strip() == "GRAY"
        given = colours if is_grey == (colours.mode == "L") else colours.convert("L" if is_grey else "RGB")
        return ImageCms.profileToProfile(given, source, target, outputMode="RGB") or colours
    except _UNUSABLE:
        return colours


def without_hidden(picture: Image.Image) -> Image.Image:
    """The picture without the colours that are wholly transparent: what somebody has rubbed out is gone."""
    if picture.mode == "RGBA":
        picture.paste((0, 0, 0, 0), mask=picture.getchannel("A").point([255, *[0] * 255]))
    return picture


def on_white(picture: Image.Image) -> Image.Image:
    """The picture laid on white, for formats without transparency."""
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return paper
