"""The bot's name on Telegram: learnt from the token at every start, and kept for the links that lead to it."""

import logging

from sqlalchemy.exc import SQLAlchemyError

from bot.people import links
from bot.store import observations
from bot.store.engine import Store
from handlers.application import Face

CURE = "take telegram.username out of the settings, or bring the token of the bot that it names"

log = logging.getLogger(__name__)


async def learn(face: Face, configured: str | None) -> None:
    """Keep what Telegram calls us, and say so where the settings name another bot."""
    name = face.client.username
    try:
        await face.worker.run(_keep, face.means.store, name)
    except SQLAlchemyError as error:
        log.warning("the bot's name cannot be kept: %s", type(error).__name__)
    if found := links.disagreement(name, configured):
        log.error("%s", found)
        face.noted.wrong("username", found, CURE)


def _keep(store: Store, name: str) -> None:
    with store.read() as tx:
        if observations.bot_username(tx) == name:
            return
    with store.write() as tx:
        observations.learn_username(tx, name)
