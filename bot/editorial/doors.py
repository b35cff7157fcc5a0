"""The first choices of the menu where a network names none: the areas that it serves, behind up to four doors. Pure."""

from collections.abc import Collection, Iterator, Sequence

from bot.catalogue.model import Area, Door, Release
from bot.catalogue.text import Text

MOST = 4  # doors of a menu, and areas behind one
STANDARD = (
    Door(
        id="figli",
        label=Text(it="Figli e scuola", en="Children and school"),
        areas=("infanzia", "formazione"),
        needs=("dsa",),
    ),
    Door(
        id="cari",
        label=Text(it="Genitori anziani e fragilità", en="Elderly or frail relatives"),
        areas=("anziani", "fragilita"),
    ),
    Door(
        id="casa",
        label=Text(it="Casa, soldi e pratiche", en="Home, money, paperwork"),
        areas=("salva-tempo", "casa-mobilita", "tutele"),
    ),
    Door(
        id="me",
        label=Text(it="Salute, lavoro, tempo per me", en="Health, work, time for me"),
        areas=("salute", "conciliazione", "tempo-libero"),
    ),
)  # the ten areas of the library


def with_doors(release: Release) -> Release:
    """Return a release whose menu has doors: its own, or those that are proposed."""
    if release.network.doors:
        return release
    services = (service for one in release.organizations for service in one.services if not service.suspended)
    doors = propose(release.areas, {need for service in services for need in service.needs})
    return release.model_copy(update={"network": release.network.model_copy(update={"doors": doors})})


def propose(areas: Sequence[Area], served: Collection[str]) -> tuple[Door, ...]:
    """Return doors for the areas in which a need is served, or for all where none is.

    Up to four areas have a door each, with their own name; more stand together as in `STANDARD`.
    """
    live = [area for area in areas if any(need.id in served for need in area.types)] or list(areas)
    if len(live) <= MOST:
        return tuple(map(_own, live))
    together = list(_together({area.id for area in live}, served))
    known = {area for door in STANDARD for area in door.areas}
    return tuple(_with_others(together, [area for area in live if area.id not in known]))


def _own(area: Area) -> Door:
    return Door(id=area.id, label=area.label or area.name, areas=(area.id,))


def _together(live: Collection[str], served: Collection[str]) -> Iterator[Door]:
    for door in STANDARD:
        if areas := tuple(area for area in door.areas if area in live):
            needs = tuple(need for need in door.needs if need in served)
            yield door.model_copy(update={"areas": areas, "needs": needs})


def _with_others(doors: list[Door], others: Sequence[Area]) -> list[Door]:
    """Give each area of the network's own a door while there is room, else put it behind the one with the fewest."""
    for area in others:
        if len(doors) < MOST:
            doors.append(_own(area))
            continue
        fewest = min(doors, key=lambda door: len(door.areas))
        doors[doors.index(fewest)] = fewest.model_copy(update={"areas": (*fewest.areas, area.id)})
    return doors
