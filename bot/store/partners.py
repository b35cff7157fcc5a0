"""What an organization does at its desk: which codes it marked as used, and how often a link asked for wrong ones.

No column of these tables has a value in common with another table: what joins them lies outside the database.
"""

from sqlalchemy import Column, String, Table, Text

from bot.store.tables import metadata

redemption = Table(
    "redemption",
    metadata,
    Column("mark", String(64), primary_key=True),  # one-way, of the offer and the code: each is used once
    Column("content", Text, nullable=False),  # sealed: the offer, the day
    sqlite_with_rowid=False,
)

desk_try = Table(
    "desk_try",
    metadata,
    Column("mark", String(64), primary_key=True),  # one-way, of a web session
    Column("content", Text, nullable=False),  # sealed: bot.partners.memory.Memory
    sqlite_with_rowid=False,
)
