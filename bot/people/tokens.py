"""The opaque token in a start link: 28 characters, kept only as a hash.

22 of chance (128 bits), 3 that say of which network it is, 3 that show whether it arrived whole.
"""

import re
import secrets
from base64 import urlsafe_b64encode
from enum import StrEnum
from hashlib import sha256

CHANCE, NETWORK, CHECK = 22, 3, 3  # characters of base64
WHOLE = re.compile(rf"[\w-]{{{CHANCE + NETWORK + CHECK}}}", re.ASCII)
OLD = re.compile(rf"[\w-]{{{CHANCE}}}", re.ASCII)  # of an earlier kmzero, or a coordinator's


class Closed(StrEnum):
    """Why a link does not open."""

    UNKNOWN = "unknown"
    CUT = "cut"  # it did not arrive whole
    ELSEWHERE = "elsewhere"  # of another network
    REVOKED = "revoked"
    ENDED = "ended"
    FULL = "full"


def fresh(network: str) -> str:
    """Return a new token of a network."""
    return whole(secrets.token_bytes(16), network)


def whole(chance: bytes, network: str) -> str:
    """Return the token of a network that is made of 16 bytes."""
    token = urlsafe_b64encode(chance).decode("ascii").rstrip("=") + _short(network, NETWORK)
    return token + _short(token, CHECK)


def stranger(token: str, network: str) -> Closed:
    """Return why a token that no table has does not open."""
    if OLD.fullmatch(token):
        return Closed.UNKNOWN
    if not WHOLE.fullmatch(token):
        return Closed.CUT
    body, check = token[:-CHECK], token[-CHECK:]
    if _short(body, CHECK) != check:
        return Closed.UNKNOWN
    return Closed.UNKNOWN if body[CHANCE:] == _short(network, NETWORK) else Closed.ELSEWHERE


def key_of(token: str) -> str:
    """Return the hash under which a token is kept."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _short(text: str, length: int) -> str:
    return urlsafe_b64encode(sha256(text.encode("utf-8", "surrogatepass")).digest()).decode("ascii")[:length]
