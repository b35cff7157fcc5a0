"""What a refused call means: try again, or never. The table of Telegram's permanent errors is here and nowhere else."""

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

ATTEMPTS = 30  # with the waits below: about 25 minutes of a Telegram that does not answer
UNREACHED = {"ConnectError", "ConnectTimeout"}  # of httpx, below PTB: Telegram heard nothing, so nothing comes twice
LONGEST_WAIT = 60.0  # seconds
NOTHING_NEW = "nothing new"  # no failure: an edit that was made already

# Part of Telegram's description, in lower case -> why the call is given up, as the outbox keeps it.
# Source: the descriptions that the Bot API server sends (telegram-bot-api, Client.cpp), gathered from PTB's and
# other libraries' tables; Telegram documents none of them.
PERMANENT = {
    "bot was blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "bot can't initiate conversation": "never started",
    "bot can't send messages to bots": "a bot",
    "bot was kicked": "kicked",
    "chat not found": "no such chat",
    "user not found": "no such chat",
    "peer_id_invalid": "no such chat",
    "user_is_blocked": "blocked",
    "input_user_deactivated": "deactivated",
    "can't parse entities": "bad markup",
    "message is too long": "too long",
    "message text is empty": "empty",
    "text must be non-empty": "empty",
    "button_data_invalid": "bad button",
    "button_copy_text_invalid": "bad button",
    "phone_number_invalid": "bad phone",
    "message is not modified": NOTHING_NEW,
}


@dataclass(frozen=True)
class Again:
    """Worth another attempt after `seconds`."""

    seconds: float


@dataclass(frozen=True)
class Never:
    """Telegram will refuse the same call every time; `why` is for the operator and holds no words of a person."""

    why: str


def judge(error: TelegramError, attempts: int) -> Again | Never:
    """Say what to do after a failure; `attempts` counts the calls made so far, this one too (at least 1).

    While Telegram cannot be reached at all nothing is given up, however long that lasts.
    """
    why = permanent(error)
    if why:
        return Never(why)
    if attempts >= ATTEMPTS and type(error.__cause__).__name__ not in UNREACHED:
        return Never(f"{type(error).__name__}, {attempts} attempts")
    if isinstance(error, RetryAfter):
        return Again(asked(error))
    return Again(backoff(attempts))


def permanent(error: TelegramError) -> str | None:
    """Return why the same call can never succeed, or None. A 400 or 403 that is not in the table is permanent too."""
    if not isinstance(error, BadRequest | Forbidden | ChatMigrated):
        return None
    description = str(error).lower()
    return next((why for part, why in PERMANENT.items() if part in description), type(error).__name__)


def asked(error: Exception) -> float:
    """Return the seconds that Telegram asks us to wait; 0 where it does not."""
    if not isinstance(error, RetryAfter):
        return 0.0
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def backoff(attempts: int) -> float:
    """Return the seconds to wait after so many failures in a row: 1, 2, 4, … 60."""
    return min(2.0 ** min(attempts - 1, 10), LONGEST_WAIT)
