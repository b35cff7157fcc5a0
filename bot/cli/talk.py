"""`kmzero chat`: the conversation here, for people and for programs."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli.admission import company_is_known, known
from bot.cli.app import Panel, app, open_house

if TYPE_CHECKING:
    from bot.assembly import House


Employer = Annotated[
    str | None, typer.Option("--company", help="Talk as an employee of this company (see knowledge/companies.yaml).")
]
Tongue = Annotated[Language | None, typer.Option("--lang", help="The language to start with.")]
Lines = Annotated[bool, typer.Option("--jsonl", help="One JSON object a line, in and out.")]
Explained = Annotated[bool, typer.Option("--explain", help="With --jsonl: what is believed, and where choices lead.")]


@app.command(rich_help_panel=Panel.FIRST)
def chat(
    context: typer.Context,
    *,
    company: Employer = None,
    lang: Tongue = None,
    jsonl: Lines = False,
    explain: Explained = False,
    as_person: Annotated[
        bool, typer.Option("--as-person", help="With --jsonl: users are Telegram ids, for real. The audit says so.")
    ] = False,
) -> None:
    """Talk to the bot in this terminal: no token, no network."""
    with open_house(context, company_is_known(company) if company else None) as house:
        if company:
            _known(house, company)
        if not jsonl:
            by_hand(house, company, lang)
            return
        if as_person:
            _note(house)
        by_lines(house, company, lang, explain=explain, as_person=as_person)


def by_hand(house: "House", company: str | None, lang: Language | None) -> None:
    """Talk with who sits at the terminal."""
    from rich.text import Text

    from bot.cli.console import console
    from bot.cli.terminal import Terminal

    shown, prompt = console(), Text("> ", style="bold")
    Terminal(house, company, lang or house.settings.language, shown, lambda: shown.input(prompt)).talk()


def by_lines(
    house: "House", company: str | None, lang: Language | None, *, explain: bool, as_person: bool = False
) -> None:
    """Answer lines of JSON from stdin on stdout."""
    from bot.cli.jsonl import JsonFace

    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a text stream at run time
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in JsonFace(house, company, lang, explain, as_person=as_person).serve(sys.stdin):
        print(line, flush=True)  # noqa: T201 - the contract of --jsonl


def _note(house: "House") -> None:
    """Write down that somebody at the server speaks for people: they could see what is kept of them."""
    from bot.assembly import now
    from bot.catalogue.releases import current_number
    from bot.editorial import audit

    with house.store.write() as tx:
        audit.note(tx, [audit.Deed("as-person", "chat")], role=None, release=current_number(tx), now=now())


def _known(house: "House", company: str) -> None:
    with house.store.read() as tx:
        known(company, house.concierge.live.edition(tx).catalogue.companies)
