"""What an organization does: codes and badges that it marked as used, what it is asked, what it proposes to change.

No person is here. What a desk did has no value in common with another table: what joins them lies outside the database.
"""

from sqlalchemy import JSON, Column, Date, Index, Integer, String, Table, Text

from bot.store.columns import Hour, Moment
from bot.store.tables import metadata, only

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
