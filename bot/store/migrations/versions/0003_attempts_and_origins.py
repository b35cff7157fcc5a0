"""Every try to publish, and where a release came from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:

    op.create_table(
        "publish_attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("release", sa.Integer(), nullable=True),
        sa.Column("problems", sa.Integer(), nullable=False),
        sa.Column("first", sa.String(length=500), nullable=True),
        sa.ForeignKeyConstraint(["release"], ["release.number"], name=op.f("fk_publish_attempt_release")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publish_attempt")),
    )
    op.create_table(
        "origin",
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("lesson", sa.String(length=64), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["release"], ["release.number"], name=op.f("fk_origin_release")),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_origin")),
    )
    op.create_index(op.f("ix_origin_lesson"), "origin", ["lesson"], unique=False)
