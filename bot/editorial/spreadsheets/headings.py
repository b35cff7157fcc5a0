"""What the heading of a column in somebody's own table says that it holds: Italian, English, some words of others."""

import re
from functools import lru_cache
from pathlib import Path

from bot.catalogue import own_yaml
from bot.vouchers.headings import plain

LONGEST = 80  # signs; what is longer is a sentence
MOST_WORDS = 8
ENGLISH = re.compile(r"\b(?:inglese|english|eng?|in inglese)\b")
WEAKLY = "?"
KNOWN = {
    field: re.compile("|".join([*words.get("whole", ()), *(rf".*\b{one}\b.*" for one in words.get("any", ()))]))
    for field, words in own_yaml.read(Path(__file__).with_suffix(".yaml")).items()
}
TEXTS = {"name", "summary", "first_step", "wait", "duration", "eligibility", "capacity", "payment"}


def field_said(heading: str) -> str:
    """Return the field that a heading names, `none` for one that has no field; nothing where nobody knows it."""
    return _field(heading).replace(WEAKLY, "")


def weakly(heading: str) -> bool:
    """Tell whether a heading is only taken for its field where no other says so plainly: «Servizio» is a name, then."""
    return WEAKLY in _field(heading)


@lru_cache(4_096)
def _field(heading: str) -> str:
    said = plain(heading) if len(heading) <= LONGEST else ""
    if not said or said.count(" ") >= MOST_WORDS:
        return ""
    bare = ENGLISH.sub("", said).strip() or said
    found = next((field for field, words in KNOWN.items() if words.fullmatch(bare)), "")
    return f"{found}.en" if found.replace(WEAKLY, "") in TEXTS and bare != said else found
