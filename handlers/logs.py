"""What the operator reads: no bot token, no words of a person, also not inside a traceback; no sign that acts."""

import logging
import re
import sys
import time
from traceback import extract_tb

from bot.catalogue.hidden_signs import visible
from bot.store.open_files import none_left

TOKEN = re.compile(r"\d+:[\w-]{30,}")
HIDDEN = "<token>"
NO_FILE_LEFT = "no file is left to this process (ulimit -n, LimitNOFILE)"
REMEMBERED = 10_000  # things that were said
QUIET = ("httpx", "httpcore", "telegram")  # at INFO they print every URL, token included
# PTB writes an answer that it cannot read, whole, into its log: with the words that people sent.
MUTE = ("telegram.request.BaseRequest", "telegram.ext.Application")

log = logging.getLogger(__name__)


class Redacting(logging.Formatter):
    """Hides tokens in the finished line: message, arguments, exception and traceback alike.

    Signs that would act on a terminal are shown, and a message stays one line: nobody else begins one.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own naming
        return visible(super().formatMessage(record))

    def format(self, record: logging.LogRecord) -> str:
        return hide(visible(super().format(record), keep="\n\t"))


class Seldom:
    """Tells whether something is due to be said again: each thing once in so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._said: dict[str, float] = {}

    def due(self, what: str = "") -> bool:
        """Tell whether it is, and take it for said."""
        moment = time.monotonic()
        if moment - self._said.get(what, -self._seconds) < self._seconds:
            return False
        if len(self._said) >= REMEMBERED:
            self._said.clear()
        self._said[what] = moment
        return True


def hide(text: str) -> str:
    """Replace every bot token, in a URL too."""
    return TOKEN.sub(HIDDEN, text)


def set_up_last_resort() -> None:
    """Send what a command warns of through `Redacting` too: commands set up no log, and Python prints it bare."""
    if logging.lastResort:
        logging.lastResort.setFormatter(Redacting())


def set_up(level: int = logging.INFO) -> None:
    """Send all records to stderr through `Redacting`, and keep the chatty libraries quiet."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in MUTE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    sys.excepthook = lambda kind, error, trace: log.critical("stopped", exc_info=(kind, error, trace))


def raised_at(error: BaseException) -> str:
    """Say what failed and where, `KeyError in dialogue.py:12`, without the error's words, which may be a person's."""
    if none_left(error):
        return NO_FILE_LEFT
    frames = extract_tb(error.__traceback__)
    where = f" in {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + where
