"""Tables of those who keep the catalogue: role, drafts, audit; notices; and what employees report as wrong.

No name is here: a coordinator is a number, a keyed mark, and a chat that only the key outside the database can open.
"""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text, false
from sqlalchemy import UniqueConstraint as Unique

from bot.store.columns import Hour, Moment, Month, RandomId, random_id
from bot.store.tables import metadata

role = Table(
    "role",
    metadata,
    Column("number", Integer, primary_key=True),  # what the audit calls the coordinator by
    Column("mark", String(64), unique=True),  # HMAC(key, "coordinator", user); none once they said forget me
    Column("language", String(2), nullable=False),
    Column("chat", Text),  # sealed with a key that is not in the database: the bot can write first
    Column("since", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("asking", JSON),  # the question that the bot has put and that waits for a typed answer
    Column("asking_web", JSON),  # the same, on their page
)

role_invite = Table(
    "role_invite",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of the 128-bit token
    Column("created_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("used_at", Moment),
)

draft = Table(
    "draft",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("role", ForeignKey("role.number")),  # none for a change that an organization makes by itself
    Column("base", Integer, nullable=False),  # the release that was live when it was made
    Column("stage", String(16), nullable=False),  # bot.coordination.drafts.Stage
    Column("name", String(255), nullable=False),  # of the file that was sent
    Column("handle", String(255)),  # where the face can fetch the file that was sent, until it has
    Column("content", LargeBinary),  # the file that was sent, until it was looked at
    Column("whole", Boolean, nullable=False, server_default=false()),  # all the files, not some of them
    Column("files", JSON, nullable=False),  # path -> text
    Column("edit", JSON),  # or one change of one service: bot.coordination.drafts.Edit
    Column("engine", LargeBinary),  # what was learned from it, where that took long
    Column("proposal", Integer),  # of an organization, that this makes true: bot.store.partners
    Column("web", Boolean, nullable=False, server_default=false()),  # from their page, where its result is told
    Column("made_at", Moment, nullable=False, index=True),
    Column("taken_at", Moment),  # by who works on it now
)

source_text = Table(
    "source_text",
    metadata,
    Column("digest", String(64), primary_key=True),  # SHA-256: releases share the files that did not change
    Column("text", Text, nullable=False),
)

release_source = Table(
    "release_source",
    metadata,
    Column("number", ForeignKey("release.number"), primary_key=True, autoincrement=False),
    Column("path", String(255), primary_key=True),  # in the knowledge folder, with slashes
    Column("digest", ForeignKey("source_text.digest"), nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("role", Integer),  # the coordinator's number; none for who sits at the server
    Column("organization", String(40)),  # whose act it is, where it is an organization's
    Column("company", String(40)),  # the same of a company
    Column("release", Integer),  # that it made
    Column("act", String(16), nullable=False),  # bot.editorial.audit.Act
    Column("subject", String(255), nullable=False),  # a service's id, a file's name, a release's number
    Column("field", String(40)),
    Column("old", Text),
    Column("new", Text),
)

notice = Table(
    "notice",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mark", String(64), nullable=False, index=True),  # HMAC(key, "notice", user)
    Column("chat", Text, nullable=False),  # sealed, as in role
    Column("message", JSON, nullable=False),  # bot.conversation.notices, sealed
    Column("created_at", Hour, nullable=False, index=True),
)

wrong_entry = Table(
    "wrong_entry",
    metadata,
    Column("id", RandomId, primary_key=True, default=random_id),
    Column("service", String(40), nullable=False),
    Column("kind", String(8), nullable=False),  # bot.insight.wrong.Kind
    Column("release", Integer, nullable=False),  # that the person saw
    Column("mark", String(64), nullable=False),  # one-way, of the person and the service: nobody counts twice
    Column("reported_at", Month, nullable=False, index=True),
    Column("content", Text),  # sealed: the day, where reports are over after some (bot.insight.wrong)
    Unique("service", "kind", "mark"),
)

wrong_told = Table(
    "wrong_told",
    metadata,
    Column("service", String(40), primary_key=True),  # the coordinators were told of its reports
    Column("told_at", Moment, nullable=False),
)
