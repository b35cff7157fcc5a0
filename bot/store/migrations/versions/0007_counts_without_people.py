"""What is counted without people, unmet needs, and the ledger of published reports."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:

    _counts()
    op.create_table(
        "publication",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", "quarter", name=op.f("pk_publication")),
    )
    key = ["kind", "id", "quarter"]
    op.create_table(
        "page",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint(*key, "name", name=op.f("pk_page")),
        sa.ForeignKeyConstraint(key, [f"publication.{column}" for column in key], name=op.f("fk_page_kind_id_quarter")),
    )


def _counts() -> None:
    op.create_table(
        "counted",
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("company", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("quarter", "company", "kind", "value", "mark", name=op.f("pk_counted")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "unmet",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("need", sa.String(length=40), nullable=False),
        sa.Column("town", sa.String(length=40), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("month", "need", "town", "week", "mark", name=op.f("pk_unmet")),
        sqlite_with_rowid=False,
    )
