"""An offer that is in the catalogue no more, as the newest release had it: people may still hold its codes."""

import json
from typing import Any

from sqlalchemy import Connection, select

from bot.catalogue.catalogue import Entry
from bot.catalogue.model import Offer, Organization
from bot.store.tables import release


def bygone(tx: Connection, offer: str) -> tuple[Entry, Offer] | None:
    """Return an offer and its service from the newest release that has it; only its organization is read."""
    named = f'"id":"{offer}"'  # perhaps also of something else
    newest = select(release.c.number, release.c.document).where(release.c.document.contains(named, autoescape=True))
    newest = newest.order_by(release.c.number.desc()).limit(1)
    row = tx.execute(newest).first()
    while row and (found := _in(json.loads(row.document), offer)) is None:
        row = tx.execute(newest.where(release.c.number < row.number)).first()
    return found if row else None


def _in(document: dict[str, list[dict[str, Any]]], offer: str) -> tuple[Entry, Offer] | None:
    for raw in document["organizations"]:
        if any(one["id"] == offer for service in raw.get("services", ()) for one in service.get("offers", ())):
            organization = Organization.model_validate_json(json.dumps(raw))
            pairs = ((Entry(one, organization), of) for one in organization.services for of in one.offers)
            return next((entry, of) for entry, of in pairs if of.id == offer)
    return None
