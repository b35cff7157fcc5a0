"""`kmzero web`: the pages alone, on this machine, without Telegram; with `--demo` those of the demonstration."""

import asyncio
import sys
import webbrowser
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import admission, screen
from bot.cli.app import NAME, open_house, settings
from bot.config import Database, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.assembly import House
    from bot.catalogue.model import Service
    from handlers.worker import Worker

HERE = "127.0.0.1"
DATABASE = "sqlite:///kmzero-web-demo.db"  # in this folder; `make web` fills it with invented people
NAP = 1.0  # seconds between two looks at coordinators' jobs
TRIAL = "trial"  # the user whose role the coordinator's page of the demonstration has
ITS_LINKS = (
    "links to the pages of a role: kmzero partner link ORG, kmzero company page ID, kmzero coordinators page NUMBER; "
    "here with KMZERO_WEB__URL={url}"
)


def web(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where it listens, on this machine alone.")] = 8080,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="The demonstration, with a link to the pages of each role.")
    ] = False,
) -> None:
    """Show the pages on this machine, to try them: `kmzero run` serves them for everybody, where web.url is set."""
    url = f"http://{HERE}:{port}"
    context.meta[NAME] = _settings(settings(context), url, demo=demo)
    with open_house(context, admission.admit, "serves") as house:
        links = dict(_links(house, url)) if demo else {}
        screen.line(url)
        for role, link in links.items():
            screen.line(f"{role}: {link}")
        if not links:
            screen.line(ITS_LINKS.format(url=url))
        if demo and sys.stdout.isatty():
            webbrowser.open(url)
        asyncio.run(_serve(house, port))


def _settings(chosen: Settings, url: str, *, demo: bool) -> Settings:
    from bot.cli.demo import demonstration  # noqa: PLC0415 - as in handlers.__main__

    if demo:
        name = chosen.telegram.model_copy(update={"username": "kmzero_demo_bot", "token": None})
        chosen = demonstration(chosen).model_copy(update={"database": Database(url=DATABASE), "telegram": name})
    return chosen.model_copy(update={"web": chosen.web.model_copy(update={"url": url})})


def _links(house: "House", url: str) -> "Iterator[tuple[str, str]]":
    """Make a one-time link of each role."""
    from bot.assembly import now  # noqa: PLC0415 - see above
    from bot.people import roles, web_links  # noqa: PLC0415

    moment = now()
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        me = roles.of(tx, house.keys, TRIAL) or roles.accept(
            tx, house.keys, roles.invite(tx, moment), TRIAL, language=house.settings.language, now=moment
        )
        assert me
        organization = next(one.id for one in catalogue.release.organizations if _has_codes(one.services))
        owners: dict[web_links.Role, str] = {
            "partner": organization,
            "company": next(iter(catalogue.companies)),
            "coordinator": str(me.number),
        }
        for role, owner in owners.items():
            token = web_links.create(tx, role, owner, now=moment, network=catalogue.network.id, lasts=timedelta(days=1))
            yield f"{role} ({owner})", f"{url}/open/{token}"


def _has_codes(services: "Iterable[Service]") -> bool:
    return any(offer.voucher == "pool" for service in services for offer in service.offers)


async def _serve(house: "House", port: int) -> None:
    from starlette.applications import Starlette  # noqa: PLC0415 - see above

    from handlers.stopping import stop_on_signals, until  # noqa: PLC0415
    from handlers.web.site import pages, web_of, workers_of  # noqa: PLC0415
    from handlers.webhook import serve  # noqa: PLC0415

    workers = workers_of(house)
    shown = Starlette(routes=pages(web_of(house), workers))
    jobs = asyncio.create_task(_work_off(house, workers.slow))
    try:
        await until(stop_on_signals(), serve(shown, HERE, port, "--port"))
    finally:
        jobs.cancel()
        workers.close()


async def _work_off(house: "House", worker: "Worker") -> None:
    """Do what coordinators ordered on their page, which `kmzero run` does beside the conversation."""
    from bot.assembly import now  # noqa: PLC0415 - see above

    while True:
        await worker.run(lambda: house.jobs.work_off(now()))
        await asyncio.sleep(NAP)
