"""What running processes see, the bot's name, and the address that Telegram was given."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "observation",
        sa.Column("what", sa.String(length=60), nullable=False),
        sa.Column("detail", sa.String(length=500), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_observation")),
    )
    op.add_column("installation", sa.Column("bot_username", sa.String(length=64)))
    op.add_column("installation", sa.Column("webhook_url", sa.Text()))
