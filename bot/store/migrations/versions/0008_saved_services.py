"""Services that members put aside, and the hour of a reminder."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("reminder", sa.Column("hour", sa.Integer()))
    op.create_table(
        "saved",
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_saved_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", "service", name=op.f("pk_saved")),
    )
