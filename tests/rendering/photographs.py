"""Small pictures for tests, and a colour profile wider than sRGB."""

from __future__ import annotations

import io
import struct

from PIL import Image

_WHITE = (0.96420, 1.0, 0.82491)


def photograph(kind: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **settings: object) -> bytes:
    """A red picture with a corner of another colour."""
    image = Image.new(mode, size, "red" if mode in ("RGB", "RGBA") else 1)
    image.putpixel((0, 0), (0, 0, 255) if mode == "RGB" else (0, 0, 255, 0) if mode == "RGBA" else 0)
    out = io.BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """A picture of these bytes."""
    return Image.open(io.BytesIO(content))


def wide_gamut() -> bytes:
    """The profile of a screen like Display P3, as the ICC has it (version 4, three colours and a curve)."""
    columns = {"rXYZ": (0.51512, 0.24120, -0.00105), "gXYZ": (0.29198, 0.69225, 0.04189),
               "bXYZ": (0.15710, 0.06657, 0.78407), "wtpt": _WHITE}  # fmt: skip
    tags = {name: b"XYZ \0\0\0\0" + b"".join(map(_fixed, values)) for name, values in columns.items()}
    curve = b"para\0\0\0\0\0\x03\0\0" + b"".join(map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    tags |= dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve)
    tags |= {"desc": _words("Wide"), "cprt": _words("None")}
    return _profile(b"RGB ", tags)


def even_greys() -> bytes:
    """The profile of a grey screen that shows twice the number as twice the light."""
    white = b"XYZ \0\0\0\0" + b"".join(map(_fixed, _WHITE))
    even = b"para\0\0\0\0\0\0\0\0" + _fixed(1.0)
    return _profile(b"GRAY", {"wtpt": white, "kTRC": even, "desc": _words("Grey"), "cprt": _words("None")})


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _words(text: str) -> bytes:
    written = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(written), 28) + written


def _profile(colours: bytes, tags: dict[str, bytes]) -> bytes:
    table, data, at = b"", b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        padded = content + b"\0" * (-len(content) % 4)
        table += struct.pack(">4sII", name.encode(), at + len(data), len(content))
        data += padded
    head = struct.pack(">I4sI4s4s4s", at + len(data), b"\0\0\0\0", 0x04000000, b"mntr", colours, b"XYZ ")
    head += struct.pack(">6H4s", 2024, 1, 1, 0, 0, 0, b"acsp") + b"\0" * 28
    head += b"".join(map(_fixed, _WHITE))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data
