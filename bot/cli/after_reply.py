"""What the faces of the terminal do beside the conversation: read a file to send, work off jobs, hand over notices."""

from datetime import datetime
from pathlib import Path

from bot.assembly import House
from bot.conversation import notices
from bot.conversation.messages import Reply, Sent
from bot.coordination.commands import LARGEST
from bot.store.plain_files import read_up_to


class Unreadable(Exception):
    """There is no such file, or it may not be read; the message is one line."""


def of_terminal(user: str) -> str:
    """Return who somebody of the terminal is: nobody of Telegram, whatever id is typed here."""
    return f"terminal:{user}"


def read_file(path: str) -> Sent:
    """Return a file as a message. Raises Unreadable."""
    try:
        content = read_up_to(Path(path), LARGEST + 1)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from None
    return Sent(Path(path).name, len(content), content)


def afterwards(house: House, user: str, reply: Reply, moment: datetime) -> Reply:
    """Do what the reply ordered, and add what the bot has to say to this user on its own."""
    house.jobs.work_off(moment)
    with house.store.read() as tx:
        if not notices.waiting(tx, house.keys, user):
            return reply
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys, user)
        notices.taken(tx, found)
    return Reply((*reply.messages, *(one.message for one in found)))
