"""The report that a person's company got last, shown to the person: the same bytes, nothing else."""

from sqlalchemy import Connection

from bot.conversation.messages import Attachment, Choice, Message, Reply
from bot.conversation.talk.world import World
from bot.insight import ledger
from bot.people.members import Person

KINDS = {"html": "text/html", "png": "image/png"}


def show(tx: Connection, me: Person | None, world: World) -> Reply:
    """Return the picture and the page of the last report that the company of `me` was handed, or say that none was."""
    another = Choice("another", world.words.label("another-need"))
    report = ledger.last_report(tx, me.company) if me else None
    if report is None:
        return Reply((Message(world.words.say("report-none"), choices=(another,)),))
    files = ledger.pages_of(tx, report)
    picture, page = (_file(files, ending) for ending in (f".{world.language}.png", ".html"))
    alone = report.kind == "company"
    lead = world.words.say("report-lead" if alone else "report-lead-group", quarter=str(report.quarter))
    return Reply(
        (
            Message(lead, attachment=picture),
            Message(world.words.say("report-page"), choices=(another,), attachment=page),
        )
    )


def _file(files: dict[str, bytes], ending: str) -> Attachment:
    name = next(name for name in files if name.endswith(ending))
    return Attachment(name, KINDS[name.rpartition(".")[2]], files[name])
