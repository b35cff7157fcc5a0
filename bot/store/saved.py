"""Services that members put aside, to find them again."""

from sqlalchemy import Column, Date, ForeignKey, String, Table

from bot.store.tables import metadata

saved = Table(
    "saved",
    metadata,
    Column("person", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("service", String(40), primary_key=True),
    Column("saved_on", Date, nullable=False),
    sqlite_with_rowid=False,
)
