"""Jobs in the background: files are fetched, jobs done, and what the bot says on its own goes into the outbox."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from telegram.error import InvalidToken, TelegramError

from bot.conversation import notices
from bot.conversation.messages import Reply
from bot.coordination.drafts import Draft
from bot.coordination.jobs import Jobs
from handlers import outbox
from handlers.api.bot_client import BotClient
from handlers.api.callback import Signer
from handlers.api.render import render
from handlers.logs import raised_at
from handlers.worker import Worker

NAP = 1.0  # seconds between two looks at whether there is something to do

log = logging.getLogger(__name__)


class BackgroundJobs:
    """Does what is too slow for an answer, in a thread of its own; many processes may, each job is one's."""

    def __init__(self, jobs: Jobs, signer: Signer, client: BotClient, clock: Callable[[], datetime]) -> None:
        self._store, self._keys = jobs.context.store, jobs.context.keys
        self._jobs, self._signer = jobs, signer
        self._client, self._clock = client, clock
        self._worker = Worker(self._store)  # learning takes seconds: the conversation's threads go on meanwhile

    async def run(self, said: Callable[[], None]) -> None:
        """Work until cancelled; `said` is called when there is something to send."""
        while True:
            try:
                if await self.once():
                    said()
            except Exception as error:  # noqa: BLE001 - a job that breaks must not take the conversation with it
                log.warning("jobs wait: %s", raised_at(error))
            await asyncio.sleep(NAP)

    async def once(self) -> int:
        """Do all the jobs that wait, and return how many notices go out."""
        while (draft := await self._worker.run(self._take)) is not None:
            await self._do(draft)
        return await self._worker.run(self.pass_on)

    def close(self) -> None:
        """Wait for the job in course."""
        self._worker.close()

    def pass_on(self) -> int:
        """Put the notices for chats of Telegram into the outbox and return how many there were."""
        with self._store.read() as tx:
            if not notices.waiting(tx, self._keys):
                return 0
        now, passed = self._clock(), 0
        with self._store.write() as tx:
            for notice in notices.waiting(tx, self._keys):
                if notice.user.isdecimal() and notices.taken(tx, [notice]):  # else another process has it
                    calls = render(Reply((notice.message,)), notice.user, self._signer)
                    outbox.put(tx, self._keys, [(notice.user, call) for call in calls], now)
                    passed += 1
        return passed

    def _take(self) -> Draft | None:
        return self._jobs.take(self._clock(), fetches=True)

    async def _do(self, draft: Draft) -> None:
        content = None
        if draft.handle:
            try:
                content = await self._client.download(draft.handle)
            except InvalidToken:  # another try, once nobody seems to have the job: drafts.WORKING
                log.warning("a file waits: Telegram refuses the token")
                return
            except TelegramError as error:
                log.warning("a file cannot be fetched: %s", type(error).__name__)
                await self._worker.run(self._jobs.unfetched, draft, self._clock())
                return
        await self._worker.run(self._jobs.do, draft, self._clock(), content)
