"""The links that open a page of the web face for one role, and the browsers in which they were opened."""

from sqlalchemy import Column, String, Table

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
