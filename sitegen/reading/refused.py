"""What is said of files that are not read."""

from __future__ import annotations

from sitegen.problems.problem import Problem, Where


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def unreadable(path: str, error: OSError, is_link: bool) -> Problem:
    """The operating system does not let us read a file or folder."""
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not is_link:
        return changed(path)
    if isinstance(error, FileNotFoundError):
        what = f'"{_name(path)}" is a link to a file that does not exist.'
        return Problem(Where(path), "unreadable-file", what, "Delete it, or put a copy of the file in its place.")
    reason = f" ({error.strerror})" if error.strerror else ""
    return Problem(
        Where(path), "unreadable-file", f'"{_name(path)}" cannot be read{reason}.',
        "See that it exists and that you may open it, or delete it.",
    )  # fmt: skip


def changed(path: str) -> Problem:
    """A file or folder that was saved, moved or deleted between two looks at it."""
    what = f'"{_name(path)}" changed while the site was being built.'
    return Problem(Where(path), "unreadable-file", what, "Build again.", "Only part of it may have been read.")


def no_file(path: str) -> Problem:
    """Neither a file nor a folder: a pipe, a socket, a device."""
    what = f'"{_name(path)}" is neither a file nor a folder.'
    return Problem(Where(path), "unreadable-file", what, "Delete it, or move it out of content/.")


def badly_named(path: str) -> Problem:
    """A name with line breaks or other invisible characters in it, or in no known encoding."""
    shown = "".join(c if c.isprintable() else "?" for c in path)
    return Problem(
        Where(shown), "unsafe-name",
        f'The name "{_name(shown)}" holds characters that cannot be shown (each a "?" here).',
        "Rename it: letters, digits, hyphens and spaces are safe.",
    )  # fmt: skip


def unportable(path: str) -> Problem:
    """A name that Windows cannot hold: one of its devices, or with a character that it keeps for itself."""
    return Problem(
        Where(path), "unportable-name", f'Windows cannot hold a file or folder with the name "{_name(path)}".',
        'Rename it: letters, digits, hyphens and spaces are safe, and names such as "aux" and "con" are not.',
        "Whoever gets a copy of this folder on such a computer would lack it.",
    )  # fmt: skip


def name_clash(path: str, other: str) -> Problem:
    """Two names in a folder that Windows and macOS take for one."""
    return Problem(
        Where(path), "name-clash",
        f'"{_name(path)}" and "{_name(other)}" are one and the same name on Windows and macOS.',
        "Rename one of the two so that they differ in more than capital letters or accents.", also=(Where(other),),
    )  # fmt: skip


def link_out(path: str) -> Problem:
    """A symbolic link to somewhere outside content/."""
    return Problem(
        Where(path), "link-out-of-folder",
        f'"{_name(path)}" is a link to a place outside content/, so it is not followed.',
        "Put a copy of the file itself here in place of the link.",
        "What is published must lie in content/, where everybody can see it.",
    )  # fmt: skip


def link_to_folder(path: str) -> Problem:
    """A symbolic link to a folder inside content/: what is in it is read where it lies."""
    return Problem(
        Where(path), "ignored-file",
        f'"{_name(path)}" is a link to another folder of content/, and such links are not followed.',
        "Delete the link, or put a copy of the folder in its place.",
    )  # fmt: skip


def private_file(path: str) -> Problem:
    """The consent register among what is published."""
    return Problem(
        Where(path), "private-file", f'"{_name(path)}" is the consent register, and content/ is for what is published.',
        "Move it to the folder private/ beside content/.", "It names people and says what they agreed to.",
    )  # fmt: skip


def too_large(path: str, size: int, most: int) -> Problem:
    """A text file of many megabytes."""
    return Problem(
        Where(path), "too-large",
        f'"{_name(path)}" has {size / 1_000_000:.1f} MB; a text file may have {most // 1_000_000} MB.',
        "Divide it into several, or look whether a picture was pasted into it as text.",
    )  # fmt: skip
