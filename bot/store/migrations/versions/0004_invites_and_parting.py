"""Invites know their place, end and maximum; a membership can end; companies that are gone stay known."""

import json
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("person", sa.Column("ended_at", sa.DateTime(timezone=True)))
    op.add_column("invite", sa.Column("place", sa.String(length=20), server_default="other", nullable=False))
    op.add_column("invite", sa.Column("ends_at", sa.DateTime(timezone=True)))
    op.add_column("invite", sa.Column("max_uses", sa.Integer()))
    op.add_column("invite", sa.Column("uses", sa.Integer(), server_default="0", nullable=False))
    known = op.create_table(
        "known_company",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("last_day", sa.Date()),
        sa.Column("gone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_company")),
    )
    op.bulk_insert(known, _published())


def _published() -> list[dict[str, Any]]:
    """Return the companies of all releases; one that the newest release lacks went when that was published."""
    found: dict[str, dict[str, Any]] = {}
    query = sa.text("SELECT document, published_at FROM release ORDER BY number")
    for row in op.get_bind().execute(query.columns(document=sa.Text, published_at=sa.DateTime(timezone=True))):
        here = {company["id"]: _row(company) for company in json.loads(row.document)["companies"]}
        for key in found.keys() - here.keys():
            found[key]["gone_at"] = found[key]["gone_at"] or row.published_at
        found |= here
    return list(found.values())


def _row(company: dict[str, Any]) -> dict[str, Any]:
    last = company.get("member", {}).get("last")
    day = date.fromisoformat(last) if last else None
    return {"id": company["id"], "name": company["name"], "last_day": day, "gone_at": None}
