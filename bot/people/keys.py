"""Pseudonyms: keyed hashes that nobody can turn back without a key kept outside the database."""

import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

SECRET_BYTES = 32


@dataclass(frozen=True)
class Keys:
    """One secret, from which each purpose has a key of its own (HMAC-SHA-256, as HKDF's first step, RFC 5869)."""

    secret: bytes = field(repr=False)

    def person(self, company: str, user: str) -> str:
        """Return who `user` is within `company`: 64 hexadecimal digits. The same user elsewhere is somebody else."""
        return self._mark(b"person", company, user)

    def chat(self, user: str) -> str:
        """Return the name under which the conversation in course is kept."""
        return self._mark(b"chat", user)

    def limit(self, offer: str, person: str) -> str:
        """Return the mark that keeps an offer's limit after the person is gone, one for each offer."""
        return self._mark(b"limit", offer, person)

    def coordinator(self, user: str) -> str:
        """Return the mark of who keeps the catalogue."""
        return self._mark(b"coordinator", user)

    def reporter(self, service: str, user: str) -> str:
        """Return the mark under which somebody's reports on one service count once; for another it is another."""
        return self._mark(b"reporter", service, user)

    def seal(self, text: str) -> str:
        """Return a text that only `unseal` with the same secret can read (Fernet: AES-128-CBC and HMAC-SHA-256)."""
        return self._box().encrypt(text.encode("utf-8", "surrogatepass")).decode("ascii")

    def unseal(self, sealed: str) -> str:
        """Return what was sealed. Raises ValueError where it was sealed with another secret."""
        from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see _box

        try:
            return self._box().decrypt(sealed.encode("ascii")).decode("utf-8", "surrogatepass")
        except (InvalidToken, UnicodeEncodeError):
            raise ValueError("sealed with another key") from None

    def _box(self) -> "Fernet":
        from cryptography.fernet import Fernet  # noqa: PLC0415 - 50 ms that few starts need

        return Fernet(urlsafe_b64encode(hmac.digest(self.secret, b"seal", sha256)))

    def event(self, period: str, kind: str, value: str, person: str) -> str:
        """Return who `person` is among those counted for one value of a kind in one period: 32 hexadecimal digits.

        Another period, kind or value gives another mark, so that rows of one person cannot be linked without the key.
        """
        return self._mark(f"event {period} {kind}".encode(), value, person)[:32]

    def _mark(self, purpose: bytes, *parts: str) -> str:
        key = hmac.digest(self.secret, purpose, sha256)
        return hmac.new(key, "\0".join(parts).encode("utf-8", "surrogatepass"), sha256).hexdigest()


def load_keys(file: Path) -> Keys:
    """Read the secret, or make it the first time (mode 0600); processes that start together agree on one.

    Raises ValueError where the file does not hold 64 hexadecimal digits.
    """
    try:
        return parse_secret(file.read_text(encoding="ascii"))
    except FileNotFoundError:
        fresh = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(secrets.token_hex(SECRET_BYTES) + "\n")
        try:
            os.link(fresh, file)  # fails where another process was first: then its secret is ours too
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        return parse_secret(file.read_text(encoding="ascii"))


def parse_secret(text: str) -> Keys:
    """Turn 64 hexadecimal digits into keys. Raises ValueError for anything else."""
    secret = bytes.fromhex(text.strip())
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"the privacy key must be {SECRET_BYTES * 2} hexadecimal digits")
    return Keys(secret)
