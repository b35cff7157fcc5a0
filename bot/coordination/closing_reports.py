"""A release answers reports of wrong entries: those on what it changes, and all on what it confirms."""

from collections.abc import Iterator

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Organization
from bot.editorial.publishing.difference import Change, Difference
from bot.insight import wrong
from bot.insight.wrong import IN_VAIN, KINDS, Kind

SETTLES: dict[str, tuple[Kind, ...]] = {  # a change of this kind -> the reports that it answers
    "price": ("price",),
    "hours": ("hours", "mute"),
    "contact": ("phone", "mute"),
    "place": ("address",),
    "suspended": ("closed", *IN_VAIN),
    "full": ("full",),
    "silent": ("mute",),
    "offer-changed": ("code",),
    "offer-ended": ("code",),
    "offer-season": ("code",),
    "confirmed": KINDS,
    "service-removed": KINDS,
}


def settle(tx: Connection, difference: Difference, fresh: Catalogue) -> None:
    """Close the reports that a release answers. `difference` is that to the release before."""
    for service, kinds in _settled(difference, fresh):
        wrong.close(tx, service, kinds)


def _settled(difference: Difference, fresh: Catalogue) -> Iterator[tuple[str, tuple[Kind, ...]]]:
    organizations = {one.id: one for one in fresh.release.organizations}
    for change in difference.changes:
        kinds = SETTLES.get(change.kind, ())
        for service in _services(change, organizations.get(change.id), fresh) if kinds else ():
            yield service, kinds


def _services(change: Change, organization: Organization | None, fresh: Catalogue) -> list[str]:
    """Return the services that a change is about: an offer's one, all of an organization's."""
    if change.kind == "service-removed" or change.id in fresh.entries:
        return [change.id]
    if change.kind.startswith("offer-"):
        return [fresh.offers[change.id][0].id]
    return [service.id for service in organization.services] if organization else []
