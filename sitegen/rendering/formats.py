"""Which picture files can be shown: told by their first bytes, never by their names, and said in plain words if not."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sitegen.problems.problem import Problem, Where


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is spoken of, how its names end.

    `fix` says what to do where browsers cannot show it, and `how` how that is done.
    """

    said: str
    suffixes: tuple[str, ...]
    fix: str = ""
    how: str = ""


_HEIC = (
    "A phone sends a JPEG when it shares the photograph by e-mail. "
    'Or let sitegen read such files: pip install "sitegen[heic]".'
)

FORMATS: Mapping[str, Format] = {
    "JPEG": Format("a JPEG picture", (".jpg", ".jpeg", ".jpe", ".jfif")),
    "PNG": Format("a PNG picture", (".png",)),
    "WEBP": Format("a WebP picture", (".webp",)),
    "GIF": Format("a GIF picture", (".gif",)),
    "AVIF": Format("an AVIF picture", (".avif",)),
    "HEIF": Format("a HEIC photograph, as phones take them", (".heic", ".heif", ".hif"), "Save it as JPEG", _HEIC),
    "SVG": Format("an SVG drawing", (".svg", ".svgz"), "Save it as PNG, at least 1600 pixels wide"),
    "TIFF": Format("a TIFF picture", (".tif", ".tiff"), "Save it as JPEG or PNG"),
    "BMP": Format("a BMP picture", (".bmp", ".dib"), "Save it as PNG"),
    "PDF": Format("a PDF document", (".pdf",), "Export the page as PNG"),
    "PSD": Format("a Photoshop file", (".psd", ".psb"), "Export it as JPEG or PNG"),
    "RAW": Format("a camera's raw file", (".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf"), "Export it as JPEG"),
    "JXL": Format("a picture in a format that few browsers show", (".jxl", ".jp2", ".jpx"), "Save it as JPEG"),
    "FILM": Format("a film", (".mp4", ".mov", ".m4v", ".avi"), "Save a still picture of it as JPEG"),
}

_BY_SUFFIX = {suffix: kind for kind, each in FORMATS.items() for suffix in each.suffixes}
_OTHER = Format("not a picture that browsers can show", (), "Use a JPEG, PNG, WebP or AVIF picture")

_SIGNS = (
    (b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"), (b"%PDF", "PDF"),
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"II+\0", "TIFF"), (b"MM\0+", "TIFF"), (b"BM", "BMP"), (b"8BPS", "PSD"),
    (b"\xff\x0a", "JXL"), (b"\0\0\0\x0cJXL ", "JXL"), (b"\0\0\0\x0cjP  ", "JXL"),
)  # fmt: skip
_HEIF_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))


def kind_of(content: bytes) -> str:
    """The format of a file by its first bytes, a key of FORMATS; empty where they are of none."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[4:8] == b"ftyp":
        return _kind_of_boxes(content)
    if _is_svg(content[:4096]):
        return "SVG"
    return next((kind for sign, kind in _SIGNS if content.startswith(sign)), "")


def _kind_of_boxes(content: bytes) -> str:
    """AVIF, HEIC and films begin alike: with a list of the brands that they are of."""
    end = min(int.from_bytes(content[:4], "big"), 256)
    brands = {content[i : i + 4] for i in (8, *range(16, end, 4))}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIF" if brands & _HEIF_BRANDS else "FILM"


def _is_svg(beginning: bytes) -> bool:
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!")) and b"<svg" in text)


def reads_heic() -> str:
    """The version of the extra that reads HEIC, which from then on Pillow knows; empty where it is not installed."""
    try:
        extra = importlib.import_module("pi_heif")
    except (ImportError, OSError):
        return ""
    extra.register_heif_opener()
    return str(extra.__version__)


def suffix_of(path: str) -> str:
    """How a name ends, in lower case: `.jpg`."""
    return PurePosixPath(path.lower()).suffix


def is_heic(path: str) -> bool:
    """True where the name is that of a HEIC photograph."""
    return _BY_SUFFIX.get(suffix_of(path)) == "HEIF"


def refused(path: str, content: bytes) -> Problem | None:
    """What keeps a file from being shown, as far as its name and its first bytes tell; None where nothing does."""
    kind, named = kind_of(content), _BY_SUFFIX.get(suffix_of(path), "")
    if not content:
        return problem(path, "is empty.", "Export it again from where it came from, as JPEG or PNG.")
    if not _is_shown(kind) and not _is_shown(named):
        return _not_shown(path, FORMATS.get(named or kind, _OTHER))
    if not kind:
        return damaged(path)
    return None if kind == named else _misnamed(path, kind, named)


def _is_shown(kind: str) -> bool:
    return kind in FORMATS and (not FORMATS[kind].fix or (kind == "HEIF" and bool(reads_heic())))


def _not_shown(path: str, found: Format) -> Problem:
    return problem(path, f"is {found.said}.", _what_to_do(found))


def _what_to_do(found: Format) -> str:
    return f"{found.fix}, and name the new file in the story. {found.how}".rstrip()


def _misnamed(path: str, kind: str, named: str) -> Problem:
    held = FORMATS[kind]
    name = f"is named as {named}" if named else "has a name that does not end as a picture's does"
    if not _is_shown(kind):
        return problem(path, f"{name} but is {held.said}.", _what_to_do(held))
    return problem(path, f"{name} but holds {held.said}.", f'Rename it so that it ends in "{held.suffixes[0]}".')


def damaged(path: str) -> Problem:
    """The problem of a file that nobody can read."""
    fix = "Export it again from where it came from, as JPEG or PNG."
    return problem(path, "is damaged or incomplete, so it cannot be shown.", fix)


def problem(path: str, what: str, fix: str, why: str = "") -> Problem:
    """A problem of a picture: `what` goes on after its name."""
    return Problem(Where(path), "picture-format", f'The picture "{PurePosixPath(path).name}" {what}', fix, why)
