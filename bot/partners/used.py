"""How many codes an organization marked as used in a quarter: codes, not people, and nothing of any one of them."""

from collections import Counter
from datetime import date

from sqlalchemy import Connection, select

from bot.catalogue.catalogue import Catalogue
from bot.insight.quarters import Quarter
from bot.partners.codes import owner
from bot.people.keys import Keys
from bot.store.partners import redemption


def used(
    tx: Connection, keys: Keys, catalogue: Catalogue, organization: str, quarter: Quarter | None = None
) -> Counter[str]:
    """Return how many codes of each offer were used, in a quarter or ever; offers of before too.

    All rows are opened, whoever's they are: what is sealed cannot be counted by the database. 10 µs a row.
    """
    rows = tx.execute(select(redemption.c.content)).scalars()
    told = (keys.unpack(content) for content in rows)
    counts = Counter(offer for offer, day in told if quarter is None or Quarter.of(date.fromisoformat(day)) == quarter)
    return Counter({offer: count for offer, count in counts.items() if _is_theirs(tx, catalogue, organization, offer)})


def _is_theirs(tx: Connection, catalogue: Catalogue, organization: str, offer: str) -> bool:
    found = owner(tx, catalogue, offer)
    return found is not None and found[0].organization.id == organization
