"""Codes that an organization has sent by its own page, between the look at them and its yes; then what came of it."""

from sqlalchemy import Column, String, Table, Text

from bot.store.columns import Moment
from bot.store.tables import metadata

sent_codes = Table(
    "sent_codes",
    metadata,
    Column("id", String(32), primary_key=True),  # of chance: it stands in the address of the page
    Column("organization", String(40), nullable=False),
    Column("offer", String(40), nullable=False),
    Column("content", Text, nullable=False),  # sealed: bot.partners.sent_codes.Sent
    Column("sent_at", Moment, nullable=False, index=True),
)
