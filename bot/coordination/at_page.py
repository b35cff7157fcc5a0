"""The desk on a coordinator's page: a form is a message as those of the chat are, and its answer stays on the page."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.conversation.messages import Chose, Incoming, Said, Sent
from bot.coordination import drafts, on_page
from bot.coordination.request import Request, awaits
from bot.people import roles
from bot.people.keys import Keys

LONGEST = 4_000  # letters of a typed answer


def request(
    tx: Connection, keys: Keys, number: int, catalogue: Catalogue, now: datetime, *, alone: bool
) -> Request | None:
    """Return a coordinator at their page; None for who is none any more. `alone` is for who will `take` something."""
    me = roles.numbered(tx, number, alone=alone)
    if me is None or me.revoked:
        return None
    return Request(tx, keys, replace(me, asking=me.asking_web), catalogue, now, web=True)


def take(message: Incoming, request: Request, last: int) -> None:
    """Answer a form; `last` is the newest message that was on its page. Sent again within a minute, it does nothing."""
    from bot.coordination.commands import answer  # noqa: PLC0415 - it brings the checker

    tx, number = request.tx, request.me.number
    if isinstance(message, Said) and not awaits(request.me, request.now):
        return
    if on_page.again(tx, request.keys.pressed(str(number), *_what(message, last)), request.now):
        return
    on_page.seen(tx, number, last)
    before = drafts.of_page(tx, number).items()
    messages = answer(message, request).messages
    about = next((draft for draft, _ in drafts.of_page(tx, number).items() - before), None)
    on_page.put(tx, request.keys, number, messages, request.now, about)


def works(request: Request) -> bool:
    """Tell whether something that was ordered on the page is being worked on."""
    return any(stage in drafts.TO_DO for stage in drafts.of_page(request.tx, request.me.number).values())


def turn(request: Request, last: int) -> None:
    """Go on to something that is only read: what was seen is past, and no answer is awaited any more."""
    on_page.seen(request.tx, request.me.number, last)
    if request.me.asking:
        request.done_asking()


def _what(message: Incoming, last: int) -> tuple[str, ...]:
    """Return what makes two forms the same: a file is so whichever page it is sent from."""
    if isinstance(message, Sent):
        return "file", message.name, sha256(message.content or b"").hexdigest()
    if isinstance(message, Said):
        return "text", str(last), message.text
    assert isinstance(message, Chose)
    return "choice", str(last), message.choice
