"""Jobs that were ordered on a coordinator's page, done where no bot runs: `kmzero run` does them with all others."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot.assembly import House
from handlers.logs import raised_at
from handlers.worker import Worker

NAP = 1.0  # seconds between two looks at whether there is something to do

log = logging.getLogger(__name__)


async def work_off(house: House, clock: Callable[[], datetime], nap: float = NAP) -> None:
    """Do jobs until cancelled, in a thread of their own; what is to be fetched from Telegram waits for a bot."""
    worker = Worker(house.store)
    try:
        while True:
            try:
                await worker.run(house.jobs.work_off, clock())
            except Exception as error:  # noqa: BLE001 - a job that breaks must not take the pages with it
                log.warning("jobs wait: %s", raised_at(error))
            await asyncio.sleep(nap)
    finally:
        worker.close()
