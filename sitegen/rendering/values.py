"""What rendering yields: pages as bytes, pictures as they are published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it will be written: UTF-8. `links` are all (address, fragment) within the site that it names.

    `ids` are those of its elements, in order, also those that stand twice.

    A link to a place on the page itself has the page's own address. Pictures, styles and scripts are among them.
    """

    address: str
    html: bytes
    links: tuple[tuple[str, str], ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as it is published: its address under assets/, its bytes, its size in pixels."""

    address: str
    content: bytes
    width: int
    height: int
