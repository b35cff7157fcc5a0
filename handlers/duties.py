"""What is done by the clock, while a process leads; nothing by a clock that cannot be right."""

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from bot import upkeep
from bot.assembly import now
from handlers.application import Face
from handlers.logs import raised_at

DOUBT_SECONDS = 60.0  # between two looks at a clock that cannot be right
LEAST_PAUSE = 0.01  # seconds between two rounds of duties, at least

log = logging.getLogger(__name__)


async def keep_up(face: Face) -> None:
    """Do every duty when it is due, one after another: a person goes after the voucher that held them."""
    clock, clock_check = asyncio.get_running_loop(), ClockCheck(face)
    due = dict.fromkeys(upkeep.DUTIES, clock.time())
    while True:
        if await clock_check.is_right():
            for duty in upkeep.DUTIES:
                if due[duty] <= clock.time():
                    await _do(face, duty)
                    due[duty] = clock.time() + duty.every.total_seconds()
            await asyncio.sleep(max(min(due.values()) - clock.time(), LEAST_PAUSE))
        else:
            await asyncio.sleep(DOUBT_SECONDS)


async def _do(face: Face, duty: upkeep.Duty) -> None:
    try:
        await face.upkeep_worker.run(upkeep.do, duty, face.means, now())
    except Exception as error:  # noqa: BLE001 - a duty that breaks must not take the conversation with it
        log.warning("%s: %s", duty.what, raised_at(error))


class ClockCheck:
    """Looks at the clock before duties are done by it, and says once when it cannot be right."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._doubted = False

    async def is_right(self) -> bool:
        """Tell whether the clock may be right, or somebody said that it is."""
        face = self._face
        if face.clock_is_right:
            await face.upkeep_worker.run(upkeep.trust, face.means, now())
            return True
        try:
            doubt = await face.upkeep_worker.run(upkeep.doubt, face.means, now())
        except SQLAlchemyError as error:
            log.warning("the clock cannot be compared: %s", raised_at(error))
            return False
        if doubt and not self._doubted:
            log.error("%s", doubt)
        self._doubted = doubt is not None
        return doubt is None
