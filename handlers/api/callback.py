"""Signed callback data: a button works only in the chat where the bot put it, and says when its menu was made."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from bot.people.keys import Keys

LIMIT = 64  # bytes of callback data, from the Bot API's InlineKeyboardButton
NONCE = 4  # characters of base64 for 24 bits: the minute in which the menu was made
MARK = 12  # characters of base64 for 72 bits: out of reach of guessing through Telegram
LONGEST_CHOICE = LIMIT - NONCE - MARK
FIRST_MINUTE = datetime(2026, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ROUND = 1 << 24  # minutes, 31 years, after which they begin again: a clock may say any day


@dataclass(frozen=True)
class Signer:
    """Seals choice ids for one chat and one menu. Elsewhere its seal is worth nothing."""

    key: bytes
    nonce: str = "AAAA"  # of the menu that is being made

    def menu(self, now: datetime) -> "Signer":
        """Return what seals the choices of a menu made now."""
        return replace(self, nonce=_base64(_minute(now).to_bytes(3)))

    def seal(self, chat: str, choice: str) -> str:
        """Return the callback data of a button: at most 64 bytes of ASCII.

        Raises ValueError for a choice id that is empty, not ASCII or over 48 bytes.
        """
        if not choice or not choice.isascii() or len(choice) > LONGEST_CHOICE:
            raise ValueError(f"a choice id of 1 to {LONGEST_CHOICE} ASCII characters is needed, not {len(choice)}")
        return self.nonce + self._mark(chat, self.nonce, choice) + choice

    def open(self, chat: str, data: str, now: datetime) -> tuple[str, timedelta] | None:
        """Return the choice id and how old its menu is, or None where the data were not sealed for this chat.

        The age is below zero where the clock that sealed it was ahead of ours.
        """
        nonce, mark, choice = data[:NONCE], data[NONCE : NONCE + MARK], data[NONCE + MARK :]
        if not choice or not data.isascii() or not hmac.compare_digest(mark, self._mark(chat, nonce, choice)):
            return None
        age = _minute(now) - int.from_bytes(urlsafe_b64decode(nonce))
        return choice, ((age + ROUND // 2) % ROUND - ROUND // 2) * MINUTE

    def fingerprint(self, chat: str, message: int, choice: str) -> str:
        """Return what stands for one button of one message: 64 hexadecimal digits that tell nothing."""
        return hmac.new(self.key, f"press\0{chat}\0{message}\0{choice}".encode(), sha256).hexdigest()

    def _mark(self, chat: str, nonce: str, choice: str) -> str:
        digest = hmac.digest(self.key, f"{chat}\0{nonce}\0{choice}".encode(), sha256)
        return _base64(digest)[:MARK]


def signer(keys: Keys) -> Signer:
    """Derive the key of this purpose from the house's secret, as bot.people.keys does for its own."""
    return Signer(hmac.digest(keys.secret, b"callback", sha256))


def _minute(now: datetime) -> int:
    return (now - FIRST_MINUTE) // MINUTE % ROUND


def _base64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode("ascii")
