"""Signed callback data: a button works only in the chat where the bot put it."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

from bot.people.keys import Keys

LIMIT = 64  # bytes of callback data, from the Bot API's InlineKeyboardButton
MARK_BYTES = 12  # 96 bits: out of reach of guessing through Telegram; 16 characters of base64
MARK = 16
LONGEST_CHOICE = LIMIT - MARK


@dataclass(frozen=True)
class Signer:
    """Seals choice ids for one chat. Elsewhere its seal is worth nothing."""

    key: bytes

    def seal(self, chat: str, choice: str) -> str:
        """Return the callback data of a button: at most 64 bytes of ASCII.

        Raises ValueError for a choice id that is empty, not ASCII or over 48 bytes.
        """
        if not choice or not choice.isascii() or len(choice) > LONGEST_CHOICE:
            raise ValueError(f"a choice id of 1 to {LONGEST_CHOICE} ASCII characters is needed, not {len(choice)}")
        return self._mark(chat, choice) + choice

    def open(self, chat: str, data: str) -> str | None:
        """Return the choice id, or None where the data were not sealed for this chat."""
        mark, choice = data[:MARK], data[MARK:]
        if not choice or not data.isascii():
            return None
        return choice if hmac.compare_digest(mark, self._mark(chat, choice)) else None

    def fingerprint(self, chat: str, message: int, choice: str) -> str:
        """Return what stands for one button of one message: 64 hexadecimal digits that tell nothing."""
        return hmac.new(self.key, f"press\0{chat}\0{message}\0{choice}".encode(), sha256).hexdigest()

    def _mark(self, chat: str, choice: str) -> str:
        digest = hmac.digest(self.key, f"{chat}\0{choice}".encode(), sha256)
        return urlsafe_b64encode(digest[:MARK_BYTES]).decode("ascii")


def signer(keys: Keys) -> Signer:
    """Derive the key of this purpose from the house's secret, as bot.people.keys does for its own."""
    return Signer(hmac.digest(keys.secret, b"callback", sha256))
