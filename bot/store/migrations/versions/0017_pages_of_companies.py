"""Companies that ask to leave, codes that organizations send by their pages, and whose act a line of the audit is."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "leaving",
        sa.Column("company", sa.String(length=40), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("company", name=op.f("pk_leaving")),
    )
    op.create_index(op.f("ix_leaving_asked_at"), "leaving", ["asked_at"])
    op.create_table(
        "sent_codes",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organization", sa.String(length=40), nullable=False),
        sa.Column("offer", sa.String(length=40), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_codes")),
    )
    op.create_index(op.f("ix_sent_codes_sent_at"), "sent_codes", ["sent_at"])
    op.add_column("audit", sa.Column("company", sa.String(length=40)))
    op.add_column("code_import", sa.Column("organization", sa.String(length=40)))
