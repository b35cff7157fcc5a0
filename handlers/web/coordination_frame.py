"""What all pages of a coordinator share: who they are, their language, and messages of the desk as cards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.conversation.messages import Choice, Message
from bot.coordination import at_page, on_page
from bot.coordination.request import Request
from handlers.web.rendering import lines, words
from handlers.web.visit import Answer, Page, Visit

HOME = "/coordination"


@dataclass(frozen=True)
class Card:
    """A message as a template shows it; `file` is the name of what goes with it, which lies under `id`."""

    text: Markup
    choices: tuple[Choice, ...] = ()
    file: str = ""
    id: int = 0
    waits: bool = False


def coordinator(page: Callable[[Visit, Request], Answer], *, alone: bool = False) -> Callable[[Visit], Answer]:
    """Return a page for who is a coordinator at this moment; `alone` is for what changes something."""

    def answer(visit: Visit) -> Answer:
        house, number = visit.web.house, int(visit.owner)
        request = at_page.request(visit.tx, house.keys, number, visit.catalogue, visit.now, alone=alone)
        return page(visit, request) if request else Page("closed.html", {"role": "coordinator"}, 403)

    return answer


def shown(template: str, request: Request, *, here: str = "", **values: Any) -> Page:
    """Return a page in the language of the coordinator, which is that of their chat too."""
    said = {"words": words(request.language), "languages": (), "spoken": request.catalogue.network.languages}
    about = {"network": request.catalogue.network.name.of(request.language), "mine": request.language}
    last = on_page.newest(request.tx, request.me.number)
    return Page(template, {**said, **about, "tab": here, "last": last, **values})


def cards(messages: Iterable[Message]) -> list[Card]:
    """Return messages that stand on no page yet as cards."""
    return [Card(lines(one.text), one.choices) for one in messages]
