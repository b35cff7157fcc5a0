"""Codes that the bot makes: easy to read aloud on the phone, hard to guess, with a check character."""

import secrets
from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs: without 0, 1, I, O, which are mistaken for each other
BODY = 7  # 32^7, about 3.4e10 codes for each prefix


def code(prefix: str, choose: Callable[[str], str] = secrets.choice) -> str:
    """Return a code such as GIRA-7KQ4-M2XP: a prefix from the organization, seven signs and a check sign."""
    body = "".join(choose(ALPHABET) for _ in range(BODY))
    signs = body + check(body)
    return f"{prefix_of(prefix)}-{signs[:4]}-{signs[4:]}"


def check(body: str) -> str:
    """Return the check sign: Luhn's algorithm modulo 32 (ISO/IEC 7812-1 annex B), which catches one wrong sign."""
    total = 0
    for place, sign in enumerate(reversed(body)):
        product = ALPHABET.index(sign) * (2 if place % 2 == 0 else 1)
        total += product // len(ALPHABET) + product % len(ALPHABET)
    return ALPHABET[-total % len(ALPHABET)]


def prefix_of(organization: str) -> str:
    """Return up to four letters of an organization's id, from its longest word: `il-girasole` gives GIRA."""
    return max(organization.upper().replace("_", "-").split("-"), key=len)[:4]
