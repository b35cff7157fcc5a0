"""What the sender remembers of calls that do not go out: a token that is refused, a Telegram that is not reached."""

import logging
import time
from datetime import datetime

from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.health.signs import LATE
from bot.health.trouble import moment
from handlers.api import failures
from handlers.api.token_status import REACH_TELEGRAM, reason
from handlers.noted import Noted

LONGEST_PAUSE = 30.0  # seconds, while Telegram refuses the token

log = logging.getLogger(__name__)


class Pause:
    """While Telegram refuses the token nothing goes out and nothing is given up; one call tries it now and then."""

    def __init__(self) -> None:
        self._refusals, self._until = 0, 0.0

    @property
    def tries(self) -> bool:
        """Tell whether the token was refused, and one call is enough to see whether it still is."""
        return self._refusals > 0

    def lasts(self) -> bool:
        return time.monotonic() < self._until

    def refused(self, error: InvalidToken) -> None:
        """Begin a pause, the longer the more there were; calls that were made together count once."""
        if not self.lasts():
            self._refusals += 1
            wait = min(failures.backoff(self._refusals), LONGEST_PAUSE)
            self._until = time.monotonic() + wait
            log.warning("nothing is sent, all is kept: %s; again in %.0f s", reason(error), wait)

    def over(self) -> None:
        self._refusals, self._until = 0, 0.0


class Failing:
    """Whether calls break off, one after the other: a chat that is refused or told to wait is no sign of it."""

    def __init__(self, noted: Noted) -> None:
        self._noted = noted
        self._since: datetime | None = None

    def failed(self, error: TelegramError, attempts: int, now: datetime) -> None:
        """Note a call that was not taken, at so many attempts."""
        if isinstance(error, RetryAfter):
            return
        if isinstance(failures.judge(error, attempts), failures.Never):
            self.over()
            return
        self._since = self._since or now
        if now - self._since >= LATE:
            said = f"Telegram has taken no answer since {moment(self._since)}: {reason(error)}"
            self._noted.wrong("outbox", said, f"{REACH_TELEGRAM}; it is tried again by itself")

    def over(self) -> None:
        self._since = None
        self._noted.well("outbox")
