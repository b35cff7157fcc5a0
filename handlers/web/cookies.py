"""The cookies: one for each role, and the language. None of them is anybody's who only looks."""

from collections.abc import Mapping
from typing import Any

from bot.catalogue.text import LANGUAGES, Language
from bot.people.web_links import SESSION, Role

LANGUAGE = "language"


def name_of(role: Role, url: str) -> str:
    """Return the name of a role's cookie: `__Host-` binds it to this host, and needs https."""
    return f"__Host-{role}" if url.startswith("https:") else f"kmzero-{role}"


def kept(url: str) -> dict[str, Any]:
    """Return how a cookie is kept: no script reads it, no other site's form sends it."""
    seconds = int(SESSION.total_seconds())
    return {"max_age": seconds, "path": "/", "secure": url.startswith("https:"), "httponly": True, "samesite": "lax"}


def language_of(asked: str | None, cookies: Mapping[str, str], accepted: str) -> Language | None:
    """Return the language that an address, a cookie or a browser asks for, in this order; None where we have none."""
    browser = [part.partition(";")[0].strip().partition("-")[0].lower() for part in accepted.split(",")[:20]]
    wanted = (asked, cookies.get(LANGUAGE), *browser)
    return next((ours for one in wanted for ours in LANGUAGES if ours == one), None)
