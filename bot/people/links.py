"""The bot's name and the links that lead to it: the token's own name, which `kmzero run` learnt, else the settings'."""

from sqlalchemy import Connection

from bot.errors import CannotRun
from bot.store import observations

TELEGRAM = "https://t.me/"
NO_NAME = (
    "telegram.username: the bot's name on Telegram is not known yet, and a link must lead to it: start `kmzero run` "
    "once with its token, or set telegram.username"
)
DISAGREE = (
    "telegram.username is {configured}, but the token is @{known}'s: links lead to @{known}; if that is wrong, the "
    "token is another bot's"
)


def username(tx: Connection, configured: str | None) -> str:
    """Return the bot's name, without @. Raises CannotRun where nobody has said it."""
    name = observations.bot_username(tx) or configured
    if not name:
        raise CannotRun(NO_NAME)
    return name


def disagreement(known: str | None, configured: str | None) -> str | None:
    """Say that the settings name another bot than the token does; None where they agree, or one says nothing."""
    if not known or not configured or known.casefold() == configured.casefold():
        return None
    return DISAGREE.format(known=known, configured=configured)


def doubt(tx: Connection, configured: str | None) -> str | None:
    """Say the same of the name that is kept."""
    return disagreement(observations.bot_username(tx), configured)


def link(name: str, token: str) -> str:
    """Return the link that opens the bot with a token."""
    return f"{TELEGRAM}{name}?start={token}"


def page_link(web: str, token: str) -> str:
    """Return the link to the page, under the address `web`, that says what this is before it opens the bot."""
    return f"{web}/i/{token}"


def is_page(address: str) -> bool:
    """Tell whether a link leads to such a page, and not straight to Telegram."""
    return not address.startswith(TELEGRAM)
