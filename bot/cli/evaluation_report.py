"""`kmzero evaluation report`: the document at the end, with a page for each company and organization."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import settings
from bot.cli.arguments import ClockIsRight, Tongue, language_of, now, today_in
from bot.cli.evaluation import evaluation_app, programme_of
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.catalogue import Catalogue
    from bot.catalogue.evaluation import Evaluation
    from bot.people.keys import Keys
    from bot.store.engine import Store


@evaluation_app.command("report")
def report(
    context: typer.Context,
    *,
    out: Annotated[Path, typer.Option("--out", help="Where the files go.")] = Path(),
    lang: Tongue = None,
    clock_is_right: ClockIsRight = False,
) -> None:
    """Write the evaluation: a page to print, a PDF, a CSV, and a page for each reader. Published once, for good."""
    from bot.assembly import privacy_keys
    from bot.store import clock

    language = language_of(context, lang)
    with programme_of(context, language, "writes") as (store, catalogue, written):
        keys = privacy_keys(settings(context), store)
        with store.read() as tx:
            doubt = None if clock_is_right else clock.doubt(tx, now())
        if doubt:
            raise CannotRun(str(doubt))
        files = _files(store, keys, catalogue, written, language)
    out.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        (out / file).write_bytes(content)
        screen.line(out / file)


def _files(
    store: "Store", keys: "Keys", catalogue: "Catalogue", written: "Evaluation", language: Language
) -> dict[str, bytes]:
    """Return all files, or raise CannotRun with what is missing before there are any."""
    from bot.evaluation import publishing
    from bot.evaluation.wording import say
    from bot.insight.content import in_words
    from bot.insight.ledger import NotEnded
    from bot.insight.quarters import Quarter

    name, today = written.name.of(language), today_in(catalogue.network.timezone)
    try:
        return publishing.hand_out(store, keys, catalogue, written.id, today=today, now=now())
    except publishing.NotClosed:
        raise CannotRun(say("not-closed", language, name=name, day=in_words(written.last, language))) from None
    except publishing.NobodyCounted:
        raise CannotRun(say("nobody", language, name=name)) from None
    except NotEnded as open_one:
        day = in_words(Quarter.parse(str(open_one)).last + timedelta(days=1), language)
        raise CannotRun(say("open-quarter", language, quarter=str(open_one), day=day)) from None
