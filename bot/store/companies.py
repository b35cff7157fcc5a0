"""Companies that were ever published: who worked for one that is gone can still be found, told, and erased."""

from sqlalchemy import Column, Date, String, Table

from bot.store.columns import Moment
from bot.store.tables import metadata

known_company = Table(
    "known_company",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("last_day", Date),  # of its membership, as the newest release that has it says
    Column("gone_at", Moment),  # when a release without it was published
)

leaving = Table(
    "leaving",
    metadata,
    Column("company", String(40), primary_key=True),  # that asks to leave the programme, until it takes that back
    Column("asked_at", Moment, nullable=False, index=True),
)
