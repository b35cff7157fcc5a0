"""What is refused before anything is published: the demonstration that does not say what it is, an unknown company."""

from collections.abc import Collection
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.config import Settings
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.assembly import Admit
    from bot.catalogue.model import Release
    from bot.store.engine import Store

UNSAID = (
    "{folder}: this is the demonstration that comes with kmzero, its organizations and codes are invented: write "
    "`demonstration: true` into {folder}/network.yaml, so that people are told, or put your own network there"
)
SAID = "this is the demonstration: organizations, prices and codes are invented, and people are told so"
NO_WEB = "web.url: no page is served yet: set its address, as https://welfare.example.org (docs/operations.md says how)"
OLD = "what is live is the demonstration, and people are not told so: `kmzero publish` publishes it as one"


def admit(settings: Settings, store: "Store") -> None:
    """Raise CannotRun where the demonstration is served, or would be published, and its folder does not say what it is.

    One that is live since before it was said may run where its folder says it.
    """
    live = _live(store)
    if (live is None or _is_unsaid(live)) and _folder_is_unsaid(settings):
        raise CannotRun(UNSAID.format(folder=settings.knowledge))


def warning(store: "Store") -> str:
    """Return what the operator is told of what is live; nothing where it is no demonstration."""
    live = _live(store)
    if live is None:
        return ""
    return OLD if _is_unsaid(live) else SAID if live.network.demonstration else ""


def name_is_known(settings: Settings, store: "Store") -> None:
    """Raise CannotRun where nobody has said the bot's name, to which links must lead."""
    from bot.people.links import username

    with store.read() as tx:
        username(tx, settings.telegram.username)


def link_can_be_made(company: str) -> "Admit":
    """Return what refuses a link to a company, where it can be known before a network is published."""

    def look(settings: Settings, store: "Store") -> None:
        company_is_known(company)(settings, store)
        name_is_known(settings, store)

    return look


def company_is_known(company: str) -> "Admit":
    """Return what refuses a company that the folder does not have, where its network is still to be published."""

    def look(settings: Settings, store: "Store") -> None:
        from bot.catalogue import releases
        from bot.editorial.folder.files import NoFolder, load
        from bot.editorial.reading import read

        with store.read() as tx:
            if releases.current_number(tx) is not None:
                return
        with suppress(NoFolder):  # publishing says it, and what is wrong with the files
            found = read(load(settings.knowledge)).companies
            if found and found.model:
                known(company, [one.id for one in found.model.companies])

    return look


def known(name: str, names: Collection[str], what: str = "company") -> None:
    """Raise CannotRun for a company, or whatever it is, that is none of these."""
    if name not in names:
        raise CannotRun(f"{name}: there is no such {what}; there are {', '.join(names)}")


def web_is_on(settings: Settings, _store: "Store") -> None:
    """Raise CannotRun where there are no pages to which a link could lead."""
    if settings.web.url is None:
        raise CannotRun(NO_WEB)


def _live(store: "Store") -> "Release | None":
    from bot.catalogue import releases

    with store.read() as tx:
        number = releases.current_number(tx)
        return releases.load(tx, number)[0].release if number else None


def _is_unsaid(live: "Release") -> bool:
    from bot.catalogue.demonstration import is_unsaid

    return is_unsaid(live.network, [one.id for one in live.organizations])


def _folder_is_unsaid(settings: Settings) -> bool:
    from bot.editorial.folder.files import NoFolder, load
    from bot.editorial.reading import read
    from bot.editorial.rules import unsaid_demonstration

    try:
        return any(unsaid_demonstration.check(read(load(settings.knowledge))))
    except NoFolder:
        return False
