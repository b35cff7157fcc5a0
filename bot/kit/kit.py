"""A company's kit: every sheet with an invite of its own, so that reports can say which place works."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.text import LANGUAGES, Language
from bot.drawing.page import Page
from bot.drawing.paper import pdf, picture
from bot.kit.content import Content, content_of
from bot.kit.sheets import POSTER, SQUARE, STRIP, poster, square, strip
from bot.people import invites
from bot.people.links import link, page_link

PIXELS = 1080  # of the picture's side
FORWARDED = ("group-chat", "intranet")
PDF, PNG, TXT = "application/pdf", "image/png", "text/plain"

Drawing = Callable[[Page, Content], None]


@dataclass(frozen=True)
class File:
    """One file of a kit."""

    name: str
    media_type: str
    content: bytes = field(repr=False)


def kit(
    tx: Connection,
    catalogue: Catalogue,
    company: str,
    username: str,
    now: datetime,
    *,
    web: str | None = None,
    languages: Sequence[Language] = LANGUAGES,
) -> tuple[File, ...]:
    """Make new invites for a company and draw all that carries them. `username` is the bot's, without @.

    With `web`, the address of our pages, the links lead to a page first. A PDF has a page for each language; the
    picture and the text are a file each. Needs a writing transaction. Raises KeyError for a company that is not in the
    catalogue.
    """
    carried = links(tx, catalogue, company, username, now, web)
    return draw(catalogue, company, carried, local_day(now, catalogue.network.timezone), languages=languages)


def links(  # noqa: PLR0917 - as `kit`
    tx: Connection, catalogue: Catalogue, company: str, username: str, now: datetime, web: str | None = None
) -> dict[str, str]:
    """Make new invites for a company and return the link of each place."""
    places = [place for place in invites.PLACES if place != invites.OTHER]
    tokens = {place: invites.create(tx, company, now, place=place, network=catalogue.network.id) for place in places}
    return {place: page_link(web, token) if web else link(username, token) for place, token in tokens.items()}


def draw(
    catalogue: Catalogue,
    company: str,
    links: Mapping[str, str],
    today: date,
    *,
    languages: Sequence[Language] = LANGUAGES,
) -> tuple[File, ...]:
    """Draw all that carries the links, without a transaction: it takes a second or two. Raises as `kit`."""

    def pages(place: str) -> list[Content]:
        return [content_of(catalogue, company, links[place], language, today) for language in languages]

    return (
        File(f"{company}-poster-canteen.pdf", PDF, _pdf(poster, POSTER, pages("canteen"))),
        File(f"{company}-poster-locker-room.pdf", PDF, _pdf(poster, POSTER, pages("locker-room"))),
        File(f"{company}-payslip.pdf", PDF, _pdf(strip, STRIP, pages("payslip"))),
        *(file for place in FORWARDED for file in _forwarded(company, place, pages(place), languages)),
    )


def _forwarded(company: str, place: str, pages: list[Content], languages: Sequence[Language]) -> Iterator[File]:
    """Draw the picture, and write the text that goes with it: in a picture nothing can be tapped."""
    for page, language in zip(pages, languages, strict=True):
        name = f"{company}-{place}-{language}"
        yield File(f"{name}.png", PNG, _picture(_pdf(square, SQUARE, [page])))
        yield File(f"{name}.txt", TXT, page.message.encode())


def _pdf(draw: Drawing, size: tuple[float, float], pages: Sequence[Content]) -> bytes:
    """Draw a page for each content."""

    def of(content: Content) -> Callable[[Page], None]:
        return lambda page: draw(page, content)

    first = pages[0]
    return pdf(size, map(of, pages), title=f"{first.network} · {first.company}", author=first.network)


def _picture(page: bytes) -> bytes:
    """Turn the first page of a PDF into a PNG."""
    out = io.BytesIO()
    picture(page, PIXELS / SQUARE[0]).save(out, "PNG")
    return out.getvalue()
