"""What is counted, and what was published of it: a row is one person once, under a mark that nobody can turn back."""

from sqlalchemy import JSON, Column, Date, ForeignKeyConstraint, LargeBinary, String, Table, Text

from bot.store.columns import Moment
from bot.store.tables import metadata

# The mark is HMAC(key of the quarter and kind, value, person), see bot.people.keys: two rows of one person have nothing
# in common, and without the key nobody can tell that they are one person's. Nor which company's: where one employee
# uses the bot, all rows of the company would be theirs.
counted = Table(
    "counted",
    metadata,
    Column("quarter", String(6), primary_key=True),  # 2026Q4
    Column("kind", String(8), primary_key=True),  # bot.insight.events.Kind
    Column("value", String(40), primary_key=True),  # an id of the catalogue, or empty
    Column("mark", String(32), primary_key=True),
    Column("company", Text, nullable=False),  # sealed; for services the empty name: their figures know no company
    sqlite_with_rowid=False,
)

unmet = Table(
    "unmet",
    metadata,
    Column("month", Date, primary_key=True),  # the first day of the month that the week begins in
    Column("need", String(40), primary_key=True),
    Column("town", String(40), primary_key=True),  # empty where it is not known
    Column("week", Date, primary_key=True),  # a Monday
    Column("mark", String(32), primary_key=True),  # one for each person, month and need
    sqlite_with_rowid=False,
)

publication = Table(
    "publication",
    metadata,
    Column("kind", String(12), primary_key=True),  # company, group, network, organization
    Column("id", String(40), primary_key=True),
    Column("quarter", String(6), primary_key=True),
    Column("published_at", Moment, nullable=False),
    Column("figures", JSON, nullable=False),  # bot.insight.ledger.Report: rounded figures, and None where one is hidden
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
