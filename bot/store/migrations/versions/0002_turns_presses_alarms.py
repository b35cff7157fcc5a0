"""Whose turn an update is in, presses, blocked chats, stock alarms, and indexes over what is still open."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:

    op.add_column("pool_code", sa.Column("generated", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("inbox", sa.Column("chat", sa.String(length=32), nullable=True))
    waits = _only("done_at IS NULL")
    op.create_index("ix_inbox_chat", "inbox", ["chat", "received_at", "update_id"], unique=False, **waits)
    op.create_index("ix_inbox_waiting", "inbox", ["received_at", "update_id"], unique=False, **waits)
    is_open = _only("sent_at IS NULL AND failure IS NULL")
    op.create_index("ix_outbox_open", "outbox", ["chat", "id"], unique=False, **is_open)
    _create_tables()


def _only(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _create_tables() -> None:
    op.create_table(
        "press",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_press")),
    )
    op.create_index(op.f("ix_press_answered_at"), "press", ["answered_at"], unique=False)
    op.create_table(
        "blocked",
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_blocked")),
    )
    op.create_table(
        "alarm",
        sa.Column("offer", sa.String(length=40), nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("offer", "level", name=op.f("pk_alarm")),
    )
