"""What a desk typed or scanned: a code, one of our badges, or somebody else's QR."""

import re
from dataclasses import dataclass

from bot.partners.badges import MARK

LONGEST_CODE = 64  # as in `pool_code`
ADDRESS = re.compile(r"https?://[^/\s]+/b/([^/?#\s]+)/?", re.IGNORECASE)
# Addresses, business cards, networks, payments: what QR codes of others say, and no code does.
OTHERS = re.compile(r"[a-z][a-z0-9+.-]*://|(?:www\.|mailto:|tel:|sms(?:to)?:|geo:|wifi:|begin:|mecard:)", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """What may be a code, as it was written."""

    text: str


@dataclass(frozen=True)
class Badge:
    """What says that it is a badge; whether it is good, `bot.partners.taking` knows."""

    text: str


@dataclass(frozen=True)
class Stranger:
    """Nothing that a desk takes."""


def read_scan(text: str) -> Typed | Badge | Stranger:
    """Tell what a text is that was typed, scanned by a browser, or read from a photograph."""
    whole = text.strip()
    address = ADDRESS.fullmatch(whole)
    said = address[1] if address else whole
    if said.startswith(MARK):
        return Badge(said)
    if address or OTHERS.match(whole) or len(whole) > LONGEST_CODE or not whole.isprintable():
        return Stranger()
    return Typed(whole)
