"""What is counted, and what was published of it: a row is one person once, under a mark that nobody can turn back."""

from sqlalchemy import JSON, Column, Date, ForeignKeyConstraint, LargeBinary, String, Table, Text

from bot.store.columns import Moment
from bot.store.tables import metadata

# The mark is one-way, of the person and of the content, which is sealed (bot.people.keys): two rows of one person have
# nothing in common. In a small network a need or a company in clear would say whose the row is.
counted = Table(
    "counted",
    metadata,
    Column("quarter", String(6), primary_key=True),  # 2026Q4
    Column("mark", String(32), primary_key=True),
    Column("content", Text, nullable=False),  # sealed: company, kind (bot.insight.events.Kind), value
    sqlite_with_rowid=False,
)

unmet = Table(
    "unmet",
    metadata,
    Column("month", Date, primary_key=True),  # the first day of the month that the week begins in
    Column("mark", String(32), primary_key=True),
    Column("content", Text, nullable=False),  # sealed: need, town or empty, week's Monday, mark for month and need
    sqlite_with_rowid=False,
)

publication = Table(
    "publication",
    metadata,
    Column("kind", String(12), primary_key=True),  # company, group, network, organization
    Column("id", String(40), primary_key=True),
    Column("quarter", String(6), primary_key=True),
    Column("published_at", Moment, nullable=False),
    Column("figures", JSON, nullable=False),  # bot.insight.ledger.Report: rounded, or None and why it is hidden
    Column("digest", String(64), nullable=False),  # SHA-256 of the figures
)

page = Table(
    "page",
    metadata,
    Column("kind", String(12), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("quarter", String(6), primary_key=True),
    Column("name", String(40), primary_key=True),  # of the file
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(["kind", "id", "quarter"], [publication.c.kind, publication.c.id, publication.c.quarter]),
)
