"""What somebody asked to be reminded of, sealed: it goes when it was said, or is over."""

from sqlalchemy import Column, String, Table, Text

from bot.store.columns import RandomId, random_id
from bot.store.tables import metadata

reminder = Table(
    "reminder",
    metadata,
    Column("id", RandomId, primary_key=True, default=random_id),
    Column("mark", String(64), nullable=False, unique=True),  # one-way, of the user and of what it is about
    Column("content", Text, nullable=False),  # sealed: bot.people.wishes.Wish
)
