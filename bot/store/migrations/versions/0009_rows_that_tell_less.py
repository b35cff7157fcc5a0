"""Rows that tell less: days for moments, ids and orders of chance, counts without companies; whose the key is."""

import json
import secrets
from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

DAYS = {
    "person": ("joined_at", "ended_at"),
    "voucher": ("claimed_at",),
    "pool_code": ("imported_at",),
}
MONTHS: dict[str, tuple[str, ...]] = {"wrong_entry": ("reported_at",), "blocked": ("since",)}
HOURS: dict[str, tuple[str, ...]] = {"notice": ("created_at",)}
ORDERED_BY_KEY = ("blocked", "press")
MOMENT = sa.DateTime(timezone=True)
RANDOM = (
    ("voucher", "id"),
    ("pool_code", "voucher"),
    ("shared_use", "voucher"),
    ("wrong_entry", "id"),
)
CUT = {"month": (7, "-01 00:00:00.000000"), "day": (10, " 00:00:00.000000"), "hour": (13, ":00:00.000000")}


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
    _cut(MONTHS, "month", sqlite=sqlite)
    _asked()
    _sealed("counted", "quarter", ("company", "kind", "value"))
    _sealed("unmet", "month", ("need", "town", "week", "mark"))
    _saved()
    _conversation()
    _reminders()
    for table, column in () if sqlite else RANDOM:
        op.alter_column(table, column, type_=sa.BigInteger(), existing_type=sa.Integer())
    _vouchers()
    if sqlite:
        _people()
    for table in ORDERED_BY_KEY if sqlite else ():
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_with_rowid": False}):
            pass


def _cut(tables: dict[str, tuple[str, ...]], unit: str, *, sqlite: bool) -> None:
    """Cut moments to the day or the hour in UTC."""
    kept, rest = CUT[unit]
    for table, columns in tables.items():
        for name in columns:
            cut = (
                f"substr({name}, 1, {kept}) || '{rest}'"
                if sqlite
                else f"date_trunc('{unit}', {name} AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"
            )
            op.execute(sa.text(f"UPDATE {table} SET {name} = {cut} WHERE {name} IS NOT NULL"))  # noqa: S608 - our own names


def _vouchers() -> None:
    """Give vouchers ids of chance: in the order of giving they would tie those of one person together."""
    bind = op.get_bind()
    for number in bind.execute(sa.text("SELECT id FROM voucher ORDER BY id")).scalars().all():
        values = {"old": number, "new": secrets.randbits(62) + 2**32}
        columns = "offer, person, mark, code, claimed_at, expires_on"
        copied = f"INSERT INTO voucher (id, turn, {columns}) SELECT :new, -turn, {columns} FROM voucher WHERE id = :old"  # noqa: S608 - our own names
        bind.execute(sa.text(copied), values)
        for table in ("pool_code", "shared_use"):
            bind.execute(sa.text(f"UPDATE {table} SET voucher = :new WHERE voucher = :old"), values)  # noqa: S608 - as above
        bind.execute(sa.text("DELETE FROM voucher WHERE id = :old"), values)
    bind.execute(sa.text("UPDATE voucher SET turn = -turn"))


def _people() -> None:
    """Lay people down in the order of their pseudonyms; what hangs on them is held meanwhile: a DROP would take it."""
    texts = [sa.Column(name, sa.Text()) for name in ("id", "company", "language", "consent")]
    people = _taken("person", *texts, sa.Column("joined_at", MOMENT), sa.Column("ended_at", MOMENT))
    held = _taken("voucher", sa.Column("id", sa.BigInteger()), sa.Column("person", sa.Text()))
    aside = [sa.Column(name, sa.Text()) for name in ("person", "mark", "service")]
    saved = _taken("saved", *aside, sa.Column("saved_on", sa.Date()))
    op.drop_table("person")
    table = op.create_table(
        "person",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("company", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("consent", sa.String(length=16), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_with_rowid=False,
    )
    _put(table, people)
    again = sa.text("UPDATE voucher SET person = :person WHERE id = :id")
    for row in held:
        op.get_bind().execute(again, row)
    op.get_bind().execute(sa.text("DELETE FROM saved"))
    _put(
        sa.table(
            "saved", *(sa.column(name) for name in ("person", "mark", "service")), sa.column("saved_on", sa.Date())
        ),
        saved,
    )


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


def _sealed(name: str, period: str, content: tuple[str, ...]) -> None:
    """Put what a row says into one column; the program, which has the key, seals it (bot.people.sealing)."""
    kind = sa.String(length=6) if period == "quarter" else sa.Date()
    dated = {"week": sa.Date()}
    columns = (
        sa.Column(column, dated.get(column, sa.Text()), nullable=False) for column in content if column != "mark"
    )
    rows = _taken(name, sa.Column(period, kind), sa.Column("mark", sa.String(length=32)), *columns)
    op.drop_table(name)
    table = op.create_table(
        name,
        sa.Column(period, kind, nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(period, "mark", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
    # The mark of a gap was one for several rows; whoever seals them gives each its own.
    marks = [row["mark"] if name == "counted" else secrets.token_hex(16) for row in rows]
    texts = [json.dumps([str(row[column]) for column in content]) for row in rows]
    _put(table, [{period: row[period], "mark": m, "content": t} for row, m, t in zip(rows, marks, texts, strict=True)])


def _saved() -> None:
    columns = (
        sa.Column("person", sa.String(length=64)),
        sa.Column("service", sa.Text()),
        sa.Column("saved_on", sa.Date()),
    )
    rows = _taken("saved", *columns)
    op.drop_table("saved")
    table = op.create_table(
        "saved",
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("saved_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_saved_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", "mark", name=op.f("pk_saved")),
        sqlite_with_rowid=False,
    )
    _put(table, [row | {"mark": secrets.token_hex(32)} for row in rows])


def _reminders() -> None:
    """Put all of a reminder into one column; its mark was the chat's, one for several."""
    texts: list[sa.Column[Any]] = [sa.Column(name, sa.Text()) for name in ("chat", "kind", "offer")]
    texts += [sa.Column("due_on", sa.Date()), sa.Column("hour", sa.Integer()), sa.Column("asked_at", MOMENT)]
    rows = _taken("reminder", *texts)
    op.drop_table("reminder")
    table = op.create_table(
        "reminder",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint("mark", name=op.f("uq_reminder_mark")),
    )
    contents = [json.dumps([row["chat"], row["kind"], row["offer"], str(row["due_on"]), *_times(row)]) for row in rows]
    marks = [{"id": secrets.randbits(62), "mark": secrets.token_hex(32)} for _ in rows]
    _put(table, [mark | {"content": content} for mark, content in zip(marks, contents, strict=True)])


def _times(row: dict[str, Any]) -> tuple[str, str]:
    return "" if row["hour"] is None else str(row["hour"]), f"{row['asked_at']:%Y-%m-%d}"


def _conversation() -> None:
    """Put the moment into the state: both are sealed by the program."""
    columns = sa.Column("chat", sa.Text()), sa.Column("state", sa.JSON()), sa.Column("updated_at", MOMENT)
    rows = _taken("conversation", *columns)
    op.drop_table("conversation")
    table = op.create_table(
        "conversation",
        sa.Column("chat", sa.String(length=64), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("chat", name=op.f("pk_conversation")),
        sqlite_with_rowid=False,
    )
    _put(table, [{"chat": row["chat"], "state": [_aware(row["updated_at"]), row["state"]]} for row in rows])


def _aware(moment: datetime) -> str:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _taken(name: str, *columns: sa.Column[Any]) -> list[dict[str, Any]]:
    table = sa.table(name, *(sa.column(column.name, column.type) for column in columns))
    return [dict(row) for row in op.get_bind().execute(sa.select(table)).mappings()]


def _put(table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        op.bulk_insert(table, rows)
