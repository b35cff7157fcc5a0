"""The links that open a page for one role, the browsers in which they were opened, and what stands on a page."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, false

from bot.store.columns import Moment
from bot.store.tables import metadata

# A row is one browser: first a link that was made, then the session that it became.
web_link = Table(
    "web_link",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of the token
    Column("role", String(12), nullable=False),  # bot.people.web_links.Role
    Column("owner", String(40), nullable=False),  # an organization's or company's id, a coordinator's number
    Column("created_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),  # of the link; once it was opened, of the session
    Column("opened_at", Moment),
    Column("session_hash", String(64), unique=True),  # SHA-256 of what the browser keeps
    Column("revoked_at", Moment),
)

# What a coordinator reads on their page: answers of the desk, and results of what they ordered there.
web_message = Table(
    "web_message",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("role", ForeignKey("role.number"), nullable=False, index=True),
    Column("draft", Integer),  # that it is about; while there is one, it stays in front
    Column("message", Text, nullable=False),  # bot.conversation.notices, sealed
    Column("file", Text),  # what goes with it, sealed
    Column("old", Boolean, nullable=False, server_default=false()),  # seen, before something else was done
    Column("created_at", Moment, nullable=False, index=True),
    sqlite_autoincrement=True,  # what was seen up to a number is not what comes later
)
