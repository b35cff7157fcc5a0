"""What a page gets and gives: a visit; a page to show, a way on, or a file. A table of rows says what is where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.fluent import Phrases
from bot.catalogue.text import Language
from bot.conversation.live import Edition
from bot.people.web_links import Role, WebLink
from handlers.web.kept import Kept

Transaction = Literal["read", "write", "none"]
FORM = 65_536  # bytes of a form without files


@dataclass(frozen=True)
class Web:
    """What all pages share. `url` is the address that people see, without a slash at its end."""

    house: House
    url: str
    robots: bool
    clock: Callable[[], datetime]
    kept: Kept = field(default_factory=Kept)

    def edition(self, tx: Connection) -> Edition:
        """Return what is live. Raises NothingPublished."""
        return self.house.concierge.live.edition(tx)


@dataclass(frozen=True)
class Upload:
    """A file that was sent; its name is only what the sender says."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Visit:
    """One request. `path` are the parts of the address in braces, `form` and `files` what was sent: text without NUL.

    `session` is there on the pages of a role, and only with the cookie of that role.
    """

    web: Web
    path: Mapping[str, str]
    form: Mapping[str, str]
    files: Mapping[str, Upload]
    language: Language
    words: Phrases
    now: datetime
    session: WebLink | None
    edition: Edition
    transaction: Connection | None
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def tx(self) -> Connection:
        """The transaction that the row of the page asks for."""
        assert self.transaction is not None
        return self.transaction

    @property
    def owner(self) -> str:
        """Whose pages these are: an organization's or a company's id, a coordinator's number."""
        assert self.session is not None
        return self.session.owner

    @property
    def catalogue(self) -> Catalogue:
        """What is live."""
        return self.edition.catalogue


@dataclass(frozen=True)
class Page:
    """A template and its values. `shared` is the same for everybody in one language, and may be kept for minutes."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    shared: bool = False


@dataclass(frozen=True)
class Redirect:
    """A way on, after a form. `session` is a cookie to keep: the role and the secret."""

    path: str
    session: tuple[Role, str] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Download:
    """A file. One that is `shown` opens in the browser, shut off from our pages."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    shown: bool = False
    shared: bool = False


class Missing(Exception):
    """There is no such page: an unknown service, an old link."""


Answer = Page | Redirect | Download


@dataclass(frozen=True)
class Row:
    """A page in the table of pages: GET shows, POST does and answers with a Redirect where it can.

    `largest` are the bytes that may be sent. A `slow` one (drawing) runs where it holds up no other. One that is `kept`
    is the same for everybody who speaks one language, for a day of a release.
    """

    method: Literal["GET", "POST"]
    path: str
    page: Callable[[Visit], Answer]
    transaction: Transaction = "read"
    role: Role | None = None
    largest: int = FORM
    slow: bool = False
    closed: str = ""  # the phrase for who has no cookie of the role; else `closed-ROLE`
    kept: bool = False
