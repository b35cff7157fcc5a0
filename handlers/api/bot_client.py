"""PTB's bot, spoken to in plain JSON: what an outbox row holds goes out, what Telegram sent comes back unparsed."""

import os
import sys
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.config import Telegram
from handlers.api.token_status import TokenStatus
from handlers.api.upload import unwrapped

# PTB's own switch for how it will name durations from version 23 on; without it each 429 is a DeprecationWarning.
os.environ.setdefault("PTB_TIMEDELTA", "true")
# httpcore looks for it five times a call, and Python does not remember what is missing: 0.5 ms a call. "None" says so.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]  # documented, but not typed

POOL = 16  # httpx's pool collapses above 32 connections; PTB's default is 256
POOL_SECONDS = 5.0
ANSWER_SECONDS = 10.0
LARGEST = 5_000_000  # bytes of a file that is fetched
NO_METHOD = "method not found"  # 404 too, but no matter of the token: a Bot API server older than we are


class BotClient(Bot):
    """A bot whose calls are a method's name and its JSON.

    `Bot.get_updates` parses a whole batch, so that one update which PTB cannot read hides all others; and
    `Bot.send_message` parses the answer, so that an unreadable answer would repeat a message that was sent.
    """

    _token_status: TokenStatus | None = None

    def report_to(self, status: TokenStatus) -> None:
        """Tell of every call whether Telegram took the token."""
        self._token_status = status

    async def call(self, method: str, body: dict[str, Any], seconds: float = ANSWER_SECONDS) -> Any:
        """Make one call and return its result as JSON; `seconds` is how long an answer may take.

        Raises telegram.error.TelegramError.
        """
        try:
            found = await self._post(method, unwrapped(body), read_timeout=seconds)
        except (KeyError, TypeError, AttributeError, RecursionError):  # an answer in JSON, but not of the Bot API
            raise TelegramError("Invalid server response") from None
        except InvalidToken as error:
            if NO_METHOD in str(error).lower():
                raise BadRequest(str(error)) from None
            if self._token_status:
                self._token_status.refused(method, error)
            raise
        except (BadRequest, RetryAfter):
            self._took(method)
            raise
        self._took(method)
        return found

    def _took(self, method: str) -> None:
        if self._token_status:
            self._token_status.taken(method)

    async def download(self, handle: str, limit: int = LARGEST) -> bytes:
        """Return a file that somebody sent. Raises TelegramError, also where it is over `limit` bytes."""
        found = await self.call("getFile", {"file_id": handle})
        path, size = (found.get("file_path"), found.get("file_size", 0)) if isinstance(found, dict) else (None, 0)
        if not isinstance(path, str) or not isinstance(size, int) or size > limit:
            raise TelegramError("no file that can be fetched")
        try:
            content = await self.request.retrieve(f"{self.base_file_url}/{path}", read_timeout=ANSWER_SECONDS)
        except InvalidToken:  # 404 of a file that is gone: the token was taken a moment ago
            raise TelegramError("the file is gone") from None
        if len(content) > limit:
            raise TelegramError("a file larger than it said")
        return content


def bot_client(
    settings: Telegram, request: BaseRequest | None = None, updates_request: BaseRequest | None = None
) -> BotClient:
    """Build the bot of a configuration; tests bring requests of their own. Raises telegram.error.InvalidToken."""
    token = settings.token.get_secret_value().strip() if settings.token else ""
    return BotClient(
        token,
        base_url=settings.base_url,
        base_file_url=_files(settings.base_url),
        request=request or _request(POOL),
        get_updates_request=updates_request or request or _request(1),
    )


def _files(base_url: str) -> str:
    """Return where files are, beside `…/bot`: `…/file/bot`, as the Bot API's own server has it."""
    front, slash, last = base_url.rstrip("/").rpartition("/")
    return f"{front}/file{slash}{last}"


def _request(pool: int) -> HTTPXRequest:
    return HTTPXRequest(connection_pool_size=pool, pool_timeout=POOL_SECONDS, read_timeout=ANSWER_SECONDS)
