"""Every table of the database. What must never happen twice is a key here, not a check in the code."""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)
from sqlalchemy import UniqueConstraint as Unique

from bot.store.columns import Day, Moment, Month, RandomId, random_id

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def only(condition: str) -> dict[str, Any]:
    """Limit an index to the few rows that are still open."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


# A code as it is looked for: whoever types it leaves out dashes, and writes small letters. See bot.partners.typed.
FOLDED = "upper(replace(replace(replace(replace(code, '-', ''), ' ', ''), '.', ''), '_', ''))"

release = Table(
    "release",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("published_at", Moment, nullable=False),
    Column("digest", String(64), nullable=False),  # SHA-256 of the document
    Column("document", Text, nullable=False),  # bot.catalogue.model.Release as JSON
    Column("engine", LargeBinary, nullable=False),  # what understanding learned from it
)

current = Table(
    "current_release",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("number", Integer, ForeignKey("release.number"), nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", String(64), primary_key=True),  # HMAC(key, company, user): see bot.people.keys
    Column("company", String(40), nullable=False),
    Column("language", String(2), nullable=False),
    Column("consent", String(16), nullable=False),  # the version of the text that was shown
    Column("joined_at", Day, nullable=False),  # when they said yes to it
    Column("ended_at", Day),  # no member any more: here only as long as a voucher hangs on it
    sqlite_with_rowid=False,  # rows lie in the order of their keys, which tells nothing; so below
)

conversation = Table(
    "conversation",
    metadata,
    Column("chat", String(64), primary_key=True),  # HMAC(key, "chat", user)
    Column("state", JSON, nullable=False),  # sealed: when, and bot.conversation.talk.state.State, without typed words
    sqlite_with_rowid=False,
)

invite = Table(
    "invite",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of the 128-bit token
    Column("company", String(40), nullable=False),
    Column("place", String(20), nullable=False, server_default="other"),  # where it hangs: bot.people.invites.PLACES
    Column("created_at", Moment, nullable=False),
    Column("ends_at", Moment),
    Column("max_uses", Integer),
    Column("uses", Integer, nullable=False, server_default="0"),  # people who said yes through it; nobody's name
    Column("revoked_at", Moment),
)

code_import = Table(
    "code_import",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("offer", String(40), nullable=False),
    Column("imported_at", Moment, nullable=False),
    Column("role", Integer),  # the coordinator's number; none for who sits at the server
    Column("organization", String(40)),  # whose act it is, where it is an organization's
    Column("codes", Integer, nullable=False),  # that came in with it
    Column("undone_at", Moment),
)

pool_code = Table(
    "pool_code",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("offer", String(40), nullable=False),
    Column("code", String(64), nullable=False),
    Column("voucher", ForeignKey("voucher.id"), unique=True),  # a code belongs to one claim
    Column("imported_at", Day, nullable=False),
    Column("generated", Boolean, nullable=False, server_default=false()),  # made by the bot: never given a second time
    Column("set_aside_on", Date),  # not to be given any more: a restored backup cannot know whether somebody has it
    Column("import_number", ForeignKey("code_import.number")),  # none for what the bot made, or got before 0.3
    Column("valid_from", Date),  # first day of the offer's validity for which it was imported; none: it was open
    Unique("offer", "code"),
    Index("ix_pool_code_free", "offer", "voucher", "set_aside_on", "valid_from", "id"),
)

voucher = Table(
    "voucher",
    metadata,
    Column("id", RandomId, primary_key=True, default=random_id),
    Column("offer", String(40), nullable=False),
    Column("person", ForeignKey("person.id", ondelete="SET NULL"), index=True),
    Column("mark", String(64), nullable=False),  # one-way, of the offer and the user: the limit outlives the erasure
    Column(
        "turn", Integer, nullable=False
    ),  # 1, 2, … up to the offer's limit for each person; what was given back is free
    Column("code", String(64)),  # none for the badge
    Column("claimed_at", Day, nullable=False),
    Column("expires_on", Date),
    Unique("offer", "mark", "turn"),
    Index("ix_voucher_folded", text(FOLDED)),
)

shared_use = Table(
    "shared_use",
    metadata,
    Column("offer", String(40), primary_key=True),
    Column("turn", Integer, primary_key=True),  # 1, 2, … of a shared code, over all seasons
    Column("voucher", ForeignKey("voucher.id"), nullable=False, unique=True),
)

asked = Table(
    "asked",
    metadata,
    Column("day", Date, primary_key=True),  # the first one of the quarter
    Column("need", String(40), primary_key=True),
    Column("shard", Integer, primary_key=True, autoincrement=False),  # any number: see bot.insight.need_counts
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat", String(32)),  # keyed mark, for the order: none for an update without a chat, and once it is done
    Column("body", Text),  # sealed with a key that is not in the database; emptied when the update is done
    Column("received_at", Moment, nullable=False),
    Column("done_at", Moment, index=True),
    Column("failure", String(80)),  # the class of the error, never its words
    Index("ix_inbox_chat", "chat", "received_at", "update_id", **only("done_at IS NULL")),
    Index("ix_inbox_waiting", "received_at", "update_id", **only("done_at IS NULL")),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat", String(32), nullable=False),  # keyed mark, as in inbox; gone once sent
    Column("method", String(40), nullable=False),
    Column("body", Text),  # JSON of the call's parameters, sealed; emptied when sent
    Column("created_at", Moment, nullable=False),
    Column("not_before", Moment),
    Column("attempts", Integer, nullable=False, default=0),
    Column("sent_at", Moment, index=True),
    Column("failure", String(80)),
    Index("ix_outbox_open", "chat", "id", **only("sent_at IS NULL AND failure IS NULL")),
)

press = Table(
    "press",
    metadata,
    Column("mark", String(64), primary_key=True),  # HMAC of chat, message and button: see handlers.deduplication
    Column("answered_at", Moment, nullable=False, index=True),
    sqlite_with_rowid=False,
)

blocked = Table(
    "blocked",
    metadata,
    Column("chat", String(64), primary_key=True),  # as in conversation; the person stopped the bot or left Telegram
    Column("since", Month, nullable=False),
    sqlite_with_rowid=False,
)

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("key_fingerprint", String(64)),  # HMAC(key, "fingerprint"): which key the marks were made with
    Column("clock", Moment),  # the newest time that was seen: bot.store.clock
    Column("backup", String(32)),  # of a backup, its name: bot.store.copying
    Column("bot_username", String(64)),  # as Telegram says it: bot.store.observations
    Column("webhook_url", Text),  # the address that Telegram was given; none: it was asked for updates
)

alarm = Table(
    "alarm",
    metadata,
    Column("offer", String(40), primary_key=True),
    Column("level", Integer, primary_key=True, autoincrement=False),  # percent of the pool that is left: 50, 25, 10, 0
    Column("raised_at", Moment, nullable=False),
)
