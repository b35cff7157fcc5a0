"""Invites know their place, end and maximum; a membership can end; companies that are gone stay known."""

import json
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"


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
        sa.Column("gone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_company")),
    )
    op.bulk_insert(known, _published())


def _published() -> list[dict[str, str | datetime | None]]:
    """Return the companies of all releases; one that the newest release lacks went when that was published."""
    found: dict[str, dict[str, str | datetime | None]] = {}
    query = sa.text("SELECT document, published_at FROM release ORDER BY number")
    for row in op.get_bind().execute(query.columns(document=sa.Text, published_at=sa.DateTime(timezone=True))):
        companies = {company["id"]: company["name"] for company in json.loads(row.document)["companies"]}
        for name in found.keys() - companies.keys():
            found[name]["gone_at"] = found[name]["gone_at"] or row.published_at
        found |= {key: {"id": key, "name": name, "gone_at": None} for key, name in companies.items()}
    return list(found.values())
