"""Codes that organizations marked as used, wrong tries at their desks, and the index of codes as they are typed."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

FOLDED = "upper(replace(replace(replace(replace(code, '-', ''), ' ', ''), '.', ''), '_', ''))"


def upgrade() -> None:
    for name in ("redemption", "desk_try"):
        op.create_table(
            name,
            sa.Column("mark", sa.String(length=64), nullable=False),
            sa.Column("content", sa.Text(), nullable=False),
            sa.PrimaryKeyConstraint("mark", name=op.f(f"pk_{name}")),
            sqlite_with_rowid=False,
        )
    op.create_index("ix_voucher_folded", "voucher", [sa.text(FOLDED)])
