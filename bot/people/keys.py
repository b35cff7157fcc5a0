"""Pseudonyms: keyed hashes that nobody can turn back without a key kept outside the database."""

import hmac
import json
import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256, sha512
from pathlib import Path
from typing import TYPE_CHECKING

from bot.store.plain_files import read_up_to
from bot.store.private_files import close_to_others, write_private

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

SECRET_BYTES = 32
LARGEST = 1_000  # bytes of its file
NONCE_BYTES = 16
BLOCK = 96  # signs: what is packed is a multiple of so many
SEALED = "s2."  # how what is sealed begins


@dataclass(frozen=True)
class Keys:
    """One secret, from which each purpose has a key of its own (HMAC-SHA-256, as HKDF's first step, RFC 5869).

    Rows of one user in two tables have nothing in common without the secret: each table has a mark of its own.
    """

    secret: bytes = field(repr=False)

    def person(self, company: str, user: str) -> str:
        """Return who `user` is within `company`: 64 hexadecimal digits. The same user elsewhere is somebody else."""
        return self._mark(b"person", company, user)

    def chat(self, user: str) -> str:
        """Return the name under which the conversation in course is kept."""
        return self._mark(b"chat", user)

    def head(self, user: str) -> str:
        """Return who `user` is over all companies: for counting only, in memory; no table has it."""
        return self._mark(b"head", user)

    def limit(self, offer: str, head: str) -> str:
        """Return the mark that keeps an offer's limit after the person is gone, one for each offer."""
        return self._mark(b"limit", offer, head)

    def coordinator(self, user: str) -> str:
        """Return the mark of who keeps the catalogue."""
        return self._mark(b"coordinator", user)

    def reporter(self, service: str, user: str) -> str:
        """Return the mark under which somebody's reports on one service count once; for another it is another."""
        return self._mark(b"reporter", service, user)

    def reminder(self, kind: str, about: str, user: str) -> str:
        """Return the mark of one reminder; another one of the same user has another."""
        return self._mark(b"reminder", kind, about, user)

    def saved(self, service: str, person: str) -> str:
        """Return the mark of a service that a person put aside."""
        return self._mark(b"saved", service, person)

    def gap(self, month: date, *content: str) -> str:
        """Return the mark of one row of unmet needs: 32 hexadecimal digits."""
        return self._mark(b"gap", str(month), *content)[:32]

    def notice(self, user: str) -> str:
        """Return the mark of what waits to be said to a user."""
        return self._mark(b"notice", user)

    def redemption(self, offer: str, code: str) -> str:
        """Return the mark under which a code of an offer is used once."""
        return self._mark(b"redemption", offer, code)

    def desk(self, session: str) -> str:
        """Return the mark under which the tries of one web session are counted."""
        return self._mark(b"desk", session)

    def arriving(self, chat: str) -> str:
        """Return whose turn an update is in, for as long as it waits: 32 hexadecimal digits."""
        return self._mark(b"arriving", chat)[:32]

    def leaving(self, chat: str) -> str:
        """Return whose turn a call is in, for as long as it waits: 32 hexadecimal digits."""
        return self._mark(b"leaving", chat)[:32]

    def form(self, session: str) -> str:
        """Return what a form of a browser's session carries, so that no other page can send it: 32 digits."""
        return self._mark(b"form", session)[:32]

    def kit(self, company: str, place: str, day: date) -> bytes:
        """Return of what the link is made that a company's kit of a day has for a place: 16 bytes."""
        return bytes.fromhex(self._mark(b"kit", company, place, str(day))[:32])

    def pressed(self, *what: str) -> str:
        """Return the mark of what was done on a page, so that it is done once: 32 digits."""
        return self._mark(b"pressed", *what)[:32]

    @property
    def fingerprint(self) -> str:
        """Tell this secret from another, and nothing else of it."""
        return self._mark(b"fingerprint")

    def seal(self, text: str) -> str:
        """Return a text that only `unseal` with the same secret can read, never the same twice (AES-SIV, RFC 5297)."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._box.encrypt(text.encode("utf-8", "surrogatepass"), [nonce])
        return SEALED + urlsafe_b64encode(nonce + sealed).decode("ascii")

    def unseal(self, sealed: str) -> str:
        """Return what was sealed. Raises ValueError where it was sealed with another secret, or not at all."""
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - see _box

        try:
            raw = urlsafe_b64decode(sealed.removeprefix(SEALED).encode("ascii"))
            text = self._box.decrypt(raw[NONCE_BYTES:], [raw[:NONCE_BYTES]])
        except (InvalidTag, ValueError):
            raise ValueError("sealed with another key") from None
        return text.decode("utf-8", "surrogatepass")

    def pack(self, *values: str) -> str:
        """Seal some values of a row together, so that their length tells nothing either."""
        text = json.dumps(values, ensure_ascii=False)
        return self.seal(text + " " * (-len(text) % BLOCK))

    def unpack(self, packed: str) -> list[str]:
        """Return the values of `pack`. Raises ValueError, as `unseal`."""
        values: list[str] = json.loads(self.unseal(packed))
        return values

    @cached_property
    def _box(self) -> "AESSIV":
        from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # noqa: PLC0415 - 50 ms that few commands need

        return AESSIV(hmac.digest(self.secret, b"seal 2", sha512))

    @cached_property
    def badge(self) -> "Ed25519PrivateKey":
        """What signs the badges; who checks them needs its public half alone."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - see _box

        return Ed25519PrivateKey.from_private_bytes(_key_of(self.secret, b"badge"))

    def unseal_before(self, sealed: str) -> str:
        """Return what a kmzero before 0.3 had sealed (Fernet, which says in clear when that was). Raises ValueError."""
        from cryptography.fernet import Fernet, InvalidToken  # noqa: PLC0415 - only the first start of a new kmzero

        box = Fernet(urlsafe_b64encode(hmac.digest(self.secret, b"seal", sha256)))
        try:
            return box.decrypt(sealed.encode("ascii")).decode("utf-8", "surrogatepass")
        except (InvalidToken, UnicodeEncodeError):
            raise ValueError("sealed with another key") from None

    def event(self, period: str, kind: str, value: str, person: str) -> str:
        """Return who `person` is among those counted for one value of a kind in one period: 32 hexadecimal digits.

        Another period, kind or value gives another mark, so that rows of one person cannot be linked without the key.
        """
        return self._mark(f"event {period} {kind}".encode(), value, person)[:32]

    def _mark(self, purpose: bytes, *parts: str) -> str:
        key = _key_of(self.secret, purpose)
        return hmac.digest(key, "\0".join(parts).encode("utf-8", "surrogatepass"), "sha256").hex()


@lru_cache(256)  # a message takes some ten marks
def _key_of(secret: bytes, purpose: bytes) -> bytes:
    return hmac.digest(secret, purpose, "sha256")


def load_keys(file: Path) -> Keys:
    """Read the secret. Raises ValueError where the file does not hold 64 hexadecimal digits; OSError."""
    keys = parse_secret(read_up_to(file, LARGEST).decode("ascii"))
    close_to_others(file)
    return keys


def make_keys(file: Path) -> Keys:
    """Make the secret, for this account alone; processes that start together agree on one. Raises OSError."""
    fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    write_private(fresh, (secrets.token_hex(SECRET_BYTES) + "\n").encode())
    try:
        os.link(fresh, file)  # fails where another process was first: then its secret is ours too
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return load_keys(file)


def parse_secret(text: str) -> Keys:
    """Turn 64 hexadecimal digits into keys. Raises ValueError for anything else."""
    secret = bytes.fromhex(text.strip())
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"the privacy key must be {SECRET_BYTES * 2} hexadecimal digits")
    return Keys(secret)
