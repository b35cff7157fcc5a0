"""Which text somebody said yes to: a version made from the words themselves, in both languages."""

from datetime import date
from functools import cache
from hashlib import sha256

from bot.catalogue.text import LANGUAGES
from bot.conversation.phrasebook import phrases

SINCE = date(2026, 11, 28)  # since when the text is as it is; tests/bot/conversation/test_consent.py holds it
TEXTS = ("welcome", "notice", "consent-yes", "consent-no", "consent-read")
VALUES = {"company": "{company}", "email": "{email}"}


@cache
def version(controller: str) -> str:
    """Return the version of the text that asks for consent, 16 characters: the day, a hyphen, seven of its hash.

    Whoever said yes to another version, or to another controller, is asked again.
    """
    return f"{SINCE:%Y%m%d}-{digest(controller)[:7]}"


def digest(controller: str) -> str:
    """Return the SHA-256 of the whole text in both languages, as 64 hexadecimal digits."""
    values = VALUES | {"controller": controller}
    said = [phrases(language).label(text, **values) for language in LANGUAGES for text in TEXTS]
    return sha256("\0".join(said).encode()).hexdigest()
