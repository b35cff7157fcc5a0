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
    """Return how many codes of each offer were used, in a quarter or ever; offers of before too."""
    counts = by_quarter(tx, keys, catalogue, organization)
    return sum((found for when, found in counts.items() if quarter in {None, when}), Counter())


def by_quarter(tx: Connection, keys: Keys, catalogue: Catalogue, organization: str) -> dict[Quarter, Counter[str]]:
    """Return how many codes of each offer were used in each quarter.

    All rows are opened, whoever's they are: what is sealed cannot be counted by the database. 10 µs a row.
    """
    rows = tx.execute(select(redemption.c.content)).scalars()
    counts = Counter((offer, Quarter.of(date.fromisoformat(day))) for offer, day in map(keys.unpack, rows))
    offers = {offer for offer, _ in counts}
    theirs = {offer for offer in offers if _is_theirs(tx, catalogue, organization, offer)}
    found: dict[Quarter, Counter[str]] = {}
    for (offer, quarter), count in counts.items():
        if offer in theirs:
            found.setdefault(quarter, Counter())[offer] = count
    return found


def _is_theirs(tx: Connection, catalogue: Catalogue, organization: str, offer: str) -> bool:
    found = owner(tx, catalogue, offer)
    return found is not None and found[0].organization.id == organization
