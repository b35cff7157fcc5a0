"""Texts and numbers of others, as our files may have them: no mark-up, no hidden sign, nothing that only looks said."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from html import unescape
from itertools import chain, count

from bot.catalogue.contacts import number as tidy_number
from bot.editorial.rules.bad_email import EMAIL
from bot.editorial.rules.bad_web import WEB
from bot.editorial.rules.leftover_value import LEFTOVER

TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
SLOT = str.maketrans("{}", "()")  # braces are ours: a part of a sentence that changes
LONGEST_ID = 40
OWN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def text(value: object) -> str:
    """Return a text in one line; empty for what says nothing."""
    said = TAG.sub(" ", unescape(str(value))).translate(SLOT)
    shown = "".join(sign if sign.isprintable() else " " for sign in said)
    one = " ".join(shown.split())
    return "" if LEFTOVER.fullmatch(one) else one


def web(value: object) -> str | None:
    """Return a web address, with https where it begins with none; None for anything else."""
    said = str(value).strip()
    whole = said if "://" in said else f"https://{said}"
    return whole if WEB.fullmatch(whole) and "@" not in whole else None


def email(value: object) -> str | None:
    said = str(value).strip()
    return said if EMAIL.fullmatch(said) and ".." not in said else None


def number(value: object) -> Decimal | None:
    """Return a number; None for anything else."""
    try:
        found = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def own_id(value: object) -> str | None:
    """Return an id of ours; None for what is none: it becomes the name of a file."""
    said = str(value or "")
    return said if OWN.fullmatch(said) and len(said) <= LONGEST_ID else None


def phone(value: object) -> str:
    return str(tidy_number(str(value).strip('"')))


def slug(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return an id that is made of a name and not taken yet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    base = words if len(words) <= LONGEST_ID - 4 else words[: LONGEST_ID - 4].rpartition("-")[0] or words[:36]
    base = base or "voce"
    return next(one for one in chain([base], (f"{base}-{n}" for n in count(2))) if not is_taken(one))
