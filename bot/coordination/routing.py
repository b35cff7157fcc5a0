"""Who answers: the coordination desk, for those who hold the role and what belongs there; else the concierge.

Who is no coordinator never notices: their commands are unknown ones, their files get the kind no.
"""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.text import LANGUAGES, Language
from bot.conversation import notices
from bot.conversation.choices import kind_of, split
from bot.conversation.concierge import LONGEST, Concierge
from bot.conversation.messages import Began, Choice, Chose, Incoming, Message, Reply, Said, Sent, Shared
from bot.coordination.request import Request, awaits
from bot.coordination.wording import button, ready, short, words
from bot.insight import wrong
from bot.people import roles
from bot.people.keys import Keys
from bot.people.roles import Coordinator

FORGET = "forget:yes"
ANSWERS = ("suspend", "full", "silent", "write", "settle")  # to people who tried in vain, with one tap
FIGURES = ("price", "hours", "phone", "full_until")  # what is asked for and can be no sentence


@dataclass(frozen=True)
class Router:
    """Answers as the concierge does, and is called as it is."""

    concierge: Concierge
    keys: Keys

    def handle(
        self,
        tx: Connection,
        user: str,
        message: Incoming,
        now: datetime,
        *,
        company: str | None = None,
        hint: Language | None = None,
    ) -> Reply:
        """Answer one message of `user`. Raises as Concierge.handle; nothing is kept if the transaction fails."""
        if isinstance(message, Began) and message.invite:
            language = hint or self.concierge.language
            joined = roles.accept(tx, self.keys, message.invite, user, language=language, now=now)
            if joined:
                from bot.coordination.commands import welcome  # noqa: PLC0415 - see _at_desk

                return welcome(self._request(tx, joined, now))
        me = roles.of(tx, self.keys, user)
        if me and _belongs(message, me, now) and not self._in_danger(tx, message, me):
            return self._at_desk(tx, me, message, now)
        if me and me.asking:
            roles.ask(tx, me.number, {})  # they have gone on to something else
        reply = self.concierge.handle(tx, user, _for_anybody(message), now, company=company, hint=hint)
        if reply.reported:
            self._alarm(tx, reply.reported, now, 1 if reply.refused else wrong.ENOUGH)
        if isinstance(message, Chose):
            self._heed(tx, user, me, message.choice, now)
            if me and not me.revoked and message.choice == FORGET:
                return Reply((*reply.messages, Message(words(me.language).say("role-gone"))))
        return reply

    def _in_danger(self, tx: Connection, message: Incoming, me: Coordinator) -> bool:
        """Tell whether what should have been a figure is a cry for help: that goes before everything."""
        wanted = me.asking.get("field", me.asking.get("ask"))
        if not isinstance(message, Said) or wanted not in FIGURES:
            return False
        return self.concierge.live.edition(tx).reader.read(message.text[:LONGEST]).kind == "danger"

    def _request(self, tx: Connection, me: Coordinator, now: datetime) -> Request:
        catalogue = self.concierge.live.edition(tx).catalogue
        return Request(tx, self.keys, me, catalogue, now, web_url=self.concierge.web_url)

    def _at_desk(self, tx: Connection, me: Coordinator, message: Incoming, now: datetime) -> Reply:
        from bot.coordination.commands import answer  # noqa: PLC0415 - it brings the checker; employees never need it

        if me.revoked:
            roles.ask(tx, me.number, {})
            another = Choice("another", words(me.language).label("button-another"))
            return Reply((Message(words(me.language).say("no-longer"), choices=(another,)),))
        return answer(message, self._request(tx, me, now))

    def _heed(self, tx: Connection, user: str, me: Coordinator | None, choice: str, now: datetime) -> None:
        """Do what a choice means for coordinators, after the concierge has answered it."""
        if me and choice == FORGET:
            roles.forget(tx, self.keys, user, now)
        kind, name = split(choice)
        language = next((one for one in LANGUAGES if kind == "language" and one == name), None)
        if me and language:
            roles.speak(tx, me.number, language)

    def _alarm(self, tx: Connection, service: str, now: datetime, enough: int) -> None:
        """Tell every coordinator when enough people have said that a service is wrong: once.

        One is enough where it is a good code that was refused: only who holds it can say so.
        """
        found = wrong.alarming(tx, self.keys, service, now, enough)
        for one in roles.active(tx) if found else ():
            if one.chat and found:
                notices.tell(tx, self.keys, one.chat, _told(found, self._request(tx, one, now)), now)


def _told(found: wrong.Wrong, request: Request) -> Message:
    from bot.coordination.status import reported  # noqa: PLC0415 - see Router._at_desk

    name, language = short(found.service), request.language
    there = found.service in request.catalogue.entries
    acts = (("see", *ANSWERS) if found.in_vain >= wrong.ENOUGH else ("see", "valid", "suspend")) if there else ()
    choices = tuple(button(language, act, name) for act in acts) or (button(language, "status"),)
    text = reported(found, request.catalogue, language)
    return Message(
        Markup("{}\n{}").format(text, ready("ready-refused", language)) if "code" in found.kinds else text,
        choices=choices,
    )


def _belongs(message: Incoming, me: Coordinator, now: datetime) -> bool:
    """Tell whether a message of somebody who holds, or held, the role is for the desk."""
    if isinstance(message, Sent):
        return True
    if isinstance(message, Chose):
        return kind_of(message.choice).by == "coordinators"
    return isinstance(message, Said) and awaits(me, now)


def _for_anybody(message: Incoming) -> Incoming:
    """Return what a message is for the concierge, which knows no coordinators."""
    if isinstance(message, Sent):
        return Said(message.words) if message.words else Shared("file")
    if isinstance(message, Chose) and kind_of(message.choice).by == "coordinators":
        return Chose("help")
    return message
