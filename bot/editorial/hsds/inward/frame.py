"""What all services of a package are read with."""

from dataclasses import dataclass, field

from bot.editorial.hsds.inward.package import Package
from bot.editorial.hsds.inward.refusal import Doubt
from bot.editorial.hsds.inward.towns import Towns
from bot.editorial.hsds.inward.wording import Wording


@dataclass(frozen=True)
class Frame:
    """`country` is where its telephones are called from, `home` that of its addresses; `needs` are those of the folder.

    `ours` tells whether it comes from the network that it goes into; `doubts` grow while its services are read.
    """

    package: Package
    wording: Wording
    country: str
    home: str
    needs: frozenset[str]
    towns: Towns
    ours: bool
    doubts: list[Doubt] = field(default_factory=list)
