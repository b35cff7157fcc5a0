"""The evaluation of a programme: when its forms are open, what people answered under marks, and what was published."""

from sqlalchemy import JSON, Column, Date, ForeignKeyConstraint, LargeBinary, String, Table, Text

from bot.store.columns import Day, Moment
from bot.store.tables import metadata

evaluation = Table(
    "evaluation",
    metadata,
    Column("id", String(40), primary_key=True),  # of evaluation.yaml
    Column("ends_on", Date, nullable=False),  # last day of its period
    Column("opened_at", Moment),  # the forms
    Column("closed_at", Moment),
    Column("published_at", Moment),
    Column("figures", JSON),  # as they were published: rounded, and None where one is hidden
    Column("digest", String(64)),  # SHA-256 of the figures
)

# As in `counted`, but for the whole period of an evaluation; no row says in which week it was made.
outcome = Table(
    "outcome",
    metadata,
    Column("evaluation", String(40), primary_key=True),
    Column("mark", String(32), primary_key=True),
    Column("content", Text, nullable=False),  # sealed: company, kind (bot.evaluation.outcomes.Kind), value
    sqlite_with_rowid=False,
)

form_link = Table(
    "form_link",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # SHA-256 of the token, as of an invite's
    Column("evaluation", String(40), nullable=False),
    Column("kind", String(12), nullable=False),  # companies, organizations
    Column("owner", String(40), nullable=False),  # the id of the company or organization that answers
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("answers", Text),  # sealed: question -> answer, as JSON
    Column("answered_at", Day),  # when the last question was answered
)

evaluation_page = Table(
    "evaluation_page",
    metadata,
    Column("evaluation", String(40), primary_key=True),
    Column("kind", String(12), primary_key=True),  # network, company, organization
    Column("owner", String(40), primary_key=True),
    Column("name", String(120), primary_key=True),  # of the file
    Column("content", LargeBinary, nullable=False),
    ForeignKeyConstraint(["evaluation"], [evaluation.c.id]),
)
