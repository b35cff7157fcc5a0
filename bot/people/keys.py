"""Pseudonyms: keyed hashes that nobody can turn back without a key kept outside the database."""

import hmac
import os
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

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
