"""Rows that tell less: days for moments, ids and orders of chance, counts without companies; whose the key is."""

import secrets
from collections import Counter
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

DAYS = {
    "person": ("joined_at", "ended_at"),
    "voucher": ("claimed_at",),
    "reminder": ("asked_at",),
    "wrong_entry": ("reported_at",),
    "blocked": ("since",),
}
HOURS: dict[str, tuple[str, ...]] = {"conversation": ("updated_at",), "notice": ("created_at",)}
ORDERED_BY_KEY = ("conversation", "saved", "blocked", "press")
RANDOM = (
    ("voucher", "id"),
    ("pool_code", "voucher"),
    ("shared_use", "voucher"),
    ("reminder", "id"),
    ("wrong_entry", "id"),
)


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key_fingerprint", sa.String(length=64)),
        sa.Column("clock", sa.DateTime(timezone=True)),
        sa.Column("backup", sa.String(length=32)),
        sa.CheckConstraint("id = 1", name=op.f("ck_installation_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_installation")),
    )
    op.add_column("pool_code", sa.Column("set_aside_on", sa.Date()))
    op.drop_index("ix_pool_code_free", "pool_code")
    op.create_index("ix_pool_code_free", "pool_code", ["offer", "voucher", "set_aside_on", "id"])
    _cut(DAYS, "day", sqlite=sqlite)
    _cut(HOURS, "hour", sqlite=sqlite)
    _asked()
    _counted()
    for table in ORDERED_BY_KEY if sqlite else ():
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_with_rowid": False}):
            pass
    for table, column in () if sqlite else RANDOM:
        op.alter_column(table, column, type_=sa.BigInteger(), existing_type=sa.Integer())


def _cut(tables: dict[str, tuple[str, ...]], unit: str, *, sqlite: bool) -> None:
    """Cut moments to the day or the hour in UTC."""
    kept, rest = (10, " 00:00:00.000000") if unit == "day" else (13, ":00:00.000000")
    for table, columns in tables.items():
        for name in columns:
            cut = (
                f"substr({name}, 1, {kept}) || '{rest}'"
                if sqlite
                else f"date_trunc('{unit}', {name} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"
            )
            op.execute(sa.text(f"UPDATE {table} SET {name} = {cut} WHERE {name} IS NOT NULL"))  # noqa: S608 - our own names


def _asked() -> None:
    """Add the counts of a quarter up; the shard was three bits of a person's mark, and is nobody's now."""
    columns = (
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("need", sa.String(length=40), nullable=False),
        sa.Column("shard", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
    )
    sums: Counter[tuple[date, str]] = Counter()
    for row in _taken("asked", *columns):
        sums[date(row["day"].year, (row["day"].month + 2) // 3 * 3 - 2, 1), row["need"]] += row["count"]
    op.drop_table("asked")
    table = op.create_table(
        "asked",
        *columns,
        sa.PrimaryKeyConstraint("day", "need", "shard", name=op.f("pk_asked")),
        sqlite_with_rowid=False,
    )
    rows = [{"day": day, "need": need, "shard": secrets.randbelow(8), "count": n} for (day, need), n in sums.items()]
    _put(table, rows)


def _counted() -> None:
    """Take the company out of the key: it is sealed when the program that has the key starts (bot.people.sealing)."""
    columns = (
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
    )
    rows = _taken("counted", *columns)
    op.drop_table("counted")
    key = sa.PrimaryKeyConstraint("quarter", "kind", "value", "mark", name=op.f("pk_counted"))
    _put(op.create_table("counted", *columns, key, sqlite_with_rowid=False), rows)


def _taken(name: str, *columns: sa.Column[Any]) -> list[dict[str, Any]]:
    table = sa.table(name, *(sa.column(column.name, column.type) for column in columns))
    return [dict(row) for row in op.get_bind().execute(sa.select(table)).mappings()]


def _put(table: sa.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        op.bulk_insert(table, rows)
