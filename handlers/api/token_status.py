"""Whether Telegram takes our token, learnt from every call: for some methods it may be refused, for others not yet."""

from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.error import TelegramError

from bot.assembly import now
from handlers.logs import hide
from handlers.noted import Noted

OVER = timedelta(seconds=150)  # a method that was not tried again: another call that went through says that all is well
LONGEST = 200  # signs of a reason
REACH_TELEGRAM = "see whether this machine reaches telegram.base_url: network, name server, firewall, proxy"
CURE = (
    "copy the token again from @BotFather into telegram.token (or KMZERO_TELEGRAM__TOKEN) and restart every process; "
    "what waits is kept and goes out then"
)


class TokenStatus:
    """One for each process, told by its client."""

    def __init__(self, noted: Noted, clock: Callable[[], datetime] = now) -> None:
        self._noted, self._clock = noted, clock
        self._refused: dict[str, datetime] = {}  # method -> when it was refused last

    def refused(self, method: str, error: TelegramError) -> None:
        """Note that Telegram refused the token at a call."""
        self._refused[method] = self._clock()
        methods = ", ".join(sorted(self._refused))  # one cause for all of them: it changes only when another joins
        self._noted.wrong("token", f"Telegram refuses the token: {methods}: {reason(error)}", CURE)

    def taken(self, method: str) -> None:
        """Note that a call went through, or was refused for another reason."""
        if not self._refused:
            return
        moment = self._clock()
        kept = {other: at for other, at in self._refused.items() if other != method and moment - at < OVER}
        self._refused = kept
        if not kept:
            self._noted.well("token")


def reason(error: TelegramError) -> str:
    """Return what Telegram said, in one line, without a token."""
    said = " ".join(hide(str(error)).split()) or type(error).__name__
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
