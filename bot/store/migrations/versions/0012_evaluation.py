"""The evaluation of a programme: its forms, what people answered, what was published; the day of some reports."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "evaluation",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True)),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("figures", sa.JSON()),
        sa.Column("digest", sa.String(length=64)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
    )
    op.create_table(
        "outcome",
        sa.Column("evaluation", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("evaluation", "mark", name=op.f("pk_outcome")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "form_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("evaluation", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("owner", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        sa.Column("answers", sa.Text()),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_form_link")),
    )
    op.create_table(
        "evaluation_page",
        sa.Column("evaluation", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("owner", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_evaluation_page_evaluation_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "kind", "owner", "name", name=op.f("pk_evaluation_page")),
    )
    op.add_column("wrong_entry", sa.Column("content", sa.Text()))
