"""From the rows of a quarter to its cells."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from bot.catalogue.catalogue import Catalogue
from bot.insight.quarters import Quarter
from bot.insight.tables import Shape
from bot.store.insight import counted

if TYPE_CHECKING:
    from bot.insight.tables import Counts


def counts(tx: Connection, quarter: Quarter) -> "Counts":
    """Return how many people were counted for each company, kind and value of a quarter."""
    columns = (counted.c.company, counted.c.kind, counted.c.value)
    query = select(*columns, func.count()).where(counted.c.quarter == str(quarter)).group_by(*columns)
    return {(company, kind, value): people for company, kind, value, people in tx.execute(query)}


def shape(catalogue: Catalogue, quarter: Quarter) -> Shape:
    """Return what reports of a quarter have as rows: all that the catalogue has, and who was a member meanwhile."""
    members = {
        company.id: company.employees
        for company in catalogue.companies.values()
        if (company.member.first or quarter.first) <= quarter.last
        and quarter.first <= (company.member.last or quarter.last)
    }
    services = {
        entry.id: (entry.organization.id, tuple(dict.fromkeys(catalogue.area_of[need].id for need in entry.needs)))
        for entry in catalogue.entries.values()
    }
    return Shape(tuple(catalogue.areas), tuple(catalogue.towns), services, members)
