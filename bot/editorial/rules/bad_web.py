"""A web address is whole, as a browser shows it: a telephone refuses a button that leads nowhere.

Good, in the organization:
    contact: {web: "https://girasole.example.org"}
Bad, in the organization:
    contact: {web: girasole.example.org}
"""

import re
from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge

SCHEME = re.compile(r"(https?)(?::/*|/+)", re.IGNORECASE)
LONGEST = 500  # signs of an address
WEB = re.compile(r"https?://[\w-]{1,63}(\.[\w-]{1,63})*\.[\w-]{2,63}(:\d{1,5})?([/?#][^\s<>\"]*)?")


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for web, position in knowledge.each("organizations.contact.web", "organizations.services.*.contact.web"):
        if not WEB.fullmatch(web):
            variant, line = _meant(web) if len(web) <= LONGEST else ("", "-")
            yield Problem(position, "bad-web", values={"web": web, "line": line}, variant=variant)


def _meant(web: str) -> tuple[str, str]:
    """Return why it is none, and the address that is likely meant."""
    there = re.findall(r"https?://[^\s,;|]+", web, re.IGNORECASE)
    if len(there) > 1:
        return "several", there[0]
    begun = SCHEME.match(web)
    host, slash, path = web[begun.end() if begun else 0 :].partition("/")
    said = f"{begun[1].lower() if begun else 'https'}://{host.lower()}{slash}{path}".replace(" ", "%20").rstrip(".,;")
    return ("instead", said) if WEB.fullmatch(said) and "@" not in host else ("", "-")
