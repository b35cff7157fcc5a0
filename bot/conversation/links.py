"""Links among what people type: the bot's own start link or the page that leads to it, and all the others."""

import re

# https://core.telegram.org/api/links#bot-links: t.me and its twins, or tg://resolve.
START = re.compile(
    r"(?:(?:https?://)?(?:www\.)?(?:t|telegram)\.(?:me|dog)/\w+/?|tg://resolve/?)\?(?:[^\s#]*&)?start=(?P<token>[\w-]+)",
    re.ASCII | re.IGNORECASE,
)
PAGE = re.compile(r"https?://[^\s/]+/i/(?P<token>[\w-]{28})(?![\w-])", re.ASCII)  # bot.people.links.page_link
TOKEN = re.compile(r"(?=\S*[a-z])(?=\S+[A-Z\d_-])[\w-]{22}(?:[\w-]{6})?", re.ASCII)  # as bot.people.invites makes them
ANY = re.compile(r"\b(?:https?://|www\.|tg://|t\.me/)\S+", re.IGNORECASE)


def token_in(text: str) -> str | None:
    """Return the token of the start link in a text, or the token that is all of it."""
    if found := START.search(text) or PAGE.search(text):
        return found["token"]
    return text.strip() if TOKEN.fullmatch(text.strip()) else None


def without_links(text: str) -> str:
    """Return what somebody says beside the links that they paste: `https` and `me` are no words of a language."""
    return ANY.sub(" ", text)
