"""What happens at an organization's desk. No row leads to a person."""

from sqlalchemy import Column, String, Table

from bot.store.columns import Hour
from bot.store.tables import metadata

badge_used = Table(
    "badge_used",
    metadata,
    Column("mark", String(64), primary_key=True),  # SHA-256 of the badge's nonce: a badge is taken once
    Column("offer", String(40), nullable=False),
    Column("form", String(64), nullable=False),  # SHA-256 of the page where it was taken: sent twice, it is one taking
    # A moment would tell when the badge was made, and so which message of which chat it was.
    Column("ended_at", Hour, nullable=False),
    sqlite_with_rowid=False,
)
