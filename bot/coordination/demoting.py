"""Taking a coordinator's role back: they are told at once, while their chat is still known."""

from datetime import datetime

from sqlalchemy import Connection

from bot.conversation import notices
from bot.conversation.messages import Choice, Message
from bot.coordination.wording import words
from bot.people import roles
from bot.people.keys import Keys


def demote(tx: Connection, keys: Keys, number: int, now: datetime) -> bool:
    """Take a role back and say so to who held it. False where nobody does."""
    held = roles.numbered(tx, number)
    if held is None or not roles.revoke(tx, number, now):
        return False
    if held.chat:
        phrases = words(held.language)
        told = Message(phrases.say("role-taken"), choices=(Choice("another", phrases.label("button-another")),))
        notices.tell(tx, keys, held.chat, told, now)
    return True
