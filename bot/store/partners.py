"""What an organization does at its desk: which codes and badges it marked as used, and who asked for wrong ones.

No column of these tables has a value in common with another table: what joins them lies outside the database.
"""

from sqlalchemy import Column, String, Table, Text

from bot.store.columns import Hour
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

badge_used = Table(
    "badge_used",
    metadata,
    Column("mark", String(64), primary_key=True),  # SHA-256 of the badge's nonce: a badge is taken once
    Column("form", String(64), nullable=False),  # SHA-256 of the page where it was taken: sent twice, it is one taking
    # A moment would tell when the badge was made, and so which message of which chat it was.
    Column("ended_at", Hour, nullable=False),
    sqlite_with_rowid=False,
)
