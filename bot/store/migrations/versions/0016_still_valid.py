"""What organizations are asked and propose: drafts and lines of the audit that are no coordinator's."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "ask",
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("asks", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date()),
        sa.Column("answered_on", sa.Date()),
        sa.PrimaryKeyConstraint("service", name=op.f("pk_ask")),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organization", sa.String(length=40), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("value", sa.JSON()),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_organization"), "proposal", ["organization"])
    op.create_index(op.f("ix_proposal_ended_at"), "proposal", ["ended_at"])
    still_open = sa.text("ended_at IS NULL")
    op.create_index(
        "ux_proposal_open",
        "proposal",
        ["service", "field"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )
    with op.batch_alter_table("draft") as batch:
        batch.alter_column("role", existing_type=sa.Integer(), nullable=True)
        batch.add_column(sa.Column("proposal", sa.Integer()))
    op.add_column("audit", sa.Column("organization", sa.String(length=40)))
