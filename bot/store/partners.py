"""Tables of the organizations: what they are asked, and what they propose to change. No person is here."""

from sqlalchemy import JSON, Column, Date, Index, Integer, String, Table

from bot.store.columns import Moment
from bot.store.tables import metadata, only

ask = Table(
    "ask",
    metadata,
    Column("service", String(40), primary_key=True),
    Column("asks", Integer, nullable=False),  # without an answer: see bot.partners.still_valid
    Column("asked_on", Date),  # the last one
    Column("answered_on", Date),  # when the organization last said how things stand
)

proposal = Table(
    "proposal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organization", String(40), nullable=False, index=True),
    Column("service", String(40), nullable=False),
    Column("field", String(40), nullable=False),  # bot.editorial.editing.Field
    Column("value", JSON),  # as bot.editorial.editing.changed takes it
    Column("state", String(12), nullable=False),  # bot.coordination.proposals.State
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment, index=True),  # when it went live, was dropped, or another one took its place
    # Of one field one proposal is open.
    Index("ux_proposal_open", "service", "field", unique=True, **only("ended_at IS NULL")),
)
