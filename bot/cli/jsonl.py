"""The conversation as JSON lines: one object in, one object out, for programs and tests."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import OperationalError

from bot.assembly import House, now
from bot.catalogue.text import Language
from bot.cli.after_reply import Unreadable, afterwards, of_terminal, read_file
from bot.conversation.markup import plain
from bot.conversation.messages import Began, Chose, Incoming, Message, Reply, from_text
from bot.conversation.talk import explain
from bot.store.engine import explain as reason

KINDS = ("start", "say", "press", "file")


class NotUnderstood(Exception):
    """A line that is not one of the three objects; the message says why."""


@dataclass(frozen=True)
class JsonFace:
    """Answers lines of JSON. `company` is that of every user, `language` what they start with."""

    house: House
    company: str | None
    language: Language | None
    explains: bool
    as_person: bool = False  # the users are people of Telegram, by their ids

    def serve(self, lines: Iterable[str]) -> Iterator[str]:
        """Yield one line of JSON for each line that is not blank."""
        for line in lines:
            if line.strip():
                yield json.dumps(self.answer(line), ensure_ascii=False)

    def answer(self, line: str) -> dict[str, Any]:
        """Return the answer to one line, or `{"error": …}`."""
        try:
            user, message = parse(line)
        except NotUnderstood as error:
            return {"error": str(error)}
        who = user if self.as_person else of_terminal(user)
        try:
            with self.house.store.write() as tx:
                reply = self.house.router.handle(tx, who, message, now(), company=self.company, hint=self.language)
            reply = afterwards(self.house, who, reply, now())
        except OperationalError as error:
            return {"error": reason(error, self.house.settings.database.url)}
        answer = {"user": user, "messages": [_message(message) for message in reply.messages]}
        if self.explains:
            self._explain(who, reply, answer["messages"])
        return answer

    def _explain(self, user: str, reply: Reply, messages: Any) -> None:
        with self.house.store.read() as tx:
            state, world = self.house.concierge.state_of(tx, user, now())
        for message, shown in zip(reply.messages, messages, strict=True):
            for choice, said in zip(message.choices, shown["choices"], strict=True):
                said["services"] = explain.reachable(choice.id, state, world)
        if messages:
            messages[0]["belief"] = explain.belief(state, world)
            messages[0] |= _heard(reply)


def parse(line: str) -> tuple[str, Incoming]:
    """Return who sent a line and what it means. Raises NotUnderstood."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise NotUnderstood("this line is not JSON") from None
    if not isinstance(value, dict):
        raise NotUnderstood("a JSON object is expected")
    user = value.get("user", "me")
    kinds = [kind for kind in KINDS if kind in value]
    if len(kinds) != 1 or not isinstance(user, str):
        raise NotUnderstood('one of "start", "say", "press", "file" is expected, and "user" is a string')
    said = value[kinds[0]]
    if kinds[0] == "start" and said is None:
        return user, Began()
    if not isinstance(said, str):
        raise NotUnderstood(f'"{kinds[0]}" must be a string')
    try:
        return user, _incoming(kinds[0], said)
    except Unreadable as error:
        raise NotUnderstood(str(error)) from None


def _incoming(kind: str, said: str) -> Incoming:
    if kind == "start":
        return Began(said.strip() or None)
    if kind == "file":
        return read_file(said)
    return Chose(said) if kind == "press" else from_text(said)


def _message(message: Message) -> dict[str, Any]:
    handed = message.voucher
    file = message.attachment
    return {
        "text": plain(message.text),
        "services": [{"id": shown.id, "needs": list(shown.needs)} for shown in message.services],
        "voucher": handed
        and {
            "offer": handed.offer,
            "code": handed.code,
            "expires": handed.expires.isoformat() if handed.expires else None,
        },
        "choices": [{"id": choice.id, "label": choice.label} for choice in message.choices],
        **({"file": {"name": file.name, "base64": b64encode(file.content).decode()}} if file else {}),
    }


def _heard(reply: Reply) -> dict[str, Any]:
    """Return what a typed message was taken for, and what it said of people, places and times."""
    if reply.heard is None:
        return {}
    act, p = reply.heard
    facts = reply.facts.said()
    return {"heard": {"act": act, "p": round(p, 4)}} | ({"facts": facts} if facts else {})
