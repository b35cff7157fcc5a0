"""What somebody asked to be reminded of: the chat is sealed, and goes when the reminder does."""

from sqlalchemy import Column, Date, Integer, String, Table, Text
from sqlalchemy import UniqueConstraint as Unique

from bot.store.columns import Day, RandomId, random_id
from bot.store.tables import metadata

reminder = Table(
    "reminder",
    metadata,
    Column("id", RandomId, primary_key=True, default=random_id),
    Column("mark", String(64), nullable=False),  # one-way, of the user and of what it is about: see bot.people.keys
    Column("chat", Text, nullable=False),  # sealed with a key that is not in the database: the bot can write first
    Column("offer", String(40), nullable=False),  # or, where the kind is "ring", a service
    Column("kind", String(8), nullable=False),  # bot.conversation.effects.reminders.Kind
    Column("due_on", Date, nullable=False),  # when to say it; until when to wait for more codes
    Column("hour", Integer),  # of that day in the network, before which it is too early; none for any
    Column("asked_at", Day, nullable=False),
    Unique("mark", "offer", "kind"),
)
