"""What one process does. On SQLite it does all; on PostgreSQL many processes may share the work."""

from enum import StrEnum

from bot.errors import CannotRun
from handlers.webhook import Webhook


class Role(StrEnum):
    """`webhook` takes updates in, `worker` answers them, `sender` sends the answers; of the senders one leads."""

    ALL = "all"
    WEBHOOK = "webhook"
    WORKER = "worker"
    SENDER = "sender"


def possible(role: Role, hook: Webhook | None, *, sqlite: bool) -> None:
    """Raise CannotRun where a role makes no sense with this configuration."""
    if role is not Role.ALL and sqlite:
        raise CannotRun(f"--role {role}: several processes need PostgreSQL (database.url); SQLite is for one")
    if role is not Role.ALL and hook is None:
        raise CannotRun(f"--role {role}: roles need a webhook (telegram.webhook.url); polling is part of --role all")
