"""The cast of test people, and what they hold in their hand: a phone that talks to the bot."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Protocol

from bot.assembly import House
from bot.cli.after_reply import afterwards
from bot.conversation.markup import plain
from bot.conversation.messages import Began, Choice, Chose, Handed, Incoming, Message, Sent, Shared, Shown, from_text

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # a Tuesday, 12:00 in Carpi

# Who they are: ANNA works at Biomed Padana, BRUNO at Ceramiche Secchia, CARLA at Officine Bertacchi; ELENA has no link.
COMPANIES = {"anna": "biomed-padana", "bruno": "ceramiche-secchia", "carla": "officine-bertacchi", "elena": None}


class NoLuck(Random):
    """Dice by which nobody is chosen."""

    def randrange(self, start: int, stop: int | None = None, step: int = 1) -> int:
        return (start if stop is None else stop) - 1


class Phone(Protocol):
    """One person's side of a conversation, on any face."""

    async def start(self, invite: str | None = None) -> None: ...
    async def say(self, text: str) -> None: ...
    async def press(self, label: str) -> None: ...

    @property
    def screen(self) -> str:
        """All the text of the last reply."""
        ...

    @property
    def buttons(self) -> list[str]: ...


@dataclass
class CorePhone:
    """A phone wired straight to the core, one transaction a message; jobs and notices follow at once."""

    house: House
    user: str = "anna"
    company: str | None = None
    now: datetime = NOON
    messages: tuple[Message, ...] = field(default=())

    def send(self, message: Incoming) -> tuple[Message, ...]:
        with self.house.store.write() as tx:
            reply = self.house.router.handle(tx, self.user, message, self.now, company=self.company)
        self.messages = afterwards(self.house, self.user, reply, self.now).messages
        return self.messages

    async def send_file(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        self.send(Sent(name, len(data), data))

    async def start(self, invite: str | None = None) -> None:
        self.send(Began(invite))

    async def say(self, text: str) -> None:
        self.send(from_text(text))

    async def press(self, label: str) -> None:
        self.send(Chose(the_choice(self.choices, label).id))

    def share(self, thing: Shared) -> None:
        self.send(thing)

    @property
    def screen(self) -> str:
        return "\n\n".join(plain(message.text) for message in self.messages)

    @property
    def choices(self) -> list[Choice]:
        return [choice for message in self.messages for choice in message.choices]

    @property
    def buttons(self) -> list[str]:
        return [choice.label for choice in self.choices]

    @property
    def services(self) -> list[Shown]:
        return [shown for message in self.messages for shown in message.services]

    @property
    def voucher(self) -> Handed | None:
        return next((message.voucher for message in self.messages if message.voucher), None)


def the_choice(choices: list[Choice], label: str) -> Choice:
    """Return the one button whose visible label contains `label`."""
    found = [choice for choice in choices if label.lower() in choice.label.lower()]
    assert found, f"no button {label!r} among {[choice.label for choice in choices]}"
    return found[0]
