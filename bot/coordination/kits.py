"""A company's kit in the chat: what it hangs up as PDF, and pictures with their text, ready to be forwarded."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.catalogue.local_time import local_day
from bot.conversation.messages import Attachment, Choice, Message, Reply
from bot.coordination import drafts, findings
from bot.coordination.job_context import Job, JobContext
from bot.coordination.request import Request
from bot.coordination.wording import PREFIX, short
from bot.editorial import audit
from bot.editorial.audit import Deed
from bot.errors import CannotRun
from bot.people.links import username

if TYPE_CHECKING:
    from bot.kit.kit import File

TEXT = "text/plain"


def ask_company(request: Request) -> Reply:
    """Ask whose kit is wanted."""
    choices = tuple(Choice(f"{PREFIX}kit:{short(one.id)}", one.name) for one in request.catalogue.companies.values())
    return Reply((Message(request.words.say("kit-ask"), choices=choices),))


def order(name: str, request: Request) -> Reply | None:
    """Order the kit of the company that a button stands for; None where it is gone."""
    company = next((one for one in request.catalogue.companies.values() if short(one.id) == name), None)
    if company is None:
        return None
    drafts.order_kit(request.tx, request.me.number, request.catalogue.number, company.id, request.now, web=request.web)
    return Reply((Message(request.words.say("kit-drawing", company=company.name)),))


def send_kit(context: JobContext, job: Job) -> None:
    """Draw a kit with new links and send it, a message for each sheet."""
    from bot.kit.kit import draw, links  # noqa: PLC0415 - it brings what draws

    company = job.draft.name
    if company not in job.live.companies:
        context.tell(job, findings.said("stale", job.language))
        return
    try:
        with context.store.write() as tx:
            carried = links(tx, job.live, company, username(tx, context.username), job.now, context.web)
    except CannotRun:
        context.tell(job, findings.said("kit-no-name", job.language))
        return
    files = draw(job.live, company, carried, local_day(job.now, job.live.network.timezone))
    with context.store.write() as tx:
        if not drafts.drop(tx, job.draft.id) or job.chat is None:
            return
        audit.note(tx, [Deed("kit", company)], role=job.role, release=job.live.number, now=job.now)
        context.say(tx, job, *_messages(files))


def _messages(files: Sequence["File"]) -> Iterator[Message]:
    """Yield a message for each sheet; the text that goes with a picture is its bubble: both can be forwarded."""
    texts = {file.name.rpartition(".")[0]: file.content.decode() for file in files if file.media_type == TEXT}
    for file in files:
        if file.media_type != TEXT:
            said = texts.get(file.name.rpartition(".")[0], file.name)
            yield Message(Markup("{}").format(said), attachment=Attachment(file.name, file.media_type, file.content))
