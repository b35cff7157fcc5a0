"""How Telegram is told where updates go: `setWebhook`, or `deleteWebhook` for polling, until it works.

Nobody's webhook is taken away: an address that neither the settings nor this database know is another program's.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import BadRequest, TelegramError

from bot.errors import CannotRun
from bot.store import observations
from bot.store.engine import Store
from handlers.api import webhook_state
from handlers.api.bot_client import BotClient
from handlers.api.failures import asked, backoff
from handlers.api.token_status import reason
from handlers.api.webhook_state import shown
from handlers.noted import Noted
from handlers.worker import Worker

SLOWLY = 60.0  # seconds before what Telegram refuses is tried again: the operator has something to mend
FOREIGN = (
    "Telegram brings this bot's updates to {theirs}, which this network did not set: another `kmzero run` answers with "
    "the same token. Stop that one, or take its place with `kmzero run --take-over`"
)
CURES = {
    "ports": "telegram.webhook.url: use port 443, 80, 88 or 8443",
    "resolve": "telegram.webhook.url: this name is not known to DNS",
    "https": "telegram.webhook.url: an address with https is needed",
}
AGAIN = "it is tried again by itself; where the reason is in telegram.webhook, mend it and restart"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Announcing:
    """`wanted` are the parameters of setWebhook, None for polling; `take_over` says that another's webhook may go."""

    client: BotClient
    store: Store
    worker: Worker
    noted: Noted
    wanted: dict[str, Any] | None
    take_over: bool = False

    async def check(self) -> None:
        """Look whose webhook there is. Raises CannotRun where it is another program's, TelegramError."""
        theirs = webhook_state.read(await self.client.call("getWebhookInfo", {})).url
        if not theirs or self.take_over or (self.wanted and theirs == self.wanted["url"]):
            return
        if theirs != await self.worker.run(self._ours):
            raise CannotRun(FOREIGN.format(theirs=shown(theirs)))

    async def run(self, lost: Callable[[], Any]) -> None:
        """Tell Telegram until it has heard it, and again whenever `lost` returns. Raises CannotRun as `check`."""
        while True:
            await self.until_heard()
            await lost()

    async def until_heard(self) -> None:
        """Tell Telegram, as often as it takes."""
        method = "setWebhook" if self.wanted else "deleteWebhook"
        failures = 0
        while True:
            try:
                await self._once(method)
            except (TelegramError, SQLAlchemyError) as error:
                failures += 1
                wait = self._failed(method, error, failures)
            else:
                self.noted.well("set_webhook")
                return
            await asyncio.sleep(wait)

    async def _once(self, method: str) -> None:
        await self.check()
        await self.client.call(method, self.wanted or {})
        await self.worker.run(self._note)

    def _failed(self, method: str, error: Exception, failures: int) -> float:
        said = reason(error) if isinstance(error, TelegramError) else type(error).__name__
        cure = next((cure for sign, cure in CURES.items() if sign in said.lower()), AGAIN)
        wait = SLOWLY if isinstance(error, BadRequest) else asked(error) or backoff(failures)
        log.warning("%s: %s; again in %.0f s", method, said, wait)
        self.noted.wrong("set_webhook", f"{method}: {said}", cure)
        return wait

    def _ours(self) -> str | None:
        with self.store.read() as tx:
            return observations.webhook_url(tx)

    def _note(self) -> None:
        with self.store.write() as tx:
            observations.note_webhook(tx, self.wanted["url"] if self.wanted else None)
