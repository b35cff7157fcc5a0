"""Long markup in pieces that Telegram takes, each with its tags closed."""

import re
from collections.abc import Iterator
from html import unescape

LIMIT = 4096  # UTF-16 units after entities are parsed, from the Bot API's sendMessage
TOKEN = re.compile(r"</?(?:b|i|code)>|&(?:\w+|#\w+);|.", re.DOTALL)


def pieces(markup: str, limit: int = LIMIT) -> list[str]:
    """Cut markup into pieces of at most `limit` UTF-16 units: at a line's end, else at a space, else anywhere.

    Pieces without a visible character, which Telegram refuses, are left out.
    """
    return [piece for piece in _cut(TOKEN.findall(markup), limit) if _visible(piece)]


def units(token: str) -> int:
    """Return how many UTF-16 units a token counts: none for a tag, those of the character for an entity."""
    return 0 if _is_tag(token) else len(unescape(token).encode("utf-16-le", "surrogatepass")) // 2


def _cut(tokens: list[str], limit: int) -> Iterator[str]:
    opened: list[str] = []
    while tokens:
        end = _end(tokens, limit)
        piece, tokens = tokens[:end], tokens[end:]
        before = "".join(opened)
        opened = _left_open(opened, piece)
        yield before + "".join(piece) + "".join(tag.replace("<", "</") for tag in reversed(opened))


def _end(tokens: list[str], limit: int) -> int:
    """Return how many tokens go into the next piece."""
    used, line, space = 0, 0, 0
    for place, piece in enumerate(tokens):
        used += units(piece)
        if used > limit:
            return line or space or max(place, 1)
        if piece == "\n":
            line = place + 1
        elif piece == " ":
            space = place + 1
    return len(tokens)


def _left_open(opened: list[str], piece: list[str]) -> list[str]:
    still = list(opened)
    for token in filter(_is_tag, piece):
        if not token.startswith("</"):
            still.append(token)
        elif still:
            still.pop()
    return still


def _is_tag(token: str) -> bool:
    return len(token) > 1 and token.startswith("<")


def _visible(piece: str) -> bool:
    return any(not _is_tag(token) and unescape(token).strip() for token in TOKEN.findall(piece))
