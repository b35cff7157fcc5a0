"""What `kmzero run` can know of its configuration before it opens, migrates or learns anything."""

import re

from bot.config import Settings, Telegram
from bot.errors import CannotRun
from bot.store import address
from handlers import roles
from handlers.roles import Role
from handlers.webhook import webhook

TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")  # what @BotFather gives
NOBODY_TO_BE = (
    "there is no Telegram token: ask @BotFather for one and put it into config.yaml (telegram.token) "
    "or into the variable KMZERO_TELEGRAM__TOKEN"
)
NOT_COPIED_WHOLE = (
    "telegram.token: this is no token: it is digits, a colon, and letters (123456:AAE…); copy it whole from @BotFather "
    "into config.yaml (telegram.token) or into the variable KMZERO_TELEGRAM__TOKEN"
)


def look_ahead(settings: Settings, role: str) -> Role:
    """Return the role that was asked for. Raises CannotRun or BadConfig for what cannot be."""
    token = settings.telegram.token.get_secret_value().strip() if settings.telegram.token else ""
    if not token:
        raise CannotRun(NOBODY_TO_BE)
    if not TOKEN.fullmatch(token) and settings.telegram.base_url == Telegram().base_url:  # another server has its own
        raise CannotRun(NOT_COPIED_WHOLE)
    if role not in list(Role):
        raise CannotRun(f"--role {role}: one of {', '.join(Role)} is expected")
    hook = webhook(settings.telegram.webhook)
    sqlite = address.parse(settings.database.url).get_backend_name() == "sqlite"
    roles.possible(Role(role), hook, sqlite=sqlite)
    if hook and role in {Role.ALL, Role.WEBHOOK}:
        hook.listening().close()
    return Role(role)
