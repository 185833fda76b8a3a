"""What a share card shows, and what the panel for sharing offers. Each field is finished."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from sitegen.pages.elements import LinkView
from sitegen.pages.groupings import NetworkView
from sitegen.reading.values import Asset

RECIPE = "1200x630-2"
"""Goes into every address of a card: to be changed when what is drawn of the same values changes."""

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The picture that stands for a page where its link is shared.

    `layout` is edition, newsletter, collection, hub or story. `kicker` stands above the title, `place` below it;
    `label` stands large. `figures` are numbers with their words. `section` is 1 to 7. `wall` is the seed of the ten
    wall of a story without a `picture`.
    """

    layout: str
    title: str
    site: str
    kicker: str = ""
    place: str = ""
    label: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    colour: str = ""
    section: int = 0
    rod: int = 0
    rods: int = 0
    wall: str = ""
    picture: Asset | None = None
    network: NetworkView | None = None

    @property
    def address(self) -> str:
        """Where the picture lies: under a name with a digest of all that it shows and of how it is drawn."""
        seen = (RECIPE, replace(self, picture=None), self.picture.digest if self.picture else "")
        digest = hashlib.sha256(repr(seen).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return f"assets/card.{digest}.{'jpg' if self.picture else 'png'}"

    @property
    def alt(self) -> str:
        """What the picture says, for those who do not see it."""
        said = (self.kicker, self.title, self.place or self.label, *(f"{n} {words}" for n, words in self.figures))
        return "; ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class CardFile:
    """A share card as it can be saved: its address, the name that it is saved under, what it says."""

    address: str
    name: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Snippet:
    """A card for somebody else's page: facts as label and wording, links with whole addresses, where it is from."""

    title: str
    rows: tuple[tuple[str, str], ...]
    links: tuple[LinkView, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """What can be done with a page: `link` to be passed on (empty where the site has no address on the web yet).

    `citation` is one line; `entry` the same for reference managers, as a file in the link itself, saved as
    `entry_name`. `card` is None where none is drawn. `snippet` is a card for somebody else's page, None without `link`.
    """

    citation: str
    link: str = ""
    entry: str = ""
    entry_name: str = ""
    card: CardFile | None = None
    snippet: Snippet | None = None
