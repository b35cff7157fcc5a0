"""Imports of codes have numbers, and a code knows for which validity of its offer it was imported."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "code_import",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("offer", sa.String(length=40), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("role", sa.Integer()),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_code_import")),
    )
    with op.batch_alter_table("pool_code") as batch:
        batch.add_column(sa.Column("valid_from", sa.Date()))
        batch.add_column(sa.Column("import_number", sa.Integer()))
        batch.create_foreign_key(op.f("fk_pool_code_import_number"), "code_import", ["import_number"], ["number"])
    op.drop_index("ix_pool_code_free", "pool_code")
    op.create_index("ix_pool_code_free", "pool_code", ["offer", "voucher", "set_aside_on", "valid_from", "id"])
    codes = sa.table("pool_code", sa.column("offer"), sa.column("valid_from", sa.Date()), sa.column("generated"))
    for offer, first in _live_seasons():
        mine = codes.c.offer == offer, codes.c.generated == sa.false()
        op.get_bind().execute(sa.update(codes).where(*mine).values(valid_from=first))


def _live_seasons() -> Iterator[tuple[str, date]]:
    """Yield the offers of the live release with their first day: what is free today was imported for it."""
    live = "SELECT document FROM release JOIN current_release ON current_release.number = release.number"
    document: dict[str, Any] = json.loads(op.get_bind().execute(sa.text(live)).scalar() or "{}")
    services = (service for one in document.get("organizations", ()) for service in one.get("services", ()))
    for offer in (offer for service in services for offer in service.get("offers", ())):
        if first := offer["valid"].get("first"):
            yield offer["id"], date.fromisoformat(first)
