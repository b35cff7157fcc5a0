"""Services that members put aside, to find them again."""

from sqlalchemy import Column, Date, ForeignKey, String, Table, Text

from bot.store.tables import metadata

saved = Table(
    "saved",
    metadata,
    Column("person", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("mark", String(64), primary_key=True),  # one-way, of the person and the service
    Column("service", Text, nullable=False),  # sealed
    Column("saved_on", Date, nullable=False),
    sqlite_with_rowid=False,
)
