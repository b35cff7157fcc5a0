"""Which pools have no code to give: one small query for all of them, asked with every message of a member."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import (
    CompoundSelect,
    Connection,
    Date,
    Dialect,
    Select,
    String,
    column,
    literal_column,
    or_,
    select,
    union_all,
    values,
)

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Offer
from bot.store.tables import pool_code
from bot.vouchers import seasons


@dataclass(frozen=True)
class Shelves:
    """The pool offers of a release."""

    offers: tuple[Offer, ...]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Shelves":
        return cls(tuple(catalogue.pools.values()))

    def empty(self, tx: Connection) -> frozenset[str]:
        """Return the offers of whose season no code is free."""
        return frozenset(tx.exec_driver_sql(self._written(tx.dialect)).scalars()) if self.offers else frozenset()

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def _written(self, dialect: Dialect) -> str:
        """Return the query as text: to build it takes much longer than to run it."""
        if dialect.name not in self._texts:
            query = self._query("" if dialect.name == "sqlite" else "DATE ")
            compiled = query.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
            self._texts[dialect.name] = str(compiled)
        return self._texts[dialect.name]

    def _query(self, date_type: str) -> CompoundSelect[tuple[str]]:
        dated = [one for one in self.offers if one.valid.first]
        undated = [one for one in self.offers if one.valid.first is None]
        parts = (("dated", dated), ("undated", undated))  # apart, so that the index leads to a first day
        return union_all(*(_empty(name, offers, date_type) for name, offers in parts if offers))


def _empty(name: str, offers: Sequence[Offer], date_type: str) -> Select[tuple[str]]:
    columns = column("offer", String), column("first_day", Date), column("last_day", Date)
    days = ((one.id, one.valid.first or date.min, one.valid.last or date.max) for one in offers)
    rows = [
        (offer, *(literal_column(f"{date_type}'{day}'") for day in first_and_last)) for offer, *first_and_last in days
    ]
    shelf = values(*columns, name="rows").data(rows).cte(name)
    of = pool_code.c.valid_from
    dated, undated = of.between(shelf.c.first_day, shelf.c.last_day), or_(of.is_(None), of <= shelf.c.last_day)
    season = dated if name == "dated" else undated
    free = select(pool_code.c.id).where(pool_code.c.offer == shelf.c.offer, *seasons.FREE, season)
    # The first one in the index's order, else PostgreSQL reads the whole table.
    first = free.order_by(*seasons.IN_ORDER).limit(1)
    return select(shelf.c.offer).where(first.scalar_subquery().is_(None))
