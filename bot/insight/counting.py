"""From the rows of a quarter to its cells."""

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from bot.catalogue.catalogue import Catalogue
from bot.insight.quarters import Quarter
from bot.insight.tables import Shape
from bot.people.keys import Keys
from bot.store.insight import counted

if TYPE_CHECKING:
    from bot.insight.tables import Counts

SOME = 1000  # rows in memory at once: a quarter may have a hundred thousand


def counts(tx: Connection, keys: Keys, quarter: Quarter) -> "Counts":
    """Return how many people were counted for each company, kind and value of a quarter."""
    found = tx.execute(select(counted.c.content).where(counted.c.quarter == str(quarter)))
    rows = found.yield_per(SOME).scalars()
    return Counter((company, kind, value) for company, kind, value in map(keys.unpack, rows))


def state(tx: Connection, quarter: Quarter) -> str:
    """Return what stands for the rows of a quarter: it is another once somebody was counted or erased."""
    marks = select(counted.c.mark).where(counted.c.quarter == str(quarter)).order_by(counted.c.mark)
    whole = sha256()
    for mark in tx.execute(marks).yield_per(SOME).scalars():
        whole.update(mark.encode())
    return whole.hexdigest()


def shape(catalogue: Catalogue, quarter: Quarter) -> Shape:
    """Return what reports of a quarter have as rows: all that the catalogue has, and who was a member meanwhile."""
    members = {
        company.id: company.employees
        for company in catalogue.companies.values()
        if (company.member.first or quarter.first) <= quarter.last
        and quarter.first <= (company.member.last or quarter.last)
    }
    return Shape(tuple(catalogue.areas), tuple(catalogue.towns), of_services(catalogue), members)


def of_services(catalogue: Catalogue) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the organization and the areas of each service."""
    return {
        entry.id: (entry.organization.id, tuple(dict.fromkeys(catalogue.area_of[need].id for need in entry.needs)))
        for entry in catalogue.entries.values()
    }
