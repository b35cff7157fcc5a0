"""Who stopped the bot, or left Telegram: nothing waits for them any more, until they write again."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select
from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.people.keys import Keys
from bot.store.tables import blocked
from handlers import outbox

GONE = {"blocked", "deactivated"}  # of the reasons in handlers.api.failures
LEFT = {ChatMemberStatus.BANNED, ChatMemberStatus.LEFT}  # "kicked" is how Telegram calls a bot that was stopped

REOPEN = delete(blocked).where(blocked.c.chat == bindparam("mark"))  # built once


def close(tx: Connection, keys: Keys, chat: str, why: str, now: datetime) -> None:
    """Mark a chat, by its pseudonym, and close all that waits for it."""
    mark = keys.chat(chat)
    if tx.execute(select(blocked.c.chat).where(blocked.c.chat == mark)).first() is None:
        tx.execute(insert(blocked).values(chat=mark, since=now))
    outbox.close_chat(tx, keys, chat, why)


def reopen(tx: Connection, keys: Keys, chats: Iterable[str]) -> None:
    """Take the marks away."""
    if marks := [{"mark": keys.chat(chat)} for chat in chats]:
        tx.execute(REOPEN, marks)


def heed(tx: Connection, keys: Keys, update: Update, now: datetime) -> None:
    """Mark or unmark the chat of a `my_chat_member` update."""
    change = update.my_chat_member
    if change is None or change.chat.type != ChatType.PRIVATE:
        return
    if change.new_chat_member.status in LEFT:
        close(tx, keys, str(change.chat.id), "blocked", now)
    else:
        reopen(tx, keys, [str(change.chat.id)])
