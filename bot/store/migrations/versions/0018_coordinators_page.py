"""What stands on a coordinator's page: messages, the question in course, and which drafts came from there."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "web_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Integer()),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("file", sa.Text()),
        sa.Column("old", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["role"], ["role.number"], name=op.f("fk_web_message_role_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_message")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_web_message_role"), "web_message", ["role"])
    op.create_index(op.f("ix_web_message_created_at"), "web_message", ["created_at"])
    op.add_column("role", sa.Column("asking_web", sa.JSON()))
    op.add_column("draft", sa.Column("web", sa.Boolean(), server_default=sa.false(), nullable=False))
