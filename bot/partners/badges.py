"""The badge of who holds a voucher without a code: a signed text, good for ten minutes, that names nobody.

`b1.` and, as base64: which key signed it, when it ends, a nonce, the offer, the signature (Ed25519, RFC 8032).
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.people.keys import Keys

GOOD_FOR = timedelta(minutes=10)
APART = timedelta(minutes=2)  # how far the clocks of who makes badges and of who checks them may be apart
MARK = "b1."
KEY, END, NONCE, SIGNATURE = 4, 4, 12, 64  # bytes
HEAD = KEY + END + NONCE
LONGEST = 300  # characters that are looked at: a badge of the longest offer has 167


class Fault(StrEnum):
    """Why a text is no badge that is good."""

    DAMAGED = "damaged"  # no whole badge, or one of a later kmzero
    FORGED = "forged"
    FOREIGN = "foreign"  # of another network
    OLD = "old"


@dataclass(frozen=True)
class Badge:
    """A badge that we made."""

    offer: str
    ends: datetime
    nonce: bytes

    def is_good(self, now: datetime) -> bool:
        """Tell whether it has not ended; one that ends too late was made by a clock that was wrong."""
        return now < self.ends <= now + GOOD_FOR + APART

    @property
    def mark(self) -> str:
        """What it is known by once it is taken."""
        return sha256(self.nonce).hexdigest()


def make(keys: Keys, offer: str, now: datetime) -> str:
    """Return a new badge of an offer, never the same twice."""
    end = int((now + GOOD_FOR).timestamp()).to_bytes(END)
    said = _name(public_key(keys)) + end + secrets.token_bytes(NONCE) + offer.encode("ascii")
    return MARK + _written(said + keys.badge.sign(MARK.encode() + said))


def public_key(keys: Keys) -> bytes:
    """Return what badges are checked with, and cannot be made with."""
    return keys.badge.public_key().public_bytes_raw()


def ends_at(now: datetime) -> datetime:
    """Return until when a badge is good that is made now."""
    return now + GOOD_FOR


def check(public_key: bytes, text: str, now: datetime) -> Badge | Fault:
    """Return a badge that is good, or why it is not. Whether somebody has taken it already is not known here."""
    badge = read(public_key, text)
    return badge if isinstance(badge, Fault) or badge.is_good(now) else Fault.OLD


def read(public_key: bytes, text: str) -> Badge | Fault:
    """Return a badge that we made, whenever that was, or why it is none."""
    raw = _read(text)
    if raw is None or len(raw) <= HEAD + SIGNATURE:
        return Fault.DAMAGED
    said, signature = raw[:-SIGNATURE], raw[-SIGNATURE:]
    if said[:KEY] != _name(public_key):
        return Fault.FOREIGN
    if not _signed(public_key, said, signature):
        return Fault.FORGED
    end = datetime.fromtimestamp(int.from_bytes(said[KEY : KEY + END]), UTC)
    return Badge(said[HEAD:].decode("ascii"), end, said[HEAD - NONCE : HEAD])


def _signed(public_key: bytes, said: bytes, signature: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - as in bot.people.keys
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, MARK.encode() + said)
    except InvalidSignature:
        return False
    return True


def _name(public_key: bytes) -> bytes:
    return sha256(public_key).digest()[:KEY]


def _written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _read(text: str) -> bytes | None:
    """Return the bytes of a badge; a text that another one also would stand for is none."""
    body = text.removeprefix(MARK)
    if body == text or len(text) > LONGEST or not text.isascii():
        return None
    try:
        raw = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except ValueError:
        return None
    return raw if _written(raw) == body else None
