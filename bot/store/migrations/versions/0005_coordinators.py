"""Coordinators: roles, drafts, sources of releases, the audit, notices, and reports of wrong entries."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _roles()
    _drafts()
    _sources()
    _audit()
    _reports()


def _roles() -> None:
    op.create_table(
        "role",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(64)),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("chat", sa.Text()),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT),
        sa.Column("asking", sa.JSON()),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_role")),
        sa.UniqueConstraint("mark", name=op.f("uq_role_mark")),
    )
    op.create_table(
        "role_invite",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_role_invite")),
    )


def _drafts() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Integer(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("handle", sa.String(255)),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("whole", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("edit", sa.JSON()),
        sa.Column("engine", sa.LargeBinary()),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("taken_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.ForeignKeyConstraint(["role"], ["role.number"], name=op.f("fk_draft_role")),
    )
    op.create_index(op.f("ix_draft_made_at"), "draft", ["made_at"])


def _sources() -> None:
    op.create_table(
        "source_text",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_source_text")),
    )
    op.create_table(
        "release_source",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("path", sa.String(255), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", "path", name=op.f("pk_release_source")),
        sa.ForeignKeyConstraint(["number"], ["release.number"], name=op.f("fk_release_source_number")),
        sa.ForeignKeyConstraint(["digest"], ["source_text.digest"], name=op.f("fk_release_source_digest")),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("role", sa.Integer()),
        sa.Column("release", sa.Integer()),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("subject", sa.String(255), nullable=False),
        sa.Column("field", sa.String(40)),
        sa.Column("old", sa.Text()),
        sa.Column("new", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("message", sa.JSON(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_mark"), "notice", ["mark"])
    op.create_index(op.f("ix_notice_created_at"), "notice", ["created_at"])


def _reports() -> None:
    op.create_table(
        "wrong_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("release", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("reported_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_entry")),
        sa.UniqueConstraint("service", "kind", "mark", name=op.f("uq_wrong_entry_service_kind_mark")),
    )
    op.create_index(op.f("ix_wrong_entry_reported_at"), "wrong_entry", ["reported_at"])
    op.create_table(
        "wrong_told",
        sa.Column("service", sa.String(40), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("service", name=op.f("pk_wrong_told")),
    )
